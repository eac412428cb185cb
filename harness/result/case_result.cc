#include "result/case_result.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <utility>

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

std::string sentence_of(const Failure& failure) {
  return failure.call + ": expected " + failure.expected + ", observed " + failure.observed;
}

bool is_failure(Verdict verdict) {
  return verdict == Verdict::failed || verdict == Verdict::crashed || verdict == Verdict::timed_out ||
         verdict == Verdict::blocked;
}

std::string evidence_of(const CaseResult& result) {
  return result.failures.empty() ? result.reason : sentence_of(result.failures.front());
}

std::string_view member_of(std::string_view clause) {
  const std::size_t first = clause.find('.');
  return first == std::string_view::npos ? clause : clause.substr(0, clause.find('.', first + 1));
}

namespace {

/// The higher the worse. What was left out is worse than what passed: it could be anything.
int badness(Verdict verdict) {
  constexpr std::array<Verdict, verdict_count> from_best{Verdict::not_applicable, Verdict::noted,   Verdict::passed,
                                                         Verdict::waived,         Verdict::not_run, Verdict::blocked,
                                                         Verdict::timed_out,      Verdict::failed,  Verdict::crashed};
  return static_cast<int>(std::find(from_best.begin(), from_best.end(), verdict) - from_best.begin());
}

}  // namespace

void add_repetition(CaseResult& all, CaseResult more) {
  std::vector<std::uint32_t> times = std::move(all.times);
  times.resize(verdict_count);
  const bool first = std::accumulate(times.begin(), times.end(), 0u) == 0;
  for (std::size_t i = 0; i < more.times.size(); ++i) times[i] += more.times[i];
  if (more.times.empty()) ++times[static_cast<std::size_t>(more.verdict)];
  const std::uint64_t checks = all.checks + more.checks;
  if (first || badness(more.verdict) > badness(all.verdict)) all = std::move(more);
  all.checks = checks;
  all.times = std::move(times);
}

void keep_last_commands(CaseResult& result, std::size_t most) {
  if (result.wire.size() <= most) return;
  result.wire.erase(result.wire.begin(), result.wire.end() - static_cast<std::ptrdiff_t>(most));
}

BlockedBy blocked_by_of(std::string_view name) { return value_named<BlockedBy>(blocked_by_names, name, "blocker"); }

}  // namespace discbench::result
