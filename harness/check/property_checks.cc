#include "check/property_checks.h"

#include "check/circumstances.h"
#include "check/documented_failures.h"

namespace discbench::check {
namespace {

using expectation::PropertyKind;

const expectation::Expectation* expectation_of(const Stage& stage, std::string_view key) {
  const auto& expectations = stage.rig.expectations();
  const auto found = expectations.find(key);
  return found == expectations.end() ? nullptr : &found->second;
}

void compare_with_expectation(Stage& stage, std::string_view call, std::string_view key, const Reading& reading) {
  const expectation::Expectation* expected = expectation_of(stage, key);
  if (expected == nullptr) stage.checker.not_applicable("nothing is expected of " + std::string(key));
  stage.checker.expect(call, *expected, reading.hr, reading.value, describe_value(reading),
                       reading.boolean ? PropertyKind::boolean : PropertyKind::number);
}

/// The first answer, and where that is "becoming ready", the one after waiting, too: both have to be as expected.
void compare_now_and_when_ready(Stage& stage, const std::string& call, std::string_view key, const Reading& first,
                                const std::function<Reading()>& read_again) {
  compare_with_expectation(stage, call, key, first);
  if (first.hr != E_IMAPI_RECORDER_MEDIA_BECOMING_READY) return;
  compare_with_expectation(stage, call + ", after waiting", key, when_ready(read_again));
}

/// Both answers as one line each; differs where both succeed and the values differ.
void compare_written(Stage& stage, std::string_view call, const Reading& reading) {
  stage.checker.note_success_code(call, reading.hr);
  stage.checker.compare(call, !(reading.succeeded() && reading.untouched),
                        "failure, or success with a value that was written", describe(reading));
  if (reading.succeeded()) return;
  const std::string_view listed = is_documented_failure(reading.hr) ? "" : ", a code that the pages do not list";
  stage.checker.note(std::string(call) + " gives " + describe(reading.hr) + std::string(listed));
}

/// IMultisession's properties are promised by the key of the sequential kind, and so of its elements alone.
bool is_promised(const Stage& stage, const Element& element, const Property& property) {
  const expectation::Expectation* expected = expectation_of(stage, property.key);
  const bool of_another_kind = property.key == is_supported_on_current_media_state.key && !element.sequential;
  return expected != nullptr && expected->result == expectation::Expectation::Result::ok && !of_another_kind;
}

}  // namespace

bool answered(Stage& stage, const Element& element, const Property& property, const Reading& reading) {
  if (!reading.succeeded() && is_promised(stage, element, property)) {
    stage.checker.compare(element.call(property.member), false, "success, which the scenario promises",
                          describe(reading));
  }
  return reading.succeeded();
}

Reading first_answer(Stage& stage, const Element& element, const Property& property) {
  const auto read = [&] { return property.read(element, sentinel); };
  return is_promised(stage, element, property) ? read() : settled(read);
}

void answers_as_expected(Stage& stage, const Property& property) { answers_as_expected(stage, property, property); }

void answers_as_expected(Stage& stage, const Property& property, const Property& kind) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, kind)) {
    const auto read = [&] { return property.read(*element, sentinel); };
    compare_now_and_when_ready(stage, element->call(property.member), property.key, read(), read);
  }
}

void answers_as_expected(Stage& stage, const WriterProperty& property) {
  const Reached reached = reach(stage);
  const auto read = [&] { return property.read(reached.writer.get()); };
  const Reading reading = read();
  if (reading.hr == E_NOTIMPL) stage.checker.not_applicable(std::string(property.member) + " answers E_NOTIMPL");
  compare_now_and_when_ready(stage, std::string(property.member), property.key, reading, read);
}

void agrees_with_the_writer(Stage& stage, const Property& property) {
  const Reached reached = reach(stage);
  const Reading of_writer = property.read_on_writer(reached.writer.get());
  for (const Element* element : elements_with(stage, reached, property)) {
    const Reading reading = property.read(*element, sentinel);
    if (!answered(stage, *element, property, reading) || !of_writer.succeeded()) continue;
    stage.checker.compare(element->call(property.member), reading.value == of_writer.value,
                          describe_value(of_writer) + ", as IDiscFormat2Data answers", describe(reading));
  }
  if (stage.checker.checks() == 0) {
    stage.checker.not_applicable("not both of the two " + std::string(property.member) + " succeed in this state");
  }
}

