// What the writer knows of each kind of medium before it asks the disc anything: one row per profile.
#pragma once

#include <cstdint>
#include <span>

#include "discbench/imapi2.h"

namespace discbench::imapi {

/// How a session is recorded and closed.
enum class Recording : std::uint8_t {
  none,            ///< not by this writer
  track_at_once,   ///< CD: the session's closing follows mode page 05h
  dvd_plus,        ///< DVD+R: close functions 1, 2, 5 and 6
  blu_ray_serial,  ///< BD-R in sequential recording mode: close functions 1, 2 and 6
  dvd_plus_rw,     ///< DVD+RW: formatted once, then written anywhere; close function 2 for DVD-ROM drives
};

/// What a medium's write unit and its 1x depend on.
enum class MediaFamily : std::uint8_t { none, cd, dvd, bd };

/// What a data track on CD ends with.
inline constexpr LONG cd_post_gap_sectors = 150;

struct MediaKind {
  std::uint16_t profile = 0;
  IMAPI_MEDIA_PHYSICAL_TYPE type = IMAPI_MEDIA_TYPE_UNKNOWN;
  Recording recording = Recording::none;
  LONG write_unit_sectors = 0;            ///< what a write is made of: a sector, an ECC block, a cluster
  bool asks_for_invisible_track = false;  ///< the track to be written answers to number FFh, not to the last number
  bool read_only = false;                 ///< pressed: nobody writes it
  bool overwritable = false;              ///< each sector can be written again; written once, it is never blank again

  bool writable() const { return recording != Recording::none; }
  MediaFamily family() const;
  bool is_cd() const { return recording == Recording::track_at_once; }
  /// No physical sessions: IMultisessionRandomWrite's media.
  bool random_write() const { return recording == Recording::dvd_plus_rw; }
};

/// All profiles that have a type of their own in IMAPI2.
std::span<const MediaKind> all_media_kinds();

/// The row of a profile; a row of unknown type for a profile that has none.
const MediaKind& media_kind_of(std::uint16_t profile);

}  // namespace discbench::imapi
