// IMultisessionSequential: the interface itself, and IsFirstDataSession.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view interface_page = "nn-imapi2-imultisessionsequential";
constexpr std::string_view first_page = "nf-imapi2-imultisessionsequential-get_isfirstdatasession";

/// Applies where the scenario leaves no choice: sequential multisession is supported on the medium.
std::string where_sequential_is_supported(const expectation::Expectations& expectations) {
  const auto found = expectations.find(is_supported_on_current_media_state.key);
  const bool demanded = found != expectations.end() && found->second.result == expectation::Expectation::Result::ok &&
                        found->second.accepts(VARIANT_TRUE) && !found->second.accepts(VARIANT_FALSE);
  return demanded ? "" : "the scenario does not demand that sequential multisession is supported";
}

void is_listed(Stage& stage) {
  const Reached reached = reach(stage);
  std::string names;
  bool found = false;
  for (const Element& element : reached.elements) {
    found = found || element.sequential;
    names += (names.empty() ? "" : "; ") + element.name;
  }
  stage.checker.compare("get_MultisessionInterfaces, then QueryInterface(IMultisessionSequential) on each element",
                        found, "an element that answers IMultisessionSequential", names);
}

void derives_from_multisession(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, next_writable_address)) {
    const auto base = query<IMultisession>(element->sequential.get());
    stage.checker.compare(element->call("IMultisessionSequential, then QueryInterface(IMultisession)"),
                          static_cast<bool>(base), "an interface", "a refusal");
    // The first slots of the derived table are the base's: both pointers tell the same.
    const Reading derived = read(element->sequential.get(), &IMultisession::get_InUse);
    const Reading own = in_use.read(*element, sentinel);
    stage.checker.compare(element->call("get_InUse through IMultisessionSequential"), derived.same_answer(own),
                          describe(own), describe(derived));
  }
}

void note_script_name(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, next_writable_address)) {
    void* answer = nullptr;
    const HRESULT hr = element->dispatch->QueryInterface(IID_IProvideClassInfo, &answer);
    if (SUCCEEDED(hr) && answer != nullptr) static_cast<IUnknown*>(answer)->Release();
    UINT count = 0;
    const HRESULT types = element->dispatch->GetTypeInfoCount(&count);
    stage.checker.note(element->call("QueryInterface(IProvideClassInfo)") + " gives " + describe(hr) +
                       "; GetTypeInfoCount " + describe(types) + " with " + std::to_string(count));
  }
}

/// Applies where the scenario expects success: a blank or an appendable medium.
std::string where_an_answer_is_demanded(const expectation::Expectations& expectations) {
  const auto found = expectations.find(is_first_data_session.key);
  const bool demanded = found != expectations.end() && found->second.result == expectation::Expectation::Result::ok;
  return demanded ? "" : "the scenario lets the property fail";
}

void answers_success(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element* element : elements_with(stage, reached, is_first_data_session)) {
    const Reading reading = when_ready([&] { return is_first_data_session.read(*element, sentinel); });
    stage.checker.succeeded(element->call(is_first_data_session.member), reading.hr);
  }
}

void note_first_session(Stage& stage) {
  const Reached reached = reach(stage);
  const auto& expectations = stage.rig.expectations();
  const auto expected = expectations.find(is_first_data_session.key);
  for (const Element* element : elements_with(stage, reached, is_first_data_session)) {
    std::string text =
        element->call("get_IsFirstDataSession") + " gives " + describe(is_first_data_session.read(*element, sentinel));
    if (expected != expectations.end()) text += "; plausible here: " + expected->second.describe();
    stage.checker.note(text);
  }
}

/// Behind two closed data sessions neither the previous session nor the one to come is the first.
std::string where_no_reading_is_true(const expectation::Expectations& expectations) {
  const auto found = expectations.find(is_first_data_session.key);
  const bool known = found != expectations.end() && found->second.compares_value();
  return known && !found->second.accepts(VARIANT_TRUE) ? "" : "fewer than two data sessions are closed, or it is open";
}

constexpr std::array entries{
    Entry{{.id = "sequential.interface.listed",
           .page = interface_page,
           .level = Level::must,
           .statement = "The list holds all supported types: where a medium is written in order, an element answers "
                        "this interface."},
          where_sequential_is_supported,
          is_listed},
    Entry{{.id = "sequential.interface.derives",
           .page = interface_page,
           .level = Level::must,
           .statement = "The interface derives from IMultisession, whose members it answers, too."},
          nullptr,
          derives_from_multisession},
    Entry{{.id = "sequential.interface.script-name",
           .page = interface_page,
           .level = Level::info,
           .statement = "The object is named MsftMultisessionSequential for scripts."},
          nullptr,
          note_script_name},
    Entry{{.id = "sequential.interface.consumers",
           .page = interface_page,
           .level = Level::info,
           .statement = "Who creates file systems places the next session by these addresses.",
           .ineligible = "the use of the addresses is seen in an IFileSystemImage, which the subject does not offer"}},
    Entry{{.id = "sequential.is-first-data-session.canonical",
           .page = first_page,
           .level = Level::must,
           .statement = "The out value is VARIANT_TRUE or VARIANT_FALSE and nothing else."},
          nullptr,
          checked<is_canonical, is_first_data_session>},
    Entry{{.id = "sequential.is-first-data-session.success",
           .page = first_page,
           .level = Level::must,
           .statement = "Of a medium that can be recorded on the property tells, whichever of the two values it is."},
          where_an_answer_is_demanded,
          answers_success},
    Entry{{.id = "sequential.is-first-data-session.later-session",
           .page = first_page,
           .level = Level::must,
           .statement = "Behind two closed data sessions the answer is FALSE, whichever session is meant."},
          where_no_reading_is_true,
          checked<answers_as_expected, is_first_data_session>},
    Entry{{.id = "sequential.is-first-data-session.value",
           .page = first_page,
           .level = Level::info,
           .statement = "TRUE where this is the first data session; which session is meant is not documented."},
          nullptr,
          note_first_session},
    Entry{{.id = "sequential.is-first-data-session.mixed-media",
           .page = first_page,
           .level = Level::info,
           .statement = "The answer tells on CDs that mix audio and data."},
          expects<is_first_data_session>,
          note_first_session},
    Entry{{.id = "sequential.is-first-data-session.written",
           .page = first_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, is_first_data_session>},
    Entry{{.id = "sequential.is-first-data-session.stable",
           .page = first_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, is_first_data_session>},
    Entry{{.id = "sequential.is-first-data-session.null",
           .page = first_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, is_first_data_session>},
    Entry{{.id = "sequential.is-first-data-session.failure",
           .page = first_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, is_first_data_session>},
    Entry{{.id = "sequential.is-first-data-session.before-recorder",
           .page = first_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer."},
          nullptr,
          checked<may_fail_without_recorder, is_first_data_session>},
};

}  // namespace

std::span<const Entry> sequential_clauses() { return entries; }

}  // namespace discbench::check
