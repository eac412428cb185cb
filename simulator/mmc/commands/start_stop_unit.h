// START STOP UNIT: spindle and tray.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct StartStopUnit {
  static constexpr std::uint8_t opcode = 0x1b;
  std::uint8_t operation_code = opcode;
  bool immed = false;
  std::uint8_t format_layer_number = 0;
  std::uint8_t power_conditions = 0;
  bool fl = false;
  bool load_eject = false;
  bool start = false;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = StartStopUnit;
    return bytes::layout<6>("START STOP UNIT", "MMC-6, START STOP UNIT command",
                            field("Operation Code", u8(0), &T::operation_code), field("Immed", bit(1, 0), &T::immed),
                            field("Format-Layer Number", bits(3, 1, 0), &T::format_layer_number),
                            field("Power Conditions", bits(4, 7, 4), &T::power_conditions),
                            field("FL", bit(4, 2), &T::fl), field("LoEj", bit(4, 1), &T::load_eject),
                            field("Start", bit(4, 0), &T::start), field("Control", u8(5), &T::control));
  }
};

}  // namespace discbench::mmc
