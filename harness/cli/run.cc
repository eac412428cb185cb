#include "runner/run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <thread>

#include "check/catalogue.h"
#include "cli/command_line.h"
#include "cli/report_files.h"
#include "cli/selection.h"
#include "cli/terminal.h"
#include "profile/load.h"
#include "result/shell_word.h"

namespace discbench::cli {

const std::string_view run_help = R"(usage: msconform run [CLAUSE-GLOB...] [options]

Checks a subject against the contract, clause by clause, on a simulated recorder with
every medium and state ('msconform list --scenarios'), and gives a verdict. '*' in a glob
also stands for '.' and '/'; several globs are a union; none selects everything.

  --scenario GLOB           only these scenarios; may be repeated. A path that ends in
                            .yaml is read as a scenario of your own
  --subject builtin         the implementation that comes with this program (default)
  --subject library:PATH    a shared library that exports DllGetClassObject
  --generation win7         what the subject is held to: the contract since Windows 7 (default),
  --generation xp-vista     or that of Windows XP and Vista, which knows fewer interfaces
  --report FORMAT=FILE      also write a report; may be repeated. FORMAT: json, junit,
                            console
  --profiles DIR            add your own tree of profiles
  --jobs N                  processes at a time (default: processors, at most 4)
  --timeout-case S          seconds after which a case is ended (default: 30)
  -h [ --help ]             this text

The last line on stdout is for programs: msconform-result v1 verdict=... exit=N

Exit codes:
  0  conformant: something passed, and nothing failed, crashed, timed out or was blocked
  1  not conformant, or blocked by the subject, or its process leaked memory or died
  2  the command line is not understood
  3  a file, the subject's library or the rig is at fault: no verdict
  4  nothing ran, or nothing passed
  7  interrupted: what was done is reported
  70 internal error

examples:
  msconform run
  msconform run --subject library:./libacme.so --report junit=acme.xml
  msconform run --subject library:./libold.so --generation xp-vista
  msconform run 'multisession.in-use.*' --scenario 'cd-r/*' --scenario 'bd-r/*'
  msconform run sequential.next-writable-address.value --scenario ./mine.yaml
)";

