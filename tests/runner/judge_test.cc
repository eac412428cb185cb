#include "runner/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::runner {
namespace {

using contract::Level;
using result::BlockedBy;
using result::Verdict;

const result::Failure difference{"a call", "this", "that"};

Evidence reached_with(std::uint32_t checks) {
  Evidence evidence;
  evidence.checks = checks;
  return evidence;
}

Evidence blocked_by_the_subject() {
  Evidence evidence;
  evidence.ending = Ending::blocked;
  evidence.blocked_by = BlockedBy::subject;
  evidence.failures = {difference};
  evidence.of_the_block = true;
  evidence.reason = "why";
  return evidence;
}

TEST(Judge, OneComparisonWithoutADifferencePasses) {
  EXPECT_EQ(judge(Level::must, reached_with(1)).verdict, Verdict::passed);
  EXPECT_EQ(judge(Level::may, reached_with(1)).verdict, Verdict::passed);
}

TEST(Judge, ACheckThatComparedNothingProvesNothing) {
  const result::CaseResult result = judge(Level::must, reached_with(0));
  EXPECT_EQ(result.verdict, Verdict::blocked);
  EXPECT_EQ(result.blocked_by, BlockedBy::rig);
  EXPECT_EQ(result.reason, "no evidence: the check compared nothing");
}

TEST(Judge, ADifferenceFails) {
  Evidence evidence = reached_with(2);
  evidence.failures = {difference};
  EXPECT_EQ(judge(Level::must, evidence).verdict, Verdict::failed);
  EXPECT_EQ(judge(Level::may, evidence).verdict, Verdict::failed);
}

TEST(Judge, ADifferenceStaysAFailureWhateverCameAfterIt) {
  for (const Ending ending : {Ending::reached, Ending::not_applicable, Ending::escaped}) {
    Evidence evidence = reached_with(1);
    evidence.failures = {difference};
    evidence.ending = ending;
    EXPECT_EQ(judge(Level::must, evidence).verdict, Verdict::failed);
  }
  Evidence evidence = blocked_by_the_subject();
  evidence.failures.insert(evidence.failures.begin(), difference);
  EXPECT_EQ(judge(Level::must, evidence).verdict, Verdict::failed);
}

TEST(Judge, WhatBlockedIsKeptAsTheEvidence) {
  const result::CaseResult result = judge(Level::must, blocked_by_the_subject());
  EXPECT_EQ(result.verdict, Verdict::blocked);
  EXPECT_EQ(result.blocked_by, BlockedBy::subject);
  EXPECT_EQ(result.reason, "why");
  EXPECT_THAT(result.failures, testing::ElementsAre(difference));
}

TEST(Judge, NotApplicableKeepsItsReason) {
  Evidence evidence = reached_with(1);
  evidence.ending = Ending::not_applicable;
  evidence.reason = "no medium";
  const result::CaseResult result = judge(Level::must, evidence);
  EXPECT_EQ(result.verdict, Verdict::not_applicable);
  EXPECT_EQ(result.reason, "no medium");
}

TEST(Judge, AClauseOfLevelInfoIsNotedAndNeverFailed) {
  Evidence evidence = reached_with(2);
  evidence.failures = {difference};
  evidence.notes = {"a note"};
  const result::CaseResult result = judge(Level::info, evidence);
  EXPECT_EQ(result.verdict, Verdict::noted);
  EXPECT_TRUE(result.failures.empty());
  EXPECT_THAT(result.notes, testing::ElementsAre("a note", "a call: expected this, observed that"));
  EXPECT_EQ(judge(Level::info, reached_with(0)).verdict, Verdict::noted);
  EXPECT_EQ(judge(Level::info, blocked_by_the_subject()).verdict, Verdict::noted);
}

TEST(Judge, ARigThatIsInTheWayShowsAtLevelInfoToo) {
  Evidence evidence = reached_with(1);
  evidence.failures = {difference};
  evidence.ending = Ending::blocked;
  evidence.blocked_by = BlockedBy::rig;
  EXPECT_EQ(judge(Level::info, evidence).verdict, Verdict::blocked);
}

TEST(Judge, AnExceptionAcrossTheInterfaceFailsAtEveryLevel) {
  for (const Level level : {Level::must, Level::may, Level::info}) {
    Evidence evidence = reached_with(3);
    evidence.ending = Ending::escaped;
    evidence.failures = {difference};
    EXPECT_EQ(judge(level, evidence).verdict, Verdict::failed);
  }
}

}  // namespace
}  // namespace discbench::runner
