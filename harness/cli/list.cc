#include <iostream>

#include "cli/command_line.h"
#include "cli/selection.h"
#include "result/glob.h"

namespace discbench::cli {

const std::string_view list_help = R"(usage: msconform list [CLAUSE-GLOB...]
       msconform list --scenarios [SCENARIO-GLOB...]

Lists the clauses of the contract, one line each: id, level, 'since win7' where Windows XP
and Vista do not have it, and for a clause that cannot be checked here the word
'ineligible' and why. With --scenarios: the media and states that a run goes through. '*'
in a glob also stands for '.' and '/'; several globs are a union.

Levels: must  a violation fails the run
        may   there is latitude; fails only outside the documented set
        info  the documentation is silent; recorded, never judged

  --scenarios       list scenarios instead of clauses
  --profiles DIR    add your own tree of profiles
  -h [ --help ]     this text

examples:
  msconform list
  msconform list 'multisession.*'
  msconform list --scenarios 'cd-r/*'
)";

namespace {

namespace options = boost::program_options;

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

void list_clauses(const std::vector<std::string>& globs) {
  const std::vector<contract::Clause> clauses = all_clauses();
  std::vector<std::string> ids;
  std::size_t width = 0;
  for (const contract::Clause& clause : clauses) {
    ids.emplace_back(clause.id);
    width = std::max(width, clause.id.size());
  }
  require_matches(globs, ids, "clause");
  for (const contract::Clause& clause : clauses) {
    if (!result::matches_any(globs, clause.id)) continue;
    std::cout << padded(clause.id, width) << "  " << name_of(clause.level);
    const bool later = clause.since != contract::Generation::xp_vista;
    if (later || !clause.ineligible.empty()) std::cout << std::string(6 - name_of(clause.level).size(), ' ');
    if (later) std::cout << "since " << name_of(clause.since);
    if (!clause.ineligible.empty()) std::cout << (later ? ", " : "") << "ineligible: " << clause.ineligible;
    std::cout << '\n';
  }
}

}  // namespace

int list(const std::vector<std::string>& arguments) {
  options::options_description description;
  description.add_options()("help,h", "")("scenarios", "")("profiles", options::value<std::vector<std::string>>());
  const options::variables_map values = parse_arguments(arguments, description, "glob");
  if (values.count("help") > 0) {
    std::cout << list_help;
    return 0;
  }
  const std::vector<std::string> globs = values_of(values, "glob");
  const std::vector<std::string> profiles = values_of(values, "profiles");
  if (values.count("scenarios") == 0) {
    if (!profiles.empty()) throw UsageError("option '--profiles' goes with '--scenarios' here");
    list_clauses(globs);
    return 0;
  }
  const std::vector<std::string> ids = profiles_in(profiles).ids(profile::Kind::scenario);
  require_matches(globs, ids, "scenario");
  for (const std::string& id : ids) {
    if (result::matches_any(globs, id)) std::cout << id << '\n';
  }
  return 0;
}

}  // namespace discbench::cli
