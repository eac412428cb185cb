// IDiscRecorder2Ex: commands as they are, where the library offers MsftDiscRecorder2.
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "check/groups.h"
#include "check/own_recorder.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view no_data_page = "nf-imapi2-idiscrecorder2ex-sendcommandnodata";
constexpr std::string_view get_page = "nf-imapi2-idiscrecorder2ex-sendcommandgetdatafromdevice";
constexpr std::string_view put_page = "nf-imapi2-idiscrecorder2ex-sendcommandsenddatatodevice";
constexpr ULONG timeout_seconds = 10;
constexpr BYTE inquiry_size = 36;
constexpr int tries_max = 10;

struct Device {
  OwnRecorder own;
  Pointer<IDiscRecorder2Ex> commands;

  IDiscRecorder2Ex* operator->() const { return commands.get(); }
};
Device open_device(Stage& stage) {
  OwnRecorder own = open_own_recorder(stage);
  auto commands = step_commands(stage, own);
  return {std::move(own), std::move(commands)};
}

using Sense = std::array<BYTE, 18>;

HRESULT send(const Device& device, std::vector<BYTE> cdb, Sense& sense) {
  return device->SendCommandNoData(cdb.data(), static_cast<ULONG>(cdb.size()), sense.data(), timeout_seconds);
}

std::string text_of(HRESULT hr, const Sense& sense) {
  return describe(hr) + " with sense key " + std::to_string(sense[2] & 0x0F) + ", ASC " + std::to_string(sense[12]);
}

/// PREVENT ALLOW MEDIUM REMOVAL that allows it: a command without data that every drive takes with or without a medium.
void sends_without_data(Stage& stage) {
  const Device device = open_device(stage);
  Sense sense{};
  HRESULT hr = E_UNEXPECTED;
  for (int tries = 0; tries < tries_max && hr != S_OK; ++tries) hr = send(device, {0x1E, 0, 0, 0, 0, 0}, sense);
  stage.checker.succeeded("IDiscRecorder2Ex: SendCommandNoData of PREVENT ALLOW MEDIUM REMOVAL", hr);
}

void gets_data(Stage& stage) {
  const Device device = open_device(stage);
  const Bytes inquiry = send_for_data(device.commands.get(), {0x12, 0, 0, 0, inquiry_size, 0}, inquiry_size);
  const bool cd_or_dvd = inquiry.bytes.size() == inquiry_size && (inquiry.bytes[0] & 0x1F) == 5;
  stage.checker.compare("IDiscRecorder2Ex: SendCommandGetDataFromDevice of INQUIRY", SUCCEEDED(inquiry.hr) && cd_or_dvd,
                        "success with 36 bytes of a device of type 5", inquiry.describe());
  stage.checker.compare("the number of bytes fetched", inquiry.consistent, "as many as the buffer holds, or fewer",
                        "more than the buffer holds");
}

/// MODE SENSE (10) of page 05h, and the same page by MODE SELECT (10). MMC-6, "MODE SELECT (10) Command".
void puts_data(Stage& stage) {
  constexpr ULONG size = 255;
  const Device device = open_device(stage);
  Bytes list = send_for_data(device.commands.get(), {0x5A, 0x08, 0x05, 0, 0, 0, 0, 0, size, 0}, size);
  constexpr std::size_t header = 8;
  if (list.bytes.size() <= header + 2) stage.checker.not_applicable("the device has no page 05h");
  list.bytes[0] = list.bytes[1] = 0;  // the length is reserved in a parameter list
  list.bytes[header] &= 0x3F;         // PS is the device's word alone
  list.bytes.resize(header + 2 + list.bytes[header + 1]);
  const auto length = static_cast<BYTE>(list.bytes.size());
  std::array<BYTE, 10> cdb{0x55, 0x10, 0, 0, 0, 0, 0, 0, length, 0};
  Sense sense{};
  HRESULT hr = E_UNEXPECTED;
  for (int tries = 0; tries < tries_max && hr != S_OK; ++tries) {
    hr = device->SendCommandSendDataToDevice(cdb.data(), cdb.size(), sense.data(), timeout_seconds, list.bytes.data(),
                                             length);
  }
  stage.checker.compare("IDiscRecorder2Ex: SendCommandSendDataToDevice of MODE SELECT (10)",
                        SUCCEEDED(hr) && hr != S_IMAPI_COMMAND_HAS_SENSE_DATA, "success without sense data",
                        text_of(hr, sense));
}

