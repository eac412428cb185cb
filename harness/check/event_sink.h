// A sink for DDiscFormat2DataEvents that writes down what it is told.
#pragma once

#include <cstdint>
#include <vector>

#include "check/reading.h"
#include "com/dispatch_table.h"

namespace discbench::check {

/// One Update, as far as its arguments could be read.
struct Progress {
  bool has_writer = false;       ///< the object is there
  const void* writer = nullptr;  ///< its identity, for comparison only
  bool has_arguments = false;    ///< progress answers IDiscFormat2DataEventArgs
  Reading action;
  Reading elapsed_seconds;
  Reading remaining_seconds;
  Reading total_seconds;
  Reading start_lba;
  Reading sector_count;
  Reading last_written_lba;
};

/// Takes Update through its vtable and through Invoke alike. Begins with one reference, which is the creator's.
class EventSink final : public com::DispatchObject<com::Serves<DDiscFormat2DataEvents, IDispatch>> {
 public:
  EventSink();

  HRESULT STDMETHODCALLTYPE Update(IDispatch* object, IDispatch* progress) override;

  const std::vector<Progress>& told() const { return told_; }

 private:
  ~EventSink() override = default;

  std::vector<Progress> told_;
};

/// References that an object has now.
std::uint32_t references_of(IUnknown* object);

}  // namespace discbench::check
