#include "mutant/trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::mutant {
namespace {

using result::CaseResult;
using result::Verdict;
using testing::ElementsAre;

const Mutant wrong{"wrong", {"a.b.c", "a.b.d"}};
const Mutant lawful{"lawful", {}};

CaseResult ended(const std::string& clause, Verdict verdict) {
  CaseResult result;
  result.clause = clause;
  result.scenario = "cd-r/blank";
  result.verdict = verdict;
  result.checks = 1;
  return result;
}

result::RunResult run_of(std::vector<CaseResult> cases) {
  result::RunResult run;
  run.cases = std::move(cases);
  return run;
}

TEST(Trial, AWrongOneIsCaughtOnlyByEveryClauseThatItBreaks) {
  EXPECT_EQ(judge(wrong, run_of({ended("a.b.c", Verdict::failed), ended("a.b.d", Verdict::crashed)})).fate,
            Fate::caught);
  EXPECT_EQ(judge(wrong, run_of({ended("a.b.c", Verdict::timed_out), ended("a.b.d", Verdict::failed)})).fate,
            Fate::caught);
  const Trial half = judge(wrong, run_of({ended("a.b.c", Verdict::failed), ended("a.b.d", Verdict::passed)}));
  EXPECT_EQ(half.fate, Fate::foreign);
  EXPECT_THAT(half.missed, ElementsAre("a.b.d"));
}

TEST(Trial, AWrongOneThatOtherClausesCatchIsForeign) {
  EXPECT_EQ(judge(wrong, run_of({ended("x.y.z", Verdict::failed)})).fate, Fate::foreign);
}

TEST(Trial, AWrongOneThatNothingIsSaidAgainstSurvived) {
  const Trial trial = judge(wrong, run_of({ended("a.b.c", Verdict::passed), ended("a.b.d", Verdict::noted)}));
  EXPECT_EQ(trial.fate, Fate::survived);
  EXPECT_THAT(trial.missed, ElementsAre("a.b.c", "a.b.d"));
}

TEST(Trial, BlockedAndLeftOutIsNotCaught) {
  EXPECT_EQ(judge(wrong, run_of({ended("a.b.c", Verdict::blocked), ended("a.b.d", Verdict::not_run)})).fate,
            Fate::survived);
}

TEST(Trial, ALawfulOneHasToConform) {
  EXPECT_EQ(judge(lawful, run_of({ended("a.b.c", Verdict::passed)})).fate, Fate::lawful);
  for (const Verdict verdict : {Verdict::failed, Verdict::crashed, Verdict::timed_out, Verdict::blocked}) {
    const Trial trial = judge(lawful, run_of({ended("a.b.d", Verdict::passed), ended("a.b.c", verdict)}));
    EXPECT_EQ(trial.fate, Fate::failed_lawful);
    EXPECT_THAT(trial.against, testing::HasSubstr("a.b.c@cd-r/blank"));
  }
  result::RunResult leaks = run_of({ended("a.b.c", Verdict::passed)});
  leaks.troubles = {"it leaked"};
  EXPECT_EQ(judge(lawful, leaks).against, "it leaked");
}

TEST(Trial, AClauseOverlapsWhereAllItsMutantsAreCaughtByOthersToo) {
  const Mutant narrow{"narrow", {"a.b.c"}};
  const std::vector<Trial> trials{
      judge(wrong, run_of({ended("a.b.c", Verdict::failed), ended("a.b.d", Verdict::failed)})),
      judge(narrow, run_of({ended("a.b.c", Verdict::failed)}))};
  EXPECT_THAT(overlapping(trials), ElementsAre("a.b.d"));
  EXPECT_TRUE(caught_without(trials[0], "a.b.c"));
  EXPECT_FALSE(caught_without(trials[1], "a.b.c"));
}

}  // namespace
}  // namespace discbench::mutant
