#include "runner/plan.h"

#include "result/glob.h"

namespace discbench::runner {

Plan make_plan(std::span<const check::Entry> entries, const std::vector<std::string>& clause_globs,
               std::span<const profile::Scenario> scenarios, contract::Generation generation) {
  Plan plan;
  for (const check::Entry& entry : entries) {
    if (!result::matches_any(clause_globs, entry.clause.id)) continue;
    if (!entry.clause.ineligible.empty()) {
      ++plan.ineligible;
      continue;
    }
    for (const profile::Scenario& scenario : scenarios) {
      plan.cases.push_back({.entry = &entry,
                            .scenario = &scenario,
                            .generation = generation,
                            .inapplicable = check::why_not_in(generation, entry, scenario.expect)});
    }
  }
  return plan;
}

}  // namespace discbench::runner
