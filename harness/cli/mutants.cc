// The contract tried on subjects whose nature is known.
#include <fstream>
#include <iomanip>
#include <iostream>

#include "check/catalogue.h"
#include "cli/command_line.h"
#include "cli/selection.h"
#include "cli/terminal.h"
#include "mutant/trial.h"
#include "profile/load.h"
#include "report/interface_of.h"
#include "result/glob.h"
#include "runner/run.h"

namespace discbench::cli {

const std::string_view mutants_help = R"(usage: msconform mutants [MUTANT-GLOB...] [--ablate] [--matrix FILE]
       msconform mutants --list [MUTANT-GLOB...]

Tries the contract itself: on subjects that are wrong in one known way, each of which has to
be caught by the clauses that it breaks, and on lawful ones that differ from ours in what the
documentation leaves open, none of which may be failed. Prints how many clauses of which
interface caught each.

  --list            the mutants: name, and the clauses that it breaks or 'lawful'
  --ablate          also: with its own clauses switched off no mutant may be reported by them;
                    and which clauses' mutants would all be caught without them, too
                    ('overlaps' in 'msconform explain')
  --matrix FILE     mutants by clauses as comma-separated values: 1 where it was caught
  --jobs N          processes at a time (default: processors, at most 4)
  -h [ --help ]     this text

'msconform run --subject mutant:NAME' shows one of them in full.

The last line on stdout is for programs: msconform-mutants v1 mutants=N caught=N ... exit=N

Exit codes:
  0  every wrong one was caught by each of its own clauses, and no lawful one was failed
  1  one survived, was caught by other clauses only (foreign), or was lawful and failed
  2  the command line is not understood
  3  a file or the library of mutants is at fault
  4  no mutant matches

examples:
  msconform mutants
  msconform mutants 'stale-*' --matrix stale.csv
  msconform mutants --ablate
)";

namespace {

namespace options = boost::program_options;
using mutant::Fate;
using mutant::Mutant;
using mutant::Trial;

/// Long enough for a case on a machine that has other things to do; a mutant that hangs is made to, and is not waited
/// for as long.
constexpr std::chrono::milliseconds case_limit{10000};
constexpr std::chrono::milliseconds case_limit_of_a_hang{300};

bool hangs(const Mutant& mutant) { return mutant.name.rfind("hangs", 0) == 0; }

constexpr std::string_view switched_off = "switched off";

/// The scenarios that mutants are tried in, read once.
class Ground {
 public:
  explicit Ground(const profile::Catalogue& catalogue) : catalogue_(catalogue) {
    for (const std::string_view id : mutant::scenarios_for_lawful()) {
      scenarios_.push_back(profile::load_scenario(catalogue, id));
    }
  }

  runner::Plan plan_for(const Mutant& mutant) const {
    const std::span<const profile::Scenario> all(scenarios_);
    const std::vector<std::string> own(mutant.breaks.begin(), mutant.breaks.end());
    return runner::make_plan(check::catalogue(), hangs(mutant) ? own : std::vector<std::string>{},
                             mutant.lawful() ? all : all.first(mutant::scenarios_for_wrong().size()));
  }

  result::RunResult run(const Mutant& mutant, const runner::Plan& plan, unsigned jobs,
                        const volatile std::sig_atomic_t* interrupted) const {
    runner::Options how;
    how.subject = [name = std::string(mutant.name)] { return mutant::load(name); };
    how.scenarios = [this](std::string_view id) { return profile::load_scenario(catalogue_, id); };
    how.jobs = jobs;
    how.second_looks = false;
    how.case_limit = hangs(mutant) ? case_limit_of_a_hang : case_limit;
    how.interrupted = interrupted;
    try {
      return runner::run(plan, how);
    } catch (const runner::SubjectUnusable& unusable) {
      throw ConfigurationError(unusable.what());
    }
  }

