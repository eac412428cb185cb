#include <fstream>
#include <string>

#include "selftest/attempts.h"
#include "selftest/meta_catalogue.h"
#include "selftest/process.h"
#include "selftest/program_result.h"
#include "waiver/waivers.h"

namespace discbench::selftest {

using result::Outcome;
using result::Verdict;

void rig_is_not_the_subject(const Setting& setting, Findings& findings) {
  const result::RunResult run = run_meta(setting, {"meta.a-passes", "meta.blocked-by-rig"});
  if (findings.verdict(run, meta_case("meta.blocked-by-rig"), Verdict::blocked)) {
    findings.equal("blocked by", "rig", name_of(find_case(run, meta_case("meta.blocked-by-rig"))->blocked_by));
  }
  findings.outcome(run, Outcome::rig_at_fault);
  const auto judged = [&](const std::string& subject) {
    return run_program(program_run(setting, {wrong_clause, "--scenario", wrong_scenario, "--subject", subject}));
  };
  const Ended wrong = judged("mutant:next-plus-one");
  expect_result(findings, "a subject whose next writable address is one too far", wrong, 1, "not-conformant");
  findings.equal("cases of it that failed", "1", value_in_result(wrong.out, "failed"));
  expect_result(findings, "the implementation of our own in the same place", judged("builtin"), 0, "conformant");
}

void claims_are_tested(const Setting& setting, Findings& findings) {
  const std::string file = setting.folder / "claims.yaml";
  const auto claim_write = [&](const std::string& claim, const std::string& subject) {
    std::ofstream(file) << "capabilities:\n  sequential2: yes\n  random-write: yes\n  last-written-address: yes\n"
                        << "  write: " << claim << "\n  burn-verification: yes\n  events: yes\n  erase: yes\n"
                        << "  recorder: yes\n  recorder-ex: yes\n  master: yes\n";
    return run_program(program_run(
        setting, {"capability.write", "--scenario", quick_scenario, "--capabilities", file, "--subject", subject}));
  };
  expect_result(findings, "'write: yes', and it writes", claim_write("yes", "mutant:none"), 0, "conformant");
  expect_result(findings, "'write: no', and it writes", claim_write("no", "mutant:none"), 1, "not-conformant");
  expect_result(findings, "'write: yes', and it does not write", claim_write("yes", "mutant:no-burning"), 1,
                "not-conformant");
}

namespace {

constexpr char waiver_id[] = "SELFTEST-1";
constexpr char day[] = "2027-01-15";

struct Waived {
  std::string clause = wrong_clause;
  std::string observed = "*with *1";  // as mutant:next-plus-one answers
  std::string expires = "2027-03-31";
};

std::string waiver_file(const Setting& setting, const Waived& waived) {
  const std::string file = setting.folder / "waivers.yaml";
  std::ofstream(file) << "waivers:\n  - id: " << waiver_id << "\n    clause: \"" << waived.clause
                      << "\"\n    scenario: \"*\"\n    expected: success*\n    observed: \"" << waived.observed
                      << "\"\n    kind: contingency\n    owner: selftest@discbench.example\n"
                      << "    link: https://discbench.example/1\n    expires: " << waived.expires << "\n";
  return file;
}

/// A run under one waiver. Beside what it is about something passes, so that nothing but the waiver can be the reason
/// for what comes out.
Ended run_with(const Setting& setting, const std::string& subject, const Waived& waived) {
  return run_program(program_run(setting, {wrong_clause, quick_clause, "--scenario", wrong_scenario, "--subject",
                                           subject, "--waivers", waiver_file(setting, waived), "--today", day}));
}

/// Only a run of everything can say that there is nothing of the kind: that takes too long here, and so the waivers are
/// asked themselves.
void expect_a_waiver_of_nothing_to_be_found(const Setting& setting, Findings& findings) {
  waiver::Waivers waivers =
      waiver::Waivers::load(waiver_file(setting, {.clause = "no-such.clause"}), *waiver::date_of(day));
  runner::Options options = meta_options();
  options.settle = [&waivers](std::size_t, result::CaseResult& result) { waivers.settle(result); };
  result::RunResult run = run_meta(setting, {"meta.a-passes"}, options);
  run.troubles = waivers.findings(waiver::Coverage::whole);
  findings.outcome(run, Outcome::not_conformant);
  findings.says("what is said of it", run.troubles.empty() ? "nothing" : run.troubles.front(), waiver_id);
}

}  // namespace

void waivers_are_watched(const Setting& setting, Findings& findings) {
  const std::string wrong = "mutant:next-plus-one";
  const Ended live = run_with(setting, wrong, {});
  expect_result(findings, "a failure under a waiver that holds", live, 0, "conformant");
  findings.equal("waived", "1", value_in_result(live.out, "waived"));
  const auto expect_told = [&](std::string_view what, const Ended& ended) {
    expect_result(findings, what, ended, 1, "not-conformant");
    findings.says(std::string(what) + ": stdout", ended.out, waiver_id);
  };
  expect_told("a waiver of what passes", run_with(setting, "builtin", {}));
  expect_told("a waiver that has expired", run_with(setting, wrong, {.expires = "2027-01-14"}));
  expect_told("a waiver of another failure", run_with(setting, wrong, {.observed = "E_FAIL*"}));
  expect_a_waiver_of_nothing_to_be_found(setting, findings);
}

}  // namespace discbench::selftest
