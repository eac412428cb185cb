// IDiscFormat2, as the writer implements it: which recorders and media the format knows, and whether a medium is blank.
#include <array>

#include "check/circumstances.h"
#include "check/dumb_recorder.h"
#include "check/groups.h"
#include "check/offered.h"
#include "check/property_checks.h"
#include "check/variant_list.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view recorder_page = "nf-imapi2-idiscformat2-isrecordersupported";
constexpr std::string_view media_page = "nf-imapi2-idiscformat2-iscurrentmediasupported";
constexpr std::string_view blank_page = "nf-imapi2-idiscformat2-get_mediaheuristicallyblank";
constexpr std::string_view types_page = "nf-imapi2-idiscformat2-get_supportedmediatypes";

using Question = HRESULT (STDMETHODCALLTYPE IDiscFormat2::*)(IDiscRecorder2*, VARIANT_BOOL*);

Reading ask_of(IDiscFormat2Data* writer, Question question, IDiscRecorder2* recorder) {
  constexpr VARIANT_BOOL unwritten = 0x5A5A;
  VARIANT_BOOL value = unwritten;
  const HRESULT hr = (static_cast<IDiscFormat2*>(writer)->*question)(recorder, &value);
  return {.hr = hr, .value = value, .boolean = true, .untouched = value == unwritten};
}

struct Pair {
  Pointer<IDiscRecorder2> recorder;
  Pointer<IDiscFormat2Data> writer;
};
Pair pair(Stage& stage) { return {create_recorder(stage), create_writer(stage)}; }
Pair joined(Stage& stage) {
  Pair both = pair(stage);
  stage.checker.require("put_Recorder", both.writer->put_Recorder(both.recorder.get()));
  return both;
}

void knows_the_rigs_recorder(Stage& stage) {
  const auto [recorder, writer] = pair(stage);
  const Reading reading = ask_of(writer.get(), &IDiscFormat2::IsRecorderSupported, recorder.get());
  skip_not_implemented(stage, "IsRecorderSupported", reading.hr);
  stage.checker.note_success_code("IsRecorderSupported", reading.hr);
  stage.checker.compare("IDiscFormat2: IsRecorderSupported of a drive that writes",
                        reading.succeeded() && reading.value == VARIANT_TRUE, "success with VARIANT_TRUE",
                        describe(reading));
}

void knows_no_recorder_without_commands(Stage& stage) {
  const auto writer = create_writer(stage);
  const auto recorder = Pointer<IDiscRecorder2>::adopt(new DumbRecorder);
  const Reading reading = ask_of(writer.get(), &IDiscFormat2::IsRecorderSupported, recorder.get());
  skip_not_implemented(stage, "IsRecorderSupported", reading.hr);
  stage.checker.compare("IDiscFormat2: IsRecorderSupported of a recorder that takes no commands", !reading.is_true(),
                        "failure, or success with VARIANT_FALSE", describe(reading));
}

