// READ CAPACITY: the last address that can be read.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReadCapacity {
  static constexpr std::uint8_t opcode = 0x25;
  std::uint8_t operation_code = opcode;
  std::uint32_t logical_block_address = 0;
  bool pmi = false;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadCapacity;
    return bytes::layout<10>("READ CAPACITY", "MMC-6, READ CAPACITY command",
                             field("Operation Code", u8(0), &T::operation_code),
                             field("Logical Block Address", u32(2), &T::logical_block_address),
                             field("PMI", bit(8, 0), &T::pmi), field("Control", u8(9), &T::control));
  }
};

struct ReadCapacityData {
  std::uint32_t last_logical_block_address = 0;
  std::uint32_t block_length_bytes = 2048;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadCapacityData;
    return bytes::layout<8>("READ CAPACITY Data", "MMC-6, READ CAPACITY command, READ CAPACITY Response Data",
                            field("Logical Block Address", u32(0), &T::last_logical_block_address),
                            field("Block Length", u32(4), &T::block_length_bytes));
  }
};

}  // namespace discbench::mmc
