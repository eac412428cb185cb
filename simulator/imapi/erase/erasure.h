// One erase of the medium in a recorder, from the first question to the last.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "imapi/writer/mmc_device.h"

namespace discbench::imapi {

/// How a medium becomes as good as new.
enum class EraseMethod : std::uint8_t {
  none,                ///< not by this eraser
  blank,               ///< BLANK: CD-RW, DVD-RW
  format_dvd_plus_rw,  ///< FORMAT UNIT, type 26h: a DVD+RW is never blank again, but reads as zeros
};
EraseMethod erase_method_of(std::uint16_t profile);

/// Types of the media that have a method, each once.
std::span<const IMAPI_MEDIA_PHYSICAL_TYPE> erasable_media_types();

/// Seconds. There is no clock in this: they are the share that the drive says is done, of a duration that follows from
/// the drive's speed and the size of the medium.
using EraseProgress = std::function<void(LONG elapsed, LONG estimated_total)>;

class Erasure {
 public:
  /// `full`: the whole medium; else as little as makes it look empty. `device` must outlive this.
  Erasure(MmcDevice& device, bool full, EraseProgress progress)
      : device_(device), full_(full), progress_(std::move(progress)) {}

  /// Returns when the medium is erased. Throws what MmcDevice throws for states that have a name (no medium, write
  /// protected, becoming ready); else E_IMAPI_ERASE_MEDIA_IS_NOT_SUPPORTED, _MEDIA_IS_NOT_ERASABLE,
  /// _DISC_INFORMATION_TOO_SMALL, _MODE_PAGE_2A_TOO_SMALL, _DRIVE_FAILED_SPINUP_COMMAND, _DRIVE_FAILED_ERASE_COMMAND,
  /// _UNEXPECTED_DRIVE_RESPONSE_DURING_ERASE or _TOOK_LONGER_THAN_ONE_HOUR.
  void run();

 private:
  /// What a poll found.
  struct Poll {
    bool busy = false;
    std::uint16_t progress = 0;  ///< in 65536ths; 0 where the drive does not tell
  };

  void learn_medium();
  void require_erasable();
  LONG full_duration();
  void spin_up();
  void start();
  Poll ask_whether_ready();
  Poll ask_for_background_format();
  template <typename Ask>
  void wait(Ask ask, LONG before, LONG duration);
  void tell(LONG elapsed);

  MmcDevice& device_;
  bool full_;
  EraseProgress progress_;
  EraseMethod method_ = EraseMethod::none;
  LONG first_phase_ = 0;   ///< seconds that the command itself takes
  LONG second_phase_ = 0;  ///< seconds that the drive goes on by itself
  LONG told_ = -1;
  int attentions_to_bear_ = 2;
};

}  // namespace discbench::imapi
