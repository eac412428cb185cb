// INQUIRY: who the device is.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct Inquiry {
  static constexpr std::uint8_t opcode = 0x12;
  std::uint8_t operation_code = opcode;
  bool evpd = false;
  std::uint8_t page_code = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = Inquiry;
    return bytes::layout<6>("INQUIRY", "SPC-3, INQUIRY command", field("Operation Code", u8(0), &T::operation_code),
                            field("EVPD", bit(1, 0), &T::evpd), field("Page Code", u8(2), &T::page_code),
                            field("Allocation Length", u16(3), &T::allocation_length),
                            field("Control", u8(5), &T::control));
  }
};

/// 96 bytes, as the recorders of LG and Pioneer answer (Additional Length 5Bh).
struct StandardInquiryData {
  std::uint8_t peripheral_device_type = 0x05;
  bool rmb = true;
  std::uint8_t version = 0;
  std::uint8_t response_data_format = 2;
  std::uint8_t additional_length = 91;
  bytes::Text<8> t10_vendor_identification{};
  bytes::Text<16> product_identification{};
  bytes::Text<4> product_revision_level{};
  bytes::Text<20> vendor_specific{};

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = StandardInquiryData;
    return bytes::layout<96>("Standard INQUIRY Data", "SPC-3, Standard INQUIRY data",
                             field("Peripheral Device Type", bits(0, 4, 0), &T::peripheral_device_type),
                             field("RMB", bit(1, 7), &T::rmb), field("Version", u8(2), &T::version),
                             field("Response Data Format", bits(3, 3, 0), &T::response_data_format),
                             field("Additional Length", u8(4), &T::additional_length),
                             field("T10 Vendor Identification", bytes_at(8, 8), &T::t10_vendor_identification),
                             field("Product Identification", bytes_at(16, 16), &T::product_identification),
                             field("Product Revision Level", bytes_at(32, 4), &T::product_revision_level),
                             field("Vendor Specific", bytes_at(36, 20), &T::vendor_specific));
  }
};

}  // namespace discbench::mmc
