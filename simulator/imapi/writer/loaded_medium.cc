#include "imapi/writer/loaded_medium.h"

#include <algorithm>
#include <limits>

#include "imapi/writer/blank_heuristic.h"
#include "mmc/features.h"

namespace discbench::imapi {
namespace {

// Disc Status and State of Last Session: MMC-6, READ DISC INFORMATION command.
constexpr std::uint8_t disc_blank = 0;
constexpr std::uint8_t disc_appendable = 1;
constexpr std::uint8_t disc_complete = 2;
constexpr std::uint8_t session_empty = 0;
constexpr std::uint8_t session_incomplete = 1;
constexpr std::uint8_t session_damaged = 2;
constexpr std::uint8_t session_complete = 3;

/// Of a medium without sessions.
constexpr std::uint16_t the_only_track = 1;

[[noreturn]] void invalid_media_state() { throw com::Failure{E_IMAPI_DF2DATA_INVALID_MEDIA_STATE}; }

/// A sector number or count as IMAPI2 hands it out. No medium has 2^31 sectors.
LONG sectors(std::uint64_t number) {
  if (number > static_cast<std::uint64_t>(std::numeric_limits<LONG>::max())) invalid_response();
  return static_cast<LONG>(number);
}

std::uint64_t end_of(const mmc::TrackInformation& track) {
  return std::uint64_t{track.track_start_address} + track.track_size;
}

/// A recorder that expects a CD's pre-gap from the host reports the address 150 sectors in front of the track. Data
/// goes behind the pre-gap.
std::uint32_t behind_pre_gap(std::uint32_t address, const mmc::TrackInformation& track) {
  constexpr std::uint32_t pre_gap_sectors = 150;
  return address == track.track_start_address - pre_gap_sectors ? track.track_start_address : address;
}

/// One of the features is current by which a recorder says that it writes anywhere.
bool can_overwrite(const Configuration& configuration) {
  if (configuration.find(mmc::feature::random_writable) != nullptr) return true;
  if (configuration.find(mmc::feature::rigid_restricted_overwrite) != nullptr) return true;
  // Drives that only read DVD+RW have the feature too, with its Write bit clear.
  const Configuration::Feature* feature = configuration.find(mmc::feature::dvd_plus_rw);
  return feature != nullptr && decode_what_came<mmc::DvdPlusRwFeature>(feature->payload).write;
}

}  // namespace

LoadedMedium::LoadedMedium(MmcDevice& device)
    : device_(device),
      configuration_(device.configuration()),
      kind_(media_kind_of(configuration_.current_profile)),
      disc_(device.disc_information()) {}

bool LoadedMedium::blank() const { return !kind_.read_only && disc_.disc_status == disc_blank; }
bool LoadedMedium::finalised() const { return !kind_.overwritable && disc_.disc_status == disc_complete; }
bool LoadedMedium::session_is_open() const {
  return disc_.disc_status == disc_appendable && disc_.state_of_last_session == session_incomplete;
}

bool LoadedMedium::recorder_can_write_it() const {
  switch (kind_.recording) {
    case Recording::none:
      return false;
    case Recording::track_at_once:
      return configuration_.find(mmc::feature::cd_track_at_once) != nullptr;
    case Recording::dvd_plus: {
      // Drives that only read DVD+R have the feature too, with its Write bit clear.
      const Configuration::Feature* feature = configuration_.find(mmc::feature::dvd_plus_r);
      return feature != nullptr && decode_what_came<mmc::DvdPlusRFeature>(feature->payload).write;
    }
    case Recording::blu_ray_serial:
      return configuration_.find(mmc::feature::bd_write) != nullptr;
    case Recording::dvd_plus_rw:
      return can_overwrite(configuration_);
  }
  return false;
}

void LoadedMedium::require_writable_kind() const {
  if (!kind_.writable()) invalid_media_state();
}

IMAPI_MEDIA_WRITE_PROTECT_STATE LoadedMedium::write_protection() {
  if (kind_.read_only) return IMAPI_WRITEPROTECTED_READ_ONLY_MEDIA;
  std::int32_t state = 0;
  if (device_.software_write_protected()) state |= IMAPI_WRITEPROTECTED_UNTIL_POWERDOWN;
  const MediaFamily family = kind_.family();
  if (family == MediaFamily::dvd || family == MediaFamily::bd) {  // the structure is theirs
    const auto status = device_.write_protection(family == MediaFamily::bd).value_or(mmc::WriteProtectionStatus{});
    if (status.swpp) state |= IMAPI_WRITEPROTECTED_UNTIL_POWERDOWN;
    if (status.cwp) state |= IMAPI_WRITEPROTECTED_BY_CARTRIDGE;
    if (status.mswi) state |= IMAPI_WRITEPROTECTED_BY_MEDIA_SPECIFIC_REASON;
    if (status.pwp) state |= IMAPI_WRITEPROTECTED_BY_SOFTWARE_WRITE_PROTECT;
  }
  return static_cast<IMAPI_MEDIA_WRITE_PROTECT_STATE>(state);
}

IMAPI_FORMAT2_DATA_MEDIA_STATE LoadedMedium::media_state() {
  std::int32_t state = 0;
  if (write_protection() != 0) state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_WRITE_PROTECTED;
  if (!kind_.writable()) {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MEDIA;
  } else if (kind_.random_write()) {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_OVERWRITE_ONLY;
    if (blank()) state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_BLANK;
  } else if (disc_.disc_status == disc_blank) {
    // Both bits, as Windows was seen to answer 6 for a blank CD-R.
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_BLANK | IMAPI_FORMAT2_DATA_MEDIA_STATE_APPENDABLE;
  } else if (disc_.state_of_last_session == session_damaged) {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_DAMAGED;
  } else if (finalised()) {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_FINALIZED;
    if (disc_.erasable) state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_ERASE_REQUIRED;
  } else if (session_is_open()) {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_NON_EMPTY_SESSION;
  } else if (disc_.disc_status == disc_appendable) {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_APPENDABLE;
  } else {
    state |= IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MEDIA;
  }
  return static_cast<IMAPI_FORMAT2_DATA_MEDIA_STATE>(state);
}

VARIANT_BOOL LoadedMedium::physically_blank() const { return com::variant_bool(blank()); }

VARIANT_BOOL LoadedMedium::heuristically_blank() {
  // What can become blank again is blank when its recorder says so.
  return com::variant_bool(blank() || (kind_.overwritable && zero_at_both_ends(device_)));
}

VARIANT_BOOL LoadedMedium::supports_sequential_sessions() {
  const bool appendable = disc_.disc_status == disc_blank ||
                          (disc_.disc_status == disc_appendable && disc_.state_of_last_session == session_empty);
  const bool sequential = !kind_.random_write() && recorder_can_write_it();
  return com::variant_bool(sequential && appendable && write_protection() == 0);
}

VARIANT_BOOL LoadedMedium::supports_random_write() {
  // In its current state an unformatted medium takes no write; Write formats it.
  const bool formatted = kind_.random_write() && !blank();
  return com::variant_bool(formatted && recorder_can_write_it() && write_protection() == 0);
}

void LoadedMedium::require_random_write() const {
  if (!kind_.random_write()) invalid_media_state();
}

LONG LoadedMedium::random_write_unit_sectors() const {
  require_random_write();
  return kind_.write_unit_sectors;
}

LONG LoadedMedium::last_written_address() {
  require_random_write();
  const auto track = numbered_track(the_only_track);
  if (!track.last_recorded_address_valid) throw com::Failure{E_NOTIMPL};
  return sectors(track.last_recorded_address);
}

LONG LoadedMedium::write_unit_sectors() const {
  require_writable_kind();
  return kind_.write_unit_sectors;
}

mmc::TrackInformation LoadedMedium::numbered_track(std::uint16_t number) {
  const auto track = device_.track_information(number);
  if (track.track_number != number) invalid_response();
  return track;
}

mmc::TrackInformation LoadedMedium::track_to_write() {
  require_writable_kind();
  if (finalised()) invalid_media_state();
  if (!kind_.asks_for_invisible_track) return numbered_track(disc_.last_track_number_in_last_session);
  try {
    return device_.track_information(mmc::invisible_track_number);
  } catch (const DeviceFailure& failure) {
    // The recorder's way to say that no track is left to write to.
    if (failure.sense == mmc::sense::invalid_field_in_cdb) invalid_media_state();
    throw;
  }
}

NextTrack LoadedMedium::next_track() {
  // A write of a random-write medium begins at its first sector, and may fill all of it: IDiscFormat2Data, Write and
  // get_FreeSectorsOnMedia.
  if (kind_.random_write()) return {.number = the_only_track, .free_sectors = total_sectors()};
  const auto track = track_to_write();
  if (!track.next_writable_address_valid) invalid_media_state();
  // A blank medium begins at sector 0, whatever address its recorder has for it.
  const std::uint32_t address = blank() ? 0 : behind_pre_gap(track.next_writable_address, track);
  if (!blank() && (address < track.track_start_address || address > end_of(track))) invalid_response();
  return {.number = track.track_number,
          .next_writable_address = sectors(address),
          .free_sectors = sectors(track.free_blocks)};
}

LONG LoadedMedium::free_sectors() {
  require_writable_kind();
  if (finalised()) return 0;
  const LONG counted = next_track().free_sectors;
  return kind_.is_cd() ? std::max<LONG>(counted - cd_post_gap_sectors, 0) : counted;
}

FormatNeeded LoadedMedium::format_needed() const {
  constexpr std::uint8_t background_format_stopped = 1;
  if (!kind_.random_write()) return FormatNeeded::none;
  if (blank()) return FormatNeeded::whole;
  return disc_.bg_format_status == background_format_stopped ? FormatNeeded::restart : FormatNeeded::none;
}

LONG LoadedMedium::total_sectors() {
  require_writable_kind();
  // Unlike READ CAPACITY, the track has its whole size before and while the medium is formatted.
  if (kind_.random_write()) return sectors(numbered_track(the_only_track).track_size);
  // The room of the last track reaches to the end of what can be written, or of what was written and closed.
  const auto last = finalised() ? numbered_track(disc_.last_track_number_in_last_session) : track_to_write();
  return sectors(end_of(last));
}

std::uint16_t LoadedMedium::closed_sessions() const {
  if (disc_.disc_status == disc_blank) return 0;
  const std::uint16_t sessions = disc_.number_of_sessions;
  if (sessions == 0) invalid_response();
  return disc_.state_of_last_session == session_complete ? sessions : static_cast<std::uint16_t>(sessions - 1);
}

std::uint16_t LoadedMedium::last_closed_track() const {
  if (disc_.state_of_last_session == session_complete) return disc_.last_track_number_in_last_session;
  const std::uint16_t first_open = disc_.first_track_number_in_last_session;
  if (first_open <= disc_.number_of_first_track_on_disc) invalid_response();
  return static_cast<std::uint16_t>(first_open - 1);
}

std::optional<LoadedMedium::ClosedSession> LoadedMedium::previous_session() {
  require_writable_kind();
  if (kind_.random_write()) return std::nullopt;
  const std::uint16_t session = closed_sessions();
  if (session == 0) return std::nullopt;
  const auto last = numbered_track(last_closed_track());
  if (last.session_number != session) invalid_response();
  auto first = last;
  // Track by track, because not every recorder finds a track by its session.
  while (first.track_number > std::max<std::uint16_t>(disc_.number_of_first_track_on_disc, 1)) {
    const auto before = numbered_track(static_cast<std::uint16_t>(first.track_number - 1));
    if (before.session_number != session) break;
    first = before;
  }
  return ClosedSession{.first_track = first, .last_track = last};
}

LONG LoadedMedium::start_of_previous_session() {
  const auto session = previous_session();
  return session ? sectors(session->first_track.track_start_address) : -1;
}

LONG LoadedMedium::last_written_of_previous_session() {
  const auto session = previous_session();
  if (!session) return -1;
  const auto& track = session->last_track;
  if (track.track_size == 0) invalid_response();
  if (!track.last_recorded_address_valid) return sectors(end_of(track) - 1);
  if (track.last_recorded_address < track.track_start_address) invalid_response();
  return sectors(track.last_recorded_address);
}

VARIANT_BOOL LoadedMedium::is_first_data_session() {
  require_writable_kind();
  if (kind_.random_write() || closed_sessions() == 0) return VARIANT_TRUE;
  if (!kind_.is_cd()) return VARIANT_FALSE;  // everything on DVD and BD is data
  constexpr std::uint8_t data_track = 0x4;   // Track Mode is the CONTROL nibble of the Q sub-channel
  for (std::uint16_t number = last_closed_track(); number >= disc_.number_of_first_track_on_disc && number > 0;
       --number) {
    if ((numbered_track(number).track_mode & data_track) != 0) return VARIANT_FALSE;
  }
  return VARIANT_TRUE;
}

}  // namespace discbench::imapi
