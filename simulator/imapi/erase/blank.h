// BLANK, which of the hosts here only the eraser needs; no simulated drive has the media for it yet.
#pragma once

#include <cstdint>

#include "bytes/layout.h"

namespace discbench::imapi {

struct Blank {
  static constexpr std::uint8_t opcode = 0xa1;
  std::uint8_t operation_code = opcode;
  bool immed = false;
  std::uint8_t blanking_type = 0;
  std::uint32_t start_address_or_track_number = 0;  ///< 0 for the two types below
  std::uint8_t control = 0;

  static constexpr std::uint8_t whole_disc = 0;
  static constexpr std::uint8_t minimally =
      1;  ///< what a drive looks at first: PMA, lead-in, pre-gap of the first track

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = Blank;
    return bytes::layout<12>("BLANK", "MMC-6, BLANK command", field("Operation Code", u8(0), &T::operation_code),
                             field("Immed", bit(1, 4), &T::immed),
                             field("Blanking Type", bits(1, 2, 0), &T::blanking_type),
                             field("Start Address/Track Number", u32(2), &T::start_address_or_track_number),
                             field("Control", u8(11), &T::control));
  }
};

}  // namespace discbench::imapi
