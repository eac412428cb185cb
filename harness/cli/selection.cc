#include "cli/selection.h"

#include <algorithm>

#include "bench/bench.h"
#include "check/catalogue.h"
#include "cli/command_line.h"
#include "profile/load.h"
#include "result/glob.h"

namespace discbench::cli {
namespace {

constexpr std::size_t suggestions = 3;

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace

std::vector<contract::Clause> all_clauses() {
  std::vector<contract::Clause> clauses;
  for (const check::Entry& entry : check::catalogue()) clauses.push_back(entry.clause);
  return clauses;
}

void require_matches(const std::vector<std::string>& globs, const std::vector<std::string>& ids,
                     const std::string& noun) {
  for (const std::string& glob : globs) {
    const bool matched =
        std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return result::matches(glob, id); });
    if (matched) continue;
    throw NothingSelected("no " + noun + " matches '" + glob +
                          "'; nearest: " + listed(result::nearest(glob, ids, suggestions)));
  }
}

profile::Catalogue profiles_in(const std::vector<std::string>& user_tree) {
  if (user_tree.size() > 1) throw UsageError("option '--profiles' cannot be specified more than once");
  return user_tree.empty() ? profile::Catalogue::find() : profile::Catalogue::find(user_tree.front());
}

std::vector<profile::Scenario> load_scenarios(const profile::Catalogue& catalogue,
                                              const std::vector<std::string>& globs) {
  std::vector<std::string> id_globs;
  std::vector<std::string> paths;
  for (const std::string& glob : globs) (profile::is_path(glob) ? paths : id_globs).push_back(glob);
  const std::vector<std::string> ids = catalogue.ids(profile::Kind::scenario);
  require_matches(id_globs, ids, "scenario");
  std::vector<std::string> wanted;
  if (globs.empty() || !id_globs.empty()) {
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(wanted),
                 [&](const std::string& id) { return result::matches_any(id_globs, id); });
  }
  wanted.insert(wanted.end(), paths.begin(), paths.end());
  std::vector<profile::Scenario> scenarios;
  for (const std::string& name : wanted) {
    profile::Scenario scenario = profile::load_scenario(catalogue, name);
    const bool known = std::any_of(scenarios.begin(), scenarios.end(),
                                   [&](const profile::Scenario& other) { return other.id == scenario.id; });
    if (known) continue;
    try {
      bench::bring_up(scenario);
    } catch (const bench::StepRefused& refused) {
      throw ConfigurationError(refused.what());
    }
    scenarios.push_back(std::move(scenario));
  }
  return scenarios;
}

}  // namespace discbench::cli
