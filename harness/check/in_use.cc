#include "check/in_use.h"

#include "check/properties.h"

namespace discbench::check {
namespace {

std::string with(std::string_view text, std::string_view circumstance) {
  return circumstance.empty() ? std::string(text) : std::string(text) + " " + std::string(circumstance);
}

}  // namespace

std::string put_text(VARIANT_BOOL value) {
  const std::string name = value == VARIANT_TRUE    ? "VARIANT_TRUE"
                           : value == VARIANT_FALSE ? "VARIANT_FALSE"
                                                    : std::to_string(value);
  return "put_InUse(" + name + ")";
}

std::vector<Held> hold(const Reached& reached) {
  std::vector<Held> held;
  for (const Element& element : reached.elements) held.push_back({&element, is_supported(element)});
  return held;
}

std::vector<Held> hold_supported(Stage& stage, const Reached& reached) {
  std::vector<Held> held = hold(reached);
  std::erase_if(held, [](const Held& candidate) { return !candidate.supported; });
  if (held.empty()) stage.checker.not_applicable("no element is supported on the current media state");
  return held;
}

Reading in_use_of(const Element& element) { return in_use.read(element, sentinel); }

void reads(Stage& stage, const Held& held, VARIANT_BOOL wanted, std::string_view circumstance) {
  const Reading reading = in_use_of(*held.element);
  const std::string call = held->call(with("get_InUse", circumstance));
  stage.checker.note_success_code(call, reading.hr);
  const bool right = reading.succeeded() ? reading.value == wanted : !held.supported;
  const std::string expected = "success with " + describe_boolean(wanted);
  stage.checker.compare(call, right, held.supported ? expected : "failure, or " + expected, describe(reading));
}

bool puts(Stage& stage, const Held& held, VARIANT_BOOL value, std::string_view circumstance) {
  const Reading before = in_use_of(*held.element);
  const HRESULT hr = held->multisession->put_InUse(value);
  const std::string call = held->call(with(put_text(value), circumstance));
  stage.checker.note_success_code(call, hr);
  if (held.supported) return stage.checker.succeeded(call, hr);
  if (SUCCEEDED(hr)) return true;
  stage.checker.note(call + " on an element that is not supported here gives " + describe(hr));
  const Reading after = in_use_of(*held.element);
  stage.checker.compare(held->call("get_InUse after a refused " + put_text(value)), after.same_answer(before),
                        describe(before) + ", as before", describe(after));
  return false;
}

void puts_and_reads(Stage& stage, const Held& held, VARIANT_BOOL value, std::string_view circumstance) {
  if (!puts(stage, held, value, circumstance)) return;
  reads(stage, held, value, with("after " + put_text(value), circumstance));
}

void works(Stage& stage, const Held& held, std::string_view circumstance) {
  for (const VARIANT_BOOL value : canonical_values) puts_and_reads(stage, held, value, circumstance);
}

void step_put(Stage& stage, const Held& held, VARIANT_BOOL value) {
  const HRESULT hr = held->multisession->put_InUse(value);
  if (held.supported) stage.checker.require(held->call(put_text(value)), hr);
}

}  // namespace discbench::check
