// What a medium is before anything is recorded on it: the numbers that its maker put there.
#pragma once

#include <cstdint>
#include <string>

#include "disc/lba.h"

namespace discbench::disc {

/// How a medium is recorded. Each has one file of rules in disc/rules/.
enum class Technology : std::uint8_t {
  cd_r,  ///< CD-R, Track At Once
  dvd_plus_r,
  bd_r_srm,    ///< BD-R, Sequential Recording Mode
  pressed_cd,  ///< CD-ROM: no recording at all
  dvd_plus_rw  ///< formatted once, then written at any address, again and again
};

/// A medium as it comes out of its box. Filled from profiles/media/*.yaml.
struct Medium {
  std::string id{};  ///< "cd-r-80"
  Technology technology = Technology::cd_r;
  std::uint32_t capacity_sectors = 0;        ///< user sectors of a blank one: 359844, 2295104, 12219392
  Lba lead_in_start{};                       ///< CD only: ATIP start of lead-in, e.g. -11634
  Lba last_possible_lead_out{};              ///< CD only: ATIP last possible start of lead-out, e.g. 359846
  std::uint8_t indicative_write_power = 0;   ///< CD only: ATIP ITWP, 0..7
  std::uint8_t disc_sub_type = 0;            ///< CD only: ATIP disc sub-type, 0..7
  bool unrestricted_use = false;             ///< the URU bit of READ DISC INFORMATION
  std::uint32_t read_compatibility_lba = 0;  ///< DVD+R only: READ TRACK INFORMATION bytes 36..39, e.g. 270336
  std::string manufacturer_id{};             ///< DVD: 8 characters at most; BD: 6
  std::string media_type_id{};               ///< 3 characters at most
  std::uint8_t revision = 0;                 ///< product revision number (DVD+R, BD)
};

}  // namespace discbench::disc