namespace {

namespace options = boost::program_options;

constexpr double longest_limit_seconds = 86400;
constexpr unsigned most_jobs = 256;
constexpr unsigned most_jobs_by_default = 4;

options::options_description run_options() {
  options::options_description description;
  description.add_options()("help,h", "");
  description.add_options()("scenario", options::value<std::vector<std::string>>());
  description.add_options()("subject", options::value<std::string>()->default_value("builtin"));
  description.add_options()("generation", options::value<std::string>()->default_value("win7"));
  description.add_options()("report", options::value<std::vector<std::string>>());
  description.add_options()("profiles", options::value<std::vector<std::string>>());
  description.add_options()("jobs", options::value<int>());
  description.add_options()("timeout-case", options::value<double>());
  return description;
}

std::string library_of(const std::string& subject) {
  constexpr std::string_view prefix = "library:";
  if (subject == "builtin") return subject::builtin_library();
  if (subject.rfind(prefix, 0) == 0 && subject.size() > prefix.size()) return subject.substr(prefix.size());
  throw UsageError("--subject " + subject + ": expected builtin or library:PATH");
}

contract::Generation generation_of(const options::variables_map& values) {
  const std::string name = values["generation"].as<std::string>();
  const std::optional<contract::Generation> generation = contract::generation_named(name);
  if (!generation.has_value()) throw UsageError("--generation " + name + ": expected win7 or xp-vista");
  return *generation;
}

unsigned jobs_of(const options::variables_map& values) {
  if (values.count("jobs") == 0) return std::clamp(std::thread::hardware_concurrency(), 1u, most_jobs_by_default);
  const int jobs = values["jobs"].as<int>();
  if (jobs < 1 || jobs > static_cast<int>(most_jobs)) {
    throw UsageError("--jobs " + std::to_string(jobs) + ": expected 1 to " + std::to_string(most_jobs));
  }
  return static_cast<unsigned>(jobs);
}

std::chrono::milliseconds limit_of(const options::variables_map& values) {
  if (values.count("timeout-case") == 0) return runner::Options{}.case_limit;
  const double seconds = values["timeout-case"].as<double>();
  if (!(seconds >= 0.001 && seconds <= longest_limit_seconds)) {
    throw UsageError("--timeout-case: expected seconds, 0.001 to 86400");
  }
  return std::chrono::milliseconds(std::llround(seconds * 1000));
}

/// What a command that repeats a case of this run has to say besides clause and scenario.
std::string repeat_options_of(const options::variables_map& values) {
  std::string text;
  const std::string subject = values["subject"].as<std::string>();
  if (subject != "builtin") text += " --subject " + result::shell_word(subject);
  const contract::Generation generation = generation_of(values);
  if (generation != contract::Generation::win7) text += " --generation " + std::string(name_of(generation));
  for (const std::string& tree : values_of(values, "profiles")) text += " --profiles " + result::shell_word(tree);
  return text;
}

/// The run of a subject that was found, over scenarios that were read.
result::RunResult carry_out(const runner::Plan& plan, const options::variables_map& values,
                            const profile::Catalogue& catalogue, const std::string& library) {
  Progress progress;
  runner::Options how;
  how.subject = [&library] { return subject::load_library(library); };
  how.scenarios = [&catalogue](std::string_view id) { return profile::load_scenario(catalogue, id); };
  how.jobs = jobs_of(values);
  how.case_limit = limit_of(values);
  how.interrupted = catch_interruptions();
  how.progress = [&progress](std::size_t ended, std::size_t cases) { progress.show(ended, cases); };
  try {
    return runner::run(plan, how);
  } catch (const runner::SubjectUnusable& unusable) {
    throw ConfigurationError(unusable.what());
  }
}

runner::Plan plan_of(const std::vector<std::string>& globs, const std::vector<profile::Scenario>& scenarios,
                     contract::Generation generation) {
  std::vector<std::string> ids;
  for (const check::Entry& entry : check::catalogue()) ids.emplace_back(entry.clause.id);
  require_matches(globs, ids, "clause");
  return runner::make_plan(check::catalogue(), globs, scenarios, generation);
}

int run_as_asked(const options::variables_map& values) {
  jobs_of(values);
  limit_of(values);
  report_file_limits_as_errors();
  const contract::Generation generation = generation_of(values);
  ReportFiles reports(values_of(values, "report"));
  const std::string library = library_of(values["subject"].as<std::string>());
  const profile::Catalogue catalogue = profiles_in(values_of(values, "profiles"));
  const std::vector<profile::Scenario> scenarios = load_scenarios(catalogue, values_of(values, "scenario"));
  const runner::Plan plan = plan_of(values_of(values, "clause"), scenarios, generation);
  try {
    subject::inspect_library(library);
  } catch (const std::runtime_error& error) {
    throw ConfigurationError(error.what());
  }
  reports.open();
  result::RunResult outcome = carry_out(plan, values, catalogue, library);
  outcome.subject = values["subject"].as<std::string>();
  outcome.generation = name_of(generation);
  outcome.repeat_options = repeat_options_of(values);
  const std::vector<contract::Clause> clauses = all_clauses();
  const report::Document document{outcome, clauses};
  write_findings(document, std::cout, colour_of_stdout());
  std::cout.flush();
  reports.write(document);
  // Last, and only then: the line says exit=0, and a report that cannot be written is exit 3.
  write_result_line(document, std::cout);
  return exit_code_of(outcome_of(outcome));
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  const options::variables_map values = parse_arguments(arguments, run_options(), "clause");
  if (values.count("help") > 0) {
    std::cout << run_help;
    return 0;
  }
  try {
    return run_as_asked(values);
  } catch (const NothingSelected&) {
    // For programs that read the last line only: nothing ran.
    std::cout << result::result_line({}) << '\n';
    throw;
  }
}

}  // namespace discbench::cli
