// A simulated recorder: commands in, replies out. What a host can see of it goes through execute(); the rest of this
// class is what a person does at the front panel.
#pragma once

#include <memory>
#include <optional>

#include "disc/disc.h"
#include "drive/clock.h"
#include "drive/settings.h"
#include "transport/transport.h"

namespace discbench::drive {

struct DriveState;

class Drive final : public transport::Transport {
 public:
  explicit Drive(DriveSettings settings);
  ~Drive() override;
  Drive(const Drive&) = delete;
  Drive& operator=(const Drive&) = delete;

  mmc::Completion execute(const mmc::Request& request) override;
  bool acquire_exclusive(mmc::Initiator initiator) override;
  void release_exclusive(mmc::Initiator initiator) override;

  // The front panel. Every one of these raises the unit attention and the event that MMC wants of it.
  void power_on();   ///< or reset: 6/29/00; mode pages go back to their defaults, a background format stops
  void open_tray();  ///< as by the button; does nothing where removal is prevented, but for the event
  void close_tray();
  void insert(disc::Disc disc);        ///< into the open tray or the empty drive, and closes the tray
  std::optional<disc::Disc> remove();  ///< opens the tray and takes the disc out

  /// Nobody does anything for a while: the clock moves, and a format goes on. Whoever moves clock() by hand finds the
  /// drive where it was until the next command or the next of these.
  void pass_time(std::uint64_t milliseconds);

  /// Forgets unit attentions and events: what bring-up does, so that a fresh bench starts quiet.
  void clear_attentions();

  /// The disc in it, in an open tray too; nullptr where there is none.
  const disc::Disc* disc() const;
  disc::Disc* disc();
  bool tray_open() const;
  const DriveSettings& settings() const;
  VirtualClock& clock();

 private:
  std::unique_ptr<DriveState> state_;
};

}  // namespace discbench::drive
