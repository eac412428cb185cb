// MODE SELECT (10).
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ModeSelect10 {
  static constexpr std::uint8_t opcode = 0x55;
  std::uint8_t operation_code = opcode;
  bool page_format = false;
  bool save_pages = false;
  std::uint16_t parameter_list_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ModeSelect10;
    return bytes::layout<10>(
        "MODE SELECT (10)", "SPC-3, MODE SELECT (10) command", field("Operation Code", u8(0), &T::operation_code),
        field("PF", bit(1, 4), &T::page_format), field("SP", bit(1, 0), &T::save_pages),
        field("Parameter List Length", u16(7), &T::parameter_list_length), field("Control", u8(9), &T::control));
  }
};

}  // namespace discbench::mmc
