#include <optional>
#include <string>

#include "selftest/attempts.h"
#include "selftest/meta_catalogue.h"

namespace discbench::selftest {

using result::Outcome;
using result::Verdict;

void skip_is_no_pass(const Setting& setting, Findings& findings) {
  const result::RunResult mixed = run_meta(setting, {"meta.a-passes", "meta.not-applicable"});
  findings.verdict(mixed, meta_case("meta.not-applicable"), Verdict::not_applicable);
  findings.equal("passed", 1, totals_of(mixed.cases).of(Verdict::passed));
  findings.outcome(mixed, Outcome::conformant);
  const result::RunResult skips = run_meta(setting, {"meta.not-applicable"});
  findings.outcome(skips, Outcome::no_evidence);
}

void leaving_is_a_crash(const Setting& setting, Findings& findings) {
  const result::RunResult run = run_meta(setting, {"meta.a-passes", "meta.exit", "meta.z-passes"});
  findings.equal("cases", 3, run.cases.size());
  findings.verdict(run, meta_case("meta.a-passes"), Verdict::passed);
  findings.verdict(run, meta_case("meta.z-passes"), Verdict::passed);
  if (findings.verdict(run, meta_case("meta.exit"), Verdict::crashed)) {
    findings.says("the reason", find_case(run, meta_case("meta.exit"))->reason, "exit status 0");
  }
  findings.outcome(run, Outcome::not_conformant);
}

void nothing_compared_is_no_pass(const Setting& setting, Findings& findings) {
  const result::RunResult run = run_meta(setting, {"meta.a-passes", "meta.nothing-compared"});
  if (findings.verdict(run, meta_case("meta.nothing-compared"), Verdict::blocked)) {
    findings.equal("blocked by", "rig", name_of(find_case(run, meta_case("meta.nothing-compared"))->blocked_by));
  }
  findings.outcome(run, Outcome::rig_at_fault);
}

void blocked_is_not_green(const Setting& setting, Findings& findings) {
  for (const char* clause : {"meta.blocked", "meta.blocked-after"}) {
    const result::RunResult run = run_meta(setting, {"meta.a-passes", clause, "meta.z-passes"});
    if (findings.verdict(run, meta_case(clause), Verdict::blocked)) {
      const result::CaseResult* blocked = find_case(run, meta_case(clause));
      findings.equal("blocked by", "subject", name_of(blocked->blocked_by));
      findings.says("the reason", blocked->reason, "create_writer");
    }
    findings.equal("passed", 2, totals_of(run.cases).of(Verdict::passed));
    findings.outcome(run, Outcome::not_conformant);
  }
}

namespace {

void expect_every_repetition(const Setting& setting, Findings& findings) {
  runner::Options options = meta_options();
  options.repeat = 3;
  const result::RunResult run = run_meta(setting, {"meta.alternates", "meta.z-passes"}, options);
  findings.verdict(run, meta_case("meta.alternates"), Verdict::failed);
  const result::Totals totals = totals_of(run.cases);
  findings.equal("cases, each three times", 6, totals.cases);
  findings.equal("failed", 2, totals.of(Verdict::failed));
  findings.equal("passed", 4, totals.of(Verdict::passed));
  findings.outcome(run, Outcome::not_conformant);
}

void expect_the_guilty_one(const Setting& setting, Findings& findings) {
  const result::RunResult run = run_meta(setting, {"meta.a-passes", "meta.poison.*", "meta.z-passes"});
  if (findings.verdict(run, meta_case("meta.poison.a"), Verdict::crashed)) {
    findings.says("the reason", find_case(run, meta_case("meta.poison.a"))->reason, meta_case("meta.poison.death"));
  }
  findings.verdict(run, meta_case("meta.poison.death"), Verdict::passed);
  findings.equal("cases", 4, run.cases.size());
  findings.outcome(run, Outcome::not_conformant);
}

}  // namespace

void again_does_not_hide(const Setting& setting, Findings& findings) {
  expect_every_repetition(setting, findings);
  expect_the_guilty_one(setting, findings);
}

}  // namespace discbench::selftest