/// An operation code that no device has: the call succeeds, and the sense data says what the device thinks of it.
void refusals_are_successes(Stage& stage) {
  const Device device = open_device(stage);
  Sense sense{};
  HRESULT hr = E_UNEXPECTED;
  constexpr BYTE illegal_request = 5;
  for (int tries = 0; tries < tries_max && (sense[2] & 0x0F) != illegal_request; ++tries) {
    hr = send(device, {0xDF, 0, 0, 0, 0, 0, 0, 0, 0, 0}, sense);
  }
  stage.checker.compare("IDiscRecorder2Ex: SendCommandNoData of DFh", SUCCEEDED(hr),
                        "success, S_IMAPI_COMMAND_HAS_SENSE_DATA (0x00AA0200) by the documentation",
                        text_of(hr, sense));
  stage.checker.compare("the sense data of DFh", (sense[2] & 0x0F) == illegal_request && (sense[0] & 0x7F) == 0x70,
                        "fixed format, sense key 5 (ILLEGAL REQUEST)", text_of(hr, sense));
  stage.checker.note("a command that the device refuses gives " + describe(hr));
}

/// Another operation code that no device has, with marked bytes behind the 18 of the sense data.
void writes_no_more_than_the_sense_data(Stage& stage) {
  constexpr std::size_t sense_size = 18;
  constexpr BYTE mark = 0xC3;
  const Device device = open_device(stage);
  std::array<BYTE, sense_size + 46> buffer{};
  buffer.fill(mark);
  std::array<BYTE, 10> cdb{0xDE};
  const HRESULT hr = device->SendCommandNoData(cdb.data(), cdb.size(), buffer.data(), timeout_seconds);
  const bool kept = std::all_of(buffer.begin() + sense_size, buffer.end(), [](BYTE byte) { return byte == mark; });
  stage.checker.compare("IDiscRecorder2Ex: SendCommandNoData of DEh, the bytes behind the sense data", kept,
                        "as they were: the buffer has 18 bytes", describe(hr) + " with other bytes behind the 18");
}

void refuses_other_sizes(Stage& stage) {
  const Device device = open_device(stage);
  Sense sense{};
  std::array<BYTE, 24> cdb{};
  for (const ULONG size : {0u, 5u, 17u}) {
    stage.checker.failed("IDiscRecorder2Ex: SendCommandNoData of a CDB of " + std::to_string(size) + " bytes",
                         device->SendCommandNoData(cdb.data(), size, sense.data(), timeout_seconds));
  }
}

void refuses_no_buffer(Stage& stage) {
  const Device device = open_device(stage);
  Sense sense{};
  std::array<BYTE, 6> cdb{0x12, 0, 0, 0, inquiry_size, 0};
  BYTE byte = 0;
  ULONG fetched = 0;
  const auto refuses = [&](std::string_view call, HRESULT hr) {
    stage.checker.failed("IDiscRecorder2Ex: " + std::string(call), hr);
  };
  refuses("SendCommandGetDataFromDevice with a buffer of 0 bytes",
          device->SendCommandGetDataFromDevice(cdb.data(), 6, sense.data(), timeout_seconds, &byte, 0, &fetched));
  refuses("SendCommandSendDataToDevice with a buffer of 0 bytes",
          device->SendCommandSendDataToDevice(cdb.data(), 6, sense.data(), timeout_seconds, &byte, 0));
}

