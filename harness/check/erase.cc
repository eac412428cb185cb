// IDiscFormat2Erase, where the library offers MsftDiscFormat2Erase: what it says of itself, that it keeps its hands off
// media that are written once, and that it erases what it says that it can.
#include <algorithm>
#include <array>
#include <optional>

#include "check/circumstances.h"
#include "check/disc_facts.h"
#include "check/groups.h"
#include "check/offered.h"
#include "com/text.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view erase_page = "nf-imapi2-idiscformat2erase-erasemedia";
constexpr std::string_view full_page = "nf-imapi2-idiscformat2erase-put_fullerase";
constexpr std::string_view type_page = "nf-imapi2-idiscformat2erase-get_currentphysicalmediatype";

Pointer<IDiscFormat2Erase> create_eraser(Stage& stage) {
  return create_offered<IDiscFormat2Erase>(stage, CLSID_MsftDiscFormat2Erase, "MsftDiscFormat2Erase");
}

struct Eraser {
  Pointer<IDiscRecorder2> recorder;
  Pointer<IDiscFormat2Erase> object;
};

void name_the_client_of(IDiscFormat2Erase* eraser) {
  const com::String name(OLESTR("discbench"));
  eraser->put_ClientName(name.get());
}

/// put_Recorder may refuse a recorder whose medium it cannot erase: its page has no list of failures.
Eraser with_recorder(Stage& stage) {
  Eraser eraser{create_recorder(stage), create_eraser(stage)};
  const HRESULT hr = eraser.object->put_Recorder(eraser.recorder.get());
  if (FAILED(hr)) stage.checker.not_applicable("IDiscFormat2Erase: put_Recorder answers " + describe(hr));
  return eraser;
}

void answers_the_bases(Stage& stage) {
  const auto eraser = create_eraser(stage);
  answers_interface<IDiscFormat2Erase>(stage, eraser.get(), "IDiscFormat2Erase");
  answers_interface<IDiscFormat2>(stage, eraser.get(), "IDiscFormat2");
  answers_interface<IDispatch>(stage, eraser.get(), "IDispatch");
}

void erases_in_part_at_first(Stage& stage) {
  const auto eraser = create_eraser(stage);
  const Reading reading = read(eraser.get(), &IDiscFormat2Erase::get_FullErase);
  stage.checker.compare("IDiscFormat2Erase: get_FullErase of a new object",
                        reading.succeeded() && reading.value == VARIANT_FALSE, "success with VARIANT_FALSE",
                        describe(reading));
}

void gives_back_full_erase(Stage& stage) {
  const auto eraser = create_eraser(stage);
  for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_FALSE}) {
    stage.checker.succeeded("IDiscFormat2Erase: put_FullErase", eraser->put_FullErase(value));
    const Reading reading = read(eraser.get(), &IDiscFormat2Erase::get_FullErase);
    stage.checker.compare("IDiscFormat2Erase: get_FullErase", reading.succeeded() && reading.value == value,
                          "success with " + describe_boolean(value), describe(reading));
  }
}

void gives_back_the_recorder(Stage& stage) {
  const Eraser eraser = with_recorder(stage);
  IDiscRecorder2* out = nullptr;
  const HRESULT hr = eraser.object->get_Recorder(&out);
  const auto answer = SUCCEEDED(hr) ? Pointer<IDiscRecorder2>::adopt(out) : Pointer<IDiscRecorder2>();
  const bool same = answer && identity_of(answer.get()) == identity_of(eraser.recorder.get());
  stage.checker.compare("IDiscFormat2Erase: get_Recorder", FAILED(hr) || same,
                        "failure, or success with the recorder that was put", describe(hr));
}

void gives_back_the_client(Stage& stage) {
  const auto eraser = create_eraser(stage);
  const com::String name(OLESTR("discbench"));
  const HRESULT put = eraser->put_ClientName(name.get());
  if (FAILED(put)) stage.checker.not_applicable("IDiscFormat2Erase: put_ClientName answers " + describe(put));
  BSTR out = nullptr;
  const HRESULT hr = eraser->get_ClientName(&out);
  const std::u16string text = SUCCEEDED(hr) ? com::text_of(out) : std::u16string();
  if (SUCCEEDED(hr)) SysFreeString(out);
  stage.checker.compare("IDiscFormat2Erase: get_ClientName", FAILED(hr) || text == OLESTR("discbench"),
                        "failure, or success with discbench", describe(hr) + " with " + com::to_utf8(text));
}

