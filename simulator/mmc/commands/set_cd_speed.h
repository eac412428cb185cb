// SET CD SPEED.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct SetCdSpeed {
  static constexpr std::uint8_t opcode = 0xbb;
  std::uint8_t operation_code = opcode;
  std::uint8_t rotational_control = 0;
  std::uint16_t read_speed_kbps = 0xffff;
  std::uint16_t write_speed_kbps = 0xffff;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SetCdSpeed;
    return bytes::layout<12>(
        "SET CD SPEED", "MMC-6, SET CD SPEED command", field("Operation Code", u8(0), &T::operation_code),
        field("Rotational Control", bits(1, 1, 0), &T::rotational_control),
        field("Drive Read Speed", u16(2), &T::read_speed_kbps),
        field("Drive Write Speed", u16(4), &T::write_speed_kbps), field("Control", u8(11), &T::control));
  }
};

}  // namespace discbench::mmc
