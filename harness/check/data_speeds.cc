// IDiscFormat2Data: write speeds. What a library leaves out it answers by a failure; what it answers has a form.
#include <array>
#include <set>

#include "check/documented_failures.h"
#include "check/groups.h"
#include "check/hresult_names.h"
#include "check/offered.h"
#include "check/variant_list.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view set_page = "nf-imapi2-idiscformat2data-setwritespeed";
constexpr std::string_view speeds_page = "nf-imapi2-idiscformat2data-get_supportedwritespeeds";
constexpr std::string_view descriptors_page = "nf-imapi2-idiscformat2data-get_supportedwritespeeddescriptors";
constexpr LONG fastest = -1;  // 0xFFFFFFFF

/// Failure is lawful; a success is an array of one type.
void compare_list(Stage& stage, std::string_view call, HRESULT hr, const VariantList& list, VARTYPE type) {
  skip_not_implemented(stage, call, hr);
  stage.checker.note_success_code(call, hr);
  stage.checker.compare("IDiscFormat2Data: " + std::string(call), FAILED(hr) || list.holds_only(type),
                        "failure, or success with an array of VARIANT of vt " + std::to_string(type),
                        describe(hr) + " with " + list.describe());
}

void speeds_are_unsigned(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  VariantList list;
  const HRESULT hr = list.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeeds);
  compare_list(stage, "get_SupportedWriteSpeeds", hr, list, VT_UI4);
}

void descriptors_are_objects(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  VariantList list;
  const HRESULT hr = list.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeedDescriptors);
  compare_list(stage, "get_SupportedWriteSpeedDescriptors", hr, list, VT_DISPATCH);
  if (FAILED(hr) || !list.holds_only(VT_DISPATCH)) return;
  for (std::size_t index = 0; index < list.size(); ++index) {
    const auto descriptor = query<IWriteSpeedDescriptor>(list.at(index).pdispVal);
    const std::string call = "element " + std::to_string(index + 1) + " of get_SupportedWriteSpeedDescriptors";
    if (!stage.checker.compare(call, static_cast<bool>(descriptor), "an IWriteSpeedDescriptor", "a refusal")) continue;
    const Reading speed = read(descriptor.get(), &IWriteSpeedDescriptor::get_WriteSpeed);
    stage.checker.compare(call + ": get_WriteSpeed", speed.succeeded() && !speed.untouched && speed.value > 0,
                          "success with more than 0 sectors a second", describe(speed));
    const Reading cav = read(descriptor.get(), &IWriteSpeedDescriptor::get_RotationTypeIsPureCAV);
    stage.checker.compare(call + ": get_RotationTypeIsPureCAV",
                          cav.succeeded() && (cav.value == VARIANT_TRUE || cav.value == VARIANT_FALSE),
                          "success with a canonical boolean", describe(cav));
  }
}

/// Both lists tell of one drive and one medium; a descriptor adds the rotation, and may come once for each.
void speeds_are_those_of_the_descriptors(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  VariantList speeds;
  VariantList descriptors;
  const bool both = SUCCEEDED(speeds.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeeds)) &&
                    SUCCEEDED(descriptors.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeedDescriptors));
  if (!both || !speeds.holds_only(VT_UI4) || !descriptors.holds_only(VT_DISPATCH))
    stage.checker.not_applicable("not both lists can be had in this state");
  std::set<std::int64_t> of_speeds;
  for (std::size_t index = 0; index < speeds.size(); ++index) of_speeds.insert(speeds.at(index).ulVal);
  std::set<std::int64_t> of_descriptors;
  for (std::size_t index = 0; index < descriptors.size(); ++index) {
    const auto descriptor = query<IWriteSpeedDescriptor>(descriptors.at(index).pdispVal);
    if (!descriptor) continue;
    const Reading speed = read(descriptor.get(), &IWriteSpeedDescriptor::get_WriteSpeed);
    if (speed.succeeded()) of_descriptors.insert(speed.value);
  }
  const auto text = [](const std::set<std::int64_t>& numbers) {
    std::string all;
    for (const std::int64_t number : numbers) all += (all.empty() ? "" : ", ") + std::to_string(number);
    return (all.empty() ? "none" : all) + " sectors a second";
  };
  stage.checker.compare("IDiscFormat2Data: get_SupportedWriteSpeeds", of_speeds == of_descriptors,
                        text(of_descriptors) + ", as get_SupportedWriteSpeedDescriptors has", text(of_speeds));
}

