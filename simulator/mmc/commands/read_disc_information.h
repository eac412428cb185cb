// READ DISC INFORMATION: the disc as a whole, and its last session.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReadDiscInformation {
  static constexpr std::uint8_t opcode = 0x51;
  std::uint8_t operation_code = opcode;
  std::uint8_t data_type = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadDiscInformation;
    return bytes::layout<10>(
        "READ DISC INFORMATION", "MMC-6, READ DISC INFORMATION command",
        field("Operation Code", u8(0), &T::operation_code), field("Data Type", bits(1, 2, 0), &T::data_type),
        field("Allocation Length", u16(7), &T::allocation_length), field("Control", u8(9), &T::control));
  }
};

/// On CD the two addresses are 0, M, S, F.
struct StandardDiscInformation {
  std::uint16_t disc_information_length = 32;
  std::uint8_t disc_information_data_type = 0;
  bool erasable = false;
  std::uint8_t state_of_last_session = 0;
  std::uint8_t disc_status = 0;
  std::uint8_t number_of_first_track_on_disc = 1;
  std::uint16_t number_of_sessions = 1;
  std::uint16_t first_track_number_in_last_session = 1;
  std::uint16_t last_track_number_in_last_session = 1;
  bool did_v = false;
  bool dbc_v = false;
  bool uru = false;
  bool dac_v = false;
  bool dbit = false;
  std::uint8_t bg_format_status = 0;
  std::uint8_t disc_type = 0;
  std::uint32_t disc_identification = 0;
  std::uint32_t last_session_lead_in_start_address = 0;
  std::uint32_t last_possible_lead_out_start_address = 0;
  std::array<std::uint8_t, 8> disc_bar_code{};
  std::uint8_t disc_application_code = 0;
  std::uint8_t number_of_opc_tables = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = StandardDiscInformation;
    return bytes::layout<34>(
        "Standard Disc Information", "MMC-6, READ DISC INFORMATION command, Standard Disc Information",
        field("Disc Information Length", u16(0), &T::disc_information_length),
        field("Disc Information Data Type", bits(2, 7, 5), &T::disc_information_data_type),
        field("Erasable", bit(2, 4), &T::erasable),
        field("State of Last Session", bits(2, 3, 2), &T::state_of_last_session),
        field("Disc Status", bits(2, 1, 0), &T::disc_status),
        field("Number of First Track on Disc", u8(3), &T::number_of_first_track_on_disc),
        field("Number of Sessions", split_u16(9, 4), &T::number_of_sessions),
        field("First Track Number in Last Session", split_u16(10, 5), &T::first_track_number_in_last_session),
        field("Last Track Number in Last Session", split_u16(11, 6), &T::last_track_number_in_last_session),
        field("DID_V", bit(7, 7), &T::did_v), field("DBC_V", bit(7, 6), &T::dbc_v), field("URU", bit(7, 5), &T::uru),
        field("DAC_V", bit(7, 4), &T::dac_v), field("Dbit", bit(7, 2), &T::dbit),
        field("BG Format Status", bits(7, 1, 0), &T::bg_format_status), field("Disc Type", u8(8), &T::disc_type),
        field("Disc Identification", u32(12), &T::disc_identification),
        field("Last Session Lead-in Start Address", u32(16), &T::last_session_lead_in_start_address),
        field("Last Possible Lead-out Start Address", u32(20), &T::last_possible_lead_out_start_address),
        field("Disc Bar Code", bytes_at(24, 8), &T::disc_bar_code),
        field("Disc Application Code", u8(32), &T::disc_application_code),
        field("Number of OPC Tables", u8(33), &T::number_of_opc_tables));
  }
};

struct TrackResourcesInformation {
  std::uint16_t disc_information_length = 10;
  std::uint8_t disc_information_data_type = 1;
  std::uint16_t maximum_possible_number_of_tracks = 0;
  std::uint16_t number_of_assigned_tracks = 0;
  std::uint16_t maximum_possible_number_of_appendable_tracks = 0;
  std::uint16_t current_number_of_appendable_tracks = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TrackResourcesInformation;
    return bytes::layout<12>(
        "Track Resources Information", "MMC-6, READ DISC INFORMATION command, Track Resources Information",
        field("Disc Information Length", u16(0), &T::disc_information_length),
        field("Disc Information Data Type", bits(2, 7, 5), &T::disc_information_data_type),
        field("Maximum Possible Number of Tracks", u16(4), &T::maximum_possible_number_of_tracks),
        field("Number of Assigned Tracks", u16(6), &T::number_of_assigned_tracks),
        field("Maximum Possible Number of Appendable Tracks", u16(8), &T::maximum_possible_number_of_appendable_tracks),
        field("Current Number of Appendable Tracks", u16(10), &T::current_number_of_appendable_tracks));
  }
};

struct PowResourcesInformation {
  std::uint16_t disc_information_length = 14;
  std::uint8_t disc_information_data_type = 2;
  std::uint32_t remaining_pow_replacements = 0;
  std::uint32_t remaining_pow_reallocation_map_entries = 0;
  std::uint32_t number_of_remaining_pow_updates = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = PowResourcesInformation;
    return bytes::layout<16>(
        "POW Resources Information", "MMC-6, READ DISC INFORMATION command, POW Resources Information",
        field("Disc Information Length", u16(0), &T::disc_information_length),
        field("Disc Information Data Type", bits(2, 7, 5), &T::disc_information_data_type),
        field("Remaining POW Replacements", u32(4), &T::remaining_pow_replacements),
        field("Remaining POW Reallocation Map Entries", u32(8), &T::remaining_pow_reallocation_map_entries),
        field("Number of Remaining POW Updates", u32(12), &T::number_of_remaining_pow_updates));
  }
};

}  // namespace discbench::mmc
