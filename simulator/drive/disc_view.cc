#include "drive/disc_view.h"

#include <algorithm>

#include "disc/rules/rule_book.h"
#include "drive/technology.h"

namespace discbench::drive {

std::uint32_t readable_sectors(const disc::Disc& disc) {
  const auto end = disc.state().end_of_complete_sessions();
  return end ? static_cast<std::uint32_t>(end->value) : 0;
}

std::uint8_t control_of(const DriveSettings& settings, const disc::Disc& disc) {
  constexpr std::uint8_t incremental_data_copy_permitted = 7;
  const disc::Technology technology = disc.medium().technology;
  const bool fixed_packets = technology == disc::Technology::dvd_plus_rw && settings.dvd_plus_rw_fixed_packets;
  return fixed_packets ? incremental_data_copy_permitted : traits_of(technology).control;
}

std::uint8_t control_of(const disc::Track& track, std::uint8_t of_data) {
  constexpr std::uint8_t audio = 0;  // two channels without pre-emphasis, not to be copied
  return track.form == disc::SectorForm::audio ? audio : of_data;
}

mmc::Completion unreadable(const disc::Disc& disc, disc::Lba lba) {
  const bool inside = lba.value >= 0 && std::uint32_t(lba.value) < readable_sectors(disc);
  if (inside) return mmc::check_condition(mmc::sense::unreadable_sector, static_cast<std::uint32_t>(lba.value));
  return mmc::check_condition(mmc::sense::logical_block_address_out_of_range);
}

disc::Lba cd_lead_in_start(const disc::Disc& disc) {
  const disc::DiscState& state = disc.state();
  if (state.sessions.size() == 1) return disc.medium().lead_in_start;
  constexpr std::int64_t lead_in_and_pre_gap = 4500 + 150;
  return state.track(state.last_session().first_track)->start + -lead_in_and_pre_gap;
}

TrackResources track_resources(const disc::Disc& disc) {
  const auto& tracks = disc.state().tracks;
  const disc::RuleBook::Limits limits = disc.rules().limits();
  const auto open = std::ranges::count_if(tracks, [](const disc::Track& track) { return track.writable(); });
  return TrackResources{.maximum_tracks = limits.tracks,
                        .assigned_tracks = static_cast<std::uint16_t>(tracks.size()),
                        .maximum_open_tracks = static_cast<std::uint16_t>(limits.reservations + 1),
                        .open_tracks = static_cast<std::uint16_t>(open)};
}

}  // namespace discbench::drive