void survives_null(Stage& stage) {
  const Device device = open_device(stage);
  Sense sense{};
  std::array<BYTE, 6> cdb{};
  BYTE* data = nullptr;
  ULONG size = 0;
  const auto refuses = [&](std::string_view call, HRESULT hr) {
    stage.checker.compare("IDiscRecorder2Ex: " + std::string(call), FAILED(hr),
                          "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
  };
  refuses("SendCommandNoData(NULL, ...)", device->SendCommandNoData(nullptr, 6, sense.data(), timeout_seconds));
  refuses("SendCommandGetDataFromDevice with a NULL buffer",
          device->SendCommandGetDataFromDevice(cdb.data(), 6, sense.data(), timeout_seconds, nullptr, 1, &size));
  refuses("SendCommandSendDataToDevice with a NULL buffer",
          device->SendCommandSendDataToDevice(cdb.data(), 6, sense.data(), timeout_seconds, nullptr, 1));
  refuses("GetDiscInformation(NULL, size)", device->GetDiscInformation(nullptr, &size));
  refuses("GetDiscInformation(data, NULL)", device->GetDiscInformation(&data, nullptr));
  refuses("GetDeviceDescriptor(NULL, size)", device->GetDeviceDescriptor(nullptr, &size));
  refuses("GetAdapterDescriptor(NULL, size)", device->GetAdapterDescriptor(nullptr, &size));
  refuses("GetSupportedProfiles(FALSE, NULL, size)", device->GetSupportedProfiles(0, nullptr, &size));
  refuses("SetModePage(current values, NULL, 2)",
          device->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, nullptr, 2));
  refuses("SendDvdStructure(0, NULL, 1)", device->SendDvdStructure(0, nullptr, 1));
  refuses("GetByteAlignmentMask(NULL)", device->GetByteAlignmentMask(nullptr));
  refuses("GetMaximumPageAlignedTransferSize(NULL)", device->GetMaximumPageAlignedTransferSize(nullptr));
  refuses("GetMaximumNonPageAlignedTransferSize(NULL)", device->GetMaximumNonPageAlignedTransferSize(nullptr));
}

void note_transport(Stage& stage) {
  const Device device = open_device(stage);
  const auto number = [&](std::string_view name, HRESULT (STDMETHODCALLTYPE IDiscRecorder2Ex::*get)(ULONG*)) {
    ULONG value = 0;
    const HRESULT hr = (device.commands.get()->*get)(&value);
    stage.checker.note(std::string(name) + " gives " + describe(hr) + " with " + std::to_string(value));
  };
  number("GetByteAlignmentMask", &IDiscRecorder2Ex::GetByteAlignmentMask);
  number("GetMaximumPageAlignedTransferSize", &IDiscRecorder2Ex::GetMaximumPageAlignedTransferSize);
  number("GetMaximumNonPageAlignedTransferSize", &IDiscRecorder2Ex::GetMaximumNonPageAlignedTransferSize);
  const Bytes adapter = read_bytes([&](BYTE** data, ULONG* size) { return device->GetAdapterDescriptor(data, size); });
  const Bytes descriptor =
      read_bytes([&](BYTE** data, ULONG* size) { return device->GetDeviceDescriptor(data, size); });
  stage.checker.note("GetAdapterDescriptor gives " + adapter.describe());
  stage.checker.note("GetDeviceDescriptor gives " + descriptor.describe());
}

using GetDescriptor = HRESULT (STDMETHODCALLTYPE IDiscRecorder2Ex::*)(BYTE**, ULONG*);
using GetNumber = HRESULT (STDMETHODCALLTYPE IDiscRecorder2Ex::*)(ULONG*);

/// A storage descriptor tells its own length at byte 4, in the order of the system that made it. Windows SDK,
/// ntddstor.h, STORAGE_DESCRIPTOR_HEADER.
bool tells_its_length(const Bytes& descriptor) {
  constexpr std::size_t header_size = 8;
  if (descriptor.bytes.size() < header_size) return false;
  std::uint32_t length = 0;
  std::memcpy(&length, descriptor.bytes.data() + 4, sizeof length);
  return length == descriptor.bytes.size();
}

