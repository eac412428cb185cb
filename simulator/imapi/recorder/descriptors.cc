#include "imapi/recorder/descriptors.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "bytes/layout.h"
#include "mmc/commands/inquiry.h"

namespace discbench::imapi {

namespace {

constexpr std::uint32_t bus_type_virtual = 14;

// Windows SDK, winioctl.h and ntddstor.h; natural alignment.
struct StorageAdapterDescriptor {
  std::uint32_t version;
  std::uint32_t size;
  std::uint32_t maximum_transfer_length;
  std::uint32_t maximum_physical_pages;
  std::uint32_t alignment_mask;
  std::uint8_t adapter_uses_pio;
  std::uint8_t adapter_scans_down;
  std::uint8_t command_queueing;
  std::uint8_t accelerated_transfer;
  std::uint8_t bus_type;
  std::uint16_t bus_major_version;
  std::uint16_t bus_minor_version;
};
static_assert(sizeof(StorageAdapterDescriptor) == 32 && offsetof(StorageAdapterDescriptor, bus_major_version) == 26);

struct StorageDeviceDescriptor {
  std::uint32_t version;
  std::uint32_t size;
  std::uint8_t device_type;
  std::uint8_t device_type_modifier;
  std::uint8_t removable_media;
  std::uint8_t command_queueing;
  std::uint32_t vendor_id_offset;
  std::uint32_t product_id_offset;
  std::uint32_t product_revision_offset;
  std::uint32_t serial_number_offset;  ///< 0: none
  std::uint32_t bus_type;
  std::uint32_t raw_properties_length;
  std::uint8_t raw_device_properties[1];
};
static_assert(sizeof(StorageDeviceDescriptor) == 40 && offsetof(StorageDeviceDescriptor, raw_device_properties) == 36);

std::string_view trimmed(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Appends the text with its terminating zero, and says where it stands.
std::uint32_t append(std::vector<std::uint8_t>& bytes, std::string_view text) {
  const auto offset = static_cast<std::uint32_t>(bytes.size());
  bytes.insert(bytes.end(), text.begin(), text.end());
  bytes.push_back(0);
  return offset;
}

}  // namespace

std::vector<std::uint8_t> adapter_descriptor() {
  StorageAdapterDescriptor descriptor{};
  descriptor.version = sizeof descriptor;
  descriptor.size = sizeof descriptor;
  descriptor.maximum_transfer_length = maximum_transfer_length;
  descriptor.maximum_physical_pages = maximum_physical_pages;
  descriptor.alignment_mask = byte_alignment_mask;
  descriptor.bus_type = bus_type_virtual;
  std::vector<std::uint8_t> result(sizeof descriptor);
  std::memcpy(result.data(), &descriptor, sizeof descriptor);
  return result;
}

std::vector<std::uint8_t> device_descriptor(std::span<const std::uint8_t> inquiry_data) {
  constexpr std::size_t header = offsetof(StorageDeviceDescriptor, raw_device_properties);
  const auto data = bytes::decode<mmc::StandardInquiryData>(inquiry_data);

  std::vector<std::uint8_t> result(header + inquiry_data.size());
  std::ranges::copy(inquiry_data, result.begin() + header);
  StorageDeviceDescriptor descriptor{};
  descriptor.version = sizeof descriptor;
  descriptor.device_type = data.peripheral_device_type;
  descriptor.removable_media = data.rmb ? 1 : 0;
  descriptor.vendor_id_offset = append(result, trimmed(data.t10_vendor_identification.view()));
  descriptor.product_id_offset = append(result, trimmed(data.product_identification.view()));
  descriptor.product_revision_offset = append(result, trimmed(data.product_revision_level.view()));
  descriptor.bus_type = bus_type_virtual;
  descriptor.raw_properties_length = static_cast<std::uint32_t>(inquiry_data.size());
  descriptor.size = static_cast<std::uint32_t>(result.size());
  std::memcpy(result.data(), &descriptor, header);
  return result;
}

}  // namespace discbench::imapi
