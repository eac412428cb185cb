#include "imapi/writer/mmc_device.h"

#include <algorithm>
#include <array>

#include "mmc/commands/close_track_session.h"
#include "mmc/commands/format_unit.h"
#include "mmc/commands/get_configuration.h"
#include "mmc/commands/mode_select.h"
#include "mmc/commands/read.h"
#include "mmc/commands/read_capacity.h"
#include "mmc/commands/send_opc_information.h"
#include "mmc/commands/synchronize_cache.h"
#include "mmc/commands/test_unit_ready.h"
#include "mmc/commands/write.h"

namespace discbench::imapi {
namespace {

// Seconds. Writing may wait for a lead-in and closing for a lead-out.
constexpr ULONG write_timeout = 200;
constexpr ULONG close_timeout = 3600;
constexpr ULONG format_timeout = 3600;

constexpr std::uint16_t configuration_allocation = 4096;

std::vector<Configuration::Feature> features_of(std::span<const std::uint8_t> descriptors) {
  constexpr std::size_t header_size = bytes::size_of<mmc::FeatureDescriptorHeader>;
  std::vector<Configuration::Feature> features;
  while (!descriptors.empty()) {
    const auto header = bytes::decode<mmc::FeatureDescriptorHeader>(descriptors);
    if (descriptors.size() < header_size + header.additional_length) invalid_response();
    const auto payload = descriptors.subspan(header_size, header.additional_length);
    if (header.current) features.push_back({header.feature_code, {payload.begin(), payload.end()}});
    descriptors = descriptors.subspan(header_size + header.additional_length);
  }
  return features;
}

}  // namespace

const Configuration::Feature* Configuration::find(std::uint16_t code) const {
  const auto found = std::find_if(current_features.begin(), current_features.end(),
                                  [code](const Feature& feature) { return feature.code == code; });
  return found == current_features.end() ? nullptr : &*found;
}

std::vector<std::uint16_t> MmcDevice::supported_profiles() {
  IMAPI_PROFILE_TYPE* profiles = nullptr;
  ULONG count = 0;
  const HRESULT result = link_.recorder().GetSupportedProfiles(FALSE, &profiles, &count);
  if (FAILED(result)) throw com::Failure{result};
  std::vector<std::uint16_t> numbers;
  if (profiles != nullptr) {
    for (ULONG i = 0; i < count; ++i) numbers.push_back(static_cast<std::uint16_t>(profiles[i]));
  }
  CoTaskMemFree(profiles);
  return numbers;
}

void MmcDevice::test_unit_ready() { link_.send(mmc::TestUnitReady{}); }

Configuration MmcDevice::configuration() {
  constexpr std::uint8_t only_current_features = 1;
  std::vector<std::uint8_t> reply(configuration_allocation);
  const auto received = link_.receive(
      mmc::GetConfiguration{.requested_type = only_current_features, .allocation_length = configuration_allocation},
      reply);
  const auto header = bytes::decode<mmc::FeatureHeader>(reply);
  // The length field does not count itself: four bytes.
  const auto whole =
      measured(received, std::size_t{header.data_length} + 4, reply.size(), bytes::size_of<mmc::FeatureHeader>);
  return {.current_profile = header.current_profile,
          .current_features = features_of(whole.subspan(bytes::size_of<mmc::FeatureHeader>))};
}

mmc::StandardDiscInformation MmcDevice::disc_information() {
  constexpr std::size_t through_track_numbers = 12;
  std::array<std::uint8_t, bytes::size_of<mmc::StandardDiscInformation>> reply{};
  const auto received = link_.receive(
      mmc::ReadDiscInformation{.allocation_length = static_cast<std::uint16_t>(reply.size())}, std::span(reply));
  const auto claimed = bytes::decode<mmc::StandardDiscInformation>(reply).disc_information_length;
  return bytes::decode<mmc::StandardDiscInformation>(
      measured(received, std::size_t{claimed} + 2, reply.size(), through_track_numbers));
}

mmc::TrackInformation MmcDevice::track_information(std::uint32_t number) {
  constexpr std::size_t through_track_size = 28;
  std::array<std::uint8_t, bytes::size_of<mmc::TrackInformation>> reply{};
  const auto received =
      link_.receive(mmc::ReadTrackInformation{.address_type = mmc::TrackAddressType::track,
                                              .address = number,
                                              .allocation_length = static_cast<std::uint16_t>(reply.size())},
                    std::span(reply));
  const auto claimed = bytes::decode<mmc::TrackInformation>(reply).data_length;
  return bytes::decode<mmc::TrackInformation>(
      measured(received, std::size_t{claimed} + 2, reply.size(), through_track_size));
}

std::optional<mmc::WriteProtectionStatus> MmcDevice::write_protection(bool blu_ray) {
  constexpr std::uint8_t write_protection_status = 0xc0;
  constexpr std::size_t header_size = bytes::size_of<mmc::DiscStructureHeader>;
  std::array<std::uint8_t, header_size + bytes::size_of<mmc::WriteProtectionStatus>> reply{};
  try {
    const auto received =
        link_.receive(mmc::ReadDiscStructure{.media_type = static_cast<std::uint8_t>(blu_ray ? 1 : 0),
                                             .format_code = write_protection_status,
                                             .allocation_length = static_cast<std::uint16_t>(reply.size())},
                      std::span(reply));
    const auto claimed = bytes::decode<mmc::DiscStructureHeader>(reply).data_length;
    const auto whole = measured(received, std::size_t{claimed} + 2, reply.size(), header_size + 1);
    return bytes::decode<mmc::WriteProtectionStatus>(whole.subspan(header_size));
  } catch (const DeviceFailure& failure) {
    if (failure.code == E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT) return std::nullopt;
    throw;
  }
}

bool MmcDevice::software_write_protected() {
  constexpr std::size_t through_swpp = 5;
  constexpr std::uint8_t page_code = mmc::TimeoutAndProtectPage{}.page_code;
  try {
    return decode_what_came<mmc::TimeoutAndProtectPage>(link_.mode_page(page_code, through_swpp)).swpp;
  } catch (const DeviceFailure& failure) {
    if (failure.is_illegal_request()) return false;
    throw;
  }
}

std::uint32_t MmcDevice::readable_sectors() {
  std::array<std::uint8_t, bytes::size_of<mmc::ReadCapacityData>> reply{};
  const auto received = link_.receive(mmc::ReadCapacity{}, std::span(reply));
  if (received.size() < reply.size()) invalid_response();
  const auto capacity = bytes::decode<mmc::ReadCapacityData>(reply);
  if (capacity.block_length_bytes != sector_size_bytes) invalid_response();
  // Of a blank medium recorders answer the last address 0: there is no way to say "none".
  constexpr std::uint32_t none = 0xffffffff;
  const std::uint32_t last = capacity.last_logical_block_address;
  return last == 0 || last == none ? 0 : last + 1;
}

void MmcDevice::read(std::uint32_t first_sector, std::span<std::uint8_t> data) {
  const auto received =
      link_.receive(mmc::Read10{.logical_block_address = first_sector,
                                .transfer_length_sectors = static_cast<std::uint16_t>(data.size() / sector_size_bytes)},
                    data);
  if (received.size() != data.size()) invalid_response();
}

mmc::WriteParametersPage MmcDevice::write_parameters() {
  constexpr std::size_t page_size = bytes::size_of<mmc::WriteParametersPage>;
  return bytes::decode<mmc::WriteParametersPage>(link_.mode_page(mmc::WriteParametersPage{}.page_code, page_size));
}

void MmcDevice::set_write_parameters(mmc::WriteParametersPage page) {
  page.ps = false;  // reserved when a page is sent
  page.page_length = mmc::WriteParametersPage{}.page_length;
  const auto header_bytes = bytes::encode(mmc::ModeParameterHeader10{});
  const auto page_bytes = bytes::encode(page);
  std::vector<std::uint8_t> list(header_bytes.begin(), header_bytes.end());
  list.insert(list.end(), page_bytes.begin(), page_bytes.end());
  link_.send(mmc::ModeSelect10{.page_format = true, .parameter_list_length = static_cast<std::uint16_t>(list.size())},
             list);
}

void MmcDevice::write(std::uint32_t first_sector, std::span<std::uint8_t> data) {
  link_.send(mmc::Write10{.logical_block_address = first_sector,
                          .transfer_length_sectors = static_cast<std::uint16_t>(data.size() / sector_size_bytes)},
             data, write_timeout);
}

void MmcDevice::calibrate_power() {
  constexpr std::uint8_t power_calibration = 0x73;  // ASC; by its ASCQ the area is full, or calibrating failed
  try {
    link_.send(mmc::SendOpcInformation{.doopc = true}, write_timeout);
  } catch (const DeviceFailure& failure) {
    // Without a new calibration the recorder writes with the power that it knows.
    if (!failure.is_illegal_request() && failure.sense.asc != power_calibration) throw;
  }
}

void MmcDevice::format_dvd_plus_rw(bool restart) {
  using List = mmc::FormatParameterList;
  // Not Immed: the command ends when the lead-in is written, and the rest is formatted in the background.
  auto list = bytes::encode(List{.number_of_blocks = List::whole_medium,
                                 .format_type = mmc::format_type::dvd_plus_rw_basic,
                                 .type_dependent_parameter = restart ? List::restart : 0});
  constexpr std::uint8_t one_form_of_list = 1;
  link_.send(mmc::FormatUnit{.format_data = true, .format_code = one_form_of_list}, list, format_timeout);
  wait_until_ready();
}

void MmcDevice::wait_until_ready() {
  // There is no clock here to wait by. A recorder answers about a thousand of these a second.
  for (int questions_left = 100'000;; --questions_left) {
    try {
      return test_unit_ready();
    } catch (const DeviceFailure& failure) {
      constexpr std::uint8_t not_ready_for_now = 0x04;  // ASC
      const bool passes = failure.is_not_ready() && failure.sense.asc == not_ready_for_now;
      if ((!passes && !failure.is_unit_attention()) || questions_left == 0) throw;
    }
  }
}

void MmcDevice::synchronize_cache() { link_.send(mmc::SynchronizeCache{}, close_timeout); }

void MmcDevice::close(std::uint8_t function, std::uint16_t track_number) {
  link_.send(mmc::CloseTrackSession{.close_function = function, .track_number = track_number}, close_timeout);
}

}  // namespace discbench::imapi
