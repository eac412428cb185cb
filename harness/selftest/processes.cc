#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "bundle/manifest.h"
#include "bundle/reader.h"
#include "selftest/attempts.h"
#include "selftest/process.h"
#include "selftest/program_result.h"

namespace discbench::selftest {
namespace {

namespace fs = std::filesystem;

std::size_t lines_in(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return static_cast<std::size_t>(std::count(std::istreambuf_iterator<char>(file), {}, '\n'));
}

/// One case as often as that: a run that is busy writing its bundle. Nobody waits for its end.
Start long_run(const Setting& setting, const std::string& repeat) {
  return program_run(setting, {quick_clause, "--scenario", quick_scenario, "--jobs", "1", "--repeat", repeat, "--out",
                               setting.folder / "bundle"});
}

std::size_t ended_repetitions(const bundle::Bundle& bundle) {
  const result::Totals totals = totals_of(bundle.run.cases);
  return totals.of(result::Verdict::passed);
}

/// What `msconform report` makes of it, for those who have the folder only.
void expect_to_be_shown_as_unfinished(const Setting& setting, Findings& findings) {
  expect_result(findings, "'msconform report' of it",
                run_program(program(setting, {"report", setting.folder / "bundle"})), 7, "interrupted");
}

}  // namespace

namespace {

/// Starts a run, kills it (SIGKILL) as soon as there are so many results on disk, and answers how many there were.
std::size_t kill_after(std::size_t results, const Setting& setting, Start start, Findings& findings) {
  std::size_t seen = 0;
  Process process(std::move(start));
  for (int moments = 5000; seen < results && moments > 0; --moments) {
    if (process.ends_within(std::chrono::milliseconds(0))) break;
    wait_a_moment();
    seen = lines_in(setting.folder / "bundle" / bundle::cases_file);
  }
  process.kill();
  const Ended ended = process.ended();
  findings.equal("its end", "SIGKILL", ended.how);
  findings.says_not("its stdout", ended.out, "msconform-result");
  findings.expect(seen >= results, "results on disk before the kill", std::to_string(results) + " at least",
                  std::to_string(seen));
  return seen;
}

/// In the middle of writing.
void kill_while_it_writes(const Setting& setting, Findings& findings) {
  const std::size_t seen = kill_after(100, setting, long_run(setting, "200000"), findings);
  const bundle::Bundle bundle = bundle::read(setting.folder / "bundle");
  findings.expect(!bundle.finished, "the bundle", "unfinished", "at its end");
  findings.outcome(bundle.run, result::Outcome::interrupted);
  const std::size_t kept = ended_repetitions(bundle);
  findings.expect(kept >= seen, "results that passed in the bundle", std::to_string(seen) + " at least",
                  std::to_string(kept));
  expect_to_be_shown_as_unfinished(setting, findings);
  fs::remove_all(setting.folder / "bundle");
}

/// In a case that does not end, after three that did.
void kill_in_a_case(const Setting& setting, Findings& findings) {
  const std::string hanging = "multisession.in-use.put-true";
  Start start = program_run(
      setting, {"multisession.is-supported-on-current-media-state.stable", "multisession.import-recorder.value",
                "multisession.import-recorder.ownership", hanging, "--scenario", quick_scenario, "--subject",
                "mutant:hangs-on-put", "--jobs", "1", "--out", setting.folder / "bundle"});
  kill_after(3, setting, std::move(start), findings);
  const bundle::Bundle bundle = bundle::read(setting.folder / "bundle");
  const result::Totals totals = totals_of(bundle.run.cases);
  findings.equal("cases that had ended", 3, totals.of(result::Verdict::passed));
  findings.equal("cases that are lost", 1, totals.of(result::Verdict::not_run));
  findings.verdict(bundle.run, hanging + "@" + quick_scenario, result::Verdict::not_run);
}

}  // namespace

void killed_run_is_readable(const Setting& setting, Findings& findings) {
  kill_while_it_writes(setting, findings);
  kill_in_a_case(setting, findings);
}

void full_disk_keeps_the_bundle(const Setting& setting, Findings& findings) {
  constexpr std::uint64_t room = 6000;  // for manifest and plan, and some of the results
  Start start = long_run(setting, "500");
  start.most_file_bytes = room;
  const Ended ended = run_program(start);
  expect_no_result(findings, "a run whose disk is full", ended, 3);
  const fs::path folder = setting.folder / "bundle";
  findings.says("the message", ended.err, (folder / bundle::cases_file).string() + " cannot be written");
  const std::size_t kept = ended_repetitions(bundle::read(folder));
  findings.expect(kept > 0, "whole results on disk", "some", "none");
  findings.says("the message", ended.err, "the " + std::to_string(kept) + " results before it stay");
  expect_to_be_shown_as_unfinished(setting, findings);
}

void full_disk_cuts_no_report(const Setting& setting, Findings& findings) {
  const std::string report = setting.folder / "report.json";
  Start start = program_run(setting, {quick_clause, "--scenario", quick_scenario, "--report", "json=" + report});
  start.most_file_bytes = 800;  // what is printed of one case is shorter, its report is longer
  const Ended cut = run_program(start);
  expect_no_result(findings, "a report that does not fit", cut, 3);
  findings.says("the message", cut.err, report + " cannot be written");
  Start full = program_run(setting, {quick_clause, "--scenario", quick_scenario});
  full.output = Output::full_device;
  expect_exit(findings, "standard output on a full disk", run_program(full), 3);
}

void closed_pipe_is_no_success(const Setting& setting, Findings& findings) {
  Start start = program_run(setting, {quick_clause, "--scenario", quick_scenario});
  start.output = Output::closed_pipe;
  const Ended ended = run_program(start);
  findings.expect(ended.exit_code != 0, "a run that passes, into a closed pipe", "not exit 0", ended.how);
}

void read_only_output(const Setting& setting, Findings& findings) {
  const fs::path file = setting.folder / "file";
  std::ofstream(file) << "A file is no folder, whoever asks.\n";
  const std::string below = file / "below";
  const auto run_with = [&](const std::string& option, const std::string& value) {
    return run_program(program_run(
        setting, {wrong_clause, "--scenario", wrong_scenario, "--subject", "mutant:next-plus-one", option, value}));
  };
  const auto expect_refusal = [&](const std::string& what, const Ended& ended) {
    expect_no_result(findings, what, ended, 3);
    findings.says(what + ": the message", ended.err, below);
    // The subject fails, and the program says so at once: that it does not is how we know that nothing ran.
    findings.says_not(what + ": stderr", ended.err, "did not pass");
  };
  expect_refusal("--out that cannot be made", run_with("--out", below));
  expect_refusal("--report that cannot be made", run_with("--report", "json=" + below));
}

}  // namespace discbench::selftest
