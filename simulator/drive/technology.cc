#include "drive/technology.h"

#include "mmc/profile_numbers.h"

namespace discbench::drive {
namespace {

// Blocking: MMC-6, Random Readable feature. The bits of a track: real drives' READ TRACK INFORMATION; a closed CD track
// answers 36 bytes with all flags 0 and track mode 4. CONTROL 7 of DVD+R and 4 of BD: real drives' fabricated TOCs.
constexpr TechnologyTraits cd_r{.profile = mmc::profile_number::cd_r,
                                .medium_class = MediumClass::cd,
                                .blocking = 1,
                                .control = 4,
                                .answers_invisible_track_number = true,
                                .track_information_length = 34};
constexpr TechnologyTraits dvd_plus_r{.profile = mmc::profile_number::dvd_plus_r,
                                      .medium_class = MediumClass::dvd,
                                      .blocking = 16,
                                      .control = 7,
                                      .answers_invisible_track_number = true};
constexpr TechnologyTraits bd_r_srm{.profile = mmc::profile_number::bd_r_srm,
                                    .medium_class = MediumClass::bd,
                                    .blocking = 32,
                                    .control = 4,
                                    .packet_bit = true,
                                    .closed_track_keeps_rt = true};
// An unformatted DVD+RW has an invisible incremental track.
constexpr TechnologyTraits dvd_plus_rw{.profile = mmc::profile_number::dvd_plus_rw,
                                       .medium_class = MediumClass::dvd,
                                       .blocking = 16,
                                       .control = 4,
                                       .overwritable = true};
constexpr TechnologyTraits pressed_cd{.profile = mmc::profile_number::cd_rom,
                                      .medium_class = MediumClass::cd,
                                      .blocking = 1,
                                      .control = 4,
                                      .track_information_length = 34};

}  // namespace

const TechnologyTraits& traits_of(disc::Technology technology) {
  switch (technology) {
    case disc::Technology::cd_r:
      return cd_r;
    case disc::Technology::dvd_plus_r:
      return dvd_plus_r;
    case disc::Technology::bd_r_srm:
      return bd_r_srm;
    case disc::Technology::dvd_plus_rw:
      return dvd_plus_rw;
    case disc::Technology::pressed_cd:
      break;
  }
  return pressed_cd;
}

}  // namespace discbench::drive