void survives_null(Stage& stage) {
  const auto [recorder, writer] = joined(stage);
  VARIANT_BOOL value = VARIANT_FALSE;
  const auto refuses = [&](std::string_view call, HRESULT hr) {
    stage.checker.compare(call, FAILED(hr), "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
  };
  refuses("IsRecorderSupported(NULL, value)", writer->IsRecorderSupported(nullptr, &value));
  refuses("IsRecorderSupported(recorder, NULL)", writer->IsRecorderSupported(recorder.get(), nullptr));
  refuses("IsCurrentMediaSupported(NULL, value)", writer->IsCurrentMediaSupported(nullptr, &value));
  refuses("IsCurrentMediaSupported(recorder, NULL)", writer->IsCurrentMediaSupported(recorder.get(), nullptr));
  refuses("get_MediaPhysicallyBlank(NULL)", writer->get_MediaPhysicallyBlank(nullptr));
  refuses("get_MediaHeuristicallyBlank(NULL)", writer->get_MediaHeuristicallyBlank(nullptr));
  refuses("get_SupportedMediaTypes(NULL)", writer->get_SupportedMediaTypes(nullptr));
}

void media_imply_the_recorder(Stage& stage) {
  const auto [recorder, writer] = pair(stage);
  const Reading media = ask_of(writer.get(), &IDiscFormat2::IsCurrentMediaSupported, recorder.get());
  if (!media.is_true()) stage.checker.not_applicable("IsCurrentMediaSupported does not answer VARIANT_TRUE here");
  const Reading itself = ask_of(writer.get(), &IDiscFormat2::IsRecorderSupported, recorder.get());
  stage.checker.compare("IDiscFormat2: IsRecorderSupported where IsCurrentMediaSupported is VARIANT_TRUE",
                        itself.is_true(), "success with VARIANT_TRUE", describe(itself));
}

std::string where_there_is_no_medium(const expectation::Expectations& expectations) {
  return where_there_is_a_medium(expectations).empty() ? "the drive holds a medium" : "";
}

/// The one out value that is documented after a failure, too.
void no_medium_is_not_supported(Stage& stage) {
  const auto [recorder, writer] = pair(stage);
  const Reading reading = ask_of(writer.get(), &IDiscFormat2::IsCurrentMediaSupported, recorder.get());
  skip_not_implemented(stage, "IsCurrentMediaSupported", reading.hr);
  stage.checker.compare(
      "IDiscFormat2: IsCurrentMediaSupported without a medium", !reading.untouched && reading.value == VARIANT_FALSE,
      "success or failure, with VARIANT_FALSE either way", describe(reading.hr) + " with " + describe_value(reading));
}

void note_code_without_medium(Stage& stage) {
  const auto [recorder, writer] = pair(stage);
  const Reading reading = ask_of(writer.get(), &IDiscFormat2::IsCurrentMediaSupported, recorder.get());
  stage.checker.note("IsCurrentMediaSupported without a medium gives " + describe(reading.hr) + "; Windows 7 gives " +
                     describe(E_IMAPI_RECORDER_MEDIA_NO_MEDIA));
}

void booleans_are_canonical(Stage& stage) {
  const auto [recorder, writer] = joined(stage);
  const auto canonical = [&](std::string_view call, const Reading& reading) {
    if (!reading.succeeded()) return;
    stage.checker.compare(call, reading.value == VARIANT_TRUE || reading.value == VARIANT_FALSE,
                          "VARIANT_TRUE (0xFFFF) or VARIANT_FALSE (0x0000)", describe(reading));
  };
  canonical("IsRecorderSupported", ask_of(writer.get(), &IDiscFormat2::IsRecorderSupported, recorder.get()));
  canonical("IsCurrentMediaSupported", ask_of(writer.get(), &IDiscFormat2::IsCurrentMediaSupported, recorder.get()));
  canonical("get_MediaPhysicallyBlank", read(writer.get(), &IDiscFormat2::get_MediaPhysicallyBlank));
  canonical("get_MediaHeuristicallyBlank", read(writer.get(), &IDiscFormat2::get_MediaHeuristicallyBlank));
  if (stage.checker.checks() == 0) stage.checker.not_applicable("none of the four succeeds here");
}

void blank_is_likely_blank(Stage& stage) {
  const Pair both = joined(stage);
  const Reading reading = settled([&] { return read(both.writer.get(), &IDiscFormat2::get_MediaHeuristicallyBlank); });
  skip_not_implemented(stage, "get_MediaHeuristicallyBlank", reading.hr);
  stage.checker.compare("IDiscFormat2: get_MediaHeuristicallyBlank on a blank medium",
                        reading.succeeded() && reading.value == VARIANT_TRUE, "success with VARIANT_TRUE",
                        describe(reading));
}

/// What the drive calls blank is the affair of another clause.
std::string where_it_is_rewritten(const expectation::Expectations& expectations) {
  const std::string nothing_expected = why_nothing_is_expected(data::media_heuristically_blank.key, expectations);
  if (!nothing_expected.empty()) return nothing_expected;
  return where_blank(expectations).empty() ? "the medium is physically blank" : "";
}

/// A medium with a session that was closed, as the scenario says.
std::string where_a_session_is_recorded(const expectation::Expectations& expectations) {
  const auto start = range_of(expectations, start_address_of_previous_session.key);
  const auto found = expectations.find(start_address_of_previous_session.key);
  const bool recorded = start && start->min >= 0 && found->second.result == expectation::Expectation::Result::ok;
  return recorded ? "" : "the scenario does not demand a recorded session";
}

void recorded_is_not_blank(Stage& stage) {
  const Pair both = joined(stage);
  const Reading reading = settled([&] { return read(both.writer.get(), &IDiscFormat2::get_MediaHeuristicallyBlank); });
  stage.checker.compare("IDiscFormat2: get_MediaHeuristicallyBlank on a recorded medium", !reading.is_true(),
                        "failure, or success with VARIANT_FALSE", describe(reading));
}

void types_are_numbers(Stage& stage) {
  const auto writer = create_writer(stage);
  VariantList list;
  const HRESULT hr = list.ask(writer.get(), &IDiscFormat2::get_SupportedMediaTypes);
  skip_not_implemented(stage, "get_SupportedMediaTypes", hr);
  stage.checker.succeeded("IDiscFormat2: get_SupportedMediaTypes", hr);
  const bool numbers = stage.checker.compare("the array of get_SupportedMediaTypes", list.holds_only(VT_I4),
                                             "VARIANT of VT_I4 (3)", list.describe());
  for (std::size_t index = 0; numbers && index < list.size(); ++index) {
    const LONG type = list.at(index).lVal;
    stage.checker.compare("element " + std::to_string(index + 1) + " of get_SupportedMediaTypes",
                          type >= IMAPI_MEDIA_TYPE_UNKNOWN && type <= IMAPI_MEDIA_TYPE_MAX,
                          "0 to " + std::to_string(IMAPI_MEDIA_TYPE_MAX), std::to_string(type));
  }
}

void types_name_the_medium(Stage& stage) {
  const auto [recorder, writer] = joined(stage);
  const Reading supported = ask_of(writer.get(), &IDiscFormat2::IsCurrentMediaSupported, recorder.get());
  const Reading type = data::current_physical_media_type.read(writer.get());
  VariantList list;
  const HRESULT hr = list.ask(writer.get(), &IDiscFormat2::get_SupportedMediaTypes);
  if (FAILED(hr) || !supported.is_true() || !type.succeeded()) {
    stage.checker.not_applicable("no supported medium whose type and whose list can be had");
  }
  bool named = false;
  for (std::size_t index = 0; index < list.size(); ++index) named = named || list.at(index).lVal == type.value;
  stage.checker.compare("get_SupportedMediaTypes on a medium that is supported", named,
                        "an element " + std::to_string(type.value) + ", the type of the medium", list.describe());
}

constexpr std::array entries{
    Entry{{.id = "format.is-recorder-supported.value",
           .page = recorder_page,
           .level = Level::must,
           .statement = "VARIANT_TRUE of a recorder that can do the format; S_FALSE is a success, too."},
          nullptr,
          knows_the_rigs_recorder},
    Entry{{.id = "format.is-recorder-supported.unsupported",
           .page = recorder_page,
           .level = Level::must,
           .statement = "A recorder that cannot do the format is never answered with VARIANT_TRUE."},
          nullptr,
          knows_no_recorder_without_commands},
    Entry{{.id = "format.is-recorder-supported.raw-cd",
           .page = recorder_page,
           .level = Level::info,
           .statement = "The raw CD format tells an unsupported recorder by a failure code of its own.",
           .ineligible = "speaks of MsftDiscFormat2RawCD alone, which has no multisession interfaces"}},
    Entry{{.id = "format.is-current-media-supported.implies-recorder",
           .page = media_page,
           .level = Level::must,
           .statement = "Where the medium is supported its recorder is, too."},
          where_there_is_a_medium,
          media_imply_the_recorder},
    Entry{{.id = "format.is-current-media-supported.no-medium",
           .page = media_page,
           .level = Level::may,
           .statement = "Without a medium the call succeeds or fails, and the out value is VARIANT_FALSE either way."},
          where_there_is_no_medium,
          no_medium_is_not_supported},
    Entry{
        {.id = "format.is-current-media-supported.no-medium-code",
         .page = media_page,
         .level = Level::info,
         .statement = "Without a medium Windows 7 answers E_IMAPI_RECORDER_MEDIA_NO_MEDIA, where Vista answered S_OK.",
         .since = contract::Generation::win7},
        where_there_is_no_medium,
        note_code_without_medium},
    Entry{{.id = "format.media-heuristically-blank.blank",
           .page = blank_page,
           .level = Level::must,
           .statement = "A medium that is physically blank is likely blank."},
          where_blank,
          blank_is_likely_blank},
    Entry{{.id = "format.media-heuristically-blank.value",
           .page = blank_page,
           .level = Level::must,
           .statement =
               "A rewritable medium that holds nothing but zeros is likely blank, though its drive does not call "
               "it so; one with data at its beginning is not."},
          where_it_is_rewritten,
          writer_answers_as_expected<data::media_heuristically_blank>},
    Entry{{.id = "format.media-heuristically-blank.recorded",
           .page = blank_page,
           .level = Level::may,
           .statement = "A medium with a recorded session is not blank, where the question is answered."},
          where_a_session_is_recorded,
          recorded_is_not_blank},
    Entry{{.id = "format.supported-media-types.elements",
           .page = types_page,
           .level = Level::must,
           .statement = "The types are an array of VARIANT of VT_I4, each of the enumeration."},
          nullptr,
          types_are_numbers},
    Entry{{.id = "format.supported-media-types.current",
           .page = types_page,
           .level = Level::may,
           .statement = "The type of a medium that is supported is one of the list."},
          where_there_is_a_medium,
          types_name_the_medium},
    Entry{{.id = "format.booleans.canonical",
           .page = media_page,
           .level = Level::must,
           .statement = "What is said of recorder and medium is VARIANT_TRUE or VARIANT_FALSE and nothing else."},
          nullptr,
          booleans_are_canonical},
    Entry{{.id = "format.properties.null",
           .page = recorder_page,
           .level = Level::must,
           .statement = "A NULL pointer is answered by failure, and survived."},
          nullptr,
          survives_null},
};

}  // namespace

std::span<const Entry> format_clauses() { return entries; }

}  // namespace discbench::check
