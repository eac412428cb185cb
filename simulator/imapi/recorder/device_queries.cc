#include "imapi/recorder/device_queries.h"

#include <algorithm>

#include "com/answer.h"
#include "imapi/recorder/send_disc_structure.h"
#include "imapi/sense/sense_to_hresult.h"
#include "mmc/commands/get_configuration.h"
#include "mmc/commands/mode_select.h"
#include "mmc/commands/read_disc_information.h"
#include "mmc/commands/read_disc_structure.h"
#include "mmc/commands/start_stop_unit.h"
#include "mmc/features.h"

namespace discbench::imapi {

namespace {

constexpr std::chrono::seconds time_limit{30};
constexpr std::chrono::seconds tray_time_limit{60};
constexpr std::size_t longest_allocation = 0xffff;
constexpr std::uint16_t profile_list = 0x0000;

[[noreturn]] void reject_reply() { throw com::Failure{E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE}; }

/// Sense data has one meaning of its own where the command is one that has a code of its own for it.
HRESULT code_of_refusal(const mmc::Sense& sense, std::uint8_t opcode) {
  if (opcode == mmc::GetConfiguration::opcode && sense == mmc::sense::invalid_command_operation_code) {
    return E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED;
  }
  if (opcode == mmc::ModeSense10::opcode && sense == mmc::sense::saving_parameters_not_supported) {
    return E_IMAPI_RECORDER_NO_SUCH_MODE_PAGE;
  }
  return sense_to_hresult(sense, opcode);
}

template <class Cdb>
mmc::Completion send(DeviceHandle& device, const Cdb& command, std::span<const std::uint8_t> data_out,
                     std::span<std::uint8_t> data_in, std::chrono::seconds limit = time_limit) {
  const auto cdb = bytes::encode(command);
  const mmc::Completion completion = device.execute(cdb, data_out, data_in, limit);
  if (!completion.good()) com::demand(code_of_refusal(completion.sense, Cdb::opcode));
  return completion;
}

template <class Cdb>
Bytes receive(DeviceHandle& device, Cdb command, std::size_t length) {
  length = std::min(length, longest_allocation);
  command.allocation_length = static_cast<std::uint16_t>(length);
  Bytes reply(length);
  reply.resize(std::min(send(device, command, {}, reply).data_in_length, length));
  return reply;
}

/// `length_of` says from a reply's first bytes how long the whole is.
template <class Cdb, class LengthOf>
Bytes receive_whole(DeviceHandle& device, const Cdb& command, std::size_t header_length, LengthOf length_of) {
  const Bytes header = receive(device, command, header_length);
  if (header.size() < header_length) reject_reply();
  const std::size_t length = std::min<std::size_t>(length_of(header), longest_allocation);
  if (length < header_length) reject_reply();
  Bytes reply = receive(device, command, length);
  if (reply.size() != length || length_of(reply) != length_of(header)) reject_reply();
  return reply;
}

/// Most replies begin with a 16-bit number of the bytes that follow it.
std::size_t length_by_first_two(const Bytes& reply) { return (std::size_t{reply[0]} << 8) + reply[1] + 2; }

constexpr auto feature_header_length = bytes::size_of<mmc::FeatureHeader>;
constexpr auto descriptor_header_length = bytes::size_of<mmc::FeatureDescriptorHeader>;

Bytes configuration(DeviceHandle& device, std::uint8_t requested_type, std::uint16_t starting_feature) {
  const mmc::GetConfiguration command{.requested_type = requested_type, .starting_feature_number = starting_feature};
  return receive_whole(device, command, feature_header_length, [](const Bytes& reply) {
    return std::size_t{bytes::decode<mmc::FeatureHeader>(reply).data_length} + sizeof(std::uint32_t);
  });
}

std::vector<FeatureDescriptor> split_features(std::span<const std::uint8_t> reply) {
  std::vector<FeatureDescriptor> descriptors;
  for (auto rest = reply.subspan(feature_header_length); !rest.empty();) {
    if (rest.size() < descriptor_header_length) reject_reply();
    const std::size_t length =
        descriptor_header_length + bytes::decode<mmc::FeatureDescriptorHeader>(rest).additional_length;
    if (rest.size() < length) reject_reply();
    descriptors.emplace_back(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(length));
    rest = rest.subspan(length);
  }
  return descriptors;
}

bool is_current(const FeatureDescriptor& descriptor) {
  return bytes::decode<mmc::FeatureDescriptorHeader>(descriptor).current;
}

constexpr auto mode_header_length = bytes::size_of<mmc::ModeParameterHeader10>;

/// The pages of a MODE SENSE reply, one after the other.
Bytes mode_pages(DeviceHandle& device, std::uint8_t page_code, mmc::PageControl control) {
  const mmc::ModeSense10 command{.dbd = true, .page_control = control, .page_code = page_code};
  const Bytes reply = receive_whole(device, command, mode_header_length, length_by_first_two);
  // Some devices send block descriptors although DBD asks for none.
  const std::size_t skipped =
      mode_header_length + bytes::decode<mmc::ModeParameterHeader10>(reply).block_descriptor_length;
  if (skipped > reply.size()) reject_reply();
  return {reply.begin() + static_cast<std::ptrdiff_t>(skipped), reply.end()};
}

/// Bytes of the page at the front of `pages`: its code, its length, and what follows.
std::size_t page_length(std::span<const std::uint8_t> pages) {
  if (pages.size() < 2 || pages.size() < std::size_t{pages[1]} + 2) reject_reply();
  return std::size_t{pages[1]} + 2;
}

std::uint8_t page_code_of(std::span<const std::uint8_t> page) { return page[0] & 0x3f; }

}  // namespace

void move_tray(DeviceHandle& device, Movement movement) {
  const mmc::StartStopUnit command{.load_eject = true, .start = movement == Movement::load};
  send(device, command, {}, {}, tray_time_limit);
}

Bytes inquiry(DeviceHandle& device) {
  // The first 36 bytes are the part that every device has. SPC-3, "Standard INQUIRY data".
  constexpr std::size_t least = 36;
  Bytes reply = receive(device, mmc::Inquiry{}, bytes::size_of<mmc::StandardInquiryData>);
  if (reply.size() < least) reject_reply();
  return reply;
}

Bytes disc_information(DeviceHandle& device) {
  // Through the disc type, as Microsoft's erase sample demands (DiscInformation.cpp); libburn wants 24 bytes.
  constexpr std::size_t least = 9;
  Bytes reply = receive_whole(device, mmc::ReadDiscInformation{}, 4, length_by_first_two);
  if (reply.size() < least) reject_reply();
  return reply;
}

Bytes track_information(DeviceHandle& device, mmc::TrackAddressType address_type, std::uint32_t address) {
  return receive_whole(device, mmc::ReadTrackInformation{.address_type = address_type, .address = address}, 4,
                       length_by_first_two);
}

std::uint16_t code_of(const FeatureDescriptor& descriptor) {
  return bytes::decode<mmc::FeatureDescriptorHeader>(descriptor).feature_code;
}

std::vector<FeatureDescriptor> features(DeviceHandle& device, Features which) {
  return split_features(configuration(device, which == Features::current ? 1 : 0, 0));
}

FeatureDescriptor feature(DeviceHandle& device, std::uint16_t code, Features which) {
  // RT 2: this feature alone, current or not.
  const auto descriptors = split_features(configuration(device, 2, code));
  const auto found = std::find_if(descriptors.begin(), descriptors.end(),
                                  [&](const FeatureDescriptor& each) { return code_of(each) == code; });
  if (found == descriptors.end()) throw com::Failure{E_IMAPI_RECORDER_NO_SUCH_FEATURE};
  if (which == Features::current && !is_current(*found)) throw com::Failure{E_IMAPI_RECORDER_FEATURE_IS_NOT_CURRENT};
  return *found;
}

std::vector<std::uint16_t> profiles(DeviceHandle& device, Features which) {
  const FeatureDescriptor list = feature(device, profile_list, Features::all);
  std::vector<std::uint16_t> numbers;
  auto rest = std::span(list).subspan(descriptor_header_length);
  for (; rest.size() >= bytes::size_of<mmc::ProfileDescriptor>;
       rest = rest.subspan(bytes::size_of<mmc::ProfileDescriptor>)) {
    const auto descriptor = bytes::decode<mmc::ProfileDescriptor>(rest);
    if (which == Features::all || descriptor.current) numbers.push_back(descriptor.profile_number);
  }
  return numbers;
}

Bytes mode_page(DeviceHandle& device, std::uint8_t page_code, mmc::PageControl control) {
  Bytes page = mode_pages(device, page_code, control);
  page.resize(page_length(page));
  if (page_code_of(page) != page_code) reject_reply();
  return page;
}

std::vector<std::uint8_t> mode_page_codes(DeviceHandle& device, mmc::PageControl control) {
  const Bytes pages = mode_pages(device, mmc::all_mode_pages, control);
  std::vector<std::uint8_t> codes;
  for (auto rest = std::span(pages); !rest.empty(); rest = rest.subspan(page_length(rest))) {
    codes.push_back(page_code_of(rest));
  }
  return codes;
}

void set_mode_page(DeviceHandle& device, std::span<const std::uint8_t> page, bool save) {
  Bytes list(mode_header_length);
  list.insert(list.end(), page.begin(), page.end());
  list[mode_header_length] &= 0x3f;  // PS is reserved in MODE SELECT
  const mmc::ModeSelect10 command{
      .page_format = true, .save_pages = save, .parameter_list_length = static_cast<std::uint16_t>(list.size())};
  send(device, command, list, {});
}

Bytes disc_structure(DeviceHandle& device, const StructureAddress& which) {
  const mmc::ReadDiscStructure command{
      .address = which.address, .layer_number = which.layer, .format_code = which.format, .agid = which.agid};
  constexpr auto header_length = bytes::size_of<mmc::DiscStructureHeader>;
  Bytes reply = receive_whole(device, command, header_length, length_by_first_two);
  reply.erase(reply.begin(), reply.begin() + header_length);
  return reply;
}

void send_disc_structure(DeviceHandle& device, std::uint8_t format, std::span<const std::uint8_t> data) {
  constexpr auto header_length = bytes::size_of<mmc::DiscStructureHeader>;
  const auto length = static_cast<std::uint16_t>(data.size() + header_length);
  const auto header = bytes::encode(
      mmc::DiscStructureHeader{.data_length = static_cast<std::uint16_t>(length - sizeof(std::uint16_t))});
  Bytes list(header.begin(), header.end());
  list.insert(list.end(), data.begin(), data.end());
  send(device, SendDiscStructure{.format_code = format, .structure_data_length = length}, list, {});
}

}  // namespace discbench::imapi
