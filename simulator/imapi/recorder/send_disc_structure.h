// SEND DISC STRUCTURE, which only hosts need.
#pragma once

#include <cstdint>

#include "bytes/layout.h"

namespace discbench::imapi {

struct SendDiscStructure {
  static constexpr std::uint8_t opcode = 0xbf;
  std::uint8_t operation_code = opcode;
  std::uint8_t format_code = 0;
  std::uint16_t structure_data_length = 0;  ///< bytes of the parameter list, its header included
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SendDiscStructure;
    return bytes::layout<12>(
        "SEND DISC STRUCTURE", "MMC-6, SEND DISC STRUCTURE command", field("Operation Code", u8(0), &T::operation_code),
        field("Format Code", u8(7), &T::format_code), field("Structure Data Length", u16(8), &T::structure_data_length),
        field("Control", u8(11), &T::control));
  }
};

}  // namespace discbench::imapi
