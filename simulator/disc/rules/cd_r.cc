// CD-R, Track At Once and Session At Once. Orange Book part II; the distances as libburn's cookbook and cdrdao give
// them, and as discs show them (user sectors 608, next session at 12010: 608 + 2 + 11400).
#include "disc/rules/sequential.h"

namespace discbench::disc {

const RuleBook& cd_r_rules() {
  static const SequentialRules rules({
      .unit_sectors = 1,
      // The shortest track of a CD is four seconds. Red Book, as READ TRACK INFORMATION and SEND CUE SHEET enforce it.
      .minimum_track_sectors = 300,
      // Track At Once ends a track with two sectors that no one can read: 335564 sectors give a lead-out at 335566.
      .run_out_sectors = 2,
      // The pre-gap of the next track: two seconds.
      .gap_between_tracks = 150,
      // Lead-out 6750 sectors after the first session and 2250 after a later one, lead-in 4500, pre-gap 150.
      .gap_after_first_session = 6750 + 4500 + 150,
      .gap_after_later_session = 2250 + 4500 + 150,
      .maximum_tracks = 99,
      .maximum_sessions = 99,
      .maximum_reservations = 98,
      // SYNCHRONIZE CACHE ends the track; burning programs rely on that and send no CLOSE TRACK.
      .synchronise_ends_track = true,
      // Whether a session is the last one is said in mode page 05h, not by a close function.
      .has_finalise_function = false,
      .has_session_at_once = true,
  });
  return rules;
}

}  // namespace discbench::disc
