// IDiscRecorder2Ex, where the library offers MsftDiscRecorder2: what it asks of the device, against the same questions
// as commands, and the commands themselves.
#include <algorithm>
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/late_binding.h"
#include "check/own_recorder.h"

namespace discbench::check {
namespace {

using contract::Level;

struct Device {
  OwnRecorder own;
  Pointer<IDiscRecorder2Ex> commands;
};
Device open_device(Stage& stage) {
  OwnRecorder own = open_own_recorder(stage);
  auto commands = step_commands(stage, own);
  return {std::move(own), std::move(commands)};
}

void is_reached(Stage& stage) {
  const auto recorder = create_unbound_recorder(stage);
  const auto commands = query<IDiscRecorder2Ex>(recorder.get());
  const bool same = commands && identity_of(commands.get()) == identity_of(recorder.get());
  stage.checker.compare("MsftDiscRecorder2, then QueryInterface(IDiscRecorder2Ex)", same, "an interface of one object",
                        commands ? "another object" : "a refusal");
}

/// The data of a member, against what the same question answers as a command.
void compare_with_command(Stage& stage, std::string_view call, const Bytes& answer, const Bytes& command,
                          std::size_t most) {
  stage.checker.note_success_code(call, answer.hr);
  const bool right = SUCCEEDED(answer.hr) && answer.consistent && answer.bytes == command.bytes;
  stage.checker.compare("IDiscRecorder2Ex: " + std::string(call), right && answer.bytes.size() <= most,
                        "success with the " + std::to_string(command.bytes.size()) + " bytes that the command answers",
                        answer.describe() + (answer.bytes.size() == command.bytes.size() && !right ? ", others" : ""));
}

constexpr ULONG longest_reply = 0xFFFF;
constexpr std::size_t longest_information = 65538;

void disc_information(Stage& stage) {
  const Device device = open_device(stage);
  const Bytes command = send_for_data(device.commands.get(), {0x51, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0}, longest_reply);
  if (command.hr != S_OK) stage.checker.not_applicable("the device refuses READ DISC INFORMATION here");
  const Bytes answer =
      settled_bytes([&](BYTE** data, ULONG* size) { return device.commands->GetDiscInformation(data, size); });
  compare_with_command(stage, "GetDiscInformation", answer, command, longest_information);
}

void compare_track(Stage& stage, const Device& device, ULONG address, IMAPI_READ_TRACK_ADDRESS_TYPE type,
                   std::string_view call) {
  const auto low = static_cast<BYTE>(address);
  const Bytes command = send_for_data(device.commands.get(),
                                      {0x52, static_cast<BYTE>(type), 0, 0, 0, low, 0, 0xFF, 0xFF, 0}, longest_reply);
  if (command.hr != S_OK) return;
  const Bytes answer = settled_bytes(
      [&](BYTE** data, ULONG* size) { return device.commands->GetTrackInformation(address, type, data, size); });
  compare_with_command(stage, call, answer, command, longest_information);
}

void track_information(Stage& stage) {
  const Device device = open_device(stage);
  compare_track(stage, device, 1, IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK, "GetTrackInformation of track 1");
  compare_track(stage, device, 0, IMAPI_READ_TRACK_ADDRESS_TYPE_LBA, "GetTrackInformation of LBA 0");
  if (stage.checker.checks() == 0) stage.checker.not_applicable("the device refuses READ TRACK INFORMATION here");
}

/// Not all drives take a session's address.
void session_information(Stage& stage) {
  const Device device = open_device(stage);
  compare_track(stage, device, 1, IMAPI_READ_TRACK_ADDRESS_TYPE_SESSION, "GetTrackInformation of session 1");
  if (stage.checker.checks() == 0) stage.checker.not_applicable("the device takes no address of a session here");
}

Bytes feature(const Device& device, int code, BOOLEAN current_only) {
  return settled_bytes([&](BYTE** data, ULONG* size) {
    return device.commands->GetFeaturePage(static_cast<IMAPI_FEATURE_PAGE_TYPE>(code), current_only, data, size);
  });
}

/// GET CONFIGURATION of one feature (RT 10b), without the 8 bytes of the whole reply. MMC-6, "GET CONFIGURATION
/// Command".
Bytes feature_by_command(const Device& device, int code) {
  constexpr std::ptrdiff_t reply_header = 8;
  Bytes reply =
      send_for_data(device.commands.get(),
                    {0x46, 2, static_cast<BYTE>(code >> 8), static_cast<BYTE>(code), 0, 0, 0, 0x01, 0x08, 0}, 0x108);
  if (reply.bytes.size() < static_cast<std::size_t>(reply_header)) return {};
  reply.bytes.erase(reply.bytes.begin(), reply.bytes.begin() + reply_header);
  return reply;
}

void feature_page(Stage& stage) {
  constexpr int core = IMAPI_FEATURE_PAGE_TYPE_CORE;
  constexpr std::size_t longest_feature = 256;
  const Device device = open_device(stage);
  const Bytes command = feature_by_command(device, core);
  if (command.bytes.size() < 4) stage.checker.not_applicable("the device does not answer GET CONFIGURATION");
  const Bytes answer = feature(device, core, 0);
  const std::vector<std::uint8_t> bare(command.bytes.begin() + 4, command.bytes.end());
  const bool right = SUCCEEDED(answer.hr) && (answer.bytes == command.bytes || answer.bytes == bare);
  stage.checker.compare("IDiscRecorder2Ex: GetFeaturePage(Core, FALSE)",
                        right && answer.bytes.size() <= longest_feature,
                        "success with the feature, " + std::to_string(command.bytes.size()) + " bytes or " +
                            std::to_string(bare.size()) + " without its own header",
                        answer.describe());
  stage.checker.note("GetFeaturePage leaves the feature's own header " +
                     std::string(answer.bytes == bare ? "out" : "in"));
}

void unknown_feature(Stage& stage) {
  constexpr int no_feature = 0x01FF;
  const Device device = open_device(stage);
  const Bytes answer = feature(device, no_feature, 0);
  stage.checker.failed("IDiscRecorder2Ex: GetFeaturePage(01FFh, FALSE)", answer.hr);
  if (answer.hr != E_IMAPI_RECORDER_NO_SUCH_FEATURE) {
    stage.checker.note("GetFeaturePage(01FFh, FALSE) gives " + describe(answer.hr));
  }
}

/// A feature that the device has and that is not current: bit 0 of its third byte is clear.
void feature_that_is_not_current(Stage& stage) {
  constexpr std::array candidates{0x2B, 0x2D, 0x41, 0x21, 0x2A};
  const Device device = open_device(stage);
  for (const int code : candidates) {
    const Bytes command = feature_by_command(device, code);
    if (command.bytes.size() < 4 || command.bytes[1] != code || (command.bytes[2] & 1) != 0) continue;
    const Bytes answer = feature(device, code, 1);
    const std::string call = "GetFeaturePage(" + std::to_string(code) + ", TRUE), of a feature that is not current";
    stage.checker.failed("IDiscRecorder2Ex: " + call, answer.hr);
    if (answer.hr != E_IMAPI_RECORDER_FEATURE_IS_NOT_CURRENT)
      stage.checker.note(call + " gives " + describe(answer.hr));
    return;
  }
  stage.checker.not_applicable("none of the features that were tried is supported and not current");
}

Bytes mode_page(const Device& device, int code) {
  return settled_bytes([&](BYTE** data, ULONG* size) {
    return device.commands->GetModePage(static_cast<IMAPI_MODE_PAGE_TYPE>(code),
                                        IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, data, size);
  });
}

void mode_page_without_header(Stage& stage) {
  constexpr std::size_t longest_page = 257;
  const Device device = open_device(stage);
  for (const int code : {IMAPI_MODE_PAGE_TYPE_READ_WRITE_ERROR_RECOVERY, IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS}) {
    const Bytes page = mode_page(device, code);
    const bool shaped = page.bytes.size() >= 2 && page.bytes.size() <= longest_page && (page.bytes[0] & 0x3F) == code &&
                        page.bytes.size() == page.bytes[1] + 2u;
    stage.checker.compare("IDiscRecorder2Ex: GetModePage(" + std::to_string(code) + ", current values)",
                          SUCCEEDED(page.hr) && shaped, "success with the page and no header before it",
                          page.describe());
  }
}

void unknown_mode_page(Stage& stage) {
  const Device device = open_device(stage);
  const Bytes page = mode_page(device, 0x02);
  stage.checker.failed("IDiscRecorder2Ex: GetModePage(2, current values), of a page that no MMC drive has", page.hr);
}

/// The page as it is, put back with one field changed that every burn of several sessions changes, and got again.
void mode_page_round_trip(Stage& stage) {
  constexpr int code = IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS;
  constexpr std::size_t place = 3;
  constexpr std::uint8_t multi_session = 0xC0;  // 00b or 11b. MMC-6, "Write Parameters Mode Page"
  const Device device = open_device(stage);
  Bytes page = mode_page(device, code);
  if (FAILED(page.hr) || page.bytes.size() <= place) stage.checker.not_applicable("the device has no page 05h");
  page.bytes[0] &= 0x3F;  // PS is the device's word alone
  page.bytes[place] ^= multi_session;
  const HRESULT hr = device.commands->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page.bytes.data(),
                                                  static_cast<ULONG>(page.bytes.size()));
  stage.checker.succeeded("IDiscRecorder2Ex: SetModePage of page 05h", hr);
  Bytes again = mode_page(device, code);
  if (!again.bytes.empty()) again.bytes[0] &= 0x3F;
  stage.checker.compare("IDiscRecorder2Ex: GetModePage(5) after SetModePage", again.bytes == page.bytes,
                        "the page that was set", again.describe());
}

std::string where_there_is_a_dvd_or_bd(const expectation::Expectations& expectations) {
  const auto type = range_of(expectations, "data.current-physical-media-type");
  return type && type->min >= IMAPI_MEDIA_TYPE_DVDROM ? "" : "the medium is no DVD and no BD";
}

void disc_structure(Stage& stage) {
  constexpr std::ptrdiff_t header = 4;
  const Device device = open_device(stage);
  const bool bd = range_of(stage.rig.expectations(), "data.current-physical-media-type")->min >= IMAPI_MEDIA_TYPE_BDROM;
  const BYTE media_type = bd ? 1 : 0;
  Bytes command =
      send_for_data(device.commands.get(), {0xAD, media_type, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0}, longest_reply);
  if (command.bytes.size() < static_cast<std::size_t>(header)) {
    stage.checker.not_applicable("the device refuses READ DISC STRUCTURE here");
  }
  command.bytes.erase(command.bytes.begin(), command.bytes.begin() + header);
  const Bytes answer = settled_bytes(
      [&](BYTE** data, ULONG* size) { return device.commands->ReadDvdStructure(0, 0, 0, 0, data, size); });
  if (bd && FAILED(answer.hr)) stage.checker.not_applicable("ReadDvdStructure speaks of DVD, and fails on BD");
  compare_with_command(stage, "ReadDvdStructure(0, 0, 0, 0)", answer, command, longest_reply);
}

void wild_arguments(Stage& stage) {
  const Device device = open_device(stage);
  const auto refuses = [&](std::string_view call, HRESULT hr) {
    stage.checker.failed("IDiscRecorder2Ex: " + std::string(call), hr);
  };
  const auto structure = [&](ULONG format, ULONG layer, ULONG agid) {
    return read_bytes([&](BYTE** data, ULONG* size) {
             return device.commands->ReadDvdStructure(format, 0, layer, agid, data, size);
           })
        .hr;
  };
  refuses("ReadDvdStructure(256, 0, 0, 0)", structure(256, 0, 0));
  refuses("ReadDvdStructure(0, 0, 256, 0)", structure(0, 256, 0));
  refuses("ReadDvdStructure(0, 0, 0, 4)", structure(0, 0, 4));
  refuses("GetTrackInformation of address type 3", read_bytes([&](BYTE** data, ULONG* size) {
                                                     return device.commands->GetTrackInformation(
                                                         1, static_cast<IMAPI_READ_TRACK_ADDRESS_TYPE>(3), data, size);
                                                   }).hr);
  BYTE page[2] = {0x05, 0};
  refuses("SetModePage of 300 bytes",
          device.commands->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page, 300));
}

