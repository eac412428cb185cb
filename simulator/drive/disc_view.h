// What several commands say of a disc, worked out once.
#pragma once

#include <cstdint>

#include "disc/disc.h"
#include "drive/settings.h"
#include "mmc/exchange.h"

namespace discbench::drive {

/// READ CAPACITY's last address plus one: the end of the last complete session. 0 where there is none.
std::uint32_t readable_sectors(const disc::Disc& disc);

/// CONTROL of the data tracks of a disc, in its table of contents and in READ TRACK INFORMATION. Drives differ on
/// DVD+RW.
std::uint8_t control_of(const DriveSettings& settings, const disc::Disc& disc);

/// CONTROL of one track, where data tracks have `of_data`.
std::uint8_t control_of(const disc::Track& track, std::uint8_t of_data);

/// What is said of a sector that holds nothing to read. Inside the capacity that READ CAPACITY gives there are such
/// (run-out, gaps between sessions): the medium cannot be read there. Behind it only an open track's data can be read.
mmc::Completion unreadable(const disc::Disc& disc, disc::Lba lba);

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
