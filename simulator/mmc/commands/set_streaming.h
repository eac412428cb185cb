// SET STREAMING: how fast to read and write from here on.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct SetStreaming {
  static constexpr std::uint8_t opcode = 0xb6;
  std::uint8_t operation_code = opcode;
  std::uint8_t type = 0;
  std::uint16_t parameter_list_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SetStreaming;
    return bytes::layout<12>("SET STREAMING", "MMC-6, SET STREAMING command",
                             field("Operation Code", u8(0), &T::operation_code), field("Type", u8(8), &T::type),
                             field("Parameter List Length", u16(9), &T::parameter_list_length),
                             field("Control", u8(11), &T::control));
  }
};

struct StreamingPerformanceDescriptor {
  std::uint8_t rotation_control = 0;
  bool restore_defaults = false;
  bool exact = false;
  bool random_access = false;
  std::uint32_t start_lba = 0;
  std::uint32_t end_lba = 0;
  std::uint32_t read_size_kilobytes = 0;
  std::uint32_t read_time_ms = 0;
  std::uint32_t write_size_kilobytes = 0;
  std::uint32_t write_time_ms = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = StreamingPerformanceDescriptor;
    return bytes::layout<28>(
        "Streaming Performance Descriptor", "MMC-6, SET STREAMING command, Performance Descriptor",
        field("WRC", bits(0, 4, 3), &T::rotation_control), field("RDD", bit(0, 2), &T::restore_defaults),
        field("Exact", bit(0, 1), &T::exact), field("RA", bit(0, 0), &T::random_access),
        field("Start LBA", u32(4), &T::start_lba), field("End LBA", u32(8), &T::end_lba),
        field("Read Size", u32(12), &T::read_size_kilobytes), field("Read Time", u32(16), &T::read_time_ms),
        field("Write Size", u32(20), &T::write_size_kilobytes), field("Write Time", u32(24), &T::write_time_ms));
  }
};

}  // namespace discbench::mmc
