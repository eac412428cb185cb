// CLOSE TRACK/SESSION.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// The Close Function field. What a function means, and which there are, is the medium's.
namespace close_function {
inline constexpr std::uint8_t stop_background_format = 0;  ///< DVD+RW
inline constexpr std::uint8_t track = 1;
inline constexpr std::uint8_t session = 2;
inline constexpr std::uint8_t finalise_minimal_radius = 5;  ///< DVD+R
inline constexpr std::uint8_t finalise = 6;                 ///< DVD+R, BD-R
}  // namespace close_function

struct CloseTrackSession {
  static constexpr std::uint8_t opcode = 0x5b;
  std::uint8_t operation_code = opcode;
  bool immed = false;
  std::uint8_t close_function = 0;
  std::uint16_t track_number = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CloseTrackSession;
    return bytes::layout<10>(
        "CLOSE TRACK/SESSION", "MMC-6, CLOSE TRACK/SESSION command", field("Operation Code", u8(0), &T::operation_code),
        field("Immed", bit(1, 0), &T::immed), field("Close Function", bits(2, 2, 0), &T::close_function),
        field("Logical Track Number", u16(4), &T::track_number), field("Control", u8(9), &T::control));
  }
};

}  // namespace discbench::mmc
