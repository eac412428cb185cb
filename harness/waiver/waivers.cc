#include "waiver/waivers.h"

#include <algorithm>
#include <iterator>

#include "result/glob.h"

namespace discbench::waiver {
namespace {

using result::CaseResult;
using result::Failure;
using result::Verdict;

bool has_wildcard(const std::string& glob) { return glob.find_first_of("*?") != std::string::npos; }

bool names(const Entry& entry, const CaseResult& result) {
  return result::matches_any(entry.clauses, result.clause) && result::matches_any(entry.scenarios, result.scenario);
}

bool may_waive(const Entry& entry, const CaseResult& result) {
  const bool rigs = result.verdict == Verdict::blocked && result.blocked_by != result::BlockedBy::subject;
  return result.verdict == entry.verdict && !rigs && names(entry, result);
}

bool covers(const Entry& entry, const Failure& failure) {
  return result::matches(entry.expected, failure.expected) && result::matches(entry.observed, failure.observed);
}

void remember(std::vector<const Entry*>& used, const Entry& entry) {
  if (std::find(used.begin(), used.end(), &entry) == used.end()) used.push_back(&entry);
}

/// The waivers among `candidates` that have a part in covering what happened; none where anything is left over.
std::vector<const Entry*> covering(const std::vector<const Entry*>& candidates, const CaseResult& result) {
  std::vector<const Entry*> used;
  if (result.verdict == Verdict::crashed || result.verdict == Verdict::timed_out) {
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(used),
                 [&](const Entry* entry) { return result::matches(entry->observed, result.reason); });
    return used;
  }
  for (const Failure& failure : result.failures) {
    bool covered = false;
    for (const Entry* entry : candidates) {
      if (!covers(*entry, failure)) continue;
      covered = true;
      remember(used, *entry);
    }
    if (!covered) return {};
  }
  return used;
}

std::string sentence_of(const result::Waiver& waiver) {
  return waiver.kind + " " + waiver.id + ", owner " + waiver.owner + ", until " + waiver.expires + ", " + waiver.link;
}

void waive(CaseResult& result, const std::vector<const Entry*>& by) {
  std::string reason(name_of(result.verdict));
  if (!result.reason.empty()) reason += " (" + result.reason + ")";
  reason += ", accepted as ";
  for (const Entry* entry : by) {
    if (entry != by.front()) reason += "; and as ";
    reason += sentence_of(entry->waiver);
    result.waivers.push_back(entry->waiver);
  }
  result.verdict = Verdict::waived;
  result.reason = reason;
}

bool is_named_in(const std::vector<result::Waiver>& waivers, const std::string& id) {
  return std::any_of(waivers.begin(), waivers.end(), [&](const result::Waiver& waiver) { return waiver.id == id; });
}

std::string cases_text(std::uint32_t count) { return std::to_string(count) + (count == 1 ? " case" : " cases"); }

}  // namespace

Waivers::Waivers(std::vector<Entry> entries, Date today) : today_(text_of(today)) {
  watched_.reserve(entries.size());
  for (Entry& entry : entries) {
    Watched& watched = watched_.emplace_back(Watched{.entry = std::move(entry)});
    watched.expired = watched.entry.expires < today;
    for (const std::string& clause : watched.entry.clauses) {
      for (const std::string& scenario : watched.entry.scenarios) {
        watched.scopes.push_back({.clause = clause,
                                  .scenario = scenario,
                                  .names_one_case = !has_wildcard(clause) && !has_wildcard(scenario)});
      }
    }
  }
}

void Waivers::settle(CaseResult& result) {
  std::vector<const Entry*> candidates;
  for (const Watched& watched : watched_) {
    if (!watched.expired && may_waive(watched.entry, result)) candidates.push_back(&watched.entry);
  }
  const std::vector<const Entry*> used = covering(candidates, result);
  if (!used.empty()) waive(result, used);
  for (Watched& watched : watched_) {
    for (Scope& scope : watched.scopes) {
      if (!result::matches(scope.clause, result.clause)) continue;
      if (!result::matches(scope.scenario, result.scenario)) continue;
      count(scope, result, is_named_in(result.waivers, watched.entry.waiver.id));
    }
  }
}

void Waivers::count(Scope& scope, const CaseResult& result, bool waived) {
  std::uint32_t* counter = &scope.otherwise;
  if (waived) {
    counter = &scope.waived;
  } else if (result.verdict == Verdict::passed) {
    counter = &scope.passed;
  } else if (result.verdict == Verdict::not_applicable || result.verdict == Verdict::noted) {
    counter = &scope.idle;
  } else if (result.verdict == Verdict::not_run ||
             (result.verdict == Verdict::blocked && result.blocked_by == result::BlockedBy::rig)) {
    counter = &scope.unjudged;
  }
  // What failed otherwise says more than what passed.
  const bool better = counter == &scope.otherwise && scope.otherwise == 0;
  if (scope.example.empty() || better) scope.example = result.id() + " " + std::string(name_of(result.verdict));
  ++*counter;
}

std::string Waivers::finding_of(const Watched& watched, const Scope& scope, Coverage coverage) {
  // Whatever was not judged might have been what the waiver is for.
  if (scope.waived > 0 || scope.unjudged > 0) return "";
  if (scope.cases() == 0 && coverage != Coverage::whole) return "";
  if (!scope.names_one_case && coverage == Coverage::shard) return "";
  const std::string what =
      watched.entry.place + ": waiver " + watched.entry.waiver.id + ", " + scope.clause + "@" + scope.scenario + ": ";
  if (scope.cases() == 0) {
    return what +
           "matches nothing: no case of this run has such an id; correct its globs ('msconform list' and "
           "'msconform list --scenarios' have the ids) or remove it";
  }
  if (scope.otherwise > 0) {
    return what + "matches nothing: no case fails with its signature and no other (" + scope.example +
           "); compare its verdict, expected and observed with the report, or remove it";
  }
  if (scope.passed > 0) {
    return what + "unexpected pass: nothing failed in " + cases_text(scope.passed) + " (" + scope.example +
           "); remove it, so that the next failure shows";
  }
  return what + "matches nothing: no verdict is sought in " + cases_text(scope.cases()) + " (" + scope.example +
         "); correct its globs or remove it";
}

std::vector<std::string> Waivers::findings(Coverage coverage) const {
  std::vector<std::string> lines;
  for (const Watched& watched : watched_) {
    const Entry& entry = watched.entry;
    if (watched.expired) {
      lines.push_back(entry.place + ": waiver " + entry.waiver.id + " expired: it held until " + entry.waiver.expires +
                      ", and today is " + today_ + "; mend the failure, or have " + entry.waiver.owner + " renew it");
      continue;
    }
    for (const Scope& scope : watched.scopes) {
      if (std::string line = finding_of(watched, scope, coverage); !line.empty()) lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace discbench::waiver