void refuses_wild_structures(Stage& stage) {
  constexpr ULONG too_long = 0x10000;
  const Device device = open_device(stage);
  std::vector<BYTE> data(too_long);
  const auto refuses = [&](std::string_view call, HRESULT hr) {
    stage.checker.failed("IDiscRecorder2Ex: SendDvdStructure of " + std::string(call), hr);
  };
  refuses("format 256", device.commands->SendDvdStructure(256, data.data(), 4));
  refuses("65536 bytes", device.commands->SendDvdStructure(0, data.data(), too_long));
}

/// SEND DISC STRUCTURE with no data, which does nothing where the device has the command. MMC-6, "SEND DISC STRUCTURE
/// Command".
bool takes_structures(const Device& device) {
  constexpr ULONG timeout_seconds = 10;
  std::array<BYTE, 12> cdb{0xBF};
  std::array<BYTE, 18> sense{};
  device.commands->SendCommandNoData(cdb.data(), cdb.size(), sense.data(), timeout_seconds);
  const bool unknown_command = (sense[2] & 0x0F) == 5 && sense[12] == 0x20;
  return !unknown_command;
}

void tells_that_it_was_not_sent(Stage& stage) {
  constexpr ULONG user_specific_data = 4;
  const Device device = open_device(stage);
  if (takes_structures(device)) stage.checker.not_applicable("the device has the command SEND DISC STRUCTURE");
  std::array<BYTE, 8> data{};
  const HRESULT hr = device.commands->SendDvdStructure(user_specific_data, data.data(), data.size());
  stage.checker.failed("IDiscRecorder2Ex: SendDvdStructure to a device that does not have the command", hr);
  stage.checker.note("SendDvdStructure to a device that does not have the command gives " + describe(hr));
}

