// READ (10) and READ (12): sectors of 2048 bytes.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct Read10 {
  static constexpr std::uint8_t opcode = 0x28;
  std::uint8_t operation_code = opcode;
  bool dpo = false;
  bool fua = false;
  std::uint32_t logical_block_address = 0;
  std::uint16_t transfer_length_sectors = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = Read10;
    return bytes::layout<10>(
        "READ (10)", "MMC-6, READ (10) command", field("Operation Code", u8(0), &T::operation_code),
        field("DPO", bit(1, 4), &T::dpo), field("FUA", bit(1, 3), &T::fua),
        field("Logical Block Address", u32(2), &T::logical_block_address),
        field("Transfer Length", u16(7), &T::transfer_length_sectors), field("Control", u8(9), &T::control));
  }
};

struct Read12 {
  static constexpr std::uint8_t opcode = 0xa8;
  std::uint8_t operation_code = opcode;
  bool dpo = false;
  bool fua = false;
  std::uint32_t logical_block_address = 0;
  std::uint32_t transfer_length_sectors = 0;
  bool streaming = false;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = Read12;
    return bytes::layout<12>("READ (12)", "MMC-6, READ (12) command",
                             field("Operation Code", u8(0), &T::operation_code), field("DPO", bit(1, 4), &T::dpo),
                             field("FUA", bit(1, 3), &T::fua),
                             field("Logical Block Address", u32(2), &T::logical_block_address),
                             field("Transfer Length", u32(6), &T::transfer_length_sectors),
                             field("Streaming", bit(10, 7), &T::streaming), field("Control", u8(11), &T::control));
  }
};

}  // namespace discbench::mmc
