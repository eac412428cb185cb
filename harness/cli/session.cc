#include "cli/session.h"

#include <filesystem>
#include <iostream>
#include <memory>

#include "bundle/bundle_error.h"
#include "bundle/reader.h"
#include "bundle/writer.h"
#include "capability/clauses.h"
#include "check/catalogue.h"
#include "cli/command_line.h"
#include "cli/selection.h"
#include "cli/subject_choice.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "cli/waiver_files.h"
#include "profile/load.h"
#include "result/digest.h"
#include "result/printable.h"

namespace discbench::cli {
namespace {

runner::Plan plan_of(const std::vector<std::string>& globs, const std::vector<profile::Scenario>& scenarios,
                     contract::Generation generation, const ClaimedCases& claims) {
  std::vector<std::string> ids = claims.ids();
  for (const check::Entry& entry : check::catalogue()) ids.emplace_back(entry.clause.id);
  require_matches(globs, ids, "clause");
  runner::Plan plan = runner::make_plan(check::catalogue(), globs, scenarios, generation);
  claims.add_to(plan, globs);
  return plan;
}

std::string id_of(const runner::PlannedCase& planned) {
  return std::string(planned.entry->clause.id) + "@" + planned.scenario->id;
}

std::string contract_digest() {
  std::string text;
  for (const contract::Clause& clause : all_clauses()) {
    for (const std::string_view part : {clause.id, name_of(clause.level), clause.page, clause.statement}) {
      text += std::string(part) + "\n";
    }
  }
  return result::sha256_of(text);
}

std::string digest_of(const profile::Scenario& scenario) {
  std::string digests;
  for (const std::string& file : scenario.files) digests += result::sha256_of_file(file) + "\n";
  return result::sha256_of(digests);
}

bundle::Manifest manifest_for(const RunRequest& request, const Prepared& prepared, const SubjectChoice& subject) {
  bundle::Manifest manifest;
  manifest.program_version = program_version;
  manifest.contract_digest = contract_digest();
  manifest.subject = request.subject;
  manifest.library = std::filesystem::absolute(subject.library).lexically_normal().string();
  manifest.library_digest = result::sha256_of_file(subject.library);
  manifest.generation = name_of(request.generation);
  for (const profile::Scenario& scenario : prepared.scenarios) {
    manifest.scenarios.push_back({scenario.id, digest_of(scenario)});
  }
  manifest.ineligible = prepared.whole.ineligible;
  manifest.repeat = request.repeat;
  manifest.shard = request.shard;
  manifest.repeat_options = repeat_options_of(request);
  manifest.options = json_of(request);
  return manifest;
}

std::unique_ptr<bundle::Writer> bundle_for(const RunRequest& request, const Prepared& prepared,
                                           const SubjectChoice& subject) {
  if (request.out.empty()) return nullptr;
  std::vector<std::string> ids;
  for (const runner::PlannedCase& planned : prepared.whole.cases) ids.push_back(id_of(planned));
  return std::make_unique<bundle::Writer>(request.out, manifest_for(request, prepared, subject), ids);
}

/// Tells of the first failure when it comes: who watches need not wait for the end.
class FirstFailure {
 public:
  void look_at(const result::CaseResult& result) {
    if (told_ || !is_failure(result.verdict)) return;
    told_ = true;
    const std::string text = "the first that did not pass: " + result.id() + " " +
                             std::string(name_of(result.verdict)) + ": " + evidence_of(result);
    std::cerr << "msconform run: " << result::printable(text) << std::endl;
  }

