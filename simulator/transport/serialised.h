// A Transport that takes one call after the other, whichever threads they come from. What lies behind it, drive and
// disc, knows nothing of threads: this is the one place where they become a line.
#pragma once

#include <mutex>

#include "transport/transport.h"

namespace discbench::transport {

class Serialised final : public Transport {
 public:
  /// `next` must outlive it.
  explicit Serialised(Transport& next) : next_(next) {}

  Completion execute(const Request& request) override {
    const auto turn = hold();
    return next_.execute(request);
  }
  bool acquire_exclusive(Initiator initiator) override {
    const auto turn = hold();
    return next_.acquire_exclusive(initiator);
  }
  void release_exclusive(Initiator initiator) override {
    const auto turn = hold();
    next_.release_exclusive(initiator);
  }

  /// No command is carried out while this is held: for what a person does to the device behind, a tray that is opened
  /// or a disc that is exchanged. Whoever holds it may send commands, and so may a listener that hears of one.
  [[nodiscard]] std::unique_lock<std::recursive_mutex> hold() { return std::unique_lock(access_); }

 private:
  Transport& next_;
  std::recursive_mutex access_;
};

}  // namespace discbench::transport