void note_lists(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  VariantList speeds;
  VariantList descriptors;
  const HRESULT of_speeds = speeds.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeeds);
  const HRESULT of_descriptors = descriptors.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeedDescriptors);
  stage.checker.note("get_SupportedWriteSpeeds gives " + describe(of_speeds) + " with " + speeds.describe());
  stage.checker.note("get_SupportedWriteSpeedDescriptors gives " + describe(of_descriptors) + " with " +
                     descriptors.describe());
}

void lists_without_recorder(Stage& stage) {
  const auto writer = create_writer(stage);
  VariantList list;
  const HRESULT hr = list.ask(writer.get(), &IDiscFormat2Data::get_SupportedWriteSpeeds);
  compare_list(stage, "get_SupportedWriteSpeeds", hr, list, VT_UI4);
  stage.checker.note("get_SupportedWriteSpeeds before put_Recorder gives " + describe(hr));
}

void note_current(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  stage.checker.note("get_CurrentWriteSpeed gives " +
                     describe(read(writer.get(), &IDiscFormat2Data::get_CurrentWriteSpeed)));
  stage.checker.note("get_CurrentRotationTypeIsPureCAV gives " +
                     describe(read(writer.get(), &IDiscFormat2Data::get_CurrentRotationTypeIsPureCAV)));
}

void takes_the_fastest(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const HRESULT hr = writer->SetWriteSpeed(fastest, VARIANT_FALSE);
  skip_not_implemented(stage, "SetWriteSpeed", hr);
  const bool adjusted = hr == S_IMAPI_SPEEDADJUSTED || hr == S_IMAPI_ROTATIONADJUSTED || hr == S_IMAPI_BOTHADJUSTED;
  stage.checker.note("SetWriteSpeed(0xFFFFFFFF, FALSE) gives " + describe(hr) +
                     (SUCCEEDED(hr) || is_documented_failure(hr) ? "" : ", a code that the page does not list") +
                     (adjusted ? ", one of the page's codes for an adjusted speed" : ""));
  const Reading speed = read(writer.get(), &IDiscFormat2Data::get_CurrentWriteSpeed);
  stage.checker.compare("IDiscFormat2Data: get_CurrentWriteSpeed after SetWriteSpeed(0xFFFFFFFF, FALSE)",
                        FAILED(hr) || !speed.succeeded() || (!speed.untouched && speed.value >= 0),
                        "failure, or success with 0 or more sectors a second", describe(speed));
}

/// "Requested" is what was asked for, whatever the device made of it. False where the speed cannot be set so.
bool compare_request(Stage& stage, IDiscFormat2Data* writer, VARIANT_BOOL pure_cav) {
  constexpr LONG sectors_per_second = 1200;
  const std::string set = std::string("SetWriteSpeed(1200, ") + (pure_cav == VARIANT_TRUE ? "TRUE)" : "FALSE)");
  const HRESULT hr = writer->SetWriteSpeed(sectors_per_second, pure_cav);
  if (FAILED(hr)) return false;
  stage.checker.note_success_code(set, hr);
  const Reading speed = read(writer, &IDiscFormat2Data::get_RequestedWriteSpeed);
  skip_not_implemented(stage, "get_RequestedWriteSpeed", speed.hr);
  stage.checker.compare("IDiscFormat2Data: get_RequestedWriteSpeed after " + set,
                        speed.succeeded() && speed.value == sectors_per_second, "success with 1200", describe(speed));
  const Reading rotation = read(writer, &IDiscFormat2Data::get_RequestedRotationTypeIsPureCAV);
  skip_not_implemented(stage, "get_RequestedRotationTypeIsPureCAV", rotation.hr);
  stage.checker.compare("IDiscFormat2Data: get_RequestedRotationTypeIsPureCAV after " + set,
                        rotation.succeeded() && rotation.value == pure_cav,
                        "success with " + describe_boolean(pure_cav), describe(rotation));
  return true;
}

/// Both rotations: one of them is the value at first.
void remembers_what_was_asked_for(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const bool pure = compare_request(stage, writer.get(), VARIANT_TRUE);
  const bool other = compare_request(stage, writer.get(), VARIANT_FALSE);
  if (!pure && !other) stage.checker.not_applicable("SetWriteSpeed(1200) fails in this state");
}

