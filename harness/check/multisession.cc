// IMultisession: the interface itself, whether the medium is supported, and the recorder to import from.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/import_recorder.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view interface_page = "nn-imapi2-imultisession";
constexpr std::string_view supported_page = "nf-imapi2-imultisession-get_issupportedoncurrentmediastate";
constexpr std::string_view import_page = "nf-imapi2-imultisession-get_importrecorder";

void answers_its_bases(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    const auto answers = [&](std::string_view name, bool answered) {
      stage.checker.compare(element.call("QueryInterface(" + std::string(name) + ")"), answered, "an interface",
                            "a refusal");
    };
    answers("IMultisession", static_cast<bool>(query<IMultisession>(element.dispatch.get())));
    answers("IDispatch", static_cast<bool>(query<IDispatch>(element.multisession.get())));
    answers("IUnknown", static_cast<bool>(query<IUnknown>(element.multisession.get())));
  }
}

void may_be_of_unknown_kind(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    const bool known = element.sequential || element.random_write;
    const Reading reading = in_use.read(element, sentinel);
    stage.checker.compare(element.call("get_InUse"), !(reading.succeeded() && reading.untouched),
                          "failure, or success with a value that was written", describe(reading));
    if (!known) stage.checker.note(element.name + " is of a kind that the documentation does not name");
  }
}

void note_interfaces(Stage& stage) {
  const Reached reached = reach(stage);
  stage.checker.note(std::to_string(reached.elements.size()) + " elements");
  for (const Element& element : reached.elements) stage.checker.note(element.name);
}

void supported_value_after_burn(Stage& stage) {
  const Reached reached = reach(stage);
  const auto elements = elements_with(stage, reached, next_writable_address);
  burn(stage, reached, burned_sectors);
  for (const Element* element : elements) {
    const Reading reading = settled([&] { return is_supported_on_current_media_state.read(*element, sentinel); });
    stage.checker.compare(element->call("get_IsSupportedOnCurrentMediaState after a burn that left the disc open"),
                          reading.succeeded() && reading.value == VARIANT_TRUE, "success with VARIANT_TRUE",
                          describe(reading));
  }
}

/// The expectation speaks of the sequential elements; other kinds are judged by their own.
void supported_as_expected(Stage& stage) {
  answers_as_expected(stage, is_supported_on_current_media_state, next_writable_address);
}

void supported_follows_the_medium(Stage& stage) {
  follows_the_medium(stage, is_supported_on_current_media_state, next_writable_address);
}

void imports_from_a_recorder(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    const ImportRecorder import = import_recorder_of(element);
    const std::string call = element.call("get_ImportRecorder");
    stage.checker.note_success_code(call, import.hr);
    const bool may_fail = !is_supported(element);
    const bool right = FAILED(import.hr) ? may_fail : static_cast<bool>(import.recorder);
    stage.checker.compare(call, right, may_fail ? "failure, or success with a recorder" : "success with a recorder",
                          import.text());
  }
}

void import_recorder_takes_commands(Stage& stage) {
  for_each_import_recorder(stage, [&](const Element& element, IDiscRecorder2* recorder, const Reached&) {
    stage.checker.compare(element.call("get_ImportRecorder, then QueryInterface(IDiscRecorder2Ex)"),
                          static_cast<bool>(query<IDiscRecorder2Ex>(recorder)), "an interface", "a refusal");
  });
}

void import_recorder_is_the_writers(Stage& stage) {
  for_each_import_recorder(stage, [&](const Element& element, IDiscRecorder2* recorder, const Reached& reached) {
    const std::string expected = device_of(reached.recorder.get());
    const std::string observed = device_of(recorder);
    stage.checker.compare(element.call("get_ImportRecorder, then get_ActiveDiscRecorder"), observed == expected,
                          expected, observed);
  });
}

void import_recorder_refuses_null(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    const HRESULT hr = element.multisession->get_ImportRecorder(nullptr);
    stage.checker.compare(element.call("get_ImportRecorder(NULL)"), FAILED(hr),
                          "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
  }
}

/// The caller's reference is its own: releasing it leaves the next one alive.
void take_and_release(const Element& element, int times) {
  for (int time = 0; time < times; ++time) import_recorder_of(element);
}

ULONG references_of(IUnknown* object) {
  object->AddRef();
  return object->Release();
}

void import_recorder_belongs_to_the_caller(Stage& stage) {
  for_each_import_recorder(stage, [&](const Element& element, IDiscRecorder2* recorder, const Reached& reached) {
    take_and_release(element, 2);  // a subject may keep one of its own
    const ULONG before = references_of(recorder);
    take_and_release(element, 4);
    // Only the rig's own recorder is known to count as it says.
    if (identity_of(recorder) == identity_of(reached.recorder.get())) {
      const ULONG after = references_of(recorder);
      stage.checker.compare(element.call("references of the recorder after four more answers were released"),
                            after == before, std::to_string(before), std::to_string(after));
    }
    const std::string expected = device_of(reached.recorder.get());
    const std::string observed = device_of(recorder);
    stage.checker.compare(element.call("get_ActiveDiscRecorder after a second recorder was released"),
                          observed == expected, expected, observed);
  });
}

