// MECHANISM STATUS: the door, the pick-up, and the slots of a changer.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct MechanismStatus {
  static constexpr std::uint8_t opcode = 0xbd;
  std::uint8_t operation_code = opcode;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = MechanismStatus;
    return bytes::layout<12>(
        "MECHANISM STATUS", "MMC-6, MECHANISM STATUS command", field("Operation Code", u8(0), &T::operation_code),
        field("Allocation Length", u16(8), &T::allocation_length), field("Control", u8(11), &T::control));
  }
};

struct MechanismStatusHeader {
  bool fault = false;
  std::uint8_t changer_state = 0;
  std::uint8_t current_slot = 0;
  std::uint8_t mechanism_state = 0;  ///< 0: idle
  bool door_open = false;
  std::uint32_t current_lba = 0;
  std::uint8_t number_of_slots = 1;
  std::uint16_t slot_tables_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = MechanismStatusHeader;
    return bytes::layout<8>(
        "Mechanism Status Header", "MMC-6, MECHANISM STATUS command, Mechanism Status Header",
        field("Fault", bit(0, 7), &T::fault), field("Changer State", bits(0, 6, 5), &T::changer_state),
        field("Current Slot", bits(0, 4, 0), &T::current_slot),
        field("CD Mechanism State", bits(1, 7, 5), &T::mechanism_state), field("Door Open", bit(1, 4), &T::door_open),
        field("Current LBA", u24(2), &T::current_lba), field("Number of Slots Available", u8(5), &T::number_of_slots),
        field("Length of Slot Tables", u16(6), &T::slot_tables_length));
  }
};

}  // namespace discbench::mmc
