#include "disc/rules/rule_book.h"

namespace discbench::disc {

const RuleBook& rule_book(Technology technology) {
  switch (technology) {
    case Technology::cd_r:
      return cd_r_rules();
    case Technology::dvd_plus_r:
      return dvd_plus_r_rules();
    case Technology::bd_r_srm:
      return bd_r_srm_rules();
    case Technology::dvd_plus_rw:
      return dvd_plus_rw_rules();
    case Technology::pressed_cd:
      break;
  }
  return pressed_rules();
}

}  // namespace discbench::disc
