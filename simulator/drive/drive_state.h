// Everything that a drive remembers between two commands.
#pragma once

#include <optional>
#include <vector>

#include "disc/disc.h"
#include "drive/attentions.h"
#include "drive/clock.h"
#include "drive/mode_pages.h"
#include "drive/reply.h"
#include "drive/settings.h"
#include "drive/technology.h"

namespace discbench::drive {

/// Who may use the drive while others are kept out.
struct ExclusiveAccess {
  mmc::Initiator owner{};
  std::uint32_t count = 0;
};

struct DriveState {
  explicit DriveState(DriveSettings drive_settings) : settings(std::move(drive_settings)) {}

  DriveSettings settings;
  VirtualClock clock;
  std::optional<disc::Disc> disc;  ///< in the tray, open or closed
  bool tray_open = false;
  bool removal_prevented = false;
  bool removal_prevented_persistently = false;
  Attentions attentions;
  ExclusiveAccess exclusive;
  ModePages mode_pages;
  std::uint32_t selected_read_speed_kbps = 0;   ///< 0: the fastest
  std::uint32_t selected_write_speed_kbps = 0;  ///< 0: the fastest
  Reply reply;

  /// The disc that commands work on: behind a closed tray, and of a kind that this drive knows. Else nullptr.
  disc::Disc* medium();
  const disc::Disc* medium() const;
  /// 0000h where medium() is null.
  std::uint16_t current_profile() const;
  /// The medium is recordable by this drive and not closed for ever.
  bool medium_takes_recording() const;
  /// Speeds for the medium that is in; empty without one.
  const SpeedList& read_speeds() const;
  const SpeedList& write_speeds() const;
  std::uint32_t current_read_speed() const;
  std::uint32_t current_write_speed() const;
  bool may_remove() const { return !removal_prevented && !removal_prevented_persistently && busy_ms() == 0; }
  /// How long from now the drive can do nothing with the medium that is in: a format's lead-in is being written.
  std::uint64_t busy_ms() const { return medium() == nullptr ? 0 : medium()->busy_ms(); }

  /// Lets the drive do what it does by itself up to the clock's present time.
  void catch_up();
  /// Moves the clock, and catches up.
  void pass_time(std::uint64_t milliseconds);

  void open_tray();
  void close_tray();
  void medium_arrived();

 private:
  std::uint64_t caught_up_to_ms_ = 0;
};

}  // namespace discbench::drive