 private:
  bool told_ = false;
};

runner::Options options_for(const RunRequest& request, const Prepared& prepared, const SubjectChoice& subject) {
  runner::Options how;
  how.subject = subject.load;
  how.scenarios = [&prepared](std::string_view id) { return profile::load_scenario(prepared.catalogue, id); };
  how.jobs = request.jobs;
  how.isolation = request.isolation;
  how.repeat = request.repeat;
  how.seed = request.seed;
  how.case_limit = request.case_limit;
  how.run_limit = request.run_limit;
  how.interrupted = catch_interruptions();
  return how;
}

void tell_of_the_shard(const RunRequest& request, const Prepared& prepared) {
  if (!request.split()) return;
  std::cerr << "msconform run: shard " << request.shard.index << " of " << request.shard.total
            << (request.shard_by_environment ? ", as the environment says (--shard 1/1 is the whole)" : "") << ": "
            << prepared.plan.cases.size() << " of " << prepared.whole.cases.size() << " cases\n";
}

}  // namespace

Prepared prepare(const RunRequest& request, const std::optional<std::set<std::string>>& only) {
  profile::Catalogue catalogue = profiles_in(request.profiles);
  ClaimedCases claims(request.capabilities, catalogue);
  Prepared prepared{
      .claims = std::move(claims), .catalogue = std::move(catalogue), .scenarios = {}, .whole = {}, .plan = {}};
  prepared.scenarios = load_scenarios(prepared.catalogue, request.scenarios);
  prepared.whole = plan_of(request.clauses, prepared.scenarios, request.generation, prepared.claims);
  if (only.has_value()) {
    std::erase_if(prepared.whole.cases,
                  [&only](const runner::PlannedCase& planned) { return !only->contains(id_of(planned)); });
  }
  prepared.chosen = only.has_value();
  prepared.plan = prepared.whole;
  std::erase_if(prepared.plan.cases, [&request](const runner::PlannedCase& planned) {
    return !bundle::in_shard(request.shard, id_of(planned));
  });
  return prepared;
}

result::RunResult execute(const RunRequest& request, const Prepared& prepared, const SubjectChoice& subject,
                          ReportFiles& reports) {
  std::optional<waiver::Waivers> waivers = waivers_of(request);
  try {
    // Before the reports, which may lie in its folder, and older ones of which are gone once they are opened.
    const std::unique_ptr<bundle::Writer> bundle = bundle_for(request, prepared, subject);
    reports.open();
    tell_of_the_shard(request, prepared);
    Progress progress;
    FirstFailure first_failure;
    runner::Options how = options_for(request, prepared, subject);
    how.progress = [&progress](std::size_t ended, std::size_t cases) { progress.show(ended, cases); };
    how.settle = [&](std::size_t, result::CaseResult& result) {
      if (waivers.has_value()) waivers->settle(result);
      first_failure.look_at(result);
      if (bundle != nullptr) bundle->add(result);
    };
    result::RunResult run = runner::run(prepared.plan, how);
    run.subject = request.subject;
    run.generation = name_of(request.generation);
    run.repeat_options = repeat_options_of(request);
    run.capabilities = request.capabilities;
    if (waivers.has_value()) add_findings(run, *waivers, coverage_of(request, prepared.chosen));
    if (bundle != nullptr) bundle->finish(run);
    return run;
  } catch (const runner::SubjectUnusable& unusable) {
    throw ConfigurationError(unusable.what());
  } catch (const bundle::BundleError& error) {
    throw ConfigurationError(error.what());
  }
}

int carry_out(const RunRequest& request, const Prepared& prepared) {
  catch_errors_of_writing();
  const SubjectChoice subject = choose_subject(request.subject);
  ReportFiles reports(request.reports);
  return publish(execute(request, prepared, subject, reports), reports);
}

int carry_out(const RunRequest& request) {
  try {
    return carry_out(request, prepare(request));
  } catch (const NothingSelected&) {
    // For programs that read the last line only: nothing ran.
    std::cout << result::result_line({}) << '\n';
    throw;
  }
}

bundle::Bundle read_bundle(const std::string& folder) {
  try {
    return bundle::read(folder);
  } catch (const bundle::BundleError& error) {
    throw ConfigurationError(error.what());
  }
}

int publish(const result::RunResult& run, ReportFiles& reports) {
  std::vector<contract::Clause> clauses = all_clauses();
  for (const contract::Clause& clause : capability::clauses()) clauses.push_back(clause);
  const report::Document document{run, clauses};
  write_findings(document, std::cout, colour_of_stdout());
  std::cout.flush();
  reports.write(document);
  // Last, and only then: the line says exit=0, and a report that cannot be written is exit 3.
  write_result_line(document, std::cout);
  return exit_code_of(outcome_of(run));
}

}  // namespace discbench::cli