void note_names(Stage& stage) {
  const auto recorder = create_unbound_recorder(stage);
  for (const OLECHAR* name : {OLESTR("GetDiscInformation"), OLESTR("SendCommandNoData"), OLESTR("ReadDvdStructure")}) {
    DISPID id = DISPID_UNKNOWN;
    const HRESULT hr = id_of_name(recorder.get(), name, id);
    stage.checker.note("GetIDsOfNames(" + com::to_utf8(name) + ") of the recorder gives " + describe(hr));
  }
}

constexpr std::array entries{
    Entry{{.id = "recorder-ex.interface.reached",
           .page = "nn-imapi2-idiscrecorder2ex",
           .level = Level::must,
           .statement = "The interface is reached by QueryInterface from IDiscRecorder2."},
          nullptr,
          is_reached},
    Entry{{.id = "recorder-ex.interface.scripts",
           .page = "nn-imapi2-idiscrecorder2ex",
           .level = Level::info,
           .statement = "The interface is not for scripts: whether its members have names for them is told."},
          nullptr,
          note_names},
    Entry{{.id = "recorder-ex.interface.write-engine",
           .page = "nn-imapi2-idiscrecorder2ex",
           .level = Level::info,
           .statement = "Whoever writes by this interface attaches it to an IWriteEngine2.",
           .ineligible = "advice to a client; a subject is not asked for MsftWriteEngine2"}},
    Entry{{.id = "recorder-ex.get-disc-information.value",
           .page = "nf-imapi2-idiscrecorder2ex-getdiscinformation",
           .level = Level::must,
           .statement = "The data is the device's answer to READ DISC INFORMATION, 65538 bytes at most."},
          where_there_is_a_medium,
          disc_information},
    Entry{{.id = "recorder-ex.get-track-information.value",
           .page = "nf-imapi2-idiscrecorder2ex-gettrackinformation",
           .level = Level::must,
           .statement = "The data is the device's answer to READ TRACK INFORMATION, by track or by LBA."},
          where_there_is_a_medium,
          track_information},
    Entry{{.id = "recorder-ex.get-track-information.session",
           .page = "nf-imapi2-idiscrecorder2ex-gettrackinformation",
           .level = Level::may,
           .statement = "By session the data is the device's, where it takes such an address."},
          where_there_is_a_medium,
          session_information},
    Entry{{.id = "recorder-ex.get-feature-page.value",
           .page = "nf-imapi2-idiscrecorder2ex-getfeaturepage",
           .level = Level::must,
           .statement = "The data is one feature without the header of the reply, 256 bytes at most."},
          nullptr,
          feature_page},
    Entry{{.id = "recorder-ex.get-feature-page.unknown",
           .page = "nf-imapi2-idiscrecorder2ex-getfeaturepage",
           .level = Level::must,
           .statement = "A feature that the device does not have is told by a failure."},
          nullptr,
          unknown_feature},
    Entry{{.id = "recorder-ex.get-feature-page.not-current",
           .page = "nf-imapi2-idiscrecorder2ex-getfeaturepage",
           .level = Level::must,
           .statement = "Asked for current features alone, one that is not current is told by a failure."},
          nullptr,
          feature_that_is_not_current},
    Entry{{.id = "recorder-ex.get-mode-page.value",
           .page = "nf-imapi2-idiscrecorder2ex-getmodepage",
           .level = Level::must,
           .statement = "The data is the mode page itself, without a header, 257 bytes at most."},
          nullptr,
          mode_page_without_header},
    Entry{{.id = "recorder-ex.get-mode-page.unknown",
           .page = "nf-imapi2-idiscrecorder2ex-getmodepage",
           .level = Level::must,
           .statement = "A page that the device does not have is told by a failure."},
          nullptr,
          unknown_mode_page},
    Entry{{.id = "recorder-ex.set-mode-page.round-trip",
           .page = "nf-imapi2-idiscrecorder2ex-setmodepage",
           .level = Level::must,
           .statement = "A page is set without a header, and is the device's from then on."},
          nullptr,
          mode_page_round_trip},
    Entry{{.id = "recorder-ex.read-dvd-structure.value",
           .page = "nf-imapi2-idiscrecorder2ex-readdvdstructure",
           .level = Level::must,
           .statement = "The data is the structure without the header of the reply."},
          where_there_is_a_dvd_or_bd,
          disc_structure},
    Entry{{.id = "recorder-ex.send-dvd-structure.arguments",
           .page = "nf-imapi2-idiscrecorder2ex-senddvdstructure",
           .level = Level::must,
           .statement = "A format above 255 is refused, and so is a structure of more than 65535 bytes."},
          nullptr,
          refuses_wild_structures},
    Entry{{.id = "recorder-ex.send-dvd-structure.failure",
           .page = "nf-imapi2-idiscrecorder2ex-senddvdstructure",
           .level = Level::must,
           .statement = "A structure that the device does not take is told by a failure."},
          nullptr,
          tells_that_it_was_not_sent},
    Entry{{.id = "recorder-ex.send-dvd-structure.header",
           .page = "nf-imapi2-idiscrecorder2ex-senddvdstructure",
           .level = Level::must,
           .statement = "The structure is given without the header that the device wants before it, and gets it.",
           .ineligible = "no device of the rig has the command SEND DISC STRUCTURE"}},
    Entry{{.id = "recorder-ex.arguments.range",
           .page = "nf-imapi2-idiscrecorder2ex-readdvdstructure",
           .level = Level::must,
           .statement = "An argument outside its range is refused."},
          nullptr,
          wild_arguments},
};

}  // namespace

std::span<const Entry> recorder_ex_clauses() { return entries; }

}  // namespace discbench::check