/// Whatever the setter says: what it took is there, and what it refused is not.
void takes_or_refuses_the_recorder(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto eraser = create_eraser(stage);
  const HRESULT put = eraser->put_Recorder(recorder.get());
  stage.checker.note("IDiscFormat2Erase: put_Recorder gives " + describe(put));
  IDiscRecorder2* out = nullptr;
  const HRESULT hr = eraser->get_Recorder(&out);
  if (FAILED(hr)) stage.checker.not_applicable("IDiscFormat2Erase: get_Recorder answers " + describe(hr));
  const auto answer = Pointer<IDiscRecorder2>::adopt(out);
  const bool same = answer && identity_of(answer.get()) == identity_of(recorder.get());
  stage.checker.compare("IDiscFormat2Erase: get_Recorder after put_Recorder answered " + describe(put),
                        same == SUCCEEDED(put), SUCCEEDED(put) ? "the recorder that was put" : "no recorder",
                        same ? "the recorder that was put" : "another recorder, or none");
}

std::optional<std::u16string> client_of(IDiscFormat2Erase* eraser) {
  BSTR out = nullptr;
  if (FAILED(eraser->get_ClientName(&out))) return std::nullopt;
  std::u16string text = com::text_of(out);
  SysFreeString(out);
  return text;
}

/// The page has E_INVALIDARG and does not say for which names.
void keeps_the_client_where_it_refuses(Stage& stage) {
  const auto eraser = create_eraser(stage);
  const com::String name(OLESTR("discbench"));
  const HRESULT put = eraser->put_ClientName(name.get());
  if (FAILED(put)) stage.checker.not_applicable("IDiscFormat2Erase: put_ClientName answers " + describe(put));
  const com::String empty(OLESTR(""));
  for (const auto& [text, other] : {std::pair{"NULL", BSTR{}}, std::pair{"\"\"", empty.get()}}) {
    const HRESULT hr = eraser->put_ClientName(other);
    const std::string call = "IDiscFormat2Erase: put_ClientName(" + std::string(text) + ")";
    stage.checker.note(call + " gives " + describe(hr));
    const auto client = client_of(eraser.get());
    if (!client) continue;
    const std::u16string wanted = FAILED(hr) ? OLESTR("discbench") : OLESTR("");
    stage.checker.compare("get_ClientName after " + call + " answered " + describe(hr), *client == wanted,
                          FAILED(hr) ? "discbench, as before" : "no name", com::to_utf8(*client));
  }
}

std::string expects_a_type(const expectation::Expectations& expectations) {
  return range_of(expectations, "data.current-physical-media-type") ? "" : "the scenario says nothing of the type";
}

void names_the_medium(Stage& stage) {
  const Eraser eraser = with_recorder(stage);
  const Reading reading =
      settled([&] { return read(eraser.object.get(), &IDiscFormat2Erase::get_CurrentPhysicalMediaType); });
  skip_not_implemented(stage, "get_CurrentPhysicalMediaType", reading.hr);
  stage.checker.expect("IDiscFormat2Erase: get_CurrentPhysicalMediaType",
                       stage.rig.expectations().find("data.current-physical-media-type")->second, reading.hr,
                       reading.value, describe_value(reading));
}

void type_without_recorder(Stage& stage) {
  const auto eraser = create_eraser(stage);
  const Reading reading = read(eraser.get(), &IDiscFormat2Erase::get_CurrentPhysicalMediaType);
  stage.checker.compare("IDiscFormat2Erase: get_CurrentPhysicalMediaType before put_Recorder",
                        !(reading.succeeded() && reading.untouched),
                        "failure, or success with a value that was written", describe(reading));
  stage.checker.note("get_CurrentPhysicalMediaType before put_Recorder gives " + describe(reading));
}

/// Media that are written once, and pressed ones.
std::string where_the_medium_is_written_once(const expectation::Expectations& expectations) {
  if (!where_there_is_a_medium(expectations).empty()) return "the drive holds no medium";
  const auto type = range_of(expectations, "data.current-physical-media-type");
  constexpr std::array once{IMAPI_MEDIA_TYPE_CDROM,    IMAPI_MEDIA_TYPE_CDR,   IMAPI_MEDIA_TYPE_DVDROM,
                            IMAPI_MEDIA_TYPE_DVDPLUSR, IMAPI_MEDIA_TYPE_BDROM, IMAPI_MEDIA_TYPE_BDR};
  const bool known = type && type->min == type->max && std::find(once.begin(), once.end(), type->min) != once.end();
  return known ? "" : "the medium is not one that is written once";
}

