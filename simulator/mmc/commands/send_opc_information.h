// SEND OPC INFORMATION: calibrates the laser.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct SendOpcInformation {
  static constexpr std::uint8_t opcode = 0x54;
  std::uint8_t operation_code = opcode;
  bool doopc = false;
  std::uint16_t parameter_list_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SendOpcInformation;
    return bytes::layout<10>("SEND OPC INFORMATION", "MMC-6, SEND OPC INFORMATION command",
                             field("Operation Code", u8(0), &T::operation_code), field("DoOpc", bit(1, 0), &T::doopc),
                             field("Parameter List Length", u16(7), &T::parameter_list_length),
                             field("Control", u8(9), &T::control));
  }
};

}  // namespace discbench::mmc
