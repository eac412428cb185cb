#include "expectation/expectation.h"

#include <algorithm>

namespace discbench::expectation {
namespace {

std::string describe_values(const Expectation& expected) {
  if (expected.range) return std::to_string(expected.range->min) + " to " + std::to_string(expected.range->max);
  if (expected.values.empty()) return "any value";
  if (expected.values.size() == 1) return std::to_string(expected.values.front());
  std::string text;
  for (const std::int64_t value : expected.values) text += (text.empty() ? "one of " : ", ") + std::to_string(value);
  return text;
}

}  // namespace

bool Expectation::accepts(std::int64_t value) const {
  if (range) return range->min <= value && value <= range->max;
  return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

std::string Expectation::describe() const {
  switch (result) {
    case Result::ok:
      return "success with " + describe_values(*this);
    case Result::fail:
      return "failure";
    case Result::any:
      return "failure, or success with " + describe_values(*this);
  }
  return {};
}

}  // namespace discbench::expectation
