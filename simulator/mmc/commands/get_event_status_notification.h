// GET EVENT STATUS NOTIFICATION: what happened since the last time, without a unit attention.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct GetEventStatusNotification {
  static constexpr std::uint8_t opcode = 0x4a;
  std::uint8_t operation_code = opcode;
  bool polled = false;
  std::uint8_t notification_class_request = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = GetEventStatusNotification;
    return bytes::layout<10>("GET EVENT STATUS NOTIFICATION", "MMC-6, GET EVENT STATUS NOTIFICATION command",
                             field("Operation Code", u8(0), &T::operation_code), field("Polled", bit(1, 0), &T::polled),
                             field("Notification Class Request", u8(4), &T::notification_class_request),
                             field("Allocation Length", u16(7), &T::allocation_length),
                             field("Control", u8(9), &T::control));
  }
};

struct EventHeader {
  std::uint16_t event_descriptor_length = 0;
  bool nea = false;
  std::uint8_t notification_class = 0;
  std::uint8_t supported_event_classes = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = EventHeader;
    return bytes::layout<4>("Event Header", "MMC-6, GET EVENT STATUS NOTIFICATION command, Event Header",
                            field("Event Descriptor Length", u16(0), &T::event_descriptor_length),
                            field("NEA", bit(2, 7), &T::nea),
                            field("Notification Class", bits(2, 2, 0), &T::notification_class),
                            field("Supported Event Classes", u8(3), &T::supported_event_classes));
  }
};

struct MediaEvent {
  std::uint8_t event_code = 0;
  bool media_present = false;
  bool door_or_tray_open = false;
  std::uint8_t start_slot = 0;
  std::uint8_t end_slot = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = MediaEvent;
    return bytes::layout<4>(
        "Media Event Descriptor", "MMC-6, GET EVENT STATUS NOTIFICATION command, Media Status class",
        field("Media Event", bits(0, 3, 0), &T::event_code), field("Media Present", bit(1, 1), &T::media_present),
        field("Door or Tray Open", bit(1, 0), &T::door_or_tray_open), field("Start Slot", u8(2), &T::start_slot),
        field("End Slot", u8(3), &T::end_slot));
  }
};

}  // namespace discbench::mmc
