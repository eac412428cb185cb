// From what was typed to the clauses and scenarios that were meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/clause.h"
#include "profile/catalogue.h"
#include "profile/scenario.h"

namespace discbench::cli {

/// The clauses of the catalogue, in its order.
std::vector<contract::Clause> all_clauses();

/// Throws NothingSelected where one of the globs matches none of the ids, naming the nearest.
void require_matches(const std::vector<std::string>& globs, const std::vector<std::string>& ids,
                     const std::string& noun);

/// Our own tree of profiles, and the user's before it.
profile::Catalogue profiles_in(const std::vector<std::string>& user_tree);

/// The scenarios that globs and paths select, read from their files and tried on a bench; no globs select every one.
/// Ascending by id, then paths as given; none twice. Throws NothingSelected, ConfigurationError, ProfileError.
std::vector<profile::Scenario> load_scenarios(const profile::Catalogue& catalogue,
                                              const std::vector<std::string>& globs);

}  // namespace discbench::cli
