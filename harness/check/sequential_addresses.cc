// IMultisessionSequential: where the previous session lies, and where the next one begins.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view start_page = "nf-imapi2-imultisessionsequential-get_startaddressofprevioussession";
constexpr std::string_view last_page = "nf-imapi2-imultisessionsequential-get_lastwrittenaddressofprevioussession";
constexpr std::string_view next_page = "nf-imapi2-imultisessionsequential-get_nextwritableaddress";

/// Applies on a blank medium that may have sessions: a random-write medium has none, and none of these addresses.
std::string where_blank_for_sessions(const expectation::Expectations& expectations) {
  const std::string why = where_blank(expectations);
  if (!why.empty()) return why;
  const auto found = expectations.find(is_supported_on_current_media_state.key);
  const bool may_be_sequential = found == expectations.end() || found->second.accepts(VARIANT_TRUE);
  return may_be_sequential ? "" : "the scenario's medium has no sequential sessions";
}

template <const Property& property, std::int64_t value>
void on_blank_answers(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, property)) {
    const Reading reading = property.read(*element, sentinel);
    stage.checker.compare(element->call(property.member) + " on a blank medium",
                          reading.succeeded() && reading.value == value, "success with " + std::to_string(value),
                          describe(reading));
  }
}

void last_on_blank(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, last_written_address_of_previous_session)) {
    const Reading reading = last_written_address_of_previous_session.read(*element, sentinel);
    stage.checker.compare(element->call(last_written_address_of_previous_session.member) + " on a blank medium",
                          !reading.succeeded() || reading.value == -1, "failure (E_NOTIMPL), or success with -1",
                          describe(reading));
  }
}

/// Start <= LastWritten < NextWritable, of those that succeed and tell of a session.
void addresses_are_in_order(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, next_writable_address)) {
    const Reading start = start_address_of_previous_session.read(*element, sentinel);
    const Reading last = last_written_address_of_previous_session.read(*element, sentinel);
    const Reading next = next_writable_address.read(*element, sentinel);
    answered(stage, *element, start_address_of_previous_session, start);
    answered(stage, *element, next_writable_address, next);
    const auto in_order = [&](std::string_view names, const Reading& lower, const Reading& upper, bool held) {
      if (!lower.succeeded() || !upper.succeeded() || lower.value == -1 || upper.value == -1) return;
      stage.checker.compare(element->call(names), held, "in this order",
                            describe_value(lower) + " and " + describe_value(upper));
    };
    in_order("StartAddress <= LastWrittenAddress", start, last, start.value <= last.value);
    in_order("LastWrittenAddress < NextWritableAddress", last, next, last.value < next.value);
    in_order("StartAddress < NextWritableAddress", start, next, start.value < next.value);
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("no two addresses to compare in this state");
}

void last_may_be_missing(Stage& stage) {
  const Reached reached = reach(stage);
  // Where the start of the session has to be told, the device answers: then nothing but E_NOTIMPL is left.
  const auto& expectations = stage.rig.expectations();
  const auto start = expectations.find(start_address_of_previous_session.key);
  const bool sessions_are_told =
      start != expectations.end() && start->second.result == expectation::Expectation::Result::ok;
  for (const Element* element : elements_with(stage, reached, last_written_address_of_previous_session)) {
    const Reading reading =
        when_ready([&] { return last_written_address_of_previous_session.read(*element, sentinel); });
    const std::string call = element->call(last_written_address_of_previous_session.member);
    const bool lawful_failure = !reading.succeeded() && (reading.hr == E_NOTIMPL || !sessions_are_told);
    stage.checker.compare(call, lawful_failure || (reading.succeeded() && !reading.untouched && reading.value >= -1),
                          (sessions_are_told ? "E_NOTIMPL" : "E_NOTIMPL or another failure") +
                              std::string(", or success with an address or -1"),
                          describe(reading));
    if (lawful_failure && reading.hr != E_NOTIMPL) {
      stage.checker.note(call + " gives " + describe(reading.hr) + ", where the page lists E_NOTIMPL alone");
    }
  }
}

