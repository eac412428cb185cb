#include <iostream>

#include "capability/clauses.h"
#include "check/catalogue.h"
#include "cli/command_line.h"
#include "cli/selection.h"
#include "contract/silences.h"
#include "mutant/trial.h"
#include "result/glob.h"

namespace discbench::cli {

const std::string_view explain_help = R"(usage: msconform explain CLAUSE [--profiles DIR]

Says what a clause demands, which page of the documentation says so, how strictly it is
judged, since when it is said, what the documentation leaves open about it and how that is
treated, and in which scenarios it applies.

  --profiles DIR    add your own tree of profiles
  -h [ --help ]     this text

example:
  msconform explain multisession.in-use.round-trip
)";

namespace {

namespace options = boost::program_options;

std::string_view meaning_of(contract::Level level) {
  switch (level) {
    case contract::Level::must:
      return "must: a violation fails the run";
    case contract::Level::may:
      return "may: there is latitude; only an answer outside the documented set fails the run";
    case contract::Level::info:
      return "info: the documentation is silent; what is observed is noted and never judged";
  }
  return {};
}

const check::Entry& entry_named(const std::string& id) {
  std::vector<std::string> ids;
  for (const check::Entry& entry : check::catalogue()) {
    if (entry.clause.id == id) return entry;
    ids.emplace_back(entry.clause.id);
  }
  const std::vector<std::string> nearest = result::nearest(id, ids, 1);
  throw UsageError("there is no clause '" + id + "'" + (nearest.empty() ? "" : "; did you mean " + nearest.front()) +
                   "? 'msconform list' has them all");
}

void print_where_it_applies(const check::Entry& entry, const std::vector<profile::Scenario>& scenarios) {
  std::vector<std::string> reasons;
  for (const profile::Scenario& scenario : scenarios) {
    const std::string why = entry.inapplicable == nullptr ? "" : entry.inapplicable(scenario.expect);
    if (!why.empty()) reasons.push_back(scenario.id + ": " + why);
  }
  std::cout << "applies     in " << scenarios.size() - reasons.size() << " of " << scenarios.size() << " scenarios\n";
  for (const std::string& reason : reasons) std::cout << "            not in " << reason << '\n';
}

const capability::Capability* capability_of(const std::string& clause) {
  for (const capability::Capability& capability : capability::capabilities()) {
    if (capability.clause == clause) return &capability;
  }
  return nullptr;
}

void explain_claim(const capability::Capability& capability) {
  const contract::Clause& clause = capability::entry_of({.capability = &capability}).clause;
  std::cout << clause.id << "\n\n"
            << "says        " << clause.statement << '\n'
            << "part        " << capability.what << "; refused with " << capability.absence << '\n'
            << "level       " << meaning_of(clause.level) << '\n'
            << "page        " << clause.page << " (" << contract::address_of_page(clause.page) << ")\n"
            << "applies     in runs with --capabilities, where it is asked in " << capability.scenario << '\n'
            << "check it    msconform run " << clause.id << " --capabilities FILE\n";
}

}  // namespace

int explain(const std::vector<std::string>& arguments) {
  options::options_description description;
  description.add_options()("help,h", "")("profiles", options::value<std::vector<std::string>>());
  const options::variables_map values = parse_arguments(arguments, description, "clause");
  if (values.count("help") > 0) {
    std::cout << explain_help;
    return 0;
  }
  const std::vector<std::string> ids = values_of(values, "clause");
  if (ids.size() != 1) throw UsageError("explain takes one clause id");
  if (const capability::Capability* capability = capability_of(ids.front())) {
    explain_claim(*capability);
    return 0;
  }
  const check::Entry& entry = entry_named(ids.front());
  const contract::Clause& clause = entry.clause;
  std::cout << clause.id << "\n\n"
            << "says        " << clause.statement << '\n'
            << "level       " << meaning_of(clause.level) << '\n'
            << "page        " << clause.page << " (" << contract::address_of_page(clause.page) << ")\n";
  if (clause.since != contract::Generation::xp_vista) {
    std::cout << "since       " << systems_of(clause.since) << " (--generation " << name_of(clause.since) << ")\n";
  }
  for (const contract::Silence* silence : contract::silences_of(clause.id)) {
    std::cout << "open        " << silence->question << "\n            Documented: " << silence->documented
              << "\n            Here: " << silence->treatment << '\n';
  }
  if (!clause.ineligible.empty()) {
    std::cout << "ineligible  " << clause.ineligible << '\n';
    return 0;
  }
  if (mutant::overlaps(clause.id)) {
    std::cout << "overlaps    whatever breaks it in 'msconform mutants' is caught by other clauses, too\n";
  }
  const profile::Catalogue catalogue = profiles_in(values_of(values, "profiles"));
  print_where_it_applies(entry, load_scenarios(catalogue, {}));
  std::cout << "check it    msconform run " << clause.id << '\n';
  return 0;
}

}  // namespace discbench::cli
