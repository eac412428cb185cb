// GET PERFORMANCE: how fast, and where.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct GetPerformance {
  static constexpr std::uint8_t opcode = 0xac;
  std::uint8_t operation_code = opcode;
  std::uint8_t tolerance = 2;
  bool write = false;
  std::uint8_t except = 0;
  std::uint32_t starting_lba = 0;
  std::uint16_t maximum_number_of_descriptors = 0;
  std::uint8_t type = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = GetPerformance;
    return bytes::layout<12>(
        "GET PERFORMANCE", "MMC-6, GET PERFORMANCE command", field("Operation Code", u8(0), &T::operation_code),
        field("Tolerance", bits(1, 4, 3), &T::tolerance), field("Write", bit(1, 2), &T::write),
        field("Except", bits(1, 1, 0), &T::except), field("Starting LBA", u32(2), &T::starting_lba),
        field("Maximum Number of Descriptors", u16(8), &T::maximum_number_of_descriptors),
        field("Type", u8(10), &T::type), field("Control", u8(11), &T::control));
  }
};

struct PerformanceHeader {
  std::uint32_t performance_data_length = 0;  ///< bytes that follow, of all descriptors that there are
  bool write = false;
  bool except = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = PerformanceHeader;
    return bytes::layout<8>("Performance Header", "MMC-6, GET PERFORMANCE command",
                            field("Performance Data Length", u32(0), &T::performance_data_length),
                            field("Write", bit(4, 1), &T::write), field("Except", bit(4, 0), &T::except));
  }
};

struct NominalPerformanceDescriptor {
  std::uint32_t start_lba = 0;
  std::uint32_t start_performance_kbps = 0;
  std::uint32_t end_lba = 0;
  std::uint32_t end_performance_kbps = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = NominalPerformanceDescriptor;
    return bytes::layout<16>(
        "Nominal Performance Descriptor", "MMC-6, GET PERFORMANCE command, Type 00h",
        field("Start LBA", u32(0), &T::start_lba), field("Start Performance", u32(4), &T::start_performance_kbps),
        field("End LBA", u32(8), &T::end_lba), field("End Performance", u32(12), &T::end_performance_kbps));
  }
};

struct WriteSpeedDescriptor {
  std::uint8_t rotation_control = 0;
  bool rdd = false;
  bool exact = false;
  bool mrw = false;
  std::uint32_t end_lba = 0;
  std::uint32_t read_speed_kbps = 0;
  std::uint32_t write_speed_kbps = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = WriteSpeedDescriptor;
    return bytes::layout<16>("Write Speed Descriptor", "MMC-6, GET PERFORMANCE command, Type 03h",
                             field("WRC", bits(0, 4, 3), &T::rotation_control), field("RDD", bit(0, 2), &T::rdd),
                             field("Exact", bit(0, 1), &T::exact), field("MRW", bit(0, 0), &T::mrw),
                             field("End LBA", u32(4), &T::end_lba), field("Read Speed", u32(8), &T::read_speed_kbps),
                             field("Write Speed", u32(12), &T::write_speed_kbps));
  }
};

}  // namespace discbench::mmc
