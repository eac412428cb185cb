// GET CONFIGURATION: what the drive can do, and what it can do with this medium.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct GetConfiguration {
  static constexpr std::uint8_t opcode = 0x46;
  std::uint8_t operation_code = opcode;
  std::uint8_t requested_type = 0;
  std::uint16_t starting_feature_number = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = GetConfiguration;
    return bytes::layout<10>(
        "GET CONFIGURATION", "MMC-6, GET CONFIGURATION command", field("Operation Code", u8(0), &T::operation_code),
        field("RT", bits(1, 1, 0), &T::requested_type),
        field("Starting Feature Number", u16(2), &T::starting_feature_number),
        field("Allocation Length", u16(7), &T::allocation_length), field("Control", u8(9), &T::control));
  }
};

struct FeatureHeader {
  std::uint32_t data_length = 0;  ///< bytes that follow this field
  std::uint16_t current_profile = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FeatureHeader;
    return bytes::layout<8>("Feature Header", "MMC-6, GET CONFIGURATION command, Feature Header",
                            field("Data Length", u32(0), &T::data_length),
                            field("Current Profile", u16(6), &T::current_profile));
  }
};

struct FeatureDescriptorHeader {
  std::uint16_t feature_code = 0;
  std::uint8_t version = 0;
  bool persistent = false;
  bool current = false;
  std::uint8_t additional_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FeatureDescriptorHeader;
    return bytes::layout<4>("Feature Descriptor", "MMC-6, Features, Feature Descriptor generic format",
                            field("Feature Code", u16(0), &T::feature_code),
                            field("Version", bits(2, 5, 2), &T::version),
                            field("Persistent", bit(2, 1), &T::persistent), field("Current", bit(2, 0), &T::current),
                            field("Additional Length", u8(3), &T::additional_length));
  }
};

}  // namespace discbench::mmc