/// The flag by itself: before anything was asked for it is a boolean, and afterwards what was asked for.
void remembers_the_rotation(Stage& stage) {
  constexpr LONG sectors_per_second = 600;
  const auto writer = writer_with_recorder(stage);
  const auto rotation = [&] { return read(writer.get(), &IDiscFormat2Data::get_RequestedRotationTypeIsPureCAV); };
  const Reading first = rotation();
  skip_not_implemented(stage, "get_RequestedRotationTypeIsPureCAV", first.hr);
  const std::string call = "IDiscFormat2Data: get_RequestedRotationTypeIsPureCAV";
  stage.checker.compare(call + " before SetWriteSpeed",
                        !first.succeeded() || first.value == VARIANT_TRUE || first.value == VARIANT_FALSE,
                        "failure, or success with a canonical boolean", describe(first));
  for (const VARIANT_BOOL pure_cav : {VARIANT_TRUE, VARIANT_FALSE, VARIANT_TRUE}) {
    if (FAILED(writer->SetWriteSpeed(sectors_per_second, pure_cav))) continue;
    const Reading again = rotation();
    stage.checker.compare(call + " after SetWriteSpeed(600, " + describe_boolean(pure_cav) + ")",
                          again.succeeded() && again.value == pure_cav, "success with " + describe_boolean(pure_cav),
                          describe(again));
  }
}

void tells_the_rotation_by_a_boolean(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const Reading reading = read(writer.get(), &IDiscFormat2Data::get_CurrentRotationTypeIsPureCAV);
  skip_not_implemented(stage, "get_CurrentRotationTypeIsPureCAV", reading.hr);
  stage.checker.compare("IDiscFormat2Data: get_CurrentRotationTypeIsPureCAV",
                        !reading.succeeded() || reading.value == VARIANT_TRUE || reading.value == VARIANT_FALSE,
                        "failure, or success with VARIANT_TRUE or VARIANT_FALSE", describe(reading));
  stage.checker.note("get_CurrentRotationTypeIsPureCAV gives " + describe(reading));
}

constexpr std::array entries{
    Entry{{.id = "data.set-write-speed.success-codes",
           .page = set_page,
           .level = Level::may,
           .statement = "0xFFFFFFFF asks for the fastest speed; success codes that tell of an adjusted speed are as "
                        "good as S_OK."},
          nullptr,
          takes_the_fastest},
    Entry{{.id = "data.requested-write-speed.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_requestedwritespeed",
           .level = Level::must,
           .statement = "The requested speed and rotation are those that SetWriteSpeed was given."},
          nullptr,
          remembers_what_was_asked_for},
    Entry{{.id = "data.requested-rotation-type-is-pure-cav.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_requestedrotationtypeispurecav",
           .level = Level::must,
           .statement = "The requested rotation is a boolean at first, and then the one that SetWriteSpeed was given."},
          nullptr,
          remembers_the_rotation},
    Entry{{.id = "data.current-rotation-type-is-pure-cav.value",
           .page = "nf-imapi2-idiscformat2data-get_currentrotationtypeispurecav",
           .level = Level::may,
           .statement = "VARIANT_TRUE where the medium turns at a constant angular velocity, VARIANT_FALSE where not: "
                        "which of them is the device's affair."},
          nullptr,
          tells_the_rotation_by_a_boolean},
    Entry{{.id = "data.current-write-speed.value",
           .page = "nf-imapi2-idiscformat2data-get_currentwritespeed",
           .level = Level::info,
           .statement = "The speed is in sectors a second, with a flag for a rotation at constant angular velocity."},
          nullptr,
          note_current},
    Entry{{.id = "data.supported-write-speeds.elements",
           .page = speeds_page,
           .level = Level::may,
           .statement = "The speeds are an array of VARIANT of VT_UI4, where the call succeeds."},
          nullptr,
          speeds_are_unsigned},
    Entry{{.id = "data.supported-write-speeds.agrees",
           .page = speeds_page,
           .level = Level::must,
           .statement = "The speeds are those of the descriptors, in sectors a second, where both lists can be had."},
          nullptr,
          speeds_are_those_of_the_descriptors},
    Entry{{.id = "data.supported-write-speeds.value",
           .page = speeds_page,
           .level = Level::info,
           .statement = "Which speeds drive and medium have is theirs."},
          nullptr,
          note_lists},
    Entry{{.id = "data.supported-write-speeds.before-recorder",
           .page = speeds_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail, E_IMAPI_RECORDER_REQUIRED by the page, or answer."},
          nullptr,
          lists_without_recorder},
    Entry{{.id = "data.supported-write-speed-descriptors.elements",
           .page = descriptors_page,
           .level = Level::may,
           .statement = "The descriptors are an array of VARIANT of VT_DISPATCH, each an IWriteSpeedDescriptor with a "
                        "speed, where the call succeeds."},
          nullptr,
          descriptors_are_objects},
};

}  // namespace

std::span<const Entry> data_speed_clauses() { return entries; }

}  // namespace discbench::check
