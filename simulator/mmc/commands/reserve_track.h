// RESERVE TRACK: sets room aside for a track, or splits one.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReserveTrack {
  static constexpr std::uint8_t opcode = 0x53;
  std::uint8_t operation_code = opcode;
  bool rmz = false;
  bool address_given = false;
  std::uint32_t reservation_size_sectors = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReserveTrack;
    return bytes::layout<10>(
        "RESERVE TRACK", "MMC-6, RESERVE TRACK command", field("Operation Code", u8(0), &T::operation_code),
        field("RMZ", bit(1, 1), &T::rmz), field("ARSV", bit(1, 0), &T::address_given),
        field("Reservation Size", u32(5), &T::reservation_size_sectors), field("Control", u8(9), &T::control));
  }
};

/// The same command where ARSV is 1: byte 5 belongs to another field then.
struct ReserveTrackAtAddress {
  std::uint8_t operation_code = 0x53;
  bool rmz = false;
  bool address_given = true;
  std::uint32_t reservation_lba = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReserveTrackAtAddress;
    return bytes::layout<10>("RESERVE TRACK (ARSV)", "MMC-6, RESERVE TRACK command, ARSV = 1",
                             field("Operation Code", u8(0), &T::operation_code), field("RMZ", bit(1, 1), &T::rmz),
                             field("ARSV", bit(1, 0), &T::address_given),
                             field("Reservation LBA", u32(2), &T::reservation_lba),
                             field("Control", u8(9), &T::control));
  }
};

}  // namespace discbench::mmc
