// BD-R in Sequential Recording Mode. Tracks and sessions abut at clusters of 32 sectors: no dump of a real disc shows a
// gap, so there is none but where a drive's profile sets one.
#include "disc/rules/sequential.h"

namespace discbench::disc {

const RuleBook& bd_r_srm_rules() {
  static const SequentialRules rules({
      .unit_sectors = 32,
      // A single-layer disc's list of sequential recording ranges has room for so many; inferred, no source at hand.
      .maximum_tracks = 7927,
      .maximum_sessions = 7927,
      .maximum_reservations = 15,
      .recorder_sets_session_gap = true,
      // By the physical access control, "disc write protect".
      .has_write_protection = true,
  });
  return rules;
}

}  // namespace discbench::disc
