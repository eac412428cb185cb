// The rule book of a recording technology: where a write may go, what a close does, how many sectors lie between two
// sessions, what is left free. The drive asks; it never computes layout itself.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "disc/disc.h"

namespace discbench::disc {

/// Sectors that the recorder fills with zeros by itself.
struct Padding {
  Lba first{};
  std::uint32_t sectors = 0;
  SectorForm form = SectorForm::data;
};

/// What a rule works on. A rule that refuses has changed nothing of it.
struct Recording {
  const Medium& medium;
  const RecorderHabits& habits;
  DiscState& state;
  std::vector<Padding>& padding;
};

class RuleBook {
 public:
  struct Limits {
    std::uint16_t tracks = 0;
    std::uint16_t reservations = 0;  ///< open at one time
  };

  virtual ~RuleBook() = default;

  virtual DiscState blank(const Medium& medium) const = 0;
  virtual Outcome write(Recording& recording, Lba first, std::uint32_t sectors) const = 0;
  virtual Outcome synchronise(Recording& recording) const = 0;
  virtual Outcome close_track(Recording& recording, std::uint16_t number) const = 0;
  virtual Outcome close_session(Recording& recording, NextSession next) const = 0;
  virtual Outcome finalise(Recording& recording) const = 0;
  virtual Outcome reserve_track(Recording& recording, std::uint32_t sectors) const = 0;
  // Most media are not formatted, and nothing happens on them by itself.
  virtual Outcome format(Recording&, std::uint32_t) const { return Refusal::not_formattable; }
  virtual Outcome restart_format(Recording&) const { return Refusal::not_formattable; }
  virtual Outcome stop_format(Recording&) const { return Refusal::function_not_of_this_medium; }
  virtual void pass_time(Recording&, std::uint64_t) const {}
  virtual std::uint64_t busy_ms(const DiscState&) const { return 0; }
  virtual std::uint16_t format_progress(const Medium&, const DiscState&) const { return 0; }
  /// The power fails while a track is being written. no_such_track where none is.
  virtual Outcome damage(Recording&) const { return Refusal::no_such_track; }
  /// Forbids every recording for ever, on media that have a place to say so.
  virtual Outcome write_protect(Recording&) const { return Refusal::function_not_of_this_medium; }
  /// Session At Once: how CDs alone are recorded.
  virtual Outcome plan_session(Recording&, const SessionPlan&) const { return Refusal::function_not_of_this_medium; }
  virtual void forget_plan(Recording&) const {}
  /// The error correction block that writes are padded to, in sectors.
  virtual std::uint32_t unit_sectors() const = 0;
  virtual Limits limits() const = 0;
  /// Sectors between the end of a session and the first sector of the next, if there will be one.
  virtual std::uint32_t gap_after_session(const RecorderHabits& habits, std::uint16_t number) const = 0;
};

/// The one table of technologies.
const RuleBook& rule_book(Technology technology);

// One file each.
const RuleBook& cd_r_rules();
const RuleBook& dvd_plus_r_rules();
const RuleBook& bd_r_srm_rules();
const RuleBook& dvd_plus_rw_rules();
const RuleBook& pressed_cd_rules();
const RuleBook& pressed_dvd_rules();
const RuleBook& pressed_bd_rules();

}  // namespace discbench::disc