/// Failure is lawful: the descriptors are the system's.
Bytes compare_descriptor(Stage& stage, std::string_view member, GetDescriptor get) {
  const Device device = open_device(stage);
  Bytes descriptor = read_bytes([&](BYTE** data, ULONG* size) { return (device.commands.get()->*get)(data, size); });
  skip_not_implemented(stage, member, descriptor.hr);
  stage.checker.compare("IDiscRecorder2Ex: " + std::string(member),
                        FAILED(descriptor.hr) || (descriptor.consistent && tells_its_length(descriptor)),
                        "failure, or success with as many bytes as the descriptor says that it has",
                        descriptor.describe());
  return descriptor;
}

void describes_the_adapter(Stage& stage) {
  compare_descriptor(stage, "GetAdapterDescriptor", &IDiscRecorder2Ex::GetAdapterDescriptor);
}

void describes_the_device(Stage& stage) {
  constexpr std::size_t device_type = 8;
  const Bytes descriptor = compare_descriptor(stage, "GetDeviceDescriptor", &IDiscRecorder2Ex::GetDeviceDescriptor);
  if (FAILED(descriptor.hr) || descriptor.bytes.size() <= device_type) return;
  stage.checker.compare("the device type in the data of GetDeviceDescriptor", descriptor.bytes[device_type] == 5,
                        "5, CD and DVD", std::to_string(descriptor.bytes[device_type]));
}

/// Nothing where the member fails, as it may.
std::optional<std::int64_t> compare_number(Stage& stage, IDiscRecorder2Ex* device, std::string_view member,
                                           GetNumber get, bool (*lawful)(std::int64_t), std::string_view expected) {
  const Reading reading = read(device, get);
  stage.checker.compare("IDiscRecorder2Ex: " + std::string(member),
                        !reading.succeeded() || (!reading.untouched && lawful(reading.value)),
                        "failure, or success with " + std::string(expected), describe(reading));
  return reading.succeeded() ? std::optional(reading.value) : std::nullopt;
}

bool is_power_of_two(std::int64_t value) { return value > 0 && (value & (value - 1)) == 0; }

void masks_the_alignment(Stage& stage) {
  const Device device = open_device(stage);
  compare_number(
      stage, device.commands.get(), "GetByteAlignmentMask", &IDiscRecorder2Ex::GetByteAlignmentMask,
      [](std::int64_t mask) { return mask == 0 || is_power_of_two(mask) || is_power_of_two(mask + 1); },
      "0, or a power of two, or one less than that");
}

bool is_a_size(std::int64_t size) { return size > 0; }

void limits_other_transfers(Stage& stage) {
  const Device device = open_device(stage);
  compare_number(stage, device.commands.get(), "GetMaximumNonPageAlignedTransferSize",
                 &IDiscRecorder2Ex::GetMaximumNonPageAlignedTransferSize, is_a_size, "more than 0 bytes");
}

/// A buffer that begins on a page never takes more of them.
void limits_aligned_transfers(Stage& stage) {
  const Device device = open_device(stage);
  const auto aligned =
      compare_number(stage, device.commands.get(), "GetMaximumPageAlignedTransferSize",
                     &IDiscRecorder2Ex::GetMaximumPageAlignedTransferSize, is_a_size, "more than 0 bytes");
  const Reading other = read(device.commands.get(), &IDiscRecorder2Ex::GetMaximumNonPageAlignedTransferSize);
  if (!aligned || !other.succeeded()) return;
  stage.checker.compare("IDiscRecorder2Ex: GetMaximumPageAlignedTransferSize beside the one without alignment",
                        *aligned >= other.value, std::to_string(other.value) + " or more", std::to_string(*aligned));
}

