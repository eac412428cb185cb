// PREVENT ALLOW MEDIUM REMOVAL: locks the tray.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct PreventAllowMediumRemoval {
  static constexpr std::uint8_t opcode = 0x1e;
  std::uint8_t operation_code = opcode;
  bool persistent = false;
  bool prevent = false;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = PreventAllowMediumRemoval;
    return bytes::layout<6>("PREVENT ALLOW MEDIUM REMOVAL", "MMC-6, PREVENT ALLOW MEDIUM REMOVAL command",
                            field("Operation Code", u8(0), &T::operation_code),
                            field("Persistent", bit(4, 1), &T::persistent), field("Prevent", bit(4, 0), &T::prevent),
                            field("Control", u8(5), &T::control));
  }
};

}  // namespace discbench::mmc
