#include "imapi/writer/mmc_device.h"

#include <algorithm>
#include <array>

#include "imapi/sense/sense_to_hresult.h"
#include "mmc/commands/close_track_session.h"
#include "mmc/commands/get_configuration.h"
#include "mmc/commands/mode_select.h"
#include "mmc/commands/mode_sense.h"
#include "mmc/commands/synchronize_cache.h"
#include "mmc/commands/test_unit_ready.h"
#include "mmc/commands/write.h"

namespace discbench::imapi {
namespace {

// Seconds. IMAPI2's default for a command is 10; writing may wait for a lead-in and closing for a lead-out.
constexpr ULONG usual_timeout = 10;
constexpr ULONG write_timeout = 200;
constexpr ULONG close_timeout = 3600;

constexpr std::uint16_t configuration_allocation = 4096;

[[noreturn]] void invalid_response() { throw com::Failure{E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE}; }

void check(HRESULT result, const mmc::FixedSense& sense_bytes, std::uint8_t operation_code) {
  if (FAILED(result)) throw com::Failure{result};
  if (result != S_IMAPI_COMMAND_HAS_SENSE_DATA) return;
  const mmc::Sense sense = mmc::decode_fixed(sense_bytes);
  const HRESULT meaning = sense_to_hresult(sense, operation_code);
  if (FAILED(meaning)) throw DeviceFailure{{meaning}, sense};
}

/// The part of a reply that counts. A reply says its own length; less than that, or than `least`, was a cut or a lie.
std::span<const std::uint8_t> measured(std::span<const std::uint8_t> received, std::size_t claimed,
                                       std::size_t allocation, std::size_t least) {
  const std::size_t expected = std::min(claimed, allocation);
  if (received.size() < expected || expected < least) invalid_response();
  return received.first(expected);
}

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

MmcDevice::MmcDevice(IDiscRecorder2* recorder) {
  if (FAILED(recorder->QueryInterface(IID_PPV_ARGS(recorder_.put()))) || recorder_.get() == nullptr) {
    throw com::Failure{E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED};
  }
}

template <typename Cdb>
void MmcDevice::send(const Cdb& command, ULONG timeout_seconds) {
  auto cdb = bytes::encode(command);
  mmc::FixedSense sense{};
  const HRESULT result =
      recorder_->SendCommandNoData(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(), timeout_seconds);
  check(result, sense, command.operation_code);
}

template <typename Cdb>
void MmcDevice::send(const Cdb& command, std::span<std::uint8_t> data, ULONG timeout_seconds) {
  auto cdb = bytes::encode(command);
  mmc::FixedSense sense{};
  const HRESULT result =
      recorder_->SendCommandSendDataToDevice(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(), timeout_seconds,
                                             data.data(), static_cast<ULONG>(data.size()));
  check(result, sense, command.operation_code);
}

template <typename Cdb>
std::size_t MmcDevice::receive(const Cdb& command, std::span<std::uint8_t> reply) {
  auto cdb = bytes::encode(command);
  mmc::FixedSense sense{};
  ULONG fetched = 0;
  const HRESULT result =
      recorder_->SendCommandGetDataFromDevice(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(), usual_timeout,
                                              reply.data(), static_cast<ULONG>(reply.size()), &fetched);
  check(result, sense, command.operation_code);
  if (fetched > reply.size()) invalid_response();
  return fetched;
}

std::vector<std::uint16_t> MmcDevice::supported_profiles() {
  IMAPI_PROFILE_TYPE* profiles = nullptr;
  ULONG count = 0;
  const HRESULT result = recorder_->GetSupportedProfiles(FALSE, &profiles, &count);
  if (FAILED(result)) throw com::Failure{result};
  std::vector<std::uint16_t> numbers;
  if (profiles != nullptr) {
    for (ULONG i = 0; i < count; ++i) numbers.push_back(static_cast<std::uint16_t>(profiles[i]));
  }
  CoTaskMemFree(profiles);
  return numbers;
}

void MmcDevice::test_unit_ready() { send(mmc::TestUnitReady{}, usual_timeout); }

Configuration MmcDevice::configuration() {
  constexpr std::uint8_t only_current_features = 1;
  std::vector<std::uint8_t> reply(configuration_allocation);
  const std::size_t received = receive(
      mmc::GetConfiguration{.requested_type = only_current_features, .allocation_length = configuration_allocation},
      reply);
  const auto header = bytes::decode<mmc::FeatureHeader>(reply);
  // The length field does not count itself: four bytes.
  const auto whole = measured(std::span(reply).first(received), std::size_t{header.data_length} + 4, reply.size(),
                              bytes::size_of<mmc::FeatureHeader>);
  return {.current_profile = header.current_profile,
          .current_features = features_of(whole.subspan(bytes::size_of<mmc::FeatureHeader>))};
}

mmc::StandardDiscInformation MmcDevice::disc_information() {
  constexpr std::size_t through_track_numbers = 12;
  std::array<std::uint8_t, bytes::size_of<mmc::StandardDiscInformation>> reply{};
  const std::size_t received = receive(
      mmc::ReadDiscInformation{.allocation_length = static_cast<std::uint16_t>(reply.size())}, std::span(reply));
  const auto claimed = bytes::decode<mmc::StandardDiscInformation>(reply).disc_information_length;
  return bytes::decode<mmc::StandardDiscInformation>(
      measured(std::span(reply).first(received), std::size_t{claimed} + 2, reply.size(), through_track_numbers));
}

mmc::TrackInformation MmcDevice::track_information(std::uint32_t number) {
  constexpr std::size_t through_track_size = 28;
  std::array<std::uint8_t, bytes::size_of<mmc::TrackInformation>> reply{};
  const std::size_t received =
      receive(mmc::ReadTrackInformation{.address_type = mmc::TrackAddressType::track,
                                        .address = number,
                                        .allocation_length = static_cast<std::uint16_t>(reply.size())},
              std::span(reply));
  const auto claimed = bytes::decode<mmc::TrackInformation>(reply).data_length;
  return bytes::decode<mmc::TrackInformation>(
      measured(std::span(reply).first(received), std::size_t{claimed} + 2, reply.size(), through_track_size));
}

std::optional<mmc::WriteProtectionStatus> MmcDevice::write_protection(bool blu_ray) {
  constexpr std::uint8_t write_protection_status = 0xc0;
  constexpr std::size_t header_size = bytes::size_of<mmc::DiscStructureHeader>;
  std::array<std::uint8_t, header_size + bytes::size_of<mmc::WriteProtectionStatus>> reply{};
  try {
    const std::size_t received =
        receive(mmc::ReadDiscStructure{.media_type = static_cast<std::uint8_t>(blu_ray ? 1 : 0),
                                       .format_code = write_protection_status,
                                       .allocation_length = static_cast<std::uint16_t>(reply.size())},
                std::span(reply));
    const auto claimed = bytes::decode<mmc::DiscStructureHeader>(reply).data_length;
    const auto whole =
        measured(std::span(reply).first(received), std::size_t{claimed} + 2, reply.size(), header_size + 1);
    return bytes::decode<mmc::WriteProtectionStatus>(whole.subspan(header_size));
  } catch (const DeviceFailure& failure) {
    if (failure.code == E_IMAPI_RECORDER_DVD_STRUCTURE_NOT_PRESENT) return std::nullopt;
    throw;
  }
}

mmc::WriteParametersPage MmcDevice::write_parameters() {
  constexpr std::size_t header_size = bytes::size_of<mmc::ModeParameterHeader10>;
  constexpr std::size_t page_size = bytes::size_of<mmc::WriteParametersPage>;
  constexpr std::uint8_t page_code = mmc::WriteParametersPage{}.page_code;
  std::array<std::uint8_t, header_size + page_size> reply{};
  const std::size_t received = receive(
      mmc::ModeSense10{
          .dbd = true, .page_code = page_code, .allocation_length = static_cast<std::uint16_t>(reply.size())},
      std::span(reply));
  const auto header = bytes::decode<mmc::ModeParameterHeader10>(reply);
  const auto whole =
      measured(std::span(reply).first(received), std::size_t{header.mode_data_length} + 2, reply.size(), reply.size());
  const auto page = bytes::decode<mmc::WriteParametersPage>(whole.subspan(header_size));
  if (header.block_descriptor_length != 0 || page.page_code != page_code) invalid_response();
  return page;
}

bool MmcDevice::software_write_protect() {
  constexpr std::size_t header_size = bytes::size_of<mmc::ModeParameterHeader10>;
  constexpr std::size_t through_swpp = header_size + 5;
  constexpr std::uint8_t page_code = mmc::TimeoutAndProtectPage{}.page_code;
  std::array<std::uint8_t, header_size + bytes::size_of<mmc::TimeoutAndProtectPage>> reply{};
  try {
    const std::size_t received = receive(
        mmc::ModeSense10{
            .dbd = true, .page_code = page_code, .allocation_length = static_cast<std::uint16_t>(reply.size())},
        std::span(reply));
    const auto claimed = bytes::decode<mmc::ModeParameterHeader10>(reply).mode_data_length;
    measured(std::span(reply).first(received), std::size_t{claimed} + 2, reply.size(), through_swpp);
  } catch (const DeviceFailure& failure) {
    if (failure.code == E_IMAPI_RECORDER_NO_SUCH_MODE_PAGE) return false;
    throw;
  }
  const auto page = bytes::decode<mmc::TimeoutAndProtectPage>(std::span(reply).subspan(header_size));
  return page.page_code == page_code && page.swpp;
}

void MmcDevice::set_write_parameters(mmc::WriteParametersPage page) {
  page.ps = false;  // reserved when a page is sent
  page.page_length = mmc::WriteParametersPage{}.page_length;
  const auto header_bytes = bytes::encode(mmc::ModeParameterHeader10{});
  const auto page_bytes = bytes::encode(page);
  std::vector<std::uint8_t> list(header_bytes.begin(), header_bytes.end());
  list.insert(list.end(), page_bytes.begin(), page_bytes.end());
  send(mmc::ModeSelect10{.page_format = true, .parameter_list_length = static_cast<std::uint16_t>(list.size())}, list,
       usual_timeout);
}

void MmcDevice::write(std::uint32_t first_sector, std::span<std::uint8_t> data) {
  constexpr std::size_t sector_size = 2048;
  send(mmc::Write10{.logical_block_address = first_sector,
                    .transfer_length_sectors = static_cast<std::uint16_t>(data.size() / sector_size)},
       data, write_timeout);
}

void MmcDevice::synchronize_cache() { send(mmc::SynchronizeCache{}, close_timeout); }

void MmcDevice::close(std::uint8_t function, std::uint16_t track_number) {
  send(mmc::CloseTrackSession{.close_function = function, .track_number = track_number}, close_timeout);
}

}  // namespace discbench::imapi