void does_not_support_what_is_written_once(Stage& stage) {
  const Eraser eraser{create_recorder(stage), create_eraser(stage)};
  VARIANT_BOOL supported = VARIANT_FALSE;
  const HRESULT hr = eraser.object->IsCurrentMediaSupported(eraser.recorder.get(), &supported);
  skip_not_implemented(stage, "IsCurrentMediaSupported", hr);
  stage.checker.compare("IDiscFormat2Erase: IsCurrentMediaSupported on a medium that is written once",
                        FAILED(hr) || supported == VARIANT_FALSE, "failure, or success with VARIANT_FALSE",
                        describe(hr) + " with " + describe_boolean(supported));
}

/// EraseMedia has to fail, and leave the disc as it is.
void refuses(Stage& stage, const Eraser& eraser, std::string_view when) {
  const auto device = create_recorder(stage);
  const DiscFacts before = ask_disc_if_it_answers(stage, device.get());
  const std::vector<std::uint8_t> first = read_sector(device.get(), 0);
  const HRESULT hr = eraser.object->EraseMedia();
  stage.checker.failed("IDiscFormat2Erase: EraseMedia " + std::string(when), hr);
  stage.checker.note("EraseMedia " + std::string(when) + " gives " + describe(hr));
  const DiscFacts after = ask_disc(stage, device.get());
  stage.checker.compare("the disc after EraseMedia " + std::string(when), after.text() == before.text(), before.text(),
                        after.text());
  stage.checker.compare("sector 0 after EraseMedia " + std::string(when), read_sector(device.get(), 0) == first,
                        "as before", "other bytes");
}

void needs_a_recorder(Stage& stage) {
  const Eraser eraser{{}, create_eraser(stage)};
  name_the_client_of(eraser.object.get());
  refuses(stage, eraser, "before put_Recorder");
}

void needs_a_client(Stage& stage) { refuses(stage, with_recorder(stage), "before put_ClientName"); }

void spares_what_is_written_once(Stage& stage) {
  const Eraser eraser = with_recorder(stage);
  name_the_client_of(eraser.object.get());
  refuses(stage, eraser, "on a medium that is written once");
}

/// Zeros or nothing at all at the beginning, or a disc that the device calls blank.
void erases(Stage& stage, VARIANT_BOOL full) {
  const Eraser eraser = with_recorder(stage);
  VARIANT_BOOL supported = VARIANT_FALSE;
  const HRESULT asked = eraser.object->IsCurrentMediaSupported(eraser.recorder.get(), &supported);
  if (FAILED(asked) || supported == VARIANT_FALSE)
    stage.checker.not_applicable("the object does not support the medium");
  name_the_client_of(eraser.object.get());
  stage.checker.require("IDiscFormat2Erase: put_FullErase", eraser.object->put_FullErase(full));
  stage.checker.succeeded("IDiscFormat2Erase: EraseMedia", eraser.object->EraseMedia());
  const DiscFacts disc = ask_disc(stage, eraser.recorder.get());
  const std::vector<std::uint8_t> first = read_sector(eraser.recorder.get(), 0);
  const bool zeros = std::all_of(first.begin(), first.end(), [](std::uint8_t byte) { return byte == 0; });
  stage.checker.compare("the disc after EraseMedia", disc.status == DiscFacts::Status::blank || zeros,
                        "blank, or nothing but zeros in sector 0", disc.text() + ", with other bytes in sector 0");
}

void erases_what_it_supports(Stage& stage) { erases(stage, VARIANT_FALSE); }

void erases_in_full(Stage& stage) { erases(stage, VARIANT_TRUE); }

/// Whether the medium can be erased or not.
void lets_go_of_the_device(Stage& stage) {
  const Eraser eraser = with_recorder(stage);
  compare_let_go(stage, "EraseMedia before put_ClientName", eraser.object->EraseMedia());
  name_the_client_of(eraser.object.get());
  compare_let_go(stage, "EraseMedia", eraser.object->EraseMedia());
}

constexpr std::array null_calls{
    NullCall<IDiscFormat2Erase>{"get_Recorder", into_null<&IDiscFormat2Erase::get_Recorder>},
    NullCall<IDiscFormat2Erase>{"get_FullErase", into_null<&IDiscFormat2Erase::get_FullErase>},
    NullCall<IDiscFormat2Erase>{"get_CurrentPhysicalMediaType",
                                into_null<&IDiscFormat2Erase::get_CurrentPhysicalMediaType>},
    NullCall<IDiscFormat2Erase>{"get_ClientName", into_null<&IDiscFormat2Erase::get_ClientName>},
};

void survives_null(Stage& stage) {
  const auto eraser = create_eraser(stage);
  refuse_null(stage, eraser.get(), null_calls);
}

