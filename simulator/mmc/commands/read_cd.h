// READ CD and READ CD MSF: sectors of a CD in whole or in parts, with their sub-channel.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// Expected Sector Type. MMC-6, READ CD command.
enum class ExpectedSectorType : std::uint8_t {
  any = 0,
  cd_da = 1,
  mode_1 = 2,
  mode_2_formless = 3,
  mode_2_form_1 = 4,
  mode_2_form_2 = 5,
};

struct ReadCd {
  static constexpr std::uint8_t opcode = 0xbe;
  std::uint8_t operation_code = opcode;
  ExpectedSectorType expected_sector_type = ExpectedSectorType::any;
  bool dap = false;
  std::uint32_t starting_lba = 0;
  std::uint32_t transfer_length_sectors = 0;
  bool sync = false;
  std::uint8_t header_codes = 0;  ///< bit 0: header, bit 1: sub-header
  bool user_data = false;
  bool edc_ecc = false;
  std::uint8_t c2_error_information = 0;
  std::uint8_t sub_channel_selection = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadCd;
    return bytes::layout<12>("READ CD", "MMC-6, READ CD command", field("Operation Code", u8(0), &T::operation_code),
                             field("Expected Sector Type", bits(1, 4, 2), &T::expected_sector_type),
                             field("DAP", bit(1, 1), &T::dap),
                             field("Starting Logical Block Address", u32(2), &T::starting_lba),
                             field("Transfer Length", u24(6), &T::transfer_length_sectors),
                             field("SYNC", bit(9, 7), &T::sync), field("Header Codes", bits(9, 6, 5), &T::header_codes),
                             field("User Data", bit(9, 4), &T::user_data), field("EDC & ECC", bit(9, 3), &T::edc_ecc),
                             field("C2 Error Information", bits(9, 2, 1), &T::c2_error_information),
                             field("Sub-channel Selection", bits(10, 2, 0), &T::sub_channel_selection),
                             field("Control", u8(11), &T::control));
  }
};

/// The end is the first sector that is not read. A start of FF:FF:FF goes on where the drive is.
struct ReadCdMsf {
  static constexpr std::uint8_t opcode = 0xb9;
  std::uint8_t operation_code = opcode;
  ExpectedSectorType expected_sector_type = ExpectedSectorType::any;
  bool dap = false;
  std::uint8_t start_min = 0;
  std::uint8_t start_sec = 0;
  std::uint8_t start_frame = 0;
  std::uint8_t end_min = 0;
  std::uint8_t end_sec = 0;
  std::uint8_t end_frame = 0;
  bool sync = false;
  std::uint8_t header_codes = 0;  ///< bit 0: header, bit 1: sub-header
  bool user_data = false;
  bool edc_ecc = false;
  std::uint8_t c2_error_information = 0;
  std::uint8_t sub_channel_selection = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadCdMsf;
    return bytes::layout<12>(
        "READ CD MSF", "MMC-6, READ CD MSF command", field("Operation Code", u8(0), &T::operation_code),
        field("Expected Sector Type", bits(1, 4, 2), &T::expected_sector_type), field("DAP", bit(1, 1), &T::dap),
        field("Starting M", u8(3), &T::start_min), field("Starting S", u8(4), &T::start_sec),
        field("Starting F", u8(5), &T::start_frame), field("Ending M", u8(6), &T::end_min),
        field("Ending S", u8(7), &T::end_sec), field("Ending F", u8(8), &T::end_frame),
        field("SYNC", bit(9, 7), &T::sync), field("Header Codes", bits(9, 6, 5), &T::header_codes),
        field("User Data", bit(9, 4), &T::user_data), field("EDC & ECC", bit(9, 3), &T::edc_ecc),
        field("C2 Error Information", bits(9, 2, 1), &T::c2_error_information),
        field("Sub-channel Selection", bits(10, 2, 0), &T::sub_channel_selection),
        field("Control", u8(11), &T::control));
  }
};

/// Sixteen bytes of Q for each sector, where READ CD asks for sub-channel 010b. Numbers are as on the disc: BCD.
struct FormattedQ {
  std::uint8_t control_nibble = 0;
  std::uint8_t adr = 1;
  std::uint8_t tno = 0;
  std::uint8_t index = 0;
  std::uint8_t min = 0;
  std::uint8_t sec = 0;
  std::uint8_t frame = 0;
  std::uint8_t zero = 0;
  std::uint8_t amin = 0;
  std::uint8_t asec = 0;
  std::uint8_t aframe = 0;
  std::uint16_t crc = 0;
  bool p_sub_channel = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FormattedQ;
    return bytes::layout<16>(
        "Formatted Q Sub-channel Data", "MMC-6, READ CD command, Formatted Q Sub-channel",
        field("CONTROL", bits(0, 7, 4), &T::control_nibble), field("ADR", bits(0, 3, 0), &T::adr),
        field("Track Number", u8(1), &T::tno), field("Index Number", u8(2), &T::index), field("Min", u8(3), &T::min),
        field("Sec", u8(4), &T::sec), field("Frame", u8(5), &T::frame), field("Zero", u8(6), &T::zero),
        field("AMin", u8(7), &T::amin), field("ASec", u8(8), &T::asec), field("AFrame", u8(9), &T::aframe),
        field("CRC", u16(10), &T::crc), field("P Sub-channel", bit(15, 7), &T::p_sub_channel));
  }
};

}  // namespace discbench::mmc
