// READ TRACK INFORMATION: one track, the room that it has left, and where the next write goes.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// How the address of the command is meant.
enum class TrackAddressType : std::uint8_t { logical_block = 0, track = 1, session = 2 };

/// The number that asks for the invisible or incomplete track, on CD and DVD+R.
inline constexpr std::uint32_t invisible_track_number = 0xff;

struct ReadTrackInformation {
  static constexpr std::uint8_t opcode = 0x52;
  std::uint8_t operation_code = opcode;
  bool open = false;
  TrackAddressType address_type = TrackAddressType::logical_block;
  std::uint32_t address = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadTrackInformation;
    return bytes::layout<10>("READ TRACK INFORMATION", "MMC-6, READ TRACK INFORMATION command",
                             field("Operation Code", u8(0), &T::operation_code), field("Open", bit(1, 2), &T::open),
                             field("Address/Number Type", bits(1, 1, 0), &T::address_type),
                             field("Logical Block Address/Track/Session Number", u32(2), &T::address),
                             field("Allocation Length", u16(7), &T::allocation_length),
                             field("Control", u8(9), &T::control));
  }
};

struct TrackInformation {
  std::uint16_t data_length = 46;  ///< bytes that follow: 34 (MMC-2), 38, or 46
  std::uint16_t track_number = 1;
  std::uint16_t session_number = 1;
  std::uint8_t ljrs = 0;
  bool damage = false;
  bool copy = false;
  std::uint8_t track_mode = 0;
  bool reserved_track = false;
  bool blank = false;
  bool packet = false;
  bool fixed_packet = false;
  std::uint8_t data_mode = 1;
  bool last_recorded_address_valid = false;
  bool next_writable_address_valid = false;
  std::uint32_t track_start_address = 0;
  std::uint32_t next_writable_address = 0;
  std::uint32_t free_blocks = 0;
  std::uint32_t fixed_packet_size = 0;
  std::uint32_t track_size = 0;
  std::uint32_t last_recorded_address = 0;
  std::uint32_t read_compatibility_lba = 0;
  std::uint32_t next_layer_jump_address = 0;
  std::uint32_t last_layer_jump_address = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TrackInformation;
    return bytes::layout<48>(
        "Track Information Block", "MMC-6, READ TRACK INFORMATION command, Track Information Block",
        field("Data Length", u16(0), &T::data_length), field("Track Number", split_u16(32, 2), &T::track_number),
        field("Session Number", split_u16(33, 3), &T::session_number), field("LJRS", bits(5, 7, 6), &T::ljrs),
        field("Damage", bit(5, 5), &T::damage), field("Copy", bit(5, 4), &T::copy),
        field("Track Mode", bits(5, 3, 0), &T::track_mode), field("RT", bit(6, 7), &T::reserved_track),
        field("Blank", bit(6, 6), &T::blank), field("Packet/Inc", bit(6, 5), &T::packet),
        field("FP", bit(6, 4), &T::fixed_packet), field("Data Mode", bits(6, 3, 0), &T::data_mode),
        field("LRA_V", bit(7, 1), &T::last_recorded_address_valid),
        field("NWA_V", bit(7, 0), &T::next_writable_address_valid),
        field("Track Start Address", u32(8), &T::track_start_address),
        field("Next Writable Address", u32(12), &T::next_writable_address),
        field("Free Blocks", u32(16), &T::free_blocks),
        field("Fixed Packet Size/Blocking Factor", u32(20), &T::fixed_packet_size),
        field("Track Size", u32(24), &T::track_size),
        field("Last Recorded Address", u32(28), &T::last_recorded_address),
        field("Read Compatibility LBA", u32(36), &T::read_compatibility_lba),
        field("Next Layer Jump Address", u32(40), &T::next_layer_jump_address),
        field("Last Layer Jump Address", u32(44), &T::last_layer_jump_address));
  }
};

}  // namespace discbench::mmc
