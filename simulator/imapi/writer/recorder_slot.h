// The recorder that was put on a writer, shared by the writer and its multisession elements: either may outlive the
// other, and both must ask the same device.
#pragma once

#include <functional>
#include <utility>

#include "com/answer.h"
#include "com/pointer.h"
#include "imapi/writer/loaded_medium.h"

namespace discbench::imapi {

class RecorderSlot {
 public:
  void put(com::Pointer<IDiscRecorder2> recorder) { recorder_ = std::move(recorder); }

  /// Null before a recorder is put.
  const com::Pointer<IDiscRecorder2>& get() const { return recorder_; }

  /// Throws E_IMAPI_RECORDER_REQUIRED before a recorder is put.
  com::Pointer<IDiscRecorder2> require() const {
    if (!recorder_) throw com::Failure{E_IMAPI_RECORDER_REQUIRED};
    return recorder_;
  }

  /// Asks the medium that is loaded now: ask(&LoadedMedium::total_sectors).
  template <typename Question>
  auto ask(Question&& question) const {
    const com::Pointer<IDiscRecorder2> recorder = require();
    return ask_medium_in(recorder.get(), std::forward<Question>(question));
  }

  /// The same for a recorder that was not put.
  template <typename Question>
  static auto ask_medium_in(IDiscRecorder2* recorder, Question&& question) {
    MmcDevice device(recorder);
    return with_settled_medium(device, [&] {
      LoadedMedium medium(device);
      return std::invoke(question, medium);
    });
  }

 private:
  com::Pointer<IDiscRecorder2> recorder_;
};

/// Only the 16 bits that a VARIANT_BOOL has count, and each value but 0 is true. The copy in memory drops what a caller
/// left in the rest of the register, where an optimiser may take it for granted that there is nothing.
inline VARIANT_BOOL canonical(VARIANT_BOOL value) {
  const volatile VARIANT_BOOL low_bits = value;
  return com::variant_bool(low_bits != 0);
}

}  // namespace discbench::imapi
