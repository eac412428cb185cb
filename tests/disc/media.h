// Media for tests, with the numbers of real ones.
#pragma once

#include <memory>

#include "disc/disc.h"
#include "disc/memory_store.h"

namespace discbench::disc {

inline Medium cd_r_80() {
  return {.id = "cd-r-80",
          .technology = Technology::cd_r,
          .capacity_sectors = 359844,
          .lead_in_start = Lba{-11634},
          .last_possible_lead_out = Lba{359846},
          .indicative_write_power = 5,
          .disc_sub_type = 3};
}
inline Medium dvd_plus_r() {
  return {.id = "dvd-plus-r",
          .technology = Technology::dvd_plus_r,
          .capacity_sectors = 2295104,
          .unrestricted_use = true,
          .read_compatibility_lba = 270336,
          .manufacturer_id = "CMC MAG",
          .media_type_id = "M01"};
}
inline Medium bd_r_25() {
  return {.id = "bd-r-25",
          .technology = Technology::bd_r_srm,
          .capacity_sectors = 12219392,
          .unrestricted_use = true,
          .manufacturer_id = "VERBAT",
          .media_type_id = "IMe"};
}
inline Medium pressed_cd() {
  return {.id = "cd-rom", .technology = Technology::pressed_cd, .capacity_sectors = 359849};
}

inline Medium dvd_plus_rw() {
  return {.id = "dvd-plus-rw",
          .technology = Technology::dvd_plus_rw,
          .capacity_sectors = 2295104,
          .manufacturer_id = "RITEK",
          .media_type_id = "004",
          .revision = 48};
}

inline Disc blank(Medium medium) { return Disc(std::move(medium), std::make_unique<MemoryStore>()); }

/// Writes a pattern at the next writable address of the growing track.
inline Outcome append(Disc& disc, std::uint32_t sectors) {
  const Track* growing = disc.state().growing_track();
  return growing == nullptr ? Outcome(Refusal::end_of_medium)
                            : disc.write_pattern(growing->next_writable(), sectors, Pattern{7});
}

inline Outcome burn_session(Disc& disc, std::uint32_t sectors) {
  if (const Outcome refusal = append(disc, sectors)) return refusal;
  return disc.close_session(NextSession::allowed);
}

}  // namespace discbench::disc
