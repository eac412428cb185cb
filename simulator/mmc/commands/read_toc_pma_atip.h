// READ TOC/PMA/ATIP: the table of contents, and what a CD-R says in its groove.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// Bits 7-6 of the control byte are the format of MMC-1; Linux and dvd+rw-mediainfo still send it there (byte 9 = 40h).
struct ReadTocPmaAtip {
  static constexpr std::uint8_t opcode = 0x43;
  std::uint8_t operation_code = opcode;
  bool msf = false;
  std::uint8_t format = 0;
  std::uint8_t track_session_number = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t legacy_format = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadTocPmaAtip;
    return bytes::layout<10>(
        "READ TOC/PMA/ATIP", "MMC-6, READ TOC/PMA/ATIP command", field("Operation Code", u8(0), &T::operation_code),
        field("MSF", bit(1, 1), &T::msf), field("Format", bits(2, 3, 0), &T::format),
        field("Track/Session Number", u8(6), &T::track_session_number),
        field("Allocation Length", u16(7), &T::allocation_length),
        field("Legacy Format", bits(9, 7, 6), &T::legacy_format), field("Control", bits(9, 5, 0), &T::control));
  }
};

struct TocHeader {
  std::uint16_t data_length = 0;  ///< bytes that follow this field
  std::uint8_t first_number = 0;
  std::uint8_t last_number = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TocHeader;
    return bytes::layout<4>("TOC/PMA/ATIP Response Header", "MMC-6, READ TOC/PMA/ATIP command, Response Format",
                            field("Data Length", u16(0), &T::data_length),
                            field("First Track/Session Number", u8(2), &T::first_number),
                            field("Last Track/Session Number", u8(3), &T::last_number));
  }
};

struct TocTrackDescriptor {
  std::uint8_t adr = 1;
  std::uint8_t control = 4;
  std::uint8_t track_number = 0;
  std::uint32_t track_start_address = 0;

  static constexpr std::uint8_t lead_out = 0xaa;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TocTrackDescriptor;
    return bytes::layout<8>("TOC Track Descriptor", "MMC-6, READ TOC/PMA/ATIP command, Format 0000b and 0001b",
                            field("ADR", bits(1, 7, 4), &T::adr), field("CONTROL", bits(1, 3, 0), &T::control),
                            field("Track Number", u8(2), &T::track_number),
                            field("Track Start Address", u32(4), &T::track_start_address));
  }
};

struct FullTocDescriptor {
  std::uint8_t session_number = 1;
  std::uint8_t adr = 1;
  std::uint8_t control = 4;
  std::uint8_t tno = 0;
  std::uint8_t point = 0;
  std::uint8_t min = 0;
  std::uint8_t sec = 0;
  std::uint8_t frame = 0;
  std::uint8_t zero = 0;
  std::uint8_t pmin = 0;
  std::uint8_t psec = 0;
  std::uint8_t pframe = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FullTocDescriptor;
    return bytes::layout<11>("Full TOC Descriptor", "MMC-6, READ TOC/PMA/ATIP command, Format 0010b and 0011b",
                             field("Session Number", u8(0), &T::session_number), field("ADR", bits(1, 7, 4), &T::adr),
                             field("CONTROL", bits(1, 3, 0), &T::control), field("TNO", u8(2), &T::tno),
                             field("POINT", u8(3), &T::point), field("Min", u8(4), &T::min),
                             field("Sec", u8(5), &T::sec), field("Frame", u8(6), &T::frame),
                             field("Zero", u8(7), &T::zero), field("PMIN", u8(8), &T::pmin),
                             field("PSEC", u8(9), &T::psec), field("PFRAME", u8(10), &T::pframe));
  }
};

/// Byte numbers count from the end of the four-byte response header.
struct AtipDescriptor {
  std::uint8_t indicative_target_writing_power = 0;
  bool always_one = true;
  bool ddcd = false;
  std::uint8_t reference_speed = 0;
  bool uru = false;
  bool always_one_too = true;
  bool disc_type = false;
  std::uint8_t disc_sub_type = 0;
  bool a1_valid = false;
  bool a2_valid = false;
  bool a3_valid = false;
  std::uint8_t atip_start_min_of_lead_in = 0;
  std::uint8_t atip_start_sec_of_lead_in = 0;
  std::uint8_t atip_start_frame_of_lead_in = 0;
  std::uint8_t atip_last_possible_start_min_of_lead_out = 0;
  std::uint8_t atip_last_possible_start_sec_of_lead_out = 0;
  std::uint8_t atip_last_possible_start_frame_of_lead_out = 0;
  std::uint32_t a1_values = 0;
  std::uint32_t a2_values = 0;
  std::uint32_t a3_values = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = AtipDescriptor;
    return bytes::layout<24>(
        "ATIP Descriptor", "MMC-6, READ TOC/PMA/ATIP command, Format 0100b",
        field("Indicative Target Writing Power", bits(0, 6, 4), &T::indicative_target_writing_power),
        field("One", bit(0, 7), &T::always_one), field("DDCD", bit(0, 3), &T::ddcd),
        field("Reference Speed", bits(0, 2, 0), &T::reference_speed), field("URU", bit(1, 6), &T::uru),
        field("One (byte 2)", bit(2, 7), &T::always_one_too), field("Disc Type", bit(2, 6), &T::disc_type),
        field("Disc Sub-Type", bits(2, 5, 3), &T::disc_sub_type), field("A1 Valid", bit(2, 2), &T::a1_valid),
        field("A2 Valid", bit(2, 1), &T::a2_valid), field("A3 Valid", bit(2, 0), &T::a3_valid),
        field("ATIP Start Min of Lead-in", u8(4), &T::atip_start_min_of_lead_in),
        field("ATIP Start Sec of Lead-in", u8(5), &T::atip_start_sec_of_lead_in),
        field("ATIP Start Frame of Lead-in", u8(6), &T::atip_start_frame_of_lead_in),
        field("ATIP Last Possible Start Min of Lead-out", u8(8), &T::atip_last_possible_start_min_of_lead_out),
        field("ATIP Last Possible Start Sec of Lead-out", u8(9), &T::atip_last_possible_start_sec_of_lead_out),
        field("ATIP Last Possible Start Frame of Lead-out", u8(10), &T::atip_last_possible_start_frame_of_lead_out),
        field("A1 Values", u24(12), &T::a1_values), field("A2 Values", u24(16), &T::a2_values),
        field("A3 Values", u24(20), &T::a3_values));
  }
};

}  // namespace discbench::mmc
