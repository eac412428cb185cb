// IMultisessionRandomWrite: media that take a write at any address. A list may do without such an element; then none of
// these applies.
#include <array>

#include "check/groups.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;
using expectation::Expectation;
using expectation::Expectations;

constexpr std::string_view interface_page = "nn-imapi2-imultisessionrandomwrite";
constexpr std::string_view supported_page = "nf-imapi2-imultisession-get_issupportedoncurrentmediastate";
constexpr std::string_view unit_page = "nf-imapi2-imultisessionrandomwrite-get_writeunitsize";
constexpr std::string_view last_page = "nf-imapi2-imultisessionrandomwrite-get_lastwrittenaddress";
constexpr std::string_view total_page = "nf-imapi2-imultisessionrandomwrite-get_totalsectorsonmedia";

bool demands_true(const Expectations& expectations, const Property& property) {
  const auto found = expectations.find(property.key);
  return found != expectations.end() && found->second.result == Expectation::Result::ok &&
         found->second.accepts(VARIANT_TRUE) && !found->second.accepts(VARIANT_FALSE);
}

std::string where_random_writes_are_taken(const Expectations& expectations) {
  return demands_true(expectations, random_write::is_supported_on_current_media_state)
             ? ""
             : "the scenario does not demand that random writes are supported";
}

std::string where_sequential_is_supported(const Expectations& expectations) {
  return demands_true(expectations, is_supported_on_current_media_state)
             ? ""
             : "the scenario does not demand that sequential multisession is supported";
}

std::string where_success_is_expected(const Expectations& expectations) {
  const auto found = expectations.find(random_write::write_unit_size.key);
  const bool demanded = found != expectations.end() && found->second.result == Expectation::Result::ok;
  return demanded ? "" : "the scenario does not demand a write unit size";
}

/// How many elements there are, and of which kinds, is left open.
void note_presence(Stage& stage) {
  const Reached reached = reach(stage);
  std::string names;
  bool found = false;
  for (const Element& element : reached.elements) {
    found = found || element.random_write;
    names += (names.empty() ? "" : "; ") + element.name;
  }
  stage.checker.note(
      (found ? "an element answers IMultisessionRandomWrite: " : "no element answers IMultisessionRandomWrite: ") +
      names);
}

void derives_from_multisession(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::total_sectors_on_media)) {
    const auto base = query<IMultisession>(element->random_write.get());
    stage.checker.compare(element->call("IMultisessionRandomWrite, then QueryInterface(IMultisession)"),
                          static_cast<bool>(base), "an interface", "a refusal");
    // The first slots of the derived table are the base's: both pointers tell the same.
    const Reading derived = read(element->random_write.get(), &IMultisession::get_InUse);
    const Reading own = in_use.read(*element, sentinel);
    stage.checker.compare(element->call("get_InUse through IMultisessionRandomWrite"), derived.same_answer(own),
                          describe(own), describe(derived));
  }
}

void note_sequential(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::total_sectors_on_media)) {
    stage.checker.note(element->name + (element->sequential ? " answers IMultisessionSequential, too"
                                                            : " does not answer IMultisessionSequential"));
  }
}

void is_not_supported(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::is_supported_on_current_media_state)) {
    const Reading reading = random_write::is_supported_on_current_media_state.read(*element, sentinel);
    stage.checker.compare(element->call(random_write::is_supported_on_current_media_state.member), !reading.is_true(),
                          "failure, or success with VARIANT_FALSE", describe(reading));
  }
}

void unit_is_positive(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::write_unit_size)) {
    const Reading reading = random_write::write_unit_size.read(*element, sentinel);
    if (!answered(stage, *element, random_write::write_unit_size, reading)) continue;
    stage.checker.compare(element->call(random_write::write_unit_size.member), reading.value > 0 && !reading.untouched,
                          "1 sector or more", describe(reading));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("get_WriteUnitSize fails in this state");
}

