// IMultisessionSequential2: the writable unit.
#include <array>

#include "check/groups.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view interface_page = "nn-imapi2-imultisessionsequential2";
constexpr std::string_view unit_page = "nf-imapi2-imultisessionsequential2-get_writeunitsize";

void may_be_absent(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, next_writable_address)) {
    void* answer = nullptr;
    const HRESULT hr = element->sequential->QueryInterface(IID_IMultisessionSequential2, &answer);
    stage.checker.compare(element->call("QueryInterface(IMultisessionSequential2)"),
                          SUCCEEDED(hr) == (answer != nullptr), "an interface with success, or NULL with E_NOINTERFACE",
                          describe(hr) + (answer == nullptr ? " with NULL" : " with a pointer"));
    if (FAILED(hr)) stage.checker.note(element->name + " does not answer IMultisessionSequential2: " + describe(hr));
    if (SUCCEEDED(hr) && answer != nullptr) static_cast<IUnknown*>(answer)->Release();
  }
}

void is_positive(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, write_unit_size)) {
    const Reading reading = write_unit_size.read(*element, sentinel);
    if (!answered(stage, *element, write_unit_size, reading)) continue;
    stage.checker.compare(element->call(write_unit_size.member), reading.value > 0 && !reading.untouched,
                          "1 sector or more", describe(reading));
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("get_WriteUnitSize fails in this state");
}

/// 1 on CD, 16 on DVD and 32 on BD follow from the media; the pages name no number.
void note_size(Stage& stage) {
  const expectation::Expectation& expected = stage.rig.expectations().find(write_unit_size.key)->second;
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, write_unit_size)) {
    const Reading reading = write_unit_size.read(*element, sentinel);
    stage.checker.note(element->call(write_unit_size.member) + " gives " + describe(reading) +
                       "; usual here: " + expected.describe());
  }
}

/// Where the scenario demands success, for the number is not demanded.
std::string where_success_is_expected(const expectation::Expectations& expectations) {
  const auto found = expectations.find(write_unit_size.key);
  const bool demanded = found != expectations.end() && found->second.result == expectation::Expectation::Result::ok;
  return demanded ? "" : "the scenario does not demand a write unit size";
}

void succeeds(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, write_unit_size)) {
    stage.checker.succeeded(element->call(write_unit_size.member), write_unit_size.read(*element, sentinel).hr);
  }
}

constexpr std::array entries{
    Entry{{.id = "sequential2.interface.optional",
           .page = interface_page,
           .level = Level::may,
           .statement = "The interface came with Windows 7: an element without it conforms."},
          nullptr,
          may_be_absent},
    Entry{{.id = "sequential2.write-unit-size.positive",
           .page = unit_page,
           .level = Level::must,
           .statement = "The size of a writable unit is a number of sectors, 1 or more."},
          nullptr,
          is_positive},
    Entry{{.id = "sequential2.write-unit-size.sectors",
           .page = unit_page,
           .level = Level::must,
           .statement = "The size counts sectors and not bytes: no medium has a unit of more than 32 sectors."},
          nullptr,
          checked<counts_sectors, write_unit_size>},
    Entry{{.id = "sequential2.write-unit-size.succeeds",
           .page = unit_page,
           .level = Level::must,
           .statement = "The size can be read where the medium can be written."},
          where_success_is_expected,
          succeeds},
    Entry{{.id = "sequential2.write-unit-size.value",
           .page = unit_page,
           .level = Level::info,
           .statement = "Which size a medium has is not documented."},
          expects<write_unit_size>,
          note_size},
    Entry{{.id = "sequential2.write-unit-size.written",
           .page = unit_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, write_unit_size>},
    Entry{{.id = "sequential2.write-unit-size.stable",
           .page = unit_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, write_unit_size>},
    Entry{{.id = "sequential2.write-unit-size.null",
           .page = unit_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, write_unit_size>},
    Entry{{.id = "sequential2.write-unit-size.failure",
           .page = unit_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, write_unit_size>},
    Entry{{.id = "sequential2.write-unit-size.before-recorder",
           .page = unit_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, write_unit_size>},
};

}  // namespace

std::span<const Entry> sequential2_clauses() { return entries; }

}  // namespace discbench::check
