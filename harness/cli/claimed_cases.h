// --capabilities: what a subject claims, as cases of a run.
#pragma once

#include <list>
#include <string>
#include <vector>

#include "capability/claims.h"
#include "profile/catalogue.h"
#include "runner/plan.h"

namespace discbench::cli {

/// One case for each claim, on the scenario that it is asked in.
class ClaimedCases {
 public:
  /// No file: no claims. Throws ProfileError for the file, and for a scenario.
  ClaimedCases(const std::string& file, const profile::Catalogue& catalogue);

  /// The ids of the claims' clauses.
  std::vector<std::string> ids() const;

  /// Adds a case for each claim to a plan, which this must outlive. Globs that name claims choose among them; where
  /// none does, all of them are tested, whatever else a run is narrowed to.
  void add_to(runner::Plan& plan, const std::vector<std::string>& clause_globs) const;

 private:
  std::vector<capability::Claimed> claims_;
  std::list<profile::Scenario> scenarios_;  ///< those that claims are asked in; a list: plans point to them
};

/// The scenarios of capabilities by their ids, each once.
std::list<profile::Scenario> scenarios_of_capabilities(const profile::Catalogue& catalogue);
/// Of these. The id must be one of theirs.
const profile::Scenario& scenario_named(const std::list<profile::Scenario>& scenarios, std::string_view id);

}  // namespace discbench::cli
