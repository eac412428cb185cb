// The questions that IDiscRecorder2Ex asks a device by itself: replies of unknown length are asked for twice, first for
// the header that says how long, then for exactly that. All throw com::Failure with the code for what went wrong:
// the sense data's, or E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE where a reply contradicts itself.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "imapi/recorder/device_handle.h"
#include "mmc/commands/inquiry.h"
#include "mmc/commands/mode_sense.h"
#include "mmc/commands/read_track_information.h"

namespace discbench::imapi {

using Bytes = std::vector<std::uint8_t>;

enum class Movement { eject, load };
void move_tray(DeviceHandle& device, Movement movement);

/// The standard INQUIRY data, as many bytes as the device has.
Bytes inquiry(DeviceHandle& device);

/// Whole replies, their length fields included.
Bytes disc_information(DeviceHandle& device);
Bytes track_information(DeviceHandle& device, mmc::TrackAddressType address_type, std::uint32_t address);

enum class Features { all, current };
/// One feature's descriptor: its four bytes of header, then its data.
using FeatureDescriptor = Bytes;
std::vector<FeatureDescriptor> features(DeviceHandle& device, Features which);
FeatureDescriptor feature(DeviceHandle& device, std::uint16_t code, Features which);
std::uint16_t code_of(const FeatureDescriptor& descriptor);
std::vector<std::uint16_t> profiles(DeviceHandle& device, Features which);

/// A mode page, from its page code on.
Bytes mode_page(DeviceHandle& device, std::uint8_t page_code, mmc::PageControl control);
std::vector<std::uint8_t> mode_page_codes(DeviceHandle& device, mmc::PageControl control);
void set_mode_page(DeviceHandle& device, std::span<const std::uint8_t> page, bool save);

/// A structure without its four bytes of header.
struct StructureAddress {
  std::uint8_t format = 0;
  std::uint32_t address = 0;
  std::uint8_t layer = 0;
  std::uint8_t agid = 0;
};
Bytes disc_structure(DeviceHandle& device, const StructureAddress& which);
void send_disc_structure(DeviceHandle& device, std::uint8_t format, std::span<const std::uint8_t> data);

}  // namespace discbench::imapi
