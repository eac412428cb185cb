// A Transport that tells a listener of every exchange and changes nothing.
#pragma once

#include <cstddef>

#include "transport/transport.h"

namespace discbench::transport {

/// Hears every exchange, in order, after it happened. Must not throw.
class TraceListener {
 public:
  virtual ~TraceListener() = default;
  virtual void heard(const Request& request, const Completion& completion) = 0;
};

class Trace final : public Transport {
 public:
  /// Both must outlive the trace; a null listener is allowed and hears nothing.
  Trace(Transport& next, TraceListener* listener) : next_(next), listener_(listener) {}

  Completion execute(const Request& request) override {
    const Completion completion = next_.execute(request);
    if (listener_ != nullptr) listener_->heard(request, completion);
    return completion;
  }
  bool acquire_exclusive(Initiator initiator) override { return next_.acquire_exclusive(initiator); }
  void release_exclusive(Initiator initiator) override { next_.release_exclusive(initiator); }
  void set_listener(TraceListener* listener) { listener_ = listener; }

 private:
  Transport& next_;
  TraceListener* listener_;
};

}  // namespace discbench::transport
