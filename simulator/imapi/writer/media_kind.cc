#include "imapi/writer/media_kind.h"

#include <array>

#include "mmc/profile_numbers.h"

namespace discbench::imapi {
namespace {

namespace number = mmc::profile_number;

// A CD's sector, a DVD's ECC block of 32 KiB, a BD's cluster of 64 KiB.
constexpr LONG cd_write_unit = 1;
constexpr LONG dvd_write_unit = 16;
constexpr LONG bd_write_unit = 32;

// Which track to ask for: recorders
// give the room behind everything else the number FFh on CD and DVD+R, and its plain number on BD-R.
constexpr auto kinds = std::to_array<MediaKind>({
    {number::cd_rom, IMAPI_MEDIA_TYPE_CDROM, Recording::none, cd_write_unit, false, true},
    {number::cd_r, IMAPI_MEDIA_TYPE_CDR, Recording::track_at_once, cd_write_unit, true, false},
    {number::cd_rw, IMAPI_MEDIA_TYPE_CDRW, Recording::none, cd_write_unit, true, false},
    {number::dvd_rom, IMAPI_MEDIA_TYPE_DVDROM, Recording::none, dvd_write_unit, false, true},
    {number::dvd_minus_r, IMAPI_MEDIA_TYPE_DVDDASHR, Recording::none, dvd_write_unit, false, false},
    {number::dvd_ram, IMAPI_MEDIA_TYPE_DVDRAM, Recording::none, dvd_write_unit, false, false, true},
    {number::dvd_minus_rw_restricted_overwrite, IMAPI_MEDIA_TYPE_DVDDASHRW, Recording::none, dvd_write_unit, false,
     false},
    {number::dvd_minus_rw_sequential, IMAPI_MEDIA_TYPE_DVDDASHRW, Recording::none, dvd_write_unit, false, false},
    {number::dvd_minus_r_dl_sequential, IMAPI_MEDIA_TYPE_DVDDASHR_DUALLAYER, Recording::none, dvd_write_unit, false,
     false},
    {number::dvd_minus_r_dl_layer_jump, IMAPI_MEDIA_TYPE_DVDDASHR_DUALLAYER, Recording::none, dvd_write_unit, false,
     false},
    {number::dvd_plus_rw, IMAPI_MEDIA_TYPE_DVDPLUSRW, Recording::dvd_plus_rw, dvd_write_unit, false, false, true},
    {number::dvd_plus_r, IMAPI_MEDIA_TYPE_DVDPLUSR, Recording::dvd_plus, dvd_write_unit, true, false},
    {number::dvd_plus_rw_dl, IMAPI_MEDIA_TYPE_DVDPLUSRW_DUALLAYER, Recording::none, dvd_write_unit, false, false, true},
    {number::dvd_plus_r_dl, IMAPI_MEDIA_TYPE_DVDPLUSR_DUALLAYER, Recording::none, dvd_write_unit, true, false},
    {number::bd_rom, IMAPI_MEDIA_TYPE_BDROM, Recording::none, bd_write_unit, false, true},
    {number::bd_r_srm, IMAPI_MEDIA_TYPE_BDR, Recording::blu_ray_serial, bd_write_unit, false, false},
    {number::bd_r_rrm, IMAPI_MEDIA_TYPE_BDR, Recording::none, bd_write_unit, false, false},
    {number::bd_re, IMAPI_MEDIA_TYPE_BDRE, Recording::none, bd_write_unit, false, false, true},
});

constexpr MediaKind unknown_kind{};

}  // namespace

MediaFamily MediaKind::family() const {
  switch (write_unit_sectors) {
    case cd_write_unit:
      return MediaFamily::cd;
    case dvd_write_unit:
      return MediaFamily::dvd;
    case bd_write_unit:
      return MediaFamily::bd;
    default:
      return MediaFamily::none;
  }
}

std::span<const MediaKind> all_media_kinds() { return kinds; }

const MediaKind& media_kind_of(std::uint16_t profile) {
  for (const MediaKind& kind : kinds) {
    if (kind.profile == profile) return kind;
  }
  return unknown_kind;
}

}  // namespace discbench::imapi