void unit_succeeds(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::write_unit_size)) {
    stage.checker.succeeded(element->call(random_write::write_unit_size.member),
                            random_write::write_unit_size.read(*element, sentinel).hr);
  }
}

void note_unit(Stage& stage) {
  const Expectation& expected = stage.rig.expectations().find(random_write::write_unit_size.key)->second;
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::write_unit_size)) {
    const Reading reading = random_write::write_unit_size.read(*element, sentinel);
    stage.checker.note(element->call(random_write::write_unit_size.member) + " gives " + describe(reading) +
                       "; usual here: " + expected.describe());
  }
}

/// Where the drive answers every other question about the medium, a failure can only mean that it has no address.
void fails_as_not_implemented(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::last_written_address)) {
    const Reading total = random_write::total_sectors_on_media.read(*element, sentinel);
    const Reading last = random_write::last_written_address.read(*element, sentinel);
    if (!answered(stage, *element, random_write::total_sectors_on_media, total)) continue;
    stage.checker.compare(element->call(random_write::last_written_address.member),
                          last.succeeded() || last.hr == E_NOTIMPL, "success, or E_NOTIMPL (0x80004001)",
                          describe(last));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("get_TotalSectorsOnMedia fails in this state");
}

void is_on_the_medium(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, random_write::last_written_address)) {
    const Reading last = random_write::last_written_address.read(*element, sentinel);
    const Reading total = random_write::total_sectors_on_media.read(*element, sentinel);
    const bool both = answered(stage, *element, random_write::total_sectors_on_media, total) && last.succeeded();
    if (!both) continue;
    stage.checker.compare(element->call(random_write::last_written_address.member), last.value < total.value,
                          "below TotalSectorsOnMedia, " + describe_value(total), describe(last));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("not both of the two properties succeed in this state");
}

