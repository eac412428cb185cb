// READ BUFFER CAPACITY.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReadBufferCapacity {
  static constexpr std::uint8_t opcode = 0x5c;
  std::uint8_t operation_code = opcode;
  bool in_blocks = false;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadBufferCapacity;
    return bytes::layout<10>(
        "READ BUFFER CAPACITY", "MMC-6, READ BUFFER CAPACITY command",
        field("Operation Code", u8(0), &T::operation_code), field("Block", bit(1, 0), &T::in_blocks),
        field("Allocation Length", u16(7), &T::allocation_length), field("Control", u8(9), &T::control));
  }
};

struct BufferCapacity {
  std::uint16_t data_length = 10;
  bool in_blocks = false;
  std::uint32_t buffer_length = 0;
  std::uint32_t available_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = BufferCapacity;
    return bytes::layout<12>("READ BUFFER CAPACITY Response", "MMC-6, READ BUFFER CAPACITY command",
                             field("Data Length", u16(0), &T::data_length), field("Block", bit(3, 0), &T::in_blocks),
                             field("Length of the Buffer", u32(4), &T::buffer_length),
                             field("Available Length of the Buffer", u32(8), &T::available_length));
  }
};

}  // namespace discbench::mmc
