// Addresses of a CD as minutes, seconds and frames (75 a second).
#pragma once

#include <cstdint>
#include <optional>

namespace discbench::mmc {

struct Msf {
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint8_t frame = 0;

  friend constexpr bool operator==(const Msf&, const Msf&) = default;
};

/// LBA 0 is 00:02:00, -150 is 00:00:00. Below that lies the lead-in, whose minutes count down from 99: -11634 is
/// 97:26:66. MMC-6, Table "LBA to MSF translation". Range: -45150 to 404849.
constexpr Msf to_msf(std::int32_t lba) {
  const std::int32_t frames = lba >= -150 ? lba + 150 : lba + 450150;
  return Msf{static_cast<std::uint8_t>(frames / 4500), static_cast<std::uint8_t>(frames / 75 % 60),
             static_cast<std::uint8_t>(frames % 75)};
}

/// The other way round; nullopt for what is no time.
constexpr std::optional<std::int32_t> to_lba(Msf msf) {
  if (msf.minute > 99 || msf.second > 59 || msf.frame > 74) return std::nullopt;
  const std::int32_t frames = (msf.minute * 60 + msf.second) * 75 + msf.frame;
  return msf.minute < 90 ? frames - 150 : frames - 450150;
}

/// Two decimal digits in a byte, as the disc itself has its numbers: 59 is 59h.
constexpr std::uint8_t to_bcd(std::uint8_t number) {
  return static_cast<std::uint8_t>((number / 10) << 4 | number % 10);
}

/// As the four-byte address field of a TOC and of READ DISC INFORMATION has it: 0, minute, second, frame.
constexpr std::uint32_t msf_field(Msf msf) {
  return (std::uint32_t{msf.minute} << 16) | (std::uint32_t{msf.second} << 8) | msf.frame;
}

inline constexpr Msf no_msf{0xff, 0xff, 0xff};

}  // namespace discbench::mmc