constexpr std::array entries{
    Entry{{.id = "random-write.interface.listed",
           .page = interface_page,
           .level = Level::info,
           .statement = "Whether the list has an element for media that are written at any address."},
          where_random_writes_are_taken,
          note_presence},
    Entry{{.id = "random-write.interface.derives",
           .page = interface_page,
           .level = Level::must,
           .statement = "The interface derives from IMultisession, whose members it answers, too."},
          nullptr,
          derives_from_multisession},
    Entry{{.id = "random-write.interface.not-sequential",
           .page = interface_page,
           .level = Level::info,
           .statement =
               "Its media have no physical sessions: whether the same object answers IMultisessionSequential, too."},
          nullptr,
          note_sequential},
    Entry{{.id = "random-write.interface.script-name",
           .page = interface_page,
           .level = Level::info,
           .statement = "The object is named MsftMultisessionRandomWrite for scripts.",
           .ineligible =
               "a script name is looked up in the registry of Windows, which a library by itself does not have"}},
    Entry{{.id = "random-write.is-supported-on-current-media-state.value",
           .page = supported_page,
           .level = Level::must,
           .statement = "VARIANT_TRUE where the current medium takes random writes in its state, else not."},
          expects<random_write::is_supported_on_current_media_state>,
          checked<answers_as_expected, random_write::is_supported_on_current_media_state>},
    Entry{{.id = "random-write.is-supported-on-current-media-state.sequential-medium",
           .page = supported_page,
           .level = Level::must,
           .statement = "A medium that is written in order takes no random writes: it is not supported."},
          where_sequential_is_supported,
          is_not_supported},
    Entry{{.id = "random-write.write-unit-size.positive",
           .page = unit_page,
           .level = Level::must,
           .statement = "The size of a writable unit is a number of sectors, 1 or more."},
          nullptr,
          unit_is_positive},
    Entry{{.id = "random-write.write-unit-size.sectors",
           .page = unit_page,
           .level = Level::must,
           .statement = "The size counts sectors and not bytes: no medium has a unit of more than 32 sectors."},
          nullptr,
          checked<counts_sectors, random_write::write_unit_size>},
    Entry{{.id = "random-write.write-unit-size.succeeds",
           .page = unit_page,
           .level = Level::must,
           .statement = "The size can be read where the medium takes random writes."},
          where_success_is_expected,
          unit_succeeds},
    Entry{{.id = "random-write.write-unit-size.value",
           .page = unit_page,
           .level = Level::info,
           .statement = "Which size a medium has is not documented."},
          expects<random_write::write_unit_size>,
          note_unit},
    Entry{{.id = "random-write.write-unit-size.alignment",
           .page = unit_page,
           .level = Level::must,
           .statement = "A write begins at a multiple of the unit and is a multiple of it long.",
           .ineligible = "binds who writes to the medium, and the list is read here and nothing written"}},
    Entry{{.id = "random-write.write-unit-size.written",
           .page = unit_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, random_write::write_unit_size>},
    Entry{{.id = "random-write.write-unit-size.stable",
           .page = unit_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, random_write::write_unit_size>},
    Entry{{.id = "random-write.write-unit-size.null",
           .page = unit_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, random_write::write_unit_size>},
    Entry{{.id = "random-write.write-unit-size.failure",
           .page = unit_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, random_write::write_unit_size>},
    Entry{{.id = "random-write.write-unit-size.before-recorder",
           .page = unit_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, random_write::write_unit_size>},
    Entry{{.id = "random-write.last-written-address.value",
           .page = last_page,
           .level = Level::must,
           .statement = "The address that was written last, where the drive supplies it."},
          expects<random_write::last_written_address>,
          checked<answers_as_expected, random_write::last_written_address>},
    Entry{{.id = "random-write.last-written-address.not-supplied",
           .page = last_page,
           .level = Level::must,
           .statement = "Where the drive supplies no address the answer is E_NOTIMPL."},
          where_random_writes_are_taken,
          fails_as_not_implemented},
    Entry{{.id = "random-write.last-written-address.on-the-medium",
           .page = last_page,
           .level = Level::must,
           .statement = "The address is one of the medium: below the number of its sectors."},
          nullptr,
          is_on_the_medium},
    Entry{{.id = "random-write.last-written-address.open-tray",
           .page = last_page,
           .level = Level::must,
           .statement = "With the tray open the call fails: an older value is never answered as a success."},
          nullptr,
          checked<forgets_when_the_tray_opens, random_write::last_written_address>},
    Entry{{.id = "random-write.last-written-address.written",
           .page = last_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, random_write::last_written_address>},
    Entry{{.id = "random-write.last-written-address.stable",
           .page = last_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, random_write::last_written_address>},
    Entry{{.id = "random-write.last-written-address.null",
           .page = last_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, random_write::last_written_address>},
    Entry{{.id = "random-write.last-written-address.failure",
           .page = last_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, random_write::last_written_address>},
    Entry{{.id = "random-write.last-written-address.before-recorder",
           .page = last_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, random_write::last_written_address>},
    Entry{{.id = "random-write.total-sectors-on-media.value",
           .page = total_page,
           .level = Level::must,
           .statement = "All sectors of the medium, used and free."},
          expects<random_write::total_sectors_on_media>,
          checked<answers_as_expected, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.same-as-writer",
           .page = total_page,
           .level = Level::must,
           .statement = "The number equals the property of the same name of IDiscFormat2Data."},
          where_the_capacity_stands_still,
          checked<agrees_with_the_writer, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.open-tray",
           .page = total_page,
           .level = Level::must,
           .statement = "With the tray open the call fails: an older value is never answered as a success."},
          nullptr,
          checked<forgets_when_the_tray_opens, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.written",
           .page = total_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.stable",
           .page = total_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          where_the_capacity_stands_still,
          checked<stays_the_same, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.null",
           .page = total_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.failure",
           .page = total_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, random_write::total_sectors_on_media>},
    Entry{{.id = "random-write.total-sectors-on-media.before-recorder",
           .page = total_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, random_write::total_sectors_on_media>},
};

}  // namespace

std::span<const Entry> random_write_clauses() { return entries; }

}  // namespace discbench::check
