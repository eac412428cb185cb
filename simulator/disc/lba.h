#pragma once

#include <compare>
#include <cstdint>

namespace discbench::disc {

/// A logical block address: the number of a 2048-byte sector. CD addresses may be negative (-150 is 00:00:00).
struct Lba {
  std::int32_t value = 0;

  friend constexpr auto operator<=>(Lba, Lba) = default;
  friend constexpr Lba operator+(Lba lba, std::int64_t sectors) {
    return Lba{static_cast<std::int32_t>(lba.value + sectors)};
  }
  friend constexpr std::int64_t operator-(Lba a, Lba b) { return std::int64_t{a.value} - b.value; }
};

inline constexpr std::uint32_t sector_size = 2048;  ///< bytes of user data in a sector, on every medium that we write

}  // namespace discbench::disc