 private:
  const profile::Catalogue& catalogue_;
  std::vector<profile::Scenario> scenarios_;
};

std::vector<Mutant> chosen_mutants(const std::vector<std::string>& globs) {
  std::vector<std::string> names;
  for (const Mutant& one : mutant::mutants()) names.emplace_back(one.name);
  require_matches(globs, names, "mutant");
  std::vector<Mutant> chosen;
  for (const Mutant& one : mutant::mutants()) {
    if (result::matches_any(globs, one.name)) chosen.push_back(one);
  }
  return chosen;
}

void list_mutants(const std::vector<Mutant>& mutants) {
  std::size_t width = 0;
  for (const Mutant& one : mutants) width = std::max(width, one.name.size());
  for (const Mutant& one : mutants) {
    std::cout << std::left << std::setw(static_cast<int>(width)) << one.name << "  ";
    if (one.lawful()) std::cout << "lawful";
    for (std::size_t i = 0; i < one.breaks.size(); ++i) std::cout << (i > 0 ? " " : "") << one.breaks[i];
    std::cout << '\n';
  }
}

/// Of the clauses that caught something, in the catalogue's order.
std::vector<std::string> interfaces_in(const std::vector<Trial>& trials) {
  std::set<std::string_view> seen;
  for (const Trial& trial : trials) {
    for (const std::string& clause : trial.caught_by) seen.insert(report::interface_of(clause));
  }
  std::vector<std::string> interfaces;
  for (const check::Entry& entry : check::catalogue()) {
    const std::string interface(report::interface_of(entry.clause.id));
    if (!seen.contains(interface)) continue;
    if (interfaces.empty() || interfaces.back() != interface) interfaces.push_back(interface);
  }
  return interfaces;
}

void print_matrix(const std::vector<Trial>& trials) {
  constexpr int fate_width = 15;
  constexpr int column_width = 4;
  const std::vector<std::string> interfaces = interfaces_in(trials);
  std::size_t name_width = 0;
  for (const Trial& trial : trials) name_width = std::max(name_width, trial.mutant->name.size());
  const auto letter = [](std::size_t index) { return std::string(1, static_cast<char>('A' + index)); };
  std::cout << "Clauses that caught each, by interface:";
  for (std::size_t i = 0; i < interfaces.size(); ++i)
    std::cout << (i % 6 == 0 ? "\n  " : "  ") << letter(i) << " " << interfaces[i];
  std::cout << "\n\n" << std::string(fate_width + name_width, ' ');
  for (std::size_t i = 0; i < interfaces.size(); ++i) std::cout << std::setw(column_width) << letter(i);
  std::cout << '\n';
  for (const Trial& trial : trials) {
    std::cout << std::left << std::setw(fate_width) << name_of(trial.fate) << std::setw(static_cast<int>(name_width))
              << trial.mutant->name << std::right;
    for (const std::string& interface : interfaces) {
      const auto count = std::count_if(trial.caught_by.begin(), trial.caught_by.end(), [&](const std::string& clause) {
        return report::interface_of(clause) == interface;
      });
      std::cout << std::setw(column_width) << (count == 0 ? "." : std::to_string(count));
    }
    std::cout << '\n';
  }
  std::cout << '\n';
}

void print_what_is_wrong(const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    if (trial.fate == Fate::caught || trial.fate == Fate::lawful) continue;
    std::cout << name_of(trial.fate) << "  " << trial.mutant->name << '\n';
    for (const std::string& clause : trial.missed) std::cout << "  not caught by  " << clause << '\n';
    if (!trial.against.empty()) std::cout << "  was told       " << trial.against << '\n';
    std::cout << "  repeat         msconform run --subject mutant:" << trial.mutant->name << "\n\n";
  }
}

void write_matrix_file(const std::vector<Trial>& trials, std::ofstream& file) {
  file << "mutant,fate";
  std::set<std::string> clauses;
  for (const Trial& trial : trials) clauses.insert(trial.caught_by.begin(), trial.caught_by.end());
  for (const std::string& clause : clauses) file << ',' << clause;
  file << '\n';
  for (const Trial& trial : trials) {
    file << trial.mutant->name << ',' << name_of(trial.fate);
    for (const std::string& clause : clauses) file << ',' << (trial.caught_by.contains(clause) ? 1 : 0);
    file << '\n';
  }
}

