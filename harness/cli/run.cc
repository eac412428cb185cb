#include "runner/run.h"

#include <iostream>

#include "capability/clauses.h"
#include "check/catalogue.h"
#include "cli/claimed_cases.h"
#include "cli/command_line.h"
#include "cli/report_files.h"
#include "cli/run_request.h"
#include "cli/selection.h"
#include "cli/subject_choice.h"
#include "cli/terminal.h"
#include "cli/waiver_files.h"
#include "profile/load.h"

namespace discbench::cli {

const std::string_view run_help = R"(usage: msconform run [CLAUSE-GLOB...] [options]

Checks a subject against the contract, clause by clause, on a simulated recorder with
every medium and state ('msconform list --scenarios'), and gives a verdict. '*' in a glob
also stands for '.' and '/'; several globs are a union; none selects everything.

  --scenario GLOB           only these scenarios; may be repeated. A path that ends in
                            .yaml is read as a scenario of your own
  --subject builtin         the implementation that comes with this program (default)
  --subject library:PATH    a shared library that exports DllGetClassObject
  --subject mutant:NAME     one of the lawful or wrong ones that the harness itself is tried on
                            ('msconform mutants --list')
  --generation win7         what the subject is held to: the contract since Windows 7 (default),
  --generation xp-vista     or that of Windows XP and Vista, which knows fewer interfaces
  --report FORMAT=FILE      also write a report; may be repeated. FORMAT: json, junit,
                            console
  --capabilities FILE       what the subject claims to offer; each claim is tested, whatever
                            else is selected ('msconform doctor --draft FILE' writes one)
  --waivers FILE            failures that somebody has accepted: they count as waived, and stay
                            visible. docs/waivers-and-capabilities.md explains both files
  --today YYYY-MM-DD        the day on which the waivers have to hold (default: today, UTC)
  --profiles DIR            add your own tree of profiles
  --jobs N                  processes at a time (default: processors, at most 4)
  --timeout-case S          seconds after which a case is ended (default: 30)
  -h [ --help ]             this text

The last line on stdout is for programs: msconform-result v1 verdict=... exit=N

Exit codes:
  0  conformant: something passed, and nothing failed, crashed, timed out or was blocked
  1  not conformant, or blocked by the subject, or its process leaked memory or died, or a
     waiver has expired, matches nothing, or is for a case that passes
  2  the command line is not understood
  3  a file, the subject's library or the rig is at fault: no verdict
  4  nothing ran, or nothing passed
  7  interrupted: what was done is reported
  70 internal error

examples:
  msconform run
  msconform run --subject library:./libacme.so --report junit=acme.xml
  msconform run --subject library:./libold.so --generation xp-vista
  msconform run --subject library:./libacme.so --waivers acme-waivers.yaml
  msconform run 'multisession.in-use.*' --scenario 'cd-r/*' --scenario 'bd-r/*'
  msconform run sequential.next-writable-address.value --scenario ./mine.yaml
)";

namespace {

namespace options = boost::program_options;

/// The run of a subject that was found, over scenarios that were read.
result::RunResult carry_out(const runner::Plan& plan, const RunRequest& request, const profile::Catalogue& catalogue,
                            const SubjectChoice& subject) {
  Progress progress;
  runner::Options how;
  how.subject = subject.load;
  how.scenarios = [&catalogue](std::string_view id) { return profile::load_scenario(catalogue, id); };
  how.jobs = request.jobs;
  how.case_limit = request.case_limit;
  how.interrupted = catch_interruptions();
  how.progress = [&progress](std::size_t ended, std::size_t cases) { progress.show(ended, cases); };
  try {
    return runner::run(plan, how);
  } catch (const runner::SubjectUnusable& unusable) {
    throw ConfigurationError(unusable.what());
  }
}

runner::Plan plan_of(const std::vector<std::string>& globs, const std::vector<profile::Scenario>& scenarios,
                     contract::Generation generation, const ClaimedCases& claims) {
  std::vector<std::string> ids = claims.ids();
  for (const check::Entry& entry : check::catalogue()) ids.emplace_back(entry.clause.id);
  require_matches(globs, ids, "clause");
  runner::Plan plan = runner::make_plan(check::catalogue(), globs, scenarios, generation);
  claims.add_to(plan, globs);
  return plan;
}

int run_as_asked(const RunRequest& request) {
  report_file_limits_as_errors();
  ReportFiles reports(request.reports);
  const SubjectChoice subject = choose_subject(request.subject);
  const profile::Catalogue catalogue = profiles_in(request.profiles);
  const std::vector<profile::Scenario> scenarios = load_scenarios(catalogue, request.scenarios);
  const ClaimedCases claims(request.capabilities, catalogue);
  const runner::Plan plan = plan_of(request.clauses, scenarios, request.generation, claims);
  std::optional<waiver::Waivers> waivers = waivers_of(request);
  reports.open();
  result::RunResult outcome = carry_out(plan, request, catalogue, subject);
  outcome.subject = request.subject;
  outcome.generation = name_of(request.generation);
  outcome.repeat_options = repeat_options_of(request);
  outcome.capabilities = request.capabilities;
  apply_waivers(outcome, waivers, coverage_of(request));
  std::vector<contract::Clause> clauses = all_clauses();
  for (const contract::Clause& clause : capability::clauses()) clauses.push_back(clause);
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
    return run_as_asked(request_of(values));
  } catch (const NothingSelected&) {
    // For programs that read the last line only: nothing ran.
    std::cout << result::result_line({}) << '\n';
    throw;
  }
}

}  // namespace discbench::cli
