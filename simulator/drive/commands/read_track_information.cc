#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/read_track_information.h"

namespace discbench::drive {
namespace {

constexpr std::uint8_t data_mode_1 = 1;
constexpr std::uint8_t data_mode_unknown = 0xf;

const disc::Track* track_by_number(const disc::Disc& disc, std::uint32_t number) {
  const bool answers_invisible = traits_of(disc.medium().technology).answers_invisible_track_number;
  if (number == mmc::invisible_track_number && answers_invisible) return disc.state().growing_track();
  return number > UINT16_MAX ? nullptr : disc.state().track(static_cast<std::uint16_t>(number));
}

const disc::Track* first_track_of_session(const disc::Disc& disc, std::uint32_t number) {
  for (const disc::Session& session : disc.state().sessions)
    if (session.number == number) return disc.state().track(session.first_track);
  return nullptr;
}

const disc::Track* track_at_address(const disc::Disc& disc, std::uint32_t address) {
  const disc::Lba lba{static_cast<std::int32_t>(address)};
  const bool in_pre_gap =
      traits_of(disc.medium().technology).medium_class == MediumClass::cd && lba.value < 0 && lba.value >= -150;
  return in_pre_gap ? &disc.state().tracks.front() : disc.state().track_at(lba);
}

const disc::Track* addressed_track(const disc::Disc& disc, const mmc::ReadTrackInformation& cdb) {
  switch (cdb.address_type) {
    case mmc::TrackAddressType::logical_block:
      return track_at_address(disc, cdb.address);
    case mmc::TrackAddressType::track:
      return track_by_number(disc, cdb.address);
    case mmc::TrackAddressType::session:
      return first_track_of_session(disc, cdb.address);
  }
  return nullptr;
}

/// With the Open bit: the first track from there on that can be written to.
const disc::Track* next_open(const disc::Disc& disc, const disc::Track& from) {
  for (const disc::Track& track : disc.state().tracks)
    if (track.number >= from.number && track.writable()) return &track;
  return nullptr;
}

std::uint32_t next_writable_address(const Exchange& exchange, const disc::Disc& disc, const disc::Track& track) {
  const bool blank_cd =
      disc.state().status == disc::DiscStatus::blank && disc.medium().technology == disc::Technology::cd_r;
  if (blank_cd && exchange.drive.settings.blank_cd_next_writable_is_minus_150) return std::uint32_t(-150);
  return static_cast<std::uint32_t>(track.next_writable().value);
}

constexpr std::uint32_t dvd_plus_rw_packet_sectors = 16;

/// No address is the next one where every one can be written. An unformatted track is invisible and incremental; of a
/// formatted one drives differ: all flags zero, or fixed packets.
void describe_overwritable(const Exchange& exchange, const disc::Disc& disc, mmc::TrackInformation& information) {
  const DriveSettings& settings = exchange.drive.settings;
  const disc::Formatting& formatting = *disc.state().formatting;
  const bool fixed_packets = formatting.usable() && settings.dvd_plus_rw_fixed_packets;
  information.track_mode = control_of(settings, disc);
  information.packet = !formatting.usable() || fixed_packets;
  information.fixed_packet = fixed_packets;
  information.fixed_packet_size = fixed_packets ? dvd_plus_rw_packet_sectors : 0;
  information.next_writable_address_valid = false;
  information.next_writable_address = 0;
  if (!settings.dvd_plus_rw_last_recorded_address || !formatting.last_recorded) return;
  information.last_recorded_address_valid = true;
  information.last_recorded_address = static_cast<std::uint32_t>(formatting.last_recorded->value);
}

mmc::TrackInformation describe(const Exchange& exchange, const disc::Disc& disc, const disc::Track& track) {
  const TechnologyTraits& traits = traits_of(disc.medium().technology);
  const bool closed = track.state == disc::TrackState::complete;
  const bool writable = track.writable();
  return mmc::TrackInformation{
      .data_length = traits.track_information_length,
      .track_number = track.number,
      .session_number = track.session,
      .track_mode = traits.control,
      .reserved_track = track.is_reservation() || (closed && traits.closed_track_keeps_rt),
      .blank = track.blank(),
      .packet = traits.packet_bit,
      .data_mode = track.blank() ? data_mode_unknown : data_mode_1,
      .next_writable_address_valid = writable,
      .track_start_address = static_cast<std::uint32_t>(track.start.value),
      .next_writable_address = writable ? next_writable_address(exchange, disc, track) : 0,
      .free_blocks = track.free_sectors(),
      .track_size = track.size_sectors,
      .read_compatibility_lba = disc.medium().read_compatibility_lba,
  };
}

}  // namespace

bool valid(const mmc::ReadTrackInformation& cdb) { return static_cast<std::uint8_t>(cdb.address_type) != 3; }

Completion read_track_information(Exchange& exchange, const mmc::ReadTrackInformation& cdb) {
  const disc::Disc& disc = exchange.medium();
  const disc::Track* track = addressed_track(disc, cdb);
  if (track != nullptr && cdb.open) track = next_open(disc, *track);
  if (track == nullptr) return check_condition(sense::invalid_field_in_cdb);
  auto information = describe(exchange, disc, *track);
  if (disc.state().formatting) describe_overwritable(exchange, disc, information);
  constexpr std::size_t length_field = 2;
  const auto encoded = bytes::encode(information);
  exchange.drive.reply.append_bytes(std::span(encoded).first(information.data_length + length_field));
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
