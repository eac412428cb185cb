#include "mutant/trial.h"

#include <algorithm>
#include <array>
#include <map>

namespace discbench::mutant {
namespace {

using result::CaseResult;
using result::Verdict;

/// What was blocked was not looked at.
bool caught(const CaseResult& result) { return is_failure(result.verdict) && result.verdict != Verdict::blocked; }

std::string first_thing_against(const result::RunResult& run) {
  for (const CaseResult& result : run.cases) {
    if (!is_failure(result.verdict) && result.verdict != Verdict::not_run) continue;
    return result.id() + " " + std::string(name_of(result.verdict)) + ": " + evidence_of(result);
  }
  return run.troubles.empty() ? std::string(name_of(outcome_of(run))) : run.troubles.front();
}

}  // namespace

std::string_view name_of(Fate fate) {
  constexpr std::array<std::string_view, 5> names{"caught", "SURVIVED", "FOREIGN", "lawful", "FAILED LAWFUL"};
  return names.at(static_cast<std::size_t>(fate));
}

Trial judge(const Mutant& mutant, const result::RunResult& run) {
  Trial trial{.mutant = &mutant, .fate = {}, .caught_by = {}, .missed = {}, .against = {}};
  for (const CaseResult& result : run.cases) {
    if (caught(result)) trial.caught_by.insert(result.clause);
  }
  for (const std::string_view clause : mutant.breaks) {
    if (!trial.caught_by.contains(std::string(clause))) trial.missed.emplace_back(clause);
  }
  if (mutant.lawful()) {
    const bool fine = outcome_of(run) == result::Outcome::conformant;
    trial.fate = fine ? Fate::lawful : Fate::failed_lawful;
    if (!fine) trial.against = first_thing_against(run);
  } else if (trial.caught_by.empty()) {
    trial.fate = Fate::survived;
  } else {
    trial.fate = trial.missed.empty() ? Fate::caught : Fate::foreign;
  }
  return trial;
}

bool caught_without(const Trial& trial, std::string_view clause) {
  return std::any_of(trial.caught_by.begin(), trial.caught_by.end(),
                     [&](const std::string& other) { return other != clause; });
}

std::vector<std::string> overlapping(std::span<const Trial> trials) {
  std::map<std::string, bool> overlaps;
  for (const Trial& trial : trials) {
    for (const std::string_view clause : trial.mutant->breaks) {
      bool& so_far = overlaps.emplace(clause, true).first->second;
      so_far = so_far && caught_without(trial, clause);
    }
  }
  std::vector<std::string> clauses;
  for (const auto& [clause, every_time] : overlaps) {
    if (every_time) clauses.push_back(clause);
  }
  return clauses;
}

}  // namespace discbench::mutant
