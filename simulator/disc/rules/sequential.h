// What all sequential write-once media share. A technology's own file holds its numbers and where they come from.
#pragma once

#include "disc/rules/rule_book.h"

namespace discbench::disc {

struct SequentialNumbers {
  std::uint32_t unit_sectors = 1;             ///< error correction block
  std::uint32_t minimum_track_sectors = 0;    ///< a shorter track is padded by the recorder
  std::uint32_t run_out_sectors = 0;          ///< behind the user sectors, part of the track's size
  std::uint32_t gap_between_tracks = 0;       ///< within one session
  std::uint32_t gap_after_first_session = 0;  ///< from the end of its last track to the next session's first sector
  std::uint32_t gap_after_later_session = 0;
  std::uint16_t maximum_tracks = 0;
  std::uint16_t maximum_sessions = 0;
  std::uint16_t maximum_reservations = 0;  ///< open at one time
  bool synchronise_ends_track = false;
  bool session_becomes_one_track = false;  ///< its tracks merge when it is closed
  bool has_finalise_function = true;       ///< else closing a session without a next one does it
  bool has_session_at_once = false;        ///< a session can be planned and written in one go
  bool recorder_sets_session_gap = false;  ///< RecorderHabits::bd_session_gap_sectors is added
  bool has_write_protection = false;       ///< the medium has a place for it
};

class SequentialRules final : public RuleBook {
 public:
  explicit SequentialRules(const SequentialNumbers& numbers) : numbers_(numbers) {}

  DiscState blank(const Medium& medium) const override;
  Outcome write(Recording& recording, Lba first, std::uint32_t sectors) const override;
  Outcome synchronise(Recording& recording) const override;
  Outcome close_track(Recording& recording, std::uint16_t number) const override;
  Outcome close_session(Recording& recording, NextSession next) const override;
  Outcome finalise(Recording& recording) const override;
  Outcome reserve_track(Recording& recording, std::uint32_t sectors) const override;
  Outcome damage(Recording& recording) const override;
  Outcome write_protect(Recording& recording) const override;
  Outcome plan_session(Recording& recording, const SessionPlan& plan) const override;
  void forget_plan(Recording& recording) const override;
  std::uint32_t unit_sectors() const override { return numbers_.unit_sectors; }
  Limits limits() const override { return {numbers_.maximum_tracks, numbers_.maximum_reservations}; }
  std::uint32_t gap_after_session(const RecorderHabits& habits, std::uint16_t number) const override;

 private:
  Track invisible_track(const Recording& recording, std::uint16_t number, std::uint16_t session, Lba start) const;
  Refusal why_not_writable_at(const Recording& recording, Lba first) const;
  void pad_to(Recording& recording, Track& track, std::uint32_t sectors) const;
  void complete(Recording& recording, Track& track) const;
  void complete_session(Recording& recording) const;
  void begin_session(Recording& recording) const;
  void end_session(Recording& recording, NextSession next) const;

  // Session At Once: session_at_once.cc.
  bool is_possible(const Recording& recording, const SessionPlan& plan) const;
  Outcome write_at_once(Recording& recording, Lba first, std::uint32_t sectors) const;
  void begin_first_planned_track(Recording& recording) const;
  void make_pre_gap(Recording& recording, Lba first) const;
  void follow_plan(Recording& recording) const;
  Outcome end_session_at_once(Recording& recording) const;

  SequentialNumbers numbers_;
};

}  // namespace discbench::disc
