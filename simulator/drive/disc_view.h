// What several commands say of a disc, worked out once.
#pragma once

#include <cstdint>

#include "disc/disc.h"
#include "drive/settings.h"

namespace discbench::drive {

/// READ CAPACITY's last address plus one: the end of the last complete session. 0 where there is none.
std::uint32_t readable_sectors(const disc::Disc& disc);

/// CONTROL of the disc's tracks, in its table of contents and in READ TRACK INFORMATION. Drives differ on DVD+RW.
std::uint8_t control_of(const DriveSettings& settings, const disc::Disc& disc);

/// CD: where the lead-in of the last session begins. The first one's is said in the ATIP; a later one follows the
/// lead-out before it, and is 4500 sectors and a pre-gap of 150 long.
disc::Lba cd_lead_in_start(const disc::Disc& disc);

struct TrackResources {
  std::uint16_t maximum_tracks = 0;
  std::uint16_t assigned_tracks = 0;
  std::uint16_t maximum_open_tracks = 0;
  std::uint16_t open_tracks = 0;
};
TrackResources track_resources(const disc::Disc& disc);

}  // namespace discbench::drive