/// A getter that has to succeed on the way.
std::int64_t step_read(Stage& stage, const Element& element, const Property& property) {
  const Reading reading = first_answer(stage, element, property);
  stage.checker.require(element.call(property.member), reading.hr);
  return reading.value;
}

/// The session that was burned is now the previous one, and it began where the next one was to begin.
void start_moves_to_the_burned_session(Stage& stage) {
  const Reached reached = reach(stage);
  const Element& element = *elements_with(stage, reached, next_writable_address).front();
  const std::int64_t next = step_read(stage, element, next_writable_address);
  burn(stage, reached, burned_sectors);
  for (const Element* each : elements_with(stage, reached, start_address_of_previous_session)) {
    const Reading reading = settled([&] { return start_address_of_previous_session.read(*each, sentinel); });
    stage.checker.compare(each->call(start_address_of_previous_session.member) + " after a burn",
                          reading.succeeded() && reading.value == next,
                          "success with " + std::to_string(next) + ", the next writable address before the burn",
                          describe(reading));
  }
}

void last_moves_to_the_burned_session(Stage& stage) {
  const Reached reached = reach(stage);
  const Element& element = *elements_with(stage, reached, next_writable_address).front();
  const std::int64_t end = step_read(stage, element, next_writable_address) + burned_sectors;
  // Read before, so that an answer that is kept shows.
  last_written_address_of_previous_session.read(element, sentinel);
  burn(stage, reached, burned_sectors);
  const std::int64_t next = step_read(stage, element, next_writable_address);
  const Reading reading = last_written_address_of_previous_session.read(element, sentinel);
  const std::string call = element.call(last_written_address_of_previous_session.member) + " after a burn";
  if (!reading.succeeded()) stage.checker.not_applicable(call + " answers " + describe(reading.hr));
  // A next address that did not move is no bound: that it has to is what its own clause says.
  const bool bounded = next >= end;
  stage.checker.compare(
      call, reading.value >= end - 1 && (!bounded || reading.value < next),
      std::to_string(end - 1) + (bounded ? " to " + std::to_string(next - 1) : std::string(" or more")),
      describe(reading));
}

void next_moves_behind_the_burned_session(Stage& stage) {
  const Reached reached = reach(stage);
  const Element& element = *elements_with(stage, reached, next_writable_address).front();
  const std::int64_t end = step_read(stage, element, next_writable_address) + burned_sectors;
  burn(stage, reached, burned_sectors);
  for (const Element* each : elements_with(stage, reached, next_writable_address)) {
    const Reading reading = settled([&] { return next_writable_address.read(*each, sentinel); });
    stage.checker.compare(each->call(next_writable_address.member) + " after a burn",
                          reading.succeeded() && reading.value >= end,
                          "success with " + std::to_string(end) + " or more", describe(reading));
  }
}

