// IDiscRecorder2Ex: commands as they are, where the library offers MsftDiscRecorder2.
#include <array>

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
