#include "result/run_result.h"

#include <gtest/gtest.h>

namespace discbench::result {
namespace {

CaseResult case_with(Verdict verdict, BlockedBy by = BlockedBy::nobody) {
  CaseResult result;
  result.clause = "com.identity";
  result.scenario = "cd-r/blank";
  result.verdict = verdict;
  result.checks = 2;
  result.blocked_by = by;
  return result;
}

RunResult run_with(std::vector<CaseResult> cases) {
  RunResult run;
  run.cases = std::move(cases);
  return run;
}

Outcome outcome_with(Verdict verdict, BlockedBy by = BlockedBy::nobody) {
  return outcome_of(run_with({case_with(Verdict::passed), case_with(verdict, by)}));
}

TEST(Outcome, OnePassedCaseAndNothingAgainstItIsConformant) {
  EXPECT_EQ(outcome_of(run_with({case_with(Verdict::passed)})), Outcome::conformant);
  EXPECT_EQ(outcome_with(Verdict::not_applicable), Outcome::conformant);
  EXPECT_EQ(outcome_with(Verdict::noted), Outcome::conformant);
}

TEST(Outcome, WhatTheSubjectDidWrongIsNotConformant) {
  EXPECT_EQ(outcome_with(Verdict::failed), Outcome::not_conformant);
  EXPECT_EQ(outcome_with(Verdict::crashed), Outcome::not_conformant);
  EXPECT_EQ(outcome_with(Verdict::timed_out), Outcome::not_conformant);
  EXPECT_EQ(outcome_with(Verdict::blocked, BlockedBy::subject), Outcome::not_conformant);
}

TEST(Outcome, WhatTheRigBlocksOrLeavesOutIsNoVerdictOnTheSubject) {
  EXPECT_EQ(outcome_with(Verdict::blocked, BlockedBy::rig), Outcome::rig_at_fault);
  EXPECT_EQ(outcome_with(Verdict::not_run), Outcome::rig_at_fault);
}

TEST(Outcome, AFailureCountsEvenWhereTheRigBlockedSomethingElse) {
  EXPECT_EQ(outcome_of(run_with({case_with(Verdict::failed), case_with(Verdict::blocked, BlockedBy::rig)})),
            Outcome::not_conformant);
}

TEST(Outcome, NothingPassedIsNoEvidence) {
  EXPECT_EQ(outcome_of(run_with({})), Outcome::no_evidence);
  EXPECT_EQ(outcome_of(run_with({case_with(Verdict::not_applicable), case_with(Verdict::noted)})),
            Outcome::no_evidence);
}

TEST(Outcome, TroubleWithTheProcessIsNotConformantHoweverMuchPassed) {
  RunResult run = run_with({case_with(Verdict::passed)});
  run.troubles = {"leaked"};
  EXPECT_EQ(outcome_of(run), Outcome::not_conformant);
}

TEST(Outcome, AnInterruptedRunHasNoVerdict) {
  RunResult run = run_with({case_with(Verdict::failed)});
  run.interrupted = true;
  EXPECT_EQ(outcome_of(run), Outcome::interrupted);
}

TEST(Outcome, EachHasItsExitCode) {
  EXPECT_EQ(exit_code_of(Outcome::conformant), 0);
  EXPECT_EQ(exit_code_of(Outcome::not_conformant), 1);
  EXPECT_EQ(exit_code_of(Outcome::rig_at_fault), 3);
  EXPECT_EQ(exit_code_of(Outcome::no_evidence), 4);
  EXPECT_EQ(exit_code_of(Outcome::interrupted), 7);
}

TEST(ResultLine, HoldsEveryBucketAndTheirSum) {
  std::vector<CaseResult> cases;
  for (std::size_t i = 0; i < verdict_count; ++i) {
    for (std::size_t k = 0; k <= i; ++k) cases.push_back(case_with(static_cast<Verdict>(i)));
  }
  cases.front().clause = "com.other";
  cases.front().scenario = "bd-r/blank";
  RunResult run = run_with(std::move(cases));
  run.seconds = 1.256;
  EXPECT_EQ(result_line(run),
            "msconform-result v1 verdict=not-conformant scenarios=2 clauses=2 cases=45 passed=1 failed=2 crashed=3 "
            "timed_out=4 blocked=5 waived=6 noted=7 not_applicable=8 not_run=9 checks=90 seconds=1.26 exit=1");
}

TEST(Totals, ApplicableIsNeitherNotApplicableNorOnlyRecorded) {
  const Totals totals = totals_of({case_with(Verdict::passed), case_with(Verdict::crashed), case_with(Verdict::noted),
                                   case_with(Verdict::not_applicable), case_with(Verdict::not_run)});
  EXPECT_EQ(totals.applicable(), 3u);
}

TEST(RepeatCommand, NamesTheCaseAndWhatElseTheRunWasGiven) {
  RunResult run = run_with({case_with(Verdict::failed)});
  run.repeat_options = " --subject library:./libacme.so";
  EXPECT_EQ(repeat_command(run, run.cases.front()),
            "msconform run com.identity --scenario cd-r/blank --subject library:./libacme.so");
}

TEST(RepeatCommand, QuotesWhatAShellWouldTakeApart) {
  RunResult run = run_with({case_with(Verdict::failed)});
  run.cases.front().scenario = "./Lea's disc.yaml";
  EXPECT_EQ(repeat_command(run, run.cases.front()), "msconform run com.identity --scenario './Lea'\\''s disc.yaml'");
}

TEST(RunResult, ACaseOfAClaimIsRepeatedWithTheFileOfClaims) {
  RunResult run;
  run.capabilities = "my claims.yaml";
  CaseResult claim;
  claim.clause = "capability.write";
  claim.scenario = "cd-r/blank";
  EXPECT_EQ(repeat_command(run, claim),
            "msconform run capability.write --scenario cd-r/blank --capabilities 'my claims.yaml'");
  CaseResult other = claim;
  other.clause = "data.write.adds-a-session";
  EXPECT_EQ(repeat_command(run, other), "msconform run data.write.adds-a-session --scenario cd-r/blank");
}

}  // namespace
}  // namespace discbench::result
