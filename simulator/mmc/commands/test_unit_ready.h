// TEST UNIT READY: is the medium there and ready?
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct TestUnitReady {
  static constexpr std::uint8_t opcode = 0x00;
  std::uint8_t operation_code = opcode;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TestUnitReady;
    return bytes::layout<6>("TEST UNIT READY", "SPC-3, TEST UNIT READY command",
                            field("Operation Code", u8(0), &T::operation_code), field("Control", u8(5), &T::control));
  }
};

}  // namespace discbench::mmc
