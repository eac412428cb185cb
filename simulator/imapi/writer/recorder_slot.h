// The recorder that was put on a writer, shared by the writer and its multisession elements: either may outlive the
// other, and both must ask the same device.
#pragma once

#include <functional>
#include <mutex>
#include <utility>

#include "com/answer.h"
#include "com/pointer.h"
#include "imapi/writer/loaded_medium.h"
#include "imapi/writer/write_speed.h"

namespace discbench::imapi {

class RecorderSlot {
 public:
  /// Hands back the recorder that was there, for the caller to let go of: its Release is not called under the lock.
  [[nodiscard]] com::Pointer<IDiscRecorder2> exchange(com::Pointer<IDiscRecorder2> recorder) {
    const std::lock_guard lock(mutex_);
    return std::exchange(recorder_, std::move(recorder));
  }

  /// Null before a recorder is put.
  com::Pointer<IDiscRecorder2> get() const {
    const std::lock_guard lock(mutex_);
    return recorder_;
  }

  /// Throws E_IMAPI_RECORDER_REQUIRED before a recorder is put.
  com::Pointer<IDiscRecorder2> require() const {
    com::Pointer<IDiscRecorder2> recorder = get();
    if (!recorder) throw com::Failure{E_IMAPI_RECORDER_REQUIRED};
    return recorder;
  }

  /// Asks the medium that is loaded now: ask(&LoadedMedium::total_sectors).
  template <typename Question>
  auto ask(Question&& question) const {
    const com::Pointer<IDiscRecorder2> recorder = require();
    return ask_medium_in(recorder.get(), std::forward<Question>(question));
  }

  /// Asks how fast that medium is written: ask_speed([](SpeedControl& speed) { return speed.current(); }).
  template <typename Question>
  auto ask_speed(Question&& question) const {
    const com::Pointer<IDiscRecorder2> recorder = require();
    return ask_about<SpeedControl>(recorder.get(), std::forward<Question>(question));
  }

  /// ask() for a recorder that was not put.
  template <typename Question>
  static auto ask_medium_in(IDiscRecorder2* recorder, Question&& question) {
    return ask_about<LoadedMedium>(recorder, std::forward<Question>(question));
  }

 private:
  template <typename Subject, typename Question>
  static auto ask_about(IDiscRecorder2* recorder, Question&& question) {
    MmcDevice device(recorder);
    return with_settled_medium(device, [&] {
      Subject subject(device);
      return std::invoke(question, subject);
    });
  }

  mutable std::mutex mutex_;
  com::Pointer<IDiscRecorder2> recorder_;
};

/// Only the 16 bits that a VARIANT_BOOL has count, and each value but 0 is true. The copy in memory drops what a caller
/// left in the rest of the register, where an optimiser may take it for granted that there is nothing.
inline bool is_true(VARIANT_BOOL value) {
  const volatile VARIANT_BOOL low_bits = value;
  return low_bits != 0;
}

}  // namespace discbench::imapi
