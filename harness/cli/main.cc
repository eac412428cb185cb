// msconform: checks an implementation of IMAPI2's multisession interfaces against the documented contract.
#include <algorithm>
#include <array>
#include <exception>
#include <iostream>

#include "cli/command_line.h"
#include "cli/exit_codes.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "manual/manual_page.h"
#include "profile/problem.h"
#include "result/glob.h"
#include "result/printable.h"
#include "result/run_result.h"

namespace discbench::cli {
namespace {

constexpr char help[] = R"(usage: msconform VERB [ARGUMENTS]

Checks an implementation of IMAPI2's multisession interfaces against the documented
contract, on a simulated recorder with every medium and state.

  list       the clauses of the contract, or the scenarios (--scenarios)
  explain    what a clause demands, and where that is documented
  run        check a subject, and give a verdict
  doctor     whether machine and subject are fit for a run, and what the subject offers
  coverage   which clauses a run looks at
  mutants    try the contract on subjects that are known to be wrong or lawful
  selftest   try the harness itself on the ways in which harnesses lie
  rerun      run what failed again
  repro      run one case alone
  report     show a run that was kept, and write reports of it
  merge      put the parts of a split run together
  diff       what two runs found differently

'msconform VERB --help' explains a verb and shows examples; 'msconform --man' prints all
of it as one page: msconform --man | man -l -

examples:
  msconform run                                    the implementation that comes with it
  msconform run --subject library:./libacme.so     yours
  msconform explain multisession.in-use.round-trip
)";

struct Verb {
  std::string_view name;
  int (*act)(const std::vector<std::string>& arguments);
  const std::string_view& help;
};
constexpr std::array verbs{Verb{"list", list, list_help},
                           Verb{"explain", explain, explain_help},
                           Verb{"run", run, run_help},
                           Verb{"doctor", doctor, doctor_help},
                           Verb{"coverage", coverage, coverage_help},
                           Verb{"mutants", mutants, mutants_help},
                           Verb{"selftest", selftest, selftest_help},
                           Verb{"rerun", rerun, rerun_help},
                           Verb{"repro", repro, repro_help},
                           Verb{"report", report, report_help},
                           Verb{"merge", merge, merge_help},
                           Verb{"diff", diff, diff_help}};

std::string own_manual() {
  std::array<manual::Section, verbs.size()> sections{};
  for (std::size_t i = 0; i < verbs.size(); ++i) sections[i] = {.heading = verbs[i].name, .text = verbs[i].help};
  return manual::page_of({.program = "msconform",
                          .version = program_version,
                          .summary = "checks an implementation of IMAPI2's multisession interfaces",
                          .overview = help,
                          .sections = sections});
}

int complain(const std::string& verb, const std::string& what, int exit_code) {
  std::cerr << "msconform" << (verb.empty() ? "" : " ") << verb << ": " << result::printable(what) << '\n';
  return exit_code;
}

int act(const std::string& name, const std::vector<std::string>& arguments) {
  const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& one) { return one.name == name; });
  if (verb == verbs.end()) {
    std::vector<std::string> names;
    for (const Verb& one : verbs) names.emplace_back(one.name);
    return complain("",
                    "there is no verb '" + name + "'; did you mean " + result::nearest(name, names, 1).front() +
                        "? See 'msconform --help'",
                    exit_usage);
  }
  try {
    return verb->act(arguments);
  } catch (const UsageError& error) {
    return complain(name, std::string(error.what()) + "; see 'msconform " + name + " --help'", exit_usage);
  } catch (const NothingSelected& error) {
    return complain(name, error.what(), exit_nothing_ran);
  } catch (const Interrupted& error) {
    return complain(name, error.what(), result::exit_code_of(result::Outcome::interrupted));
  } catch (const ConfigurationError& error) {
    return complain(name, error.what(), exit_configuration);
  } catch (const profile::ProfileError& error) {
    for (const std::string& line : error.lines()) std::cerr << result::printable(line) << '\n';
    return exit_configuration;
  }
}

int main_of(const std::vector<std::string>& words) {
  if (words.empty()) {
    std::cerr << help;
    return exit_usage;
  }
  if (words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
    std::cout << help;
    return 0;
  }
  if (words.front() == "--man") {
    std::cout << own_manual();
    return 0;
  }
  const int exit_code = act(words.front(), {words.begin() + 1, words.end()});
  std::cout.flush();
  if (!std::cout) return complain("", "standard output cannot be written", exit_configuration);
  return exit_code;
}

}  // namespace
}  // namespace discbench::cli

int main(int count, char** words) {
  discbench::cli::hold_standard_files();
  try {
    return discbench::cli::main_of({words + 1, words + count});
  } catch (const std::exception& error) {
    return discbench::cli::complain("", std::string("internal error: ") + error.what(),
                                    discbench::cli::exit_internal_error);
  }
}