constexpr std::array entries{
    Entry{{.id = "erase.class.interfaces",
           .page = "nn-imapi2-idiscformat2erase",
           .level = Level::must,
           .statement = "MsftDiscFormat2Erase answers IDiscFormat2Erase and what that derives from."},
          nullptr,
          answers_the_bases},
    Entry{{.id = "erase.full-erase.default",
           .page = full_page,
           .level = Level::must,
           .statement = "FullErase is VARIANT_FALSE at first: the directory alone."},
          nullptr,
          erases_in_part_at_first},
    Entry{{.id = "erase.full-erase.round-trip",
           .page = "nf-imapi2-idiscformat2erase-get_fullerase",
           .level = Level::must,
           .statement = "get_FullErase answers what was put."},
          nullptr,
          gives_back_full_erase},
    Entry{{.id = "erase.recorder.round-trip",
           .page = "nf-imapi2-idiscformat2erase-get_recorder",
           .level = Level::may,
           .statement = "get_Recorder answers the recorder that was put, or fails."},
          nullptr,
          gives_back_the_recorder},
    Entry{{.id = "erase.recorder.put",
           .page = "nf-imapi2-idiscformat2erase-put_recorder",
           .level = Level::may,
           .statement = "A recorder is taken, or refused by a failure; what was refused is not the object's recorder."},
          nullptr,
          takes_or_refuses_the_recorder},
    Entry{{.id = "erase.client-name.put",
           .page = "nf-imapi2-idiscformat2erase-put_clientname",
           .level = Level::may,
           .statement = "No name, or an empty one, may be refused; a refusal leaves the name that was there."},
          nullptr,
          keeps_the_client_where_it_refuses},
    Entry{{.id = "erase.client-name.round-trip",
           .page = "nf-imapi2-idiscformat2erase-get_clientname",
           .level = Level::may,
           .statement = "get_ClientName answers the name that was put, or fails."},
          nullptr,
          gives_back_the_client},
    Entry{{.id = "erase.current-physical-media-type.value",
           .page = type_page,
           .level = Level::must,
           .statement = "The type of the medium that is in the drive."},
          expects_a_type,
          names_the_medium},
    Entry{{.id = "erase.current-physical-media-type.before-recorder",
           .page = type_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail, by E_POINTER or E_IMAPI_RECORDER_REQUIRED, or answer."},
          nullptr,
          type_without_recorder},
    Entry{{.id = "erase.is-current-media-supported.written-once",
           .page = "nf-imapi2-idiscformat2-iscurrentmediasupported",
           .level = Level::must,
           .statement = "A medium that is written once is not supported."},
          where_the_medium_is_written_once,
          does_not_support_what_is_written_once},
    Entry{{.id = "erase.erase-media.before-recorder",
           .page = erase_page,
           .level = Level::must,
           .statement = "Without a recorder EraseMedia fails."},
          where_there_is_a_medium,
          needs_a_recorder},
    Entry{{.id = "erase.erase-media.before-client-name",
           .page = erase_page,
           .level = Level::must,
           .statement = "Without a client name EraseMedia fails, and the disc is as it was."},
          where_there_is_a_medium,
          needs_a_client},
    Entry{{.id = "erase.erase-media.written-once",
           .page = erase_page,
           .level = Level::must,
           .statement = "A medium that is written once is refused, and is as it was."},
          where_the_medium_is_written_once,
          spares_what_is_written_once},
    Entry{{.id = "erase.erase-media.erases",
           .page = erase_page,
           .level = Level::must,
           .statement = "A medium that the object supports is erased when the call comes back: nothing is left at its "
                        "beginning."},
          where_there_is_a_medium,
          erases_what_it_supports},
    Entry{{.id = "erase.erase-media.full",
           .page = full_page,
           .level = Level::must,
           .statement = "With FullErase a medium that the object supports is erased, too."},
          where_there_is_a_medium,
          erases_in_full},
    Entry{{.id = "erase.erase-media.lets-go",
           .page = erase_page,
           .level = Level::must,
           .statement = "When EraseMedia has come back, as a success or not, the device is free for others."},
          where_there_is_a_medium,
          lets_go_of_the_device},
    Entry{{.id = "erase.erase-media.one-hour",
           .page = erase_page,
           .level = Level::may,
           .statement = "A bad medium or drive is told by the code for an erase that took longer than an hour.",
           .ineligible = "no drive of the rig takes an hour, and no medium of it is bad"}},
    Entry{{.id = "erase.properties.null",
           .page = "nf-imapi2-idiscformat2erase-get_recorder",
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure by every getter, and survived."},
          nullptr,
          survives_null},
};

}  // namespace

std::span<const Entry> erase_clauses() { return entries; }

}  // namespace discbench::check
