// Cases again: those of a run that did not pass, or one.
#include <iostream>

#include "bundle/reader.h"
#include "check/catalogue.h"
#include "cli/command_line.h"
#include "cli/session.h"
#include "result/glob.h"

namespace discbench::cli {

const std::string_view rerun_help = R"(usage: msconform rerun DIR [--failed] [--out DIR] [--report FORMAT=FILE]...

Runs the cases of a bundle again, with the subject, the scenarios and the options that its
manifest names. The verdict is about what ran now.

  --failed                  only those that failed, crashed, timed out, were blocked or did not
                            run; after a run that was ended by force: also what it did not reach
  --out DIR                 keep this run, too
  --jobs N                  processes at a time (default: as it was)
  --report FORMAT=FILE      also write a report; may be repeated. FORMAT: json, junit,
                            console
  -h [ --help ]             this text

Exit codes: those of 'msconform run'; 4 where there is nothing to run again.

example:
  msconform run --subject library:./libacme.so --out acme-run
  msconform rerun acme-run --failed
)";

const std::string_view repro_help = R"(usage: msconform repro CASE [--from DIR] [options of run]

Runs one case alone, in a process of its own. CASE is CLAUSE@SCENARIO, as every report
names it. With the same subject, seed and profiles it comes out the same.

  --from DIR                with the subject and the options of a bundle that --out made
  --subject, --generation, --profiles, --seed, --repeat, --report, --out, --timeout-case
                            as for 'msconform run'
  -h [ --help ]             this text

examples:
  msconform repro multisession.in-use.round-trip@cd-r/blank --subject library:./libacme.so
  msconform repro multisession.in-use.round-trip@cd-r/blank --from acme-run
)";

namespace {

namespace options = boost::program_options;

/// For programs that read the last line only: nothing ran.
[[noreturn]] void nothing_to_run(const std::string& why) {
  std::cout << result::result_line({}) << '\n';
  throw NothingSelected(why);
}

/// Clause and scenario of a case, both of which have to be there.
std::pair<std::string, std::string> halves_of(const std::string& id) {
  const std::size_t at = id.find('@');
  if (at == std::string::npos || at == 0 || at + 1 == id.size()) {
    throw UsageError("'" + id +
                     "' is no case; expected CLAUSE@SCENARIO, e.g. multisession.in-use.round-trip@cd-r/blank");
  }
  const std::string clause = id.substr(0, at);
  if (check::find(clause) != nullptr || clause.rfind("capability.", 0) == 0) return {clause, id.substr(at + 1)};
  std::vector<std::string> ids;
  for (const check::Entry& entry : check::catalogue()) ids.emplace_back(entry.clause.id);
  nothing_to_run("there is no clause '" + clause + "'; did you mean " + result::nearest(clause, ids, 1).front() + "?");
}

/// A bundle's options, but for those that stand on the command line as well.
RunRequest with_what_was_typed(RunRequest kept, RunRequest typed, const options::variables_map& values) {
  kept.reports = std::move(typed.reports);
  kept.out = std::move(typed.out);
  if (!values["subject"].defaulted()) kept.subject = std::move(typed.subject);
  if (!values["generation"].defaulted()) kept.generation = typed.generation;
  if (!values["repeat"].defaulted()) kept.repeat = typed.repeat;
  if (!values["seed"].defaulted()) kept.seed = typed.seed;
  if (values.count("profiles") > 0) kept.profiles = std::move(typed.profiles);
  if (values.count("timeout-case") > 0) kept.case_limit = typed.case_limit;
  if (values.count("timeout-run") > 0) kept.run_limit = typed.run_limit;
  return kept;
}

}  // namespace

int rerun(const std::vector<std::string>& arguments) {
  options::options_description description;
  description.add_options()("help,h", "")("failed", "");
  description.add_options()("out", options::value<std::string>());
  description.add_options()("jobs", options::value<int>());
  description.add_options()("report", options::value<std::vector<std::string>>());
  const options::variables_map values = parse_arguments(arguments, description, "folder");
  if (values.count("help") > 0) {
    std::cout << rerun_help;
    return 0;
  }
  const std::vector<std::string> folders = values_of(values, "folder");
  if (folders.size() != 1) throw UsageError("rerun takes one folder");
  const bundle::Bundle bundle = read_bundle(folders.front());
  RunRequest request = request_from(bundle.manifest.options);
  request.reports = values_of(values, "report");
  request.out = values.count("out") > 0 ? values["out"].as<std::string>() : "";
  if (values.count("jobs") > 0) request.jobs = jobs_of(values);
  std::set<std::string> wanted;
  for (const result::CaseResult& result : bundle.run.cases) {
    if (values.count("failed") == 0 || is_failure(result.verdict) || result.verdict == result::Verdict::not_run)
      wanted.insert(result.id());
  }
  if (wanted.empty()) nothing_to_run("nothing to run again: no case of " + folders.front() + " failed or was left out");
  const Prepared prepared = prepare(request, wanted);
  // A failure that is not run again would look like one that was mended.
  if (const std::size_t gone = wanted.size() - prepared.whole.cases.size(); gone > 0) {
    throw ConfigurationError(std::to_string(gone) + " of the " + std::to_string(wanted.size()) + " cases of " +
                             folders.front() + " that are to run again are not there any more: the contract or the " +
                             "profiles are others; 'msconform run' runs what there is");
  }
  return carry_out(request, prepared);
}

int repro(const std::vector<std::string>& arguments) {
  options::options_description description = run_options();
  description.add_options()("from", options::value<std::string>());
  // One case is no part of a split run, whatever the environment says.
  std::vector<std::string> words{"--shard", "1/1"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const options::variables_map values = parse_arguments(words, description, "case");
  if (values.count("help") > 0) {
    std::cout << repro_help;
    return 0;
  }
  const std::vector<std::string> ids = values_of(values, "case");
  if (ids.size() != 1) throw UsageError("repro takes one case, CLAUSE@SCENARIO");
  const auto [clause, scenario] = halves_of(ids.front());
  RunRequest request = request_of(values);
  if (values.count("from") > 0) {
    const bundle::Bundle bundle = read_bundle(values["from"].as<std::string>());
    request = with_what_was_typed(request_from(bundle.manifest.options), std::move(request), values);
  }
  request.clauses = {clause};
  request.scenarios = {scenario};
  request.jobs = 1;
  request.isolation = runner::Isolation::every_case;
  return carry_out(request);
}

}  // namespace discbench::cli