void import_recorder_without_recorder(Stage& stage) {
  const Reached reached = reach_without_recorder(stage);
  for (const Element& element : reached.elements) {
    const ImportRecorder import = import_recorder_of(element);
    const std::string call = element.call("get_ImportRecorder without a recorder");
    stage.checker.compare(call, !import.left_something, "success, or failure with NULL", import.text());
    stage.checker.note(call + " gives " + import.text());
  }
}

constexpr std::array entries{
    Entry{{.id = "multisession.interface.bases",
           .page = interface_page,
           .level = Level::must,
           .statement = "Every element of the list answers IMultisession, IDispatch and IUnknown."},
          nullptr,
          answers_its_bases},
    Entry{{.id = "multisession.interface.other-kinds",
           .page = interface_page,
           .level = Level::may,
           .statement = "An element may be of a kind of its own, known by IMultisession alone."},
          nullptr,
          may_be_of_unknown_kind},
    Entry{{.id = "multisession.interface.kinds",
           .page = interface_page,
           .level = Level::info,
           .statement = "Values of a medium are read through the derived interface that an element answers."},
          nullptr,
          note_interfaces},
    Entry{{.id = "multisession.interface.choice",
           .page = interface_page,
           .level = Level::must,
           .statement = "A client leaves the choice to IFileSystemImage, or pins one element by InUse.",
           .ineligible = "what the choice does is seen in a consumer: consumer.choice has its rules, one by one"}},
    Entry{{.id = "multisession.interface.systems",
           .page = interface_page,
           .level = Level::info,
           .statement = "Windows Vista and Windows XP with SP2 are the first to have the interface.",
           .ineligible = "names versions of Windows and no behaviour"}},
    Entry{{.id = "multisession.is-supported-on-current-media-state.value",
           .page = supported_page,
           .level = Level::must,
           .statement = "VARIANT_TRUE where the element can write the current medium in its state, else not."},
          expects<is_supported_on_current_media_state>,
          supported_as_expected},
    Entry{{.id = "multisession.is-supported-on-current-media-state.canonical",
           .page = supported_page,
           .level = Level::must,
           .statement = "The out value is VARIANT_TRUE or VARIANT_FALSE and nothing else."},
          nullptr,
          checked<is_canonical, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.written",
           .page = supported_page,
           .level = Level::must,
           .statement = "A call that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.stable",
           .page = supported_page,
           .level = Level::must,
           .statement = "Asked again and again with nothing in between, the answer stays the same."},
          nullptr,
          checked<stays_the_same, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.failure",
           .page = supported_page,
           .level = Level::may,
           .statement = "Failures of device and medium may be answered by failure codes; the list of them is open."},
          nullptr,
          checked<may_fail, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.null",
           .page = supported_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure, and survived."},
          nullptr,
          checked<refuses_null, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.before-recorder",
           .page = supported_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail, E_IMAPI_RECORDER_REQUIRED by the page, or answer."},
          nullptr,
          checked<may_fail_without_recorder, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.medium-change",
           .page = supported_page,
           .level = Level::must,
           .statement = "The answer is about the current medium: it follows a medium change."},
          nullptr,
          supported_follows_the_medium},
    Entry{{.id = "multisession.is-supported-on-current-media-state.open-tray",
           .page = supported_page,
           .level = Level::must,
           .statement = "With the tray open nothing is supported: failure or VARIANT_FALSE."},
          nullptr,
          checked<forgets_when_the_tray_opens, is_supported_on_current_media_state>},
    Entry{{.id = "multisession.is-supported-on-current-media-state.after-write",
           .page = supported_page,
           .level = Level::must,
           .statement = "After a burn that leaves the disc open a sequential element supports it."},
          why_not_writable,
          supported_value_after_burn},
    Entry{{.id = "multisession.import-recorder.value",
           .page = import_page,
           .level = Level::must,
           .statement = "The out value is the recorder of the device that holds the sessions to import."},
          nullptr,
          imports_from_a_recorder},
    Entry{{.id = "multisession.import-recorder.commands",
           .page = import_page,
           .level = Level::must,
           .statement = "The import recorder answers IDiscRecorder2Ex, by which sessions are read."},
          nullptr,
          import_recorder_takes_commands},
    Entry{{.id = "multisession.import-recorder.same-device",
           .page = import_page,
           .level = Level::must,
           .statement = "The import recorder is a handle to the device that was put on the writer."},
          nullptr,
          import_recorder_is_the_writers},
    Entry{{.id = "multisession.import-recorder.ownership",
           .page = import_page,
           .level = Level::must,
           .statement = "Each answer carries a reference that the caller releases, and no more than that one."},
          nullptr,
          import_recorder_belongs_to_the_caller},
    Entry{{.id = "multisession.import-recorder.null",
           .page = import_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure (E_POINTER), and survived."},
          nullptr,
          import_recorder_refuses_null},
    Entry{{.id = "multisession.import-recorder.before-recorder",
           .page = import_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail or answer; a failure leaves NULL."},
          nullptr,
          import_recorder_without_recorder},
    Entry{{.id = "multisession.import-recorder.import",
           .page = import_page,
           .level = Level::info,
           .statement = "The content of the sessions reaches an IFileSystemImage through the import recorder.",
           .ineligible = "what is read is seen in an IFileSystemImage, which the subject does not offer"}},
};

}  // namespace

std::span<const Entry> multisession_clauses() { return entries; }

}  // namespace discbench::check
