// MODE SENSE (10), and the header that both mode commands use.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// The PC field: which values of a page are asked for.
enum class PageControl : std::uint8_t { current = 0, changeable = 1, default_values = 2, saved = 3 };

inline constexpr std::uint8_t all_mode_pages = 0x3f;

struct ModeSense10 {
  static constexpr std::uint8_t opcode = 0x5a;
  std::uint8_t operation_code = opcode;
  bool llbaa = false;
  bool dbd = false;
  PageControl page_control = PageControl::current;
  std::uint8_t page_code = 0;
  std::uint8_t subpage_code = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ModeSense10;
    return bytes::layout<10>(
        "MODE SENSE (10)", "SPC-3, MODE SENSE (10) command", field("Operation Code", u8(0), &T::operation_code),
        field("LLBAA", bit(1, 4), &T::llbaa), field("DBD", bit(1, 3), &T::dbd),
        field("PC", bits(2, 7, 6), &T::page_control), field("Page Code", bits(2, 5, 0), &T::page_code),
        field("Subpage Code", u8(3), &T::subpage_code), field("Allocation Length", u16(7), &T::allocation_length),
        field("Control", u8(9), &T::control));
  }
};

struct ModeParameterHeader10 {
  std::uint16_t mode_data_length = 0;  ///< bytes that follow this field; reserved in MODE SELECT
  std::uint8_t medium_type = 0;
  std::uint8_t device_specific_parameter = 0;
  std::uint16_t block_descriptor_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ModeParameterHeader10;
    return bytes::layout<8>("Mode Parameter Header (10)", "SPC-3, Mode parameter header formats",
                            field("Mode Data Length", u16(0), &T::mode_data_length),
                            field("Medium Type", u8(2), &T::medium_type),
                            field("Device-Specific Parameter", u8(3), &T::device_specific_parameter),
                            field("Block Descriptor Length", u16(6), &T::block_descriptor_length));
  }
};

}  // namespace discbench::mmc
