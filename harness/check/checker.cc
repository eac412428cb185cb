#include "check/checker.h"

#include <algorithm>

#include "check/hresult_names.h"

namespace discbench::check {
namespace {

/// Booleans by their names: "success with VARIANT_TRUE".
std::string describe_expected(const expectation::Expectation& expected, expectation::PropertyKind kind) {
  if (kind == expectation::PropertyKind::number || expected.range) return expected.describe();
  std::string values;
  for (const std::int64_t value : expected.values) {
    values += (values.empty() ? "" : " or ") + std::string(value == VARIANT_FALSE ? "VARIANT_FALSE" : "VARIANT_TRUE");
  }
  const expectation::Expectation without_values{.result = expected.result};
  const std::string text = without_values.describe();
  const std::string_view any = "any value";
  const auto place = text.find(any);
  if (values.empty() || place == std::string::npos) return text;
  return text.substr(0, place) + values + text.substr(place + any.size());
}

}  // namespace

Blocked::Blocked(result::BlockedBy who, result::Failure what)
    : std::runtime_error(result::sentence_of(what)), by(who), failure(std::move(what)) {}

bool Checker::succeeded(std::string_view call, HRESULT hr) {
  note_success_code(call, hr);
  return compare(call, SUCCEEDED(hr), "success (any code without bit 31)", describe(hr));
}

bool Checker::failed(std::string_view call, HRESULT hr) {
  return compare(call, FAILED(hr), "failure (any code with bit 31)", describe(hr));
}

bool Checker::compare(std::string_view call, bool same, std::string_view expected, std::string_view observed) {
  ++checks_;
  sequence_.process_bytes(call.data(), call.size());
  sequence_.process_byte('\n');
  if (!same) failures_.push_back({std::string(call), std::string(expected), std::string(observed)});
  return same;
}

bool Checker::expect(std::string_view call, const expectation::Expectation& expected, HRESULT hr, std::int64_t value,
                     std::string_view value_text, expectation::PropertyKind kind) {
  using Result = expectation::Expectation::Result;
  note_success_code(call, hr);
  const bool result_accepted =
      expected.result == Result::any || (expected.result == Result::ok) == static_cast<bool>(SUCCEEDED(hr));
  const bool value_accepted = FAILED(hr) || !expected.compares_value() || expected.accepts(value);
  const std::string observed = SUCCEEDED(hr) ? describe(hr) + " with " + std::string(value_text) : describe(hr);
  return compare(call, result_accepted && value_accepted, describe_expected(expected, kind), observed);
}

void Checker::note(std::string text) {
  if (std::find(notes_.begin(), notes_.end(), text) == notes_.end()) notes_.push_back(std::move(text));
}

void Checker::note_success_code(std::string_view call, HRESULT hr) {
  if (SUCCEEDED(hr) && hr != S_OK) note(std::string(call) + " answered " + describe(hr));
}

void Checker::require(std::string_view call, HRESULT hr) {
  note_success_code(call, hr);
  require(call, SUCCEEDED(hr), "success (any code without bit 31)", describe(hr));
}

void Checker::require(std::string_view call, bool held, std::string_view expected, std::string_view observed) {
  if (held) return;
  throw Blocked(result::BlockedBy::subject, {std::string(call), std::string(expected), std::string(observed)});
}

void Checker::blocked_by_rig(std::string_view call, std::string_view expected, std::string_view observed) {
  throw Blocked(result::BlockedBy::rig, {std::string(call), std::string(expected), std::string(observed)});
}

void Checker::not_applicable(const std::string& reason) { throw NotApplicable(reason); }

}  // namespace discbench::check