constexpr std::array entries{
    Entry{{.id = "recorder-ex.send-command.no-data",
           .page = no_data_page,
           .level = Level::must,
           .statement = "A command without data is sent, and answered by success where the device takes it."},
          nullptr,
          sends_without_data},
    Entry{{.id = "recorder-ex.send-command.data-in",
           .page = get_page,
           .level = Level::must,
           .statement = "A command's data comes into the buffer, and its length is told."},
          nullptr,
          gets_data},
    Entry{{.id = "recorder-ex.send-command.data-out",
           .page = put_page,
           .level = Level::must,
           .statement = "A command's data goes to the device."},
          nullptr,
          puts_data},
    Entry{{.id = "recorder-ex.send-command.sense-data",
           .page = no_data_page,
           .level = Level::must,
           .statement = "Where the device refuses a command the call succeeds, and the buffer holds the sense data."},
          nullptr,
          refusals_are_successes},
    Entry{{.id = "recorder-ex.send-command.sense-size",
           .page = no_data_page,
           .level = Level::must,
           .statement = "The buffer for sense data has 18 bytes, and nothing is written behind them."},
          nullptr,
          writes_no_more_than_the_sense_data},
    Entry{{.id = "recorder-ex.send-command.timeout",
           .page = no_data_page,
           .level = Level::must,
           .statement = "The time that a command is given is in seconds.",
           .ineligible = "no device of the rig takes longer for a command than any limit, in whatever unit"}},
    Entry{{.id = "recorder-ex.send-command.cdb-size",
           .page = no_data_page,
           .level = Level::must,
           .statement = "A command of fewer than 6 bytes or more than 16 is refused."},
          nullptr,
          refuses_other_sizes},
    Entry{{.id = "recorder-ex.send-command.empty-buffer",
           .page = get_page,
           .level = Level::must,
           .statement = "A buffer of no bytes is refused."},
          nullptr,
          refuses_no_buffer},
    Entry{{.id = "recorder-ex.transport.values",
           .page = "nf-imapi2-idiscrecorder2ex-getadapterdescriptor",
           .level = Level::info,
           .statement = "Descriptors, alignment and transfer sizes are the system's."},
          nullptr,
          note_transport},
    Entry{{.id = "recorder-ex.get-adapter-descriptor.value",
           .page = "nf-imapi2-idiscrecorder2ex-getadapterdescriptor",
           .level = Level::may,
           .statement = "The data is a whole storage descriptor, where the call succeeds."},
          nullptr,
          describes_the_adapter},
    Entry{{.id = "recorder-ex.get-device-descriptor.value",
           .page = "nf-imapi2-idiscrecorder2ex-getdevicedescriptor",
           .level = Level::may,
           .statement = "The data is a whole storage descriptor of a CD or DVD device, where the call succeeds."},
          nullptr,
          describes_the_device},
    Entry{{.id = "recorder-ex.get-byte-alignment-mask.value",
           .page = "nf-imapi2-idiscrecorder2ex-getbytealignmentmask",
           .level = Level::may,
           .statement = "The mask is of an alignment that is a power of two, where the call succeeds."},
          nullptr,
          masks_the_alignment},
    Entry{{.id = "recorder-ex.get-maximum-non-page-aligned-transfer-size.value",
           .page = "nf-imapi2-idiscrecorder2ex-getmaximumnonpagealignedtransfersize",
           .level = Level::may,
           .statement = "A buffer that begins anywhere can have a byte or more, where the call succeeds."},
          nullptr,
          limits_other_transfers},
    Entry{{.id = "recorder-ex.get-maximum-page-aligned-transfer-size.value",
           .page = "nf-imapi2-idiscrecorder2ex-getmaximumpagealignedtransfersize",
           .level = Level::may,
           .statement = "A buffer that begins on a page can have as many bytes as any other, or more."},
          nullptr,
          limits_aligned_transfers},
    Entry{{.id = "recorder-ex.pointers.null",
           .page = no_data_page,
           .level = Level::must,
           .statement = "A NULL pointer is answered by failure, and survived."},
          nullptr,
          survives_null},
};

}  // namespace

std::span<const Entry> recorder_command_clauses() { return entries; }

}  // namespace discbench::check
