// READ FORMAT CAPACITIES: how large the medium is, and how it could be formatted.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReadFormatCapacities {
  static constexpr std::uint8_t opcode = 0x23;
  std::uint8_t operation_code = opcode;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadFormatCapacities;
    return bytes::layout<10>("READ FORMAT CAPACITIES", "MMC-6, READ FORMAT CAPACITIES command",
                             field("Operation Code", u8(0), &T::operation_code),
                             field("Allocation Length", u16(7), &T::allocation_length),
                             field("Control", u8(9), &T::control));
  }
};

struct CapacityListHeader {
  std::uint8_t capacity_list_length = 0;  ///< bytes that follow

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CapacityListHeader;
    return bytes::layout<4>("Capacity List Header", "MMC-6, READ FORMAT CAPACITIES command, Capacity List Header",
                            field("Capacity List Length", u8(3), &T::capacity_list_length));
  }
};

struct CurrentMaximumCapacityDescriptor {
  std::uint32_t number_of_blocks = 0;
  std::uint8_t descriptor_type = 0;
  std::uint32_t block_length = 2048;

  static constexpr std::uint8_t unformatted_or_blank = 1;
  static constexpr std::uint8_t formatted = 2;
  static constexpr std::uint8_t no_medium = 3;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CurrentMaximumCapacityDescriptor;
    return bytes::layout<8>("Current/Maximum Capacity Descriptor",
                            "MMC-6, READ FORMAT CAPACITIES command, Current/Maximum Capacity Descriptor",
                            field("Number of Blocks", u32(0), &T::number_of_blocks),
                            field("Descriptor Type", bits(4, 1, 0), &T::descriptor_type),
                            field("Block Length", u24(5), &T::block_length));
  }
};

struct FormattableCapacityDescriptor {
  std::uint32_t number_of_blocks = 0;
  std::uint8_t format_type = 0;
  std::uint8_t format_sub_type = 0;
  std::uint32_t type_dependent_parameter = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FormattableCapacityDescriptor;
    return bytes::layout<8>(
        "Formattable Capacity Descriptor", "MMC-6, READ FORMAT CAPACITIES command, Formattable Capacity Descriptor",
        field("Number of Blocks", u32(0), &T::number_of_blocks), field("Format Type", bits(4, 7, 2), &T::format_type),
        field("Format Sub-type", bits(4, 1, 0), &T::format_sub_type),
        field("Type Dependent Parameter", u24(5), &T::type_dependent_parameter));
  }
};

}  // namespace discbench::mmc