void writes_its_value(Stage& stage, const Property& property) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    for (const std::uint32_t fill : {sentinel, other_sentinel}) {
      const Reading reading = property.read(*element, fill);
      if (!answered(stage, *element, property, reading)) continue;
      stage.checker.compare(element->call(property.member), !reading.untouched && !reading.overran,
                            "a value that was written, and nothing behind it", describe(reading));
    }
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable(std::string(property.member) + " fails in this state");
}

void is_canonical(Stage& stage, const Property& property) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    const Reading reading = property.read(*element, sentinel);
    stage.checker.note_success_code(element->call(property.member), reading.hr);
    if (!answered(stage, *element, property, reading)) continue;
    stage.checker.compare(element->call(property.member),
                          reading.value == VARIANT_TRUE || reading.value == VARIANT_FALSE,
                          "VARIANT_TRUE (0xFFFF) or VARIANT_FALSE (0x0000)", describe(reading));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable(std::string(property.member) + " fails in this state");
}

void stays_the_same(Stage& stage, const Property& property) {
  constexpr int times = 16;
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    const Reading first = first_answer(stage, *element, property);
    answered(stage, *element, property, first);
    Reading again = first;
    int asked = 1;
    while (asked < times && again.same_answer(first)) {
      again = property.read(*element, sentinel);
      ++asked;
    }
    stage.checker.compare(element->call(property.member) + ", asked " + std::to_string(times) + " times",
                          again.same_answer(first), describe(first) + " each time",
                          describe(again) + (again.same_answer(first) ? "" : " at call " + std::to_string(asked)));
  }
}

/// The pages name no number. The largest unit of a medium is BD's ECC cluster, 32 sectors (MMC-6, BD medium structure),
/// also the largest packet that is usual on CD; one sector counted in bytes is 2048.
void counts_sectors(Stage& stage, const Property& property) {
  constexpr std::int64_t largest_unit_sectors = 32;
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    const Reading reading = property.read(*element, sentinel);
    if (!answered(stage, *element, property, reading)) continue;
    stage.checker.compare(element->call(property.member), reading.value <= largest_unit_sectors,
                          "32 sectors, the largest unit of a medium, or fewer", describe(reading));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable(std::string(property.member) + " fails in this state");
}

void refuses_null(Stage& stage, const Property& property) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    const HRESULT hr = property.read_into_null(*element);
    const std::string call = element->call(property.member) + "(NULL)";
    stage.checker.compare(call, FAILED(hr), "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
    if (FAILED(hr) && hr != E_POINTER) stage.checker.note(call + " gives " + describe(hr));
  }
}

void may_fail(Stage& stage, const Property& property) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    const Reading reading = property.read(*element, sentinel);
    answered(stage, *element, property, reading);
    compare_written(stage, element->call(property.member), reading);
  }
}

void may_fail_without_recorder(Stage& stage, const Property& property) {
  const Reached reached = reach_without_recorder(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    compare_written(stage, element->call(property.member) + " without a recorder", property.read(*element, sentinel));
  }
}

void follows_the_medium(Stage& stage, const Property& property) { follows_the_medium(stage, property, property); }

void follows_the_medium(Stage& stage, const Property& property, const Property& kind) {
  const Reached reached = reach(stage);
  const auto elements = elements_with(stage, reached, kind);
  for (const Element* element : elements) property.read(*element, sentinel);
  for (const std::string_view medium : {medium_with_three_sessions, medium_with_one_session}) {
    change_medium(stage, medium);
    for (const Element* element : elements) {
      const Reading reading = settled([&] { return property.read(*element, sentinel); });
      const std::string call = element->call(property.member) + " after inserting " + std::string(medium);
      compare_with_expectation(stage, call, property.key, reading);
    }
  }
}

void forgets_when_the_tray_opens(Stage& stage, const Property& property) {
  const Reached reached = reach(stage);
  const auto elements = elements_with(stage, reached, property);
  for (const Element* element : elements) property.read(*element, sentinel);
  open_tray(stage);
  for (const Element* element : elements) {
    const Reading reading = property.read(*element, sentinel);
    // A boolean may say FALSE of no medium; an address there would be an old one or an invented one.
    const bool accepted = reading.boolean ? !reading.succeeded() || reading.value == VARIANT_FALSE : FAILED(reading.hr);
    stage.checker.compare(element->call(property.member) + " with the tray open", accepted,
                          reading.boolean ? "failure, or success with VARIANT_FALSE" : "failure", describe(reading));
  }
}

}  // namespace discbench::check
