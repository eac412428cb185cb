// FORMAT UNIT: makes a rewritable medium ready for its first write.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct FormatUnit {
  static constexpr std::uint8_t opcode = 0x04;
  std::uint8_t operation_code = opcode;
  bool format_data = false;  ///< a parameter list follows; without one nothing can be formatted
  bool complete_list = false;
  std::uint8_t format_code = 0;  ///< 1 is the one form of parameter list that MMC has
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FormatUnit;
    return bytes::layout<6>(
        "FORMAT UNIT", "MMC-6, FORMAT UNIT command", field("Operation Code", u8(0), &T::operation_code),
        field("FmtData", bit(1, 4), &T::format_data), field("CmpList", bit(1, 3), &T::complete_list),
        field("Format Code", bits(1, 2, 0), &T::format_code), field("Control", u8(5), &T::control));
  }
};

/// The Format Type field. What its sizes and its parameter mean is the type's.
namespace format_type {
inline constexpr std::uint8_t dvd_plus_rw_basic = 0x26;
}  // namespace format_type

/// The whole parameter list: the list header and its one format descriptor.
struct FormatParameterList {
  bool fov = false;  ///< the five options behind it are valid
  bool dpry = false;
  bool dcrt = false;
  bool stpf = false;
  bool ip = false;
  bool try_out = false;
  bool immed = false;
  bool vs = false;
  std::uint16_t format_descriptor_length = 8;
  std::uint32_t number_of_blocks = 0;
  std::uint8_t format_type = 0;
  std::uint8_t format_sub_type = 0;
  std::uint32_t type_dependent_parameter = 0;

  /// Number of Blocks of a medium that is to be formatted as large as it is.
  static constexpr std::uint32_t whole_medium = 0xffffffff;
  /// Type Dependent Parameter of format type 26h: go on with a background format that was stopped.
  static constexpr std::uint32_t restart = 1;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FormatParameterList;
    return bytes::layout<12>(
        "Format Unit Parameter List", "MMC-6, FORMAT UNIT command, Format List Header and Format Descriptor",
        field("FOV", bit(1, 7), &T::fov), field("DPRY", bit(1, 6), &T::dpry), field("DCRT", bit(1, 5), &T::dcrt),
        field("STPF", bit(1, 4), &T::stpf), field("IP", bit(1, 3), &T::ip), field("Try-out", bit(1, 2), &T::try_out),
        field("Immed", bit(1, 1), &T::immed), field("VS", bit(1, 0), &T::vs),
        field("Format Descriptor Length", u16(2), &T::format_descriptor_length),
        field("Number of Blocks", u32(4), &T::number_of_blocks), field("Format Type", bits(8, 7, 2), &T::format_type),
        field("Format Sub-type", bits(8, 1, 0), &T::format_sub_type),
        field("Type Dependent Parameter", u24(9), &T::type_dependent_parameter));
  }
};

}  // namespace discbench::mmc
