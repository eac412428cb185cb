// What a run is going to do: clauses x scenarios.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/catalogue.h"
#include "profile/scenario.h"

namespace discbench::runner {

struct PlannedCase {
  const check::Entry* entry = nullptr;
  const profile::Scenario* scenario = nullptr;
  contract::Generation generation = contract::Generation::win7;
  std::string inapplicable{};  ///< not empty: why the clause does not apply here; no process is bothered with it
};

struct Plan {
  std::vector<PlannedCase> cases;  ///< by clause in the catalogue's order, then by scenario in the given order
  std::uint32_t ineligible = 0;    ///< selected clauses that cannot be checked here: counted, and no cases
};

/// No globs select every clause. Entries and scenarios must outlive the plan.
Plan make_plan(std::span<const check::Entry> entries, const std::vector<std::string>& clause_globs,
               std::span<const profile::Scenario> scenarios,
               contract::Generation generation = contract::Generation::win7);

}  // namespace discbench::runner
