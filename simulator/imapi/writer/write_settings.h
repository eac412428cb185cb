// What a client wants of the next write, and whether one is running: the part of the writer that several threads meet
// in.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <utility>

#include "com/answer.h"
#include "discbench/imapi2.h"
#include "imapi/writer/write_speed.h"

namespace discbench::imapi {

/// The writable properties of MsftDiscFormat2Data, at their defaults.
struct WriteSettings {
  std::u16string client_name{};
  bool buffer_underrun_free_disabled = false;
  bool postgap_already_in_image = false;
  bool force_media_to_be_closed = false;
  bool disable_consumer_dvd_compatibility = false;
  bool force_overwrite = false;
  RequestedSpeed speed{};
  bool speed_was_requested = false;
  IMAPI_BURN_VERIFICATION_LEVEL verification = IMAPI_BURN_VERIFICATION_NONE;
};

/// The settings behind a lock, which is never held while anybody else's code runs: a stream, a recorder or an event
/// sink may call any member of the writer again, on any thread.
class WriteControl {
 public:
  /// A copy: what they are at this moment.
  WriteSettings settings() const {
    const std::lock_guard lock(mutex_);
    return settings_;
  }

  /// `body` changes the settings, or what else a write works with. None may change while a write runs: throws
  /// E_IMAPI_DF2DATA_WRITE_IN_PROGRESS.
  template <typename Body>
  void change(Body&& body) {
    const std::lock_guard lock(mutex_);
    if (writing_) throw com::Failure{E_IMAPI_DF2DATA_WRITE_IN_PROGRESS};
    std::forward<Body>(body)(settings_);
  }
  void require_idle() {
    change([](WriteSettings&) {});
  }

  /// False where there is no write to cancel.
  bool cancel() {
    const std::lock_guard lock(mutex_);
    if (writing_) cancelled_ = true;
    return writing_;
  }
  const std::atomic<bool>& cancelled() const { return cancelled_; }

  /// The state "a write is running", which a second write may not enter (E_IMAPI_DF2DATA_WRITE_IN_PROGRESS).
  class Running {
   public:
    explicit Running(WriteControl& control) : control_(control) {
      control_.change([this](const WriteSettings&) {
        control_.cancelled_ = false;
        control_.writing_ = true;
      });
    }
    ~Running() {
      const std::lock_guard lock(control_.mutex_);
      control_.writing_ = false;
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

   private:
    WriteControl& control_;
  };

 private:
  mutable std::mutex mutex_;
  WriteSettings settings_;
  bool writing_ = false;
  std::atomic<bool> cancelled_ = false;  ///< read by the write without the lock
};

}  // namespace discbench::imapi
