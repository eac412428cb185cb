// READ SUB-CHANNEL: where a CD is being read, and the numbers of a catalogue and of recordings.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// Sub-channel Parameter List. MMC-6, READ SUB-CHANNEL command.
enum class SubChannelList : std::uint8_t { current_position = 1, media_catalogue_number = 2, isrc = 3 };

struct ReadSubChannel {
  static constexpr std::uint8_t opcode = 0x42;
  std::uint8_t operation_code = opcode;
  bool msf = false;
  bool sub_q = false;
  SubChannelList parameter_list = SubChannelList::current_position;
  std::uint8_t track_number = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadSubChannel;
    return bytes::layout<10>(
        "READ SUB-CHANNEL", "MMC-6, READ SUB-CHANNEL command", field("Operation Code", u8(0), &T::operation_code),
        field("MSF", bit(1, 1), &T::msf), field("SubQ", bit(2, 6), &T::sub_q),
        field("Sub-channel Parameter List", u8(3), &T::parameter_list), field("Track Number", u8(6), &T::track_number),
        field("Allocation Length", u16(7), &T::allocation_length), field("Control", u8(9), &T::control));
  }
};

struct SubChannelHeader {
  std::uint8_t audio_status = 0x15;  ///< 15h: nothing to say; this drive plays no audio
  std::uint16_t sub_channel_data_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = SubChannelHeader;
    return bytes::layout<4>("Sub-channel Data Header", "MMC-6, READ SUB-CHANNEL command, Sub-channel data header",
                            field("Audio Status", u8(1), &T::audio_status),
                            field("Sub-channel Data Length", u16(2), &T::sub_channel_data_length));
  }
};

struct CurrentPosition {
  std::uint8_t format_code = 1;
  std::uint8_t adr = 1;
  std::uint8_t control_nibble = 0;
  std::uint8_t track_number = 0;
  std::uint8_t index_number = 0;
  std::uint32_t absolute_address = 0;
  std::uint32_t track_relative_address = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CurrentPosition;
    return bytes::layout<12>(
        "CD Current Position", "MMC-6, READ SUB-CHANNEL command, CD current position",
        field("Sub-channel Data Format Code", u8(0), &T::format_code), field("ADR", bits(1, 7, 4), &T::adr),
        field("CONTROL", bits(1, 3, 0), &T::control_nibble), field("Track Number", u8(2), &T::track_number),
        field("Index Number", u8(3), &T::index_number), field("Absolute CD Address", u32(4), &T::absolute_address),
        field("Track Relative CD Address", u32(8), &T::track_relative_address));
  }
};

/// What stands in the place of a number or code that the disc does not have.
inline constexpr std::string_view no_code("\0\0\0\0\0\0\0\0\0\0\0\0\0", 13);

struct MediaCatalogueNumber {
  std::uint8_t format_code = 2;
  bool mcval = false;
  bytes::Text<13> digits = no_code;
  std::uint8_t aframe = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = MediaCatalogueNumber;
    return bytes::layout<20>("Media Catalogue Number", "MMC-6, READ SUB-CHANNEL command, Media Catalogue Number",
                             field("Sub-channel Data Format Code", u8(0), &T::format_code),
                             field("MCVal", bit(4, 7), &T::mcval), field("N", bytes_at(5, 13), &T::digits),
                             field("AFRAME", u8(19), &T::aframe));
  }
};

struct TrackIsrc {
  std::uint8_t format_code = 3;
  std::uint8_t adr = 1;
  std::uint8_t control_nibble = 0;
  std::uint8_t track_number = 0;
  bool tcval = false;
  bytes::Text<12> characters = no_code;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TrackIsrc;
    return bytes::layout<20>("Track International Standard Recording Code",
                             "MMC-6, READ SUB-CHANNEL command, Track International Standard Recording Code",
                             field("Sub-channel Data Format Code", u8(0), &T::format_code),
                             field("ADR", bits(1, 7, 4), &T::adr), field("CONTROL", bits(1, 3, 0), &T::control_nibble),
                             field("Track Number", u8(2), &T::track_number), field("TCVal", bit(4, 7), &T::tcval),
                             field("I", bytes_at(5, 12), &T::characters));
  }
};

}  // namespace discbench::mmc
