// SYNCHRONIZE CACHE: everything written so far goes to the medium.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct SynchronizeCache {
  static constexpr std::uint8_t opcode = 0x35;
  std::uint8_t operation_code = opcode;
  bool immed = false;
  std::uint32_t logical_block_address = 0;
  std::uint16_t number_of_blocks = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SynchronizeCache;
    return bytes::layout<10>(
        "SYNCHRONIZE CACHE", "MMC-6, SYNCHRONIZE CACHE command", field("Operation Code", u8(0), &T::operation_code),
        field("Immed", bit(1, 1), &T::immed), field("Logical Block Address", u32(2), &T::logical_block_address),
        field("Number of Blocks", u16(7), &T::number_of_blocks), field("Control", u8(9), &T::control));
  }
};

}  // namespace discbench::mmc
