#include "mmc/profile_numbers.h"

#include <array>
#include <utility>

namespace discbench::mmc {

std::string_view profile_name(std::uint16_t number) {
  using namespace profile_number;
  static constexpr auto names = std::to_array<std::pair<std::uint16_t, std::string_view>>({
      {none, "no medium"},
      {cd_rom, "CD-ROM"},
      {cd_r, "CD-R"},
      {cd_rw, "CD-RW"},
      {dvd_rom, "DVD-ROM"},
      {dvd_minus_r, "DVD-R"},
      {dvd_ram, "DVD-RAM"},
      {dvd_minus_rw_restricted_overwrite, "DVD-RW restricted overwrite"},
      {dvd_minus_rw_sequential, "DVD-RW sequential"},
      {dvd_minus_r_dl_sequential, "DVD-R DL sequential"},
      {dvd_minus_r_dl_layer_jump, "DVD-R DL layer jump"},
      {dvd_plus_rw, "DVD+RW"},
      {dvd_plus_r, "DVD+R"},
      {dvd_plus_rw_dl, "DVD+RW DL"},
      {dvd_plus_r_dl, "DVD+R DL"},
      {bd_rom, "BD-ROM"},
      {bd_r_srm, "BD-R SRM"},
      {bd_r_rrm, "BD-R RRM"},
      {bd_re, "BD-RE"},
  });
  for (const auto& [listed, name] : names)
    if (listed == number) return name;
  return "unknown profile";
}

}  // namespace discbench::mmc
