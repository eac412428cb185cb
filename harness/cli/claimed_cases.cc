#include "cli/claimed_cases.h"

#include <algorithm>

#include "capability/clauses.h"
#include "profile/load.h"
#include "result/glob.h"

namespace discbench::cli {
namespace {

bool names_one_of(const std::string& glob, const std::vector<std::string>& ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return result::matches(glob, id); });
}

}  // namespace

ClaimedCases::ClaimedCases(const std::string& file, const profile::Catalogue& catalogue) {
  if (file.empty()) return;
  claims_ = capability::read_claims(file);
  scenarios_ = scenarios_of_capabilities(catalogue);
}

std::vector<std::string> ClaimedCases::ids() const {
  std::vector<std::string> ids;
  for (const capability::Claimed& claimed : claims_) ids.emplace_back(claimed.capability->clause);
  return ids;
}

void ClaimedCases::add_to(runner::Plan& plan, const std::vector<std::string>& clause_globs) const {
  const std::vector<std::string> all = ids();
  const bool chosen = std::any_of(clause_globs.begin(), clause_globs.end(),
                                  [&](const std::string& glob) { return names_one_of(glob, all); });
  for (const capability::Claimed& claimed : claims_) {
    if (chosen && !result::matches_any(clause_globs, claimed.capability->clause)) continue;
    const bool asked = claimed.claim != capability::Claim::not_applicable;
    plan.cases.push_back({.entry = &capability::entry_of(claimed),
                          .scenario = &scenario_named(scenarios_, claimed.capability->scenario),
                          .inapplicable = asked ? "" : "claimed to be not applicable: " + claimed.reason});
  }
}

std::list<profile::Scenario> scenarios_of_capabilities(const profile::Catalogue& catalogue) {
  std::list<profile::Scenario> scenarios;
  for (const capability::Capability& capability : capability::capabilities()) {
    const bool known = std::any_of(scenarios.begin(), scenarios.end(), [&](const profile::Scenario& scenario) {
      return scenario.id == capability.scenario;
    });
    if (!known) scenarios.push_back(profile::load_scenario(catalogue, std::string(capability.scenario)));
  }
  return scenarios;
}

const profile::Scenario& scenario_named(const std::list<profile::Scenario>& scenarios, std::string_view id) {
  return *std::find_if(scenarios.begin(), scenarios.end(),
                       [id](const profile::Scenario& scenario) { return scenario.id == id; });
}

}  // namespace discbench::cli