constexpr std::array entries{
    Entry{{.id = "sequential.start-address-of-previous-session.value",
           .page = start_page,
           .level = Level::must,
           .statement = "The sector at which the previous write session begins."},
          expects<start_address_of_previous_session>,
          checked<answers_as_expected, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.blank",
           .page = "nf-imapi2-idiscformat2data-get_startaddressofprevioussession",
           .level = Level::must,
           .statement = "-1 where the medium is blank: there is no previous session."},
          where_blank_for_sessions,
          on_blank_answers<start_address_of_previous_session, -1>},
    Entry{{.id = "sequential.start-address-of-previous-session.same-as-writer",
           .page = start_page,
           .level = Level::must,
           .statement = "The start address equals the property of the same name of IDiscFormat2Data."},
          nullptr,
          checked<agrees_with_the_writer, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.written",
           .page = start_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.stable",
           .page = start_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.null",
           .page = start_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.failure",
           .page = start_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.before-recorder",
           .page = start_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.medium-change",
           .page = start_page,
           .level = Level::must,
           .statement = "The start address is that of the current medium: it follows a medium change."},
          nullptr,
          checked<follows_the_medium, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.open-tray",
           .page = start_page,
           .level = Level::must,
           .statement = "With the tray open the call fails: an older value is never answered as a success."},
          nullptr,
          checked<forgets_when_the_tray_opens, start_address_of_previous_session>},
    Entry{{.id = "sequential.start-address-of-previous-session.after-write",
           .page = start_page,
           .level = Level::must,
           .statement = "After a burn the previous session is the one that was burned."},
          why_not_writable,
          start_moves_to_the_burned_session},
    Entry{{.id = "sequential.last-written-address-of-previous-session.value",
           .page = last_page,
           .level = Level::must,
           .statement = "The last sector that was written in the previous session, where the call succeeds."},
          expects<last_written_address_of_previous_session>,
          checked<answers_as_expected, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.blank",
           .page = "nf-imapi2-idiscformat2data-get_lastwrittenaddressofprevioussession",
           .level = Level::must,
           .statement = "-1 where the medium is blank, if the call succeeds there."},
          where_blank_for_sessions,
          last_on_blank},
    Entry{{.id = "sequential.last-written-address-of-previous-session.order",
           .page = last_page,
           .level = Level::must,
           .statement = "The previous session does not end before it starts, and the next one begins behind it."},
          nullptr,
          addresses_are_in_order},
    Entry{{.id = "sequential.last-written-address-of-previous-session.not-implemented",
           .page = last_page,
           .level = Level::may,
           .statement = "E_NOTIMPL is the one failure that the page lists; a client has to do without the value."},
          nullptr,
          last_may_be_missing},
    Entry{{.id = "sequential.last-written-address-of-previous-session.same-as-writer",
           .page = last_page,
           .level = Level::must,
           .statement = "The last written address equals the property of the same name of IDiscFormat2Data."},
          nullptr,
          checked<agrees_with_the_writer, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.written",
           .page = last_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.stable",
           .page = last_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.null",
           .page = last_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.failure",
           .page = last_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.before-recorder",
           .page = last_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.medium-change",
           .page = last_page,
           .level = Level::must,
           .statement = "The last written address is that of the current medium: it follows a medium change."},
          nullptr,
          checked<follows_the_medium, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.open-tray",
           .page = last_page,
           .level = Level::must,
           .statement = "With the tray open the call fails: an older value is never answered as a success."},
          nullptr,
          checked<forgets_when_the_tray_opens, last_written_address_of_previous_session>},
    Entry{{.id = "sequential.last-written-address-of-previous-session.after-write",
           .page = last_page,
           .level = Level::must,
           .statement = "After a burn the address is the end of the session that was burned."},
          why_not_writable,
          last_moves_to_the_burned_session},
    Entry{{.id = "sequential.next-writable-address.value",
           .page = next_page,
           .level = Level::must,
           .statement = "The next sector that can record data or audio."},
          expects<next_writable_address>,
          checked<answers_as_expected, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.blank",
           .page = "nf-imapi2-idiscformat2data-get_nextwritableaddress",
           .level = Level::must,
           .statement = "A blank medium begins at sector 0, also where the drive speaks of -150."},
          where_blank_for_sessions,
          on_blank_answers<next_writable_address, 0>},
    Entry{{.id = "sequential.next-writable-address.same-as-writer",
           .page = next_page,
           .level = Level::must,
           .statement = "The next writable address equals the property of the same name of IDiscFormat2Data."},
          nullptr,
          checked<agrees_with_the_writer, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.written",
           .page = next_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.stable",
           .page = next_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.null",
           .page = next_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.failure",
           .page = next_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.before-recorder",
           .page = next_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.medium-change",
           .page = next_page,
           .level = Level::must,
           .statement = "The next writable address is that of the current medium: it follows a medium change."},
          nullptr,
          checked<follows_the_medium, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.open-tray",
           .page = next_page,
           .level = Level::must,
           .statement = "With the tray open the call fails: an older value is never answered as a success."},
          nullptr,
          checked<forgets_when_the_tray_opens, next_writable_address>},
    Entry{{.id = "sequential.next-writable-address.after-write",
           .page = next_page,
           .level = Level::must,
           .statement = "After a burn the address lies behind the session that was burned."},
          why_not_writable,
          next_moves_behind_the_burned_session},
};

}  // namespace

std::span<const Entry> sequential_address_clauses() { return entries; }

}  // namespace discbench::check
