// A CD's data sector as it lies on the disc: 2352 bytes around the 2048 of the user.
#pragma once

#include <cstdint>
#include <span>

#include "disc/sector_form.h"

namespace discbench::drive {

inline constexpr std::size_t raw_sector_size = 2352;
using RawSector = std::span<std::uint8_t, raw_sector_size>;

/// Where the parts of a sector in mode 1 lie. ECMA-130, "Sector mode (01)".
struct Mode1Parts {
  static constexpr std::size_t header = 12;  ///< behind the synchronisation field
  static constexpr std::size_t user_data = 16;
  static constexpr std::size_t edc = 2064;  ///< then eight zeros
  static constexpr std::size_t p_parity = 2076;
  static constexpr std::size_t q_parity = 2248;
};

/// Puts synchronisation, header, EDC and P and Q parity around the user data, which stands at its place in `sector`.
void complete_mode_1_sector(disc::Lba lba, RawSector sector);

/// The 32-bit check word over the bytes. ECMA-130, "EDC field": P(x) = (x^16 + x^15 + x^2 + 1)(x^16 + x^2 + x + 1),
/// least significant bit first. It is recorded least significant byte first.
std::uint32_t error_detection_code(std::span<const std::uint8_t> bytes);

}  // namespace discbench::drive
