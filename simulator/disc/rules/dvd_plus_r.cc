// DVD+R. ECMA-349; the distances as real discs show them: a session of 192 sectors, the next one at 2240, and 1784656
// then 1786704.
#include "disc/rules/sequential.h"

namespace discbench::disc {

const RuleBook& dvd_plus_r_rules() {
  static const SequentialRules rules({
      .unit_sectors = 16,
      // Closure of the session that ends and introduction of the one that follows.
      .gap_after_first_session = 2048,
      .gap_after_later_session = 2048,
      .maximum_tracks = 153,
      .maximum_sessions = 153,  // ECMA-349; libburn's cookbook has the same number
      .maximum_reservations = 15,
      // The fragments of the open session are one track once it is closed.
      .session_becomes_one_track = true,
      // By a disc control block, "write inhibit".
      .has_write_protection = true,
  });
  return rules;
}

}  // namespace discbench::disc
