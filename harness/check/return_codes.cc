// What holds for the return codes and out values of every member.
#include <array>

#include "check/groups.h"
#include "check/import_recorder.h"
#include "check/in_use.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view codes_page = "imapi-return-values";

/// Members that nothing on a supported medium gives a reason to fail.
void success_is_not_negative(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    IMultisession* object = held->multisession.get();
    stage.checker.succeeded(held->call("get_InUse"), in_use_of(*held.element).hr);
    stage.checker.succeeded(held->call("put_InUse(VARIANT_FALSE)"), object->put_InUse(VARIANT_FALSE));
    stage.checker.succeeded(held->call("get_ImportRecorder"), import_recorder_of(*held.element).hr);
  }
}

void note_codes(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    for (const Property* property : element_properties) {
      if (!property->answered_by(element)) continue;
      const HRESULT hr = property->read(element, sentinel).hr;
      if (hr != S_OK) stage.checker.note(element.call(property->member) + " gives " + describe(hr));
    }
    const HRESULT put = element.multisession->put_InUse(VARIANT_FALSE);
    if (put != S_OK) stage.checker.note(element.call("put_InUse(VARIANT_FALSE)") + " gives " + describe(put));
    const HRESULT import = import_recorder_of(element).hr;
    if (import != S_OK) stage.checker.note(element.call("get_ImportRecorder") + " gives " + describe(import));
  }
  if (stage.checker.notes().empty()) stage.checker.note("every member gives S_OK (0x00000000)");
}

void failed_pointers_are_null(Stage& stage) {
  const Reached reached = reach_without_recorder(stage);
  for (const Element& element : reached.elements) {
    const ImportRecorder import = import_recorder_of(element);
    if (SUCCEEDED(import.hr)) continue;
    stage.checker.compare(element.call("get_ImportRecorder without a recorder"), !import.left_something,
                          "NULL after a failure", import.text());
  }
  IDiscRecorder2* recorder = nullptr;
  const HRESULT hr = reached.writer->get_Recorder(&recorder);
  if (FAILED(hr)) {
    stage.checker.compare("get_Recorder without a recorder", recorder == nullptr, "NULL after a failure",
                          describe(hr) + " with a pointer");
  } else if (recorder != nullptr) {
    recorder->Release();
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("no call that answers an object fails");
}

constexpr std::array entries{
    Entry{{.id = "all.return-code.success-is-not-negative",
           .page = codes_page,
           .level = Level::must,
           .statement = "Success is a code that is not negative, S_OK as a rule, and any other as well."},
          nullptr,
          success_is_not_negative},
    Entry{{.id = "all.return-code.other-than-s-ok",
           .page = codes_page,
           .level = Level::info,
           .statement = "Which members answer another code than S_OK is told, and never judged."},
          nullptr,
          note_codes},
    Entry{{.id = "all.out-pointer.null-on-failure",
           .page = codes_page,
           .level = Level::must,
           .statement = "An object that was not answered is NULL in the out pointer, by the rules of COM."},
          nullptr,
          failed_pointers_are_null},
};

}  // namespace

std::span<const Entry> return_code_clauses() { return entries; }

}  // namespace discbench::check
