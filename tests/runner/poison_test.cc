// What cases do to each other in one process, and cases that run again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runner/fake_catalogue.h"

namespace discbench::runner {
namespace {

using result::CaseResult;
using result::Outcome;
using result::Verdict;
using testing::HasSubstr;

TEST(RunOfMany, ACaseThatPoisonsItsProcessTakesTheBlameForALaterDeath) {
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.poison.a", "fake.poison.death", "fake.z-passes"});
  EXPECT_EQ(result_of(run, "fake.poison.death@none/one").verdict, Verdict::passed);
  const CaseResult& guilty = result_of(run, "fake.poison.a@none/one");
  EXPECT_EQ(guilty.verdict, Verdict::crashed);
  EXPECT_THAT(guilty.reason, HasSubstr("fake.poison.death@none/one died after it"));
  EXPECT_EQ(totals_of(run.cases).of(Verdict::passed), 5u);
  EXPECT_TRUE(run.troubles.empty());
}

// It is lucky where nothing ran before it; that is no fault of what did.
TEST(RunOfMany, ACaseThatDiesAfterAnyOtherIsGuiltyItself) {
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.late-death", "fake.z-passes"});
  EXPECT_EQ(result_of(run, "fake.late-death@none/one").verdict, Verdict::crashed);
  EXPECT_EQ(totals_of(run.cases).of(Verdict::passed), 4u);
  EXPECT_TRUE(run.troubles.empty());
}

TEST(RunOfMany, AFailureThatPassesAloneSaysSoAndStaysAFailure) {
  Options options = fake_options();
  const auto failure = [&] {
    return result_of(run_fakes({"fake.poison.a", "fake.poison.failure"}, options), "fake.poison.failure@none/one");
  };
  const CaseResult noted = failure();
  EXPECT_EQ(noted.verdict, Verdict::failed);
  EXPECT_THAT(noted.reason, HasSubstr("it passes where it runs alone"));
  options.second_looks = false;
  EXPECT_EQ(failure().reason, "");
  EXPECT_TRUE(result_of(run_fakes({"fake.a-passes", "fake.fails"}), "fake.fails@none/one").reason.empty());
}

TEST(RunOfMany, APoisonOfSeveralCasesIsTroubleOfNone) {
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.sips.*", "fake.z-passes"});
  EXPECT_EQ(totals_of(run.cases).of(Verdict::passed), 7u);
  ASSERT_EQ(run.troubles.size(), 1u);
  EXPECT_THAT(run.troubles.front(), HasSubstr("no single one of the 2 cases before it"));
  EXPECT_EQ(outcome_of(run), Outcome::not_conformant);
}

TEST(RunOfMany, APoisonDoesNotOutliveACaseThatHasAProcessOfItsOwn) {
  Options options = fake_options();
  options.isolation = Isolation::every_case;
  const result::RunResult run =
      run_fakes({"fake.fault", "fake.poison.a", "fake.poison.death", "fake.sips.*", "fake.z-passes"}, options);
  const result::Totals totals = totals_of(run.cases);
  EXPECT_EQ(totals.of(Verdict::crashed), 2u);
  EXPECT_EQ(totals.of(Verdict::passed), 7u);
  EXPECT_TRUE(run.troubles.empty());
}

TEST(RunOfMany, RepetitionsAreCountedAndTheWorstOneIsKept) {
  Options options = fake_options();
  options.repeat = 4;
  const result::RunResult run = run_fakes({"fake.a-passes", "fake.only-in-one", "fake.other-times"}, options);
  const CaseResult& odd = result_of(run, "fake.other-times@none/one");
  EXPECT_EQ(odd.verdict, Verdict::failed);
  EXPECT_EQ(odd.failures.size(), 1u);
  EXPECT_EQ(odd.checks, 4u);
  const result::Totals totals = totals_of(run.cases);
  EXPECT_EQ(totals.cases, 24u);
  EXPECT_EQ(totals.of(Verdict::failed), 4u);
  EXPECT_EQ(totals.of(Verdict::not_applicable), 4u);
  EXPECT_EQ(totals.of(Verdict::passed), 16u);
  EXPECT_EQ(totals.checks, 20u);
}

TEST(RunOfMany, ACaseDrawsTheSameLotsWhereverItRuns) {
  Options options = fake_options();
  const auto lot = [&](const std::vector<std::string>& globs) {
    return result_of(run_fakes(globs, options), "fake.lot@none/two").failures.front().observed;
  };
  const std::string alone = lot({"fake.lot"});
  EXPECT_EQ(lot({"fake.a-passes", "fake.lot"}), alone);
  options.seed = 1;
  EXPECT_NE(lot({"fake.lot"}), alone);
}

TEST(RunOfMany, EveryResultIsSettledOnceBeforeItIsCounted) {
  Options options = fake_options();
  std::vector<std::string> heard;
  options.settle = [&heard](std::size_t place, CaseResult& result) {
    heard.push_back(std::to_string(place) + " " + result.id() + " " + std::string(name_of(result.verdict)));
    if (result.verdict == Verdict::failed) result.verdict = Verdict::waived;
  };
  const result::RunResult run = run_fakes({"fake.fails", "fake.only-in-one"}, options);
  EXPECT_THAT(heard, testing::ElementsAre("3 fake.only-in-one@none/two not_applicable", "0 fake.fails@none/one failed",
                                          "1 fake.fails@none/two failed", "2 fake.only-in-one@none/one passed"));
  EXPECT_EQ(totals_of(run.cases).of(Verdict::waived), 2u);
}

}  // namespace
}  // namespace discbench::runner
