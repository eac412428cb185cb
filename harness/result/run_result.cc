#include "result/run_result.h"

#include <cstdio>
#include <numeric>
#include <set>

#include "result/shell_word.h"

namespace discbench::result {
namespace {

std::string seconds_text(double seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", seconds);
  return text.data();
}

}  // namespace

Totals totals_of(const std::vector<CaseResult>& cases) {
  Totals totals;
  std::set<std::string_view> clauses;
  std::set<std::string_view> scenarios;
  for (const CaseResult& result : cases) {
    const auto verdict = static_cast<std::size_t>(result.verdict);
    if (result.times.empty()) ++totals.by_verdict[verdict];
    for (std::size_t i = 0; i < result.times.size(); ++i) totals.by_verdict[i] += result.times[i];
    totals.checks += result.checks;
    if (result.verdict == Verdict::blocked && result.blocked_by == BlockedBy::rig) {
      totals.blocked_by_rig += result.times.empty() ? 1 : result.times[verdict];
    }
    clauses.insert(result.clause);
    scenarios.insert(result.scenario);
  }
  totals.cases = std::accumulate(totals.by_verdict.begin(), totals.by_verdict.end(), 0u);
  totals.clauses = static_cast<std::uint32_t>(clauses.size());
  totals.scenarios = static_cast<std::uint32_t>(scenarios.size());
  return totals;
}

Outcome outcome_of(const RunResult& run) {
  if (run.interrupted) return Outcome::interrupted;
  const Totals totals = totals_of(run.cases);
  const std::uint32_t against_the_subject = totals.of(Verdict::failed) + totals.of(Verdict::crashed) +
                                            totals.of(Verdict::timed_out) + totals.of(Verdict::blocked) -
                                            totals.blocked_by_rig;
  if (against_the_subject > 0 || !run.troubles.empty()) return Outcome::not_conformant;
  if (totals.blocked_by_rig > 0 || totals.of(Verdict::not_run) > 0) return Outcome::rig_at_fault;
  if (totals.of(Verdict::passed) == 0) return Outcome::no_evidence;
  return Outcome::conformant;
}

std::string_view name_of(Outcome outcome) {
  constexpr std::array<std::string_view, 5> names{"conformant", "not-conformant", "rig-at-fault", "no-evidence",
                                                  "interrupted"};
  return names.at(static_cast<std::size_t>(outcome));
}

int exit_code_of(Outcome outcome) {
  constexpr std::array<int, 5> codes{0, 1, 3, 4, 7};
  return codes.at(static_cast<std::size_t>(outcome));
}

std::string result_line(const RunResult& run) {
  const Totals totals = totals_of(run.cases);
  const Outcome outcome = outcome_of(run);
  std::string line = "msconform-result v1 verdict=" + std::string(name_of(outcome));
  const auto add = [&line](std::string_view key, const std::string& value) {
    line += ' ';
    line += key;
    line += '=';
    line += value;
  };
  add("scenarios", std::to_string(totals.scenarios));
  add("clauses", std::to_string(totals.clauses));
  add("cases", std::to_string(totals.cases));
  for (std::size_t i = 0; i < verdict_count; ++i) {
    add(name_of(static_cast<Verdict>(i)), std::to_string(totals.by_verdict[i]));
  }
  add("checks", std::to_string(totals.checks));
  add("seconds", seconds_text(run.seconds));
  add("exit", std::to_string(exit_code_of(outcome)));
  return line;
}

std::string repeat_command(const RunResult& run, const CaseResult& result) {
  const bool claim = !run.capabilities.empty() && result.clause.starts_with("capability.");
  return "msconform run " + shell_word(result.clause) + " --scenario " + shell_word(result.scenario) +
         (claim ? " --capabilities " + shell_word(run.capabilities) : "") + run.repeat_options;
}

}  // namespace discbench::result
