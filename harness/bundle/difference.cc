#include "bundle/difference.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace discbench::bundle {
namespace {

using result::CaseResult;
using result::Verdict;

/// With a colon before it, where there is any.
std::string after_colon(const CaseResult& result) {
  const std::string evidence = evidence_of(result);
  return evidence.empty() ? "" : ": " + evidence;
}

std::string arrow(const CaseResult& before, const CaseResult& after) {
  return std::string(name_of(before.verdict)) + " -> " + std::string(name_of(after.verdict));
}

bool same_words(const CaseResult& before, const CaseResult& after) {
  return before.verdict == after.verdict && before.failures == after.failures && before.reason == after.reason &&
         before.times == after.times;
}

std::optional<Difference> between(const CaseResult& before, const CaseResult& after) {
  const std::string id = after.id();
  if (is_failure(after.verdict) && !is_failure(before.verdict)) {
    return Difference{Change::new_failure, id, arrow(before, after) + after_colon(after)};
  }
  if (is_failure(before.verdict) && !is_failure(after.verdict)) {
    return Difference{Change::fixed, id, arrow(before, after) + "; it was" + after_colon(before)};
  }
  if (is_failure(before.verdict)) {
    if (same_words(before, after)) return std::nullopt;
    return Difference{Change::changed_reason, id,
                      arrow(before, after) + "; before" + after_colon(before) + "; now" + after_colon(after)};
  }
  if (before.verdict != after.verdict) {
    return Difference{Change::other_verdict, id, arrow(before, after) + after_colon(after)};
  }
  if (before.sequence == after.sequence && before.checks == after.checks) return std::nullopt;
  return Difference{Change::other_checks, id,
                    std::string(name_of(after.verdict)) + " by " + std::to_string(after.checks) +
                        " comparisons, and by " + std::to_string(before.checks) +
                        (before.checks == after.checks ? " others before" : " before")};
}

}  // namespace

std::string_view name_of(Change change) {
  constexpr std::array<std::string_view, change_count> names{"new failure",       "fixed",        "changed reason",
                                                             "other verdict",     "other checks", "only in the first",
                                                             "only in the second"};
  return names.at(static_cast<std::size_t>(change));
}

std::vector<Difference> differences(const Bundle& first, const Bundle& second) {
  std::unordered_map<std::string, const CaseResult*> before;
  for (const CaseResult& result : first.run.cases) before.emplace(result.id(), &result);
  std::vector<Difference> all;
  for (const CaseResult& after : second.run.cases) {
    const auto found = before.find(after.id());
    if (found == before.end()) {
      all.push_back({Change::only_in_second, after.id(), std::string(name_of(after.verdict)) + after_colon(after)});
      continue;
    }
    if (std::optional<Difference> one = between(*found->second, after)) all.push_back(std::move(*one));
    before.erase(found);
  }
  for (const CaseResult& result : first.run.cases) {
    if (!before.contains(result.id())) continue;
    all.push_back({Change::only_in_first, result.id(), std::string(name_of(result.verdict)) + after_colon(result)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Difference& a, const Difference& b) { return a.change < b.change; });
  return all;
}

std::vector<std::string> other_circumstances(const Bundle& first, const Bundle& second) {
  std::vector<std::string> lines;
  const auto compare = [&lines](const std::string& what, const std::string& a, const std::string& b) {
    if (a != b) lines.push_back(what + ": " + a + " and " + b);
  };
  const Manifest& a = first.manifest;
  const Manifest& b = second.manifest;
  compare("subject", a.subject, b.subject);
  compare("the subject's file (SHA-256)", a.library_digest, b.library_digest);
  compare("version of the program", a.program_version, b.program_version);
  compare("contract (SHA-256)", a.contract_digest, b.contract_digest);
  compare("generation", a.generation, b.generation);
  for (const ScenarioDigest& one : a.scenarios) {
    const auto other = std::find_if(b.scenarios.begin(), b.scenarios.end(),
                                    [&](const ScenarioDigest& candidate) { return candidate.id == one.id; });
    if (other != b.scenarios.end() && other->digest != one.digest)
      lines.push_back("scenario " + one.id + " was changed");
  }
  if (!first.finished) lines.push_back(first.folder.string() + " did not come to its end");
  if (!second.finished) lines.push_back(second.folder.string() + " did not come to its end");
  return lines;
}

}  // namespace discbench::bundle
