// Profile numbers of GET CONFIGURATION. MMC-6, Features, "Profile List".
#pragma once

#include <cstdint>
#include <string_view>

namespace discbench::mmc {

namespace profile_number {
inline constexpr std::uint16_t none = 0x0000;
inline constexpr std::uint16_t cd_rom = 0x0008;
inline constexpr std::uint16_t cd_r = 0x0009;
inline constexpr std::uint16_t cd_rw = 0x000a;
inline constexpr std::uint16_t dvd_rom = 0x0010;
inline constexpr std::uint16_t dvd_minus_r = 0x0011;
inline constexpr std::uint16_t dvd_ram = 0x0012;
inline constexpr std::uint16_t dvd_minus_rw_restricted_overwrite = 0x0013;
inline constexpr std::uint16_t dvd_minus_rw_sequential = 0x0014;
inline constexpr std::uint16_t dvd_minus_r_dl_sequential = 0x0015;
inline constexpr std::uint16_t dvd_minus_r_dl_layer_jump = 0x0016;
inline constexpr std::uint16_t dvd_plus_rw = 0x001a;
inline constexpr std::uint16_t dvd_plus_r = 0x001b;
inline constexpr std::uint16_t dvd_plus_rw_dl = 0x002a;
inline constexpr std::uint16_t dvd_plus_r_dl = 0x002b;
inline constexpr std::uint16_t bd_rom = 0x0040;
inline constexpr std::uint16_t bd_r_srm = 0x0041;
inline constexpr std::uint16_t bd_r_rrm = 0x0042;
inline constexpr std::uint16_t bd_re = 0x0043;
}  // namespace profile_number

/// "CD-R", "DVD+R", "BD-R SRM"; "no medium" for 0000h; "unknown profile" for what is not listed above.
std::string_view profile_name(std::uint16_t number);

}  // namespace discbench::mmc
