#include "runner/plan.h"

#include "result/glob.h"

namespace discbench::runner {

Plan make_plan(std::span<const check::Entry> entries, const std::vector<std::string>& clause_globs,
               std::span<const profile::Scenario> scenarios) {
  Plan plan;
  for (const check::Entry& entry : entries) {
    if (!result::matches_any(clause_globs, entry.clause.id)) continue;
    if (!entry.clause.ineligible.empty()) {
      ++plan.ineligible;
      continue;
    }
    for (const profile::Scenario& scenario : scenarios) {
      const auto inapplicable = entry.inapplicable;
      plan.cases.push_back({.entry = &entry,
                            .scenario = &scenario,
                            .inapplicable = inapplicable == nullptr ? "" : inapplicable(scenario.expect)});
    }
  }
  return plan;
}

}  // namespace discbench::runner
