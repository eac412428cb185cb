// WRITE (10), WRITE (12), WRITE AND VERIFY (10): sectors of 2048 bytes.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct Write10 {
  static constexpr std::uint8_t opcode = 0x2a;
  std::uint8_t operation_code = opcode;
  bool fua = false;
  bool tsr = false;
  std::uint32_t logical_block_address = 0;
  std::uint16_t transfer_length_sectors = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = Write10;
    return bytes::layout<10>(
        "WRITE (10)", "MMC-6, WRITE (10) command", field("Operation Code", u8(0), &T::operation_code),
        field("FUA", bit(1, 3), &T::fua), field("TSR", bit(1, 2), &T::tsr),
        field("Logical Block Address", u32(2), &T::logical_block_address),
        field("Transfer Length", u16(7), &T::transfer_length_sectors), field("Control", u8(9), &T::control));
  }
};

struct WriteAndVerify10 {
  static constexpr std::uint8_t opcode = 0x2e;
  std::uint8_t operation_code = opcode;
  std::uint32_t logical_block_address = 0;
  std::uint16_t transfer_length_sectors = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = WriteAndVerify10;
    return bytes::layout<10>("WRITE AND VERIFY (10)", "MMC-6, WRITE AND VERIFY (10) command",
                             field("Operation Code", u8(0), &T::operation_code),
                             field("Logical Block Address", u32(2), &T::logical_block_address),
                             field("Transfer Length", u16(7), &T::transfer_length_sectors),
                             field("Control", u8(9), &T::control));
  }
};

struct Write12 {
  static constexpr std::uint8_t opcode = 0xaa;
  std::uint8_t operation_code = opcode;
  bool fua = false;
  bool tsr = false;
  std::uint32_t logical_block_address = 0;
  std::uint32_t transfer_length_sectors = 0;
  bool streaming = false;
  bool vnr = false;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = Write12;
    return bytes::layout<12>(
        "WRITE (12)", "MMC-6, WRITE (12) command", field("Operation Code", u8(0), &T::operation_code),
        field("FUA", bit(1, 3), &T::fua), field("TSR", bit(1, 2), &T::tsr),
        field("Logical Block Address", u32(2), &T::logical_block_address),
        field("Transfer Length", u32(6), &T::transfer_length_sectors), field("Streaming", bit(10, 7), &T::streaming),
        field("VNR", bit(10, 6), &T::vnr), field("Control", u8(11), &T::control));
  }
};

}  // namespace discbench::mmc
