#include "result/case_result.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace discbench::result {
namespace {

constexpr std::array<std::string_view, verdict_count> verdict_names{
    "passed", "failed", "crashed", "timed_out", "blocked", "waived", "noted", "not_applicable", "not_run"};
constexpr std::array<std::string_view, 3> blocked_by_names{"nobody", "subject", "rig"};

template <typename Value, std::size_t count>
Value value_named(const std::array<std::string_view, count>& names, std::string_view name, std::string_view what) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw std::invalid_argument("no such " + std::string(what) + ": " + std::string(name));
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view name_of(Verdict verdict) { return verdict_names.at(static_cast<std::size_t>(verdict)); }

Verdict verdict_of(std::string_view name) { return value_named<Verdict>(verdict_names, name, "verdict"); }

std::string_view name_of(BlockedBy by) { return blocked_by_names.at(static_cast<std::size_t>(by)); }

BlockedBy blocked_by_of(std::string_view name) { return value_named<BlockedBy>(blocked_by_names, name, "blocker"); }

}  // namespace discbench::result
