#include "imapi/writer/burn_plan.h"

#include <limits>

#include "imapi/writer/block_ranges.h"

namespace discbench::imapi {
namespace {

std::uint64_t rounded_up(std::uint64_t sectors, std::uint64_t unit) { return (sectors + unit - 1) / unit * unit; }

/// The stream in whole write units, and the post-gap that a data track on CD ends with. IDiscFormat2Data,
/// put_PostgapAlreadyInImage: 150 sectors are appended on CD unless the stream has them.
std::uint64_t sectors_to_write(const MediaKind& kind, const StreamReader& stream, const WriteSettings& settings) {
  const std::uint64_t padded = rounded_up(stream.size_sectors(), static_cast<std::uint64_t>(kind.write_unit_sectors));
  return kind.is_cd() && !settings.postgap_already_in_image ? padded + cd_post_gap_sectors : padded;
}

/// The stream becomes a new session behind the others.
BurnPlan plan_session(LoadedMedium& medium, const StreamReader& stream, const WriteSettings& settings) {
  const MediaKind& kind = medium.kind();
  if (medium.supports_sequential_sessions() != VARIANT_TRUE) throw com::Failure{E_IMAPI_DF2DATA_INVALID_MEDIA_STATE};
  const NextTrack track = medium.next_track();
  const std::uint64_t sectors = sectors_to_write(kind, stream, settings);
  if (sectors > static_cast<std::uint64_t>(track.free_sectors)) {
    throw com::Failure{E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA};
  }
  const LONG free_after = track.free_sectors - static_cast<LONG>(sectors);
  return {.kind = &kind,
          .track_number = track.number,
          .extents = {{.first_sector = static_cast<std::uint32_t>(track.next_writable_address),
                       .sectors = static_cast<std::uint32_t>(sectors)}},
          .closing = closing_of(kind, settings, free_after, medium.total_sectors())};
}

/// The ranges that a stream names, or else all of it, in whole write units.
std::vector<Extent> extents_of(const StreamReader& stream, std::uint32_t unit) {
  const auto whole = static_cast<std::uint32_t>(rounded_up(stream.size_sectors(), unit));
  const auto ranges = block_ranges_of(stream.stream());
  if (!ranges) return {{.sectors = whole}};
  std::vector<Extent> extents;
  for (const BlockRange& range : *ranges) {
    if (range.last >= stream.size_sectors()) throw com::Failure{E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED};
    // What shares a unit with the range is written with it, from the same stream.
    const std::uint32_t first = range.first / unit * unit;
    const auto end = static_cast<std::uint32_t>(rounded_up(std::uint64_t{range.last} + 1, unit));
    extents.push_back({.first_sector = first, .stream_sector = first, .sectors = end - first});
  }
  return extents;
}

/// The stream is written from the first sector on. IDiscFormat2Data, Write.
BurnPlan plan_overwrite(LoadedMedium& medium, const StreamReader& stream, const WriteSettings& settings) {
  const MediaKind& kind = medium.kind();
  if (!medium.recorder_can_write_it()) throw com::Failure{E_IMAPI_DF2DATA_INVALID_MEDIA_STATE};
  if (stream.size_sectors() > static_cast<std::uint64_t>(medium.total_sectors())) {
    throw com::Failure{E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA};
  }
  if (!settings.force_overwrite && medium.heuristically_blank() != VARIANT_TRUE) {
    throw com::Failure{E_IMAPI_DF2DATA_MEDIA_NOT_BLANK};
  }
  return {.kind = &kind,
          .extents = extents_of(stream, static_cast<std::uint32_t>(kind.write_unit_sectors)),
          .closing = closing_of(kind, settings, medium.total_sectors(), medium.total_sectors()),
          .format = medium.format_needed()};
}

}  // namespace

Closing closing_of(const MediaKind& kind, const WriteSettings& settings, LONG free_after, LONG total) {
  // On DVD+R the default closes the disc, whatever ForceMediaToBeClosed says. IDiscFormat2Data,
  // put_DisableConsumerDvdCompatibilityMode.
  if (kind.recording == Recording::dvd_plus && !settings.disable_consumer_dvd_compatibility) {
    return Closing::disc_compatible;
  }
  // The write closes the disc where 2 % or less would be left. IDiscFormat2Data, put_ForceMediaToBeClosed.
  const bool nearly_full = std::int64_t{free_after} * 100 <= std::int64_t{total} * 2;
  return settings.force_media_to_be_closed || nearly_full ? Closing::disc : Closing::session;
}

BurnPlan plan_burn(MmcDevice& device, StreamReader& stream, const WriteSettings& settings) {
  LoadedMedium medium(device);
  if (!medium.kind().writable()) throw com::Failure{E_IMAPI_DF2DATA_MEDIA_IS_NOT_SUPPORTED};
  if (medium.write_protection() != 0) throw com::Failure{E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED};
  return medium.kind().random_write() ? plan_overwrite(medium, stream, settings)
                                      : plan_session(medium, stream, settings);
}

}  // namespace discbench::imapi
