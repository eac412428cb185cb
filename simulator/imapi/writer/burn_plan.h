// What a burn is going to do to the medium, settled before anything is written.
#pragma once

#include <cstdint>
#include <vector>

#include "imapi/writer/loaded_medium.h"
#include "imapi/writer/stream_reader.h"
#include "imapi/writer/write_settings.h"

namespace discbench::imapi {

/// How the last session ends.
enum class Closing : std::uint8_t {
  session,          ///< another session may follow
  disc,             ///< none will; on DVD+RW: a DVD-ROM drive can read the disc
  disc_compatible,  ///< none will, and players that want a recorded minimum find it (DVD+R)
};

/// What the settings mean on a medium where `free_after` of `total` sectors will be left.
Closing closing_of(const MediaKind& kind, const WriteSettings& settings, LONG free_after, LONG total);

/// A run of sectors on the medium, and the sector of the stream that its first one gets. Behind the end of the stream
/// there are zeros.
struct Extent {
  std::uint32_t first_sector = 0;
  std::uint32_t stream_sector = 0;
  std::uint32_t sectors = 0;

  friend bool operator==(const Extent&, const Extent&) = default;
};

struct BurnPlan {
  const MediaKind* kind = nullptr;
  std::uint16_t track_number = 0;
  std::vector<Extent> extents{};  ///< in the order of writing; whole write units
  Closing closing = Closing::session;
  FormatNeeded format = FormatNeeded::none;
};

/// Checks that the medium takes the stream. Throws E_IMAPI_DF2DATA_MEDIA_IS_NOT_SUPPORTED,
/// E_IMAPI_DF2DATA_INVALID_MEDIA_STATE, E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED,
/// E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA, E_IMAPI_DF2DATA_MEDIA_NOT_BLANK, or a device's or the stream's
/// failure.
BurnPlan plan_burn(MmcDevice& device, StreamReader& stream, const WriteSettings& settings);

}  // namespace discbench::imapi