/// Runs every wrong mutant again with its own clauses switched off. Answers how many were reported by one all the same.
std::size_t ablate(const std::vector<Trial>& trials, const Ground& ground, unsigned jobs,
                   const volatile std::sig_atomic_t* interrupted) {
  std::size_t reported = 0;
  for (const Trial& trial : trials) {
    if (trial.mutant->lawful()) continue;
    runner::Plan plan = ground.plan_for(*trial.mutant);
    for (runner::PlannedCase& planned : plan.cases) {
      const auto& own = trial.mutant->breaks;
      if (std::find(own.begin(), own.end(), planned.entry->clause.id) != own.end()) {
        planned.inapplicable = switched_off;
      }
    }
    const Trial without = judge(*trial.mutant, ground.run(*trial.mutant, plan, jobs, interrupted));
    for (const std::string_view clause : trial.mutant->breaks) {
      if (!without.caught_by.contains(std::string(clause))) continue;
      ++reported;
      std::cout << "REPORTED BY A CLAUSE THAT IS SWITCHED OFF  " << trial.mutant->name << "  " << clause << '\n';
    }
  }
  return reported;
}

/// The list in the mutants' table against what was seen. Answers how many clauses differ.
std::size_t compare_overlaps(const std::vector<Trial>& trials) {
  const std::vector<std::string> seen = mutant::overlapping(trials);
  const auto known = mutant::known_to_overlap();
  std::size_t different = 0;
  for (const std::string& clause : seen) {
    if (std::find(known.begin(), known.end(), clause) != known.end()) continue;
    ++different;
    std::cout << "overlaps, and its entry does not say so: " << clause << '\n';
  }
  for (const std::string_view clause : known) {
    if (std::find(seen.begin(), seen.end(), clause) != seen.end()) continue;
    ++different;
    std::cout << "does not overlap, and its entry says so: " << clause << '\n';
  }
  std::cout << seen.size() << " clauses overlap: their mutants are all caught by others, too.\n\n";
  return different;
}

int conclude(const std::vector<Trial>& trials, std::size_t troubles) {
  const auto count = [&trials](Fate fate) {
    return std::count_if(trials.begin(), trials.end(), [fate](const Trial& trial) { return trial.fate == fate; });
  };
  const auto lawful = count(Fate::lawful) + count(Fate::failed_lawful);
  const bool fine = count(Fate::survived) + count(Fate::foreign) + count(Fate::failed_lawful) == 0 && troubles == 0;
  std::cout << "msconform-mutants v1 mutants=" << static_cast<std::ptrdiff_t>(trials.size()) - lawful
            << " caught=" << count(Fate::caught) << " survived=" << count(Fate::survived)
            << " foreign=" << count(Fate::foreign) << " lawful=" << lawful
            << " failed_lawful=" << count(Fate::failed_lawful) << " exit=" << (fine ? 0 : 1) << '\n';
  return fine ? 0 : 1;
}

}  // namespace

int mutants(const std::vector<std::string>& arguments) {
  options::options_description description;
  description.add_options()("help,h", "")("list", "")("ablate", "");
  description.add_options()("matrix", options::value<std::string>())("jobs", options::value<int>());
  const options::variables_map values = parse_arguments(arguments, description, "mutant");
  if (values.count("help") > 0) {
    std::cout << mutants_help;
    return 0;
  }
  const std::vector<Mutant> chosen = chosen_mutants(values_of(values, "mutant"));
  if (values.count("list") > 0) {
    list_mutants(chosen);
    return 0;
  }
  const unsigned jobs = jobs_of(values);
  std::ofstream matrix;
  if (values.count("matrix") > 0) {
    matrix.open(values["matrix"].as<std::string>(), std::ios::binary);
    if (!matrix) throw ConfigurationError("the matrix " + values["matrix"].as<std::string>() + " cannot be written");
  }
  const profile::Catalogue catalogue = profiles_in({});
  const Ground ground(catalogue);
  const volatile std::sig_atomic_t* interrupted = catch_interruptions();
  std::vector<Trial> trials;
  Progress progress("mutants");
  for (const Mutant& one : chosen) {
    trials.push_back(judge(one, ground.run(one, ground.plan_for(one), jobs, interrupted)));
    if (*interrupted != 0) throw Interrupted();
    progress.show(trials.size(), chosen.size());
  }
  print_matrix(trials);
  print_what_is_wrong(trials);
  if (matrix.is_open()) write_matrix_file(trials, matrix);
  std::size_t troubles = 0;
  if (values.count("ablate") > 0) {
    troubles += ablate(trials, ground, jobs, interrupted);
    // Narrowed to some mutants, most clauses would seem to be without a mutant of their own.
    if (chosen.size() == mutant::mutants().size()) troubles += compare_overlaps(trials);
  }
  return conclude(trials, troubles);
}

}  // namespace discbench::cli
