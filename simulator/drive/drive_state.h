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
  std::uint64_t ready_at_ms = 0;     ///< when the disc will have been recognised
  bool arrival_to_announce = false;  ///< a disc is becoming ready, and the hosts do not know yet
  bool removal_prevented = false;
  bool removal_prevented_persistently = false;
  Attentions attentions;
  ExclusiveAccess exclusive;
  ModePages mode_pages;
  std::uint32_t selected_read_speed_kbps = 0;   ///< 0: the fastest
  std::uint32_t selected_write_speed_kbps = 0;  ///< 0: the fastest
  disc::Lba pick_up{-1};                        ///< the last sector that was read or written
  Reply reply;

  /// The drive looks for a disc and at it, and knows nothing of it yet.
  bool becoming_ready() const { return !tray_open && clock.now_ms() < ready_at_ms; }
  /// The disc that commands work on: behind a closed tray, recognised, and of a kind that this drive knows. Else
  /// nullptr.
  disc::Disc* medium();
  const disc::Disc* medium() const;
  /// 0000h where medium() is null.
  std::uint16_t current_profile() const;
  /// The medium is recordable by this drive, not closed for ever and not write-protected.
  bool medium_takes_recording() const;
  /// A medium that this drive could record is protected from it by software, until the power goes.
  bool refuses_to_write() const;
  /// A CD is in, and sessions at once are selected for it in mode page 05h.
  bool writes_session_at_once() const;
  /// What becomes of a CD is said in mode page 05h.
  disc::NextSession next_session() const;
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
  /// Begins to look for a disc, for as long as the drive's profile says.
  void spin_up();
  /// Tells the hosts of a disc that has become ready by now.
  void announce_arrival();
  /// Lets the time pass that the disc still needs.
  void wait_until_ready();

 private:
  std::uint64_t caught_up_to_ms_ = 0;
};

}  // namespace discbench::drive
