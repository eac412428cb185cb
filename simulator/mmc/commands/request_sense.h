// REQUEST SENSE: the pending sense data of this initiator.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct RequestSense {
  static constexpr std::uint8_t opcode = 0x03;
  std::uint8_t operation_code = opcode;
  bool desc = false;
  std::uint8_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = RequestSense;
    return bytes::layout<6>("REQUEST SENSE", "SPC-3, REQUEST SENSE command",
                            field("Operation Code", u8(0), &T::operation_code), field("DESC", bit(1, 0), &T::desc),
                            field("Allocation Length", u8(4), &T::allocation_length),
                            field("Control", u8(5), &T::control));
  }
};

struct FixedSenseData {
  bool valid = false;
  std::uint8_t response_code = 0x70;
  std::uint8_t sense_key = 0;
  std::uint32_t information = 0;
  std::uint8_t additional_sense_length = 10;
  std::uint32_t command_specific_information = 0;
  std::uint8_t additional_sense_code = 0;
  std::uint8_t additional_sense_code_qualifier = 0;
  std::uint8_t field_replaceable_unit_code = 0;
  bool sksv = false;
  std::uint16_t sense_key_specific = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FixedSenseData;
    return bytes::layout<18>(
        "Fixed Format Sense Data", "SPC-3, Fixed format sense data", field("VALID", bit(0, 7), &T::valid),
        field("Response Code", bits(0, 6, 0), &T::response_code), field("Sense Key", bits(2, 3, 0), &T::sense_key),
        field("Information", u32(3), &T::information),
        field("Additional Sense Length", u8(7), &T::additional_sense_length),
        field("Command-Specific Information", u32(8), &T::command_specific_information),
        field("Additional Sense Code", u8(12), &T::additional_sense_code),
        field("Additional Sense Code Qualifier", u8(13), &T::additional_sense_code_qualifier),
        field("Field Replaceable Unit Code", u8(14), &T::field_replaceable_unit_code),
        field("SKSV", bit(15, 7), &T::sksv), field("Sense Key Specific", u16(16), &T::sense_key_specific));
  }
};

}  // namespace discbench::mmc
