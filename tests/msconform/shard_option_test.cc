// Which part of a split run is meant: by --shard, and by each set of variables that others set.
#include "cli/shard_option.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "cli/command_line.h"

namespace discbench::cli {
namespace {

using bundle::Shard;
using testing::HasSubstr;
using Variables = std::map<std::string, std::string>;

Environment environment_of(const Variables& variables) {
  return [variables](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

Shard shard(const std::string& text, const Variables& variables = {}) {
  return shard_of(text, environment_of(variables));
}

std::string refusal(const std::string& text, const Variables& variables = {}) {
  try {
    const Shard shard = shard_of(text, environment_of(variables));
    return std::to_string(shard.index) + "/" + std::to_string(shard.total);
  } catch (const UsageError& error) {
    return error.what();
  }
}

Variables slurm(const std::string& id, const std::string& min, const std::string& max, const std::string& step,
                const std::string& count) {
  return {{"SLURM_ARRAY_TASK_ID", id},
          {"SLURM_ARRAY_TASK_MIN", min},
          {"SLURM_ARRAY_TASK_MAX", max},
          {"SLURM_ARRAY_TASK_STEP", step},
          {"SLURM_ARRAY_TASK_COUNT", count}};
}

TEST(Shard, IsTheWholeRunWhereNobodySaysAnything) { EXPECT_EQ(shard(""), Shard{}); }

TEST(Shard, SaidByItsOptionCountsFromOne) {
  EXPECT_EQ(shard("1/1"), (Shard{1, 1}));
  EXPECT_EQ(shard("2/7"), (Shard{2, 7}));
  EXPECT_EQ(shard("1000000/1000000"), (Shard{1000000, 1000000}));
}

TEST(Shard, ThatIsNoneIsRefused) {
  for (const char* text : {"0/2", "3/2", "-1/2", "1/0", "1/1000001", "1/-2"}) {
    EXPECT_THAT(refusal(text), HasSubstr("--shard " + std::string(text) + ": expected part I of N")) << text;
  }
  for (const char* text : {"1", "/", "1/", "/2", "a/2", "1/b", "1/2/3", "1 /2", "1.0/2", "auto", "auto/",
                           "99999999999999999999/2", "0x1/2"}) {
    EXPECT_THAT(refusal(text), HasSubstr("--shard " + std::string(text) + ": expected I/N")) << text;
  }
}

TEST(Shard, OfATestRunnerCountsFromZero) {
  EXPECT_EQ(shard("", {{"GTEST_SHARD_INDEX", "0"}, {"GTEST_TOTAL_SHARDS", "3"}}), (Shard{1, 3}));
  EXPECT_EQ(shard("", {{"GTEST_SHARD_INDEX", "2"}, {"GTEST_TOTAL_SHARDS", "3"}}), (Shard{3, 3}));
  EXPECT_EQ(shard("", {{"TEST_SHARD_INDEX", "1"}, {"TEST_TOTAL_SHARDS", "4"}}), (Shard{2, 4}));
}

TEST(Shard, OfATestRunnerHasToBeWhole) {
  EXPECT_THAT(refusal("", {{"GTEST_SHARD_INDEX", "0"}}), HasSubstr("expected both or neither"));
  EXPECT_THAT(refusal("", {{"TEST_TOTAL_SHARDS", "2"}}), HasSubstr("expected both or neither"));
  EXPECT_THAT(refusal("", {{"GTEST_SHARD_INDEX", "3"}, {"GTEST_TOTAL_SHARDS", "3"}}),
              HasSubstr("GTEST_SHARD_INDEX=3 in the environment, counted from 0, of 3"));
  EXPECT_THAT(refusal("", {{"GTEST_SHARD_INDEX", "-1"}, {"GTEST_TOTAL_SHARDS", "3"}}), HasSubstr("expected a number"));
  EXPECT_THAT(refusal("", {{"GTEST_SHARD_INDEX", ""}, {"GTEST_TOTAL_SHARDS", "3"}}), HasSubstr("expected a number"));
  EXPECT_THAT(refusal("", {{"GTEST_SHARD_INDEX", "0"}, {"GTEST_TOTAL_SHARDS", "9223372036854775807"}}),
              HasSubstr("expected a number"));
}

TEST(Shard, OfASlurmArrayIsItsTasksPlaceWhateverItsNumber) {
  EXPECT_EQ(shard("", slurm("0", "0", "3", "1", "4")), (Shard{1, 4}));
  EXPECT_EQ(shard("", slurm("3", "0", "3", "1", "4")), (Shard{4, 4}));
  EXPECT_EQ(shard("", slurm("1", "1", "4", "1", "4")), (Shard{1, 4})) << "--array=1-4";
  EXPECT_EQ(shard("", slurm("14", "10", "16", "2", "4")), (Shard{3, 4})) << "--array=10-16:2";
  EXPECT_EQ(shard("", slurm("6", "0", "6", "3", "3")), (Shard{3, 3})) << "--array=0-7:3, its end said as the last id";
  EXPECT_EQ(shard("", slurm("6", "0", "7", "3", "3")), (Shard{3, 3})) << "and as it was typed";
}

TEST(Shard, OfAnOldSlurmIsCountedFromItsRange) {
  Variables variables = slurm("5", "4", "6", "1", "");
  variables.erase("SLURM_ARRAY_TASK_COUNT");
  EXPECT_EQ(shard("", variables), (Shard{2, 3}));
}

TEST(Shard, OfASlurmArrayWithGapsIsRefused) {
  EXPECT_THAT(refusal("", slurm("7", "1", "7", "1", "3")), HasSubstr("the array's ids have gaps")) << "--array=1,3,7";
  EXPECT_THAT(refusal("", slurm("1", "1", "7", "1", "3")), HasSubstr("or say --shard I/N"));
  EXPECT_THAT(refusal("", slurm("3", "0", "6", "2", "4")), HasSubstr("the array's ids have gaps"));
  EXPECT_EQ(refusal("2/3", slurm("3", "1", "7", "1", "3")), "2/3") << "what is said by the option needs no array";
}

TEST(Shard, OfAKubernetesJobNeedsTheTotal) {
  EXPECT_EQ(shard("auto/5", {{"JOB_COMPLETION_INDEX", "0"}}), (Shard{1, 5}));
  EXPECT_EQ(shard("auto/5", {{"JOB_COMPLETION_INDEX", "4"}}), (Shard{5, 5}));
  EXPECT_THAT(refusal("auto/5", {{"JOB_COMPLETION_INDEX", "5"}}), HasSubstr("JOB_COMPLETION_INDEX=5"));
  EXPECT_EQ(shard("", {{"JOB_COMPLETION_INDEX", "1"}}), Shard{}) << "an index alone splits nothing";
  EXPECT_EQ(shard("1/1", {{"JOB_COMPLETION_INDEX", "1"}}), (Shard{1, 1}));
}

TEST(Shard, ByItselfIsTheOneThatTheEnvironmentNames) {
  EXPECT_EQ(shard("auto/3", {{"GTEST_SHARD_INDEX", "1"}, {"GTEST_TOTAL_SHARDS", "3"}}), (Shard{2, 3}));
  EXPECT_EQ(shard("auto/4", slurm("12", "10", "16", "2", "4")), (Shard{2, 4}));
  EXPECT_THAT(refusal("auto/3"), HasSubstr("nothing in the environment says which part this is"));
  EXPECT_THAT(refusal("auto/4", {{"GTEST_SHARD_INDEX", "1"}, {"GTEST_TOTAL_SHARDS", "3"}}),
              HasSubstr("GTEST_SHARD_INDEX speaks of 3 parts"));
  EXPECT_THAT(refusal("auto/0", {{"JOB_COMPLETION_INDEX", "0"}}), HasSubstr("expected part I of N"));
}

TEST(Shard, SaidByItsOptionPassesTheEnvironmentOver) {
  EXPECT_EQ(shard("1/1", {{"GTEST_SHARD_INDEX", "5"}, {"GTEST_TOTAL_SHARDS", "3"}}), (Shard{1, 1}));
}

TEST(Shard, ATestRunnersWordStandsAboveItsEngines) {
  Variables variables = slurm("3", "0", "3", "1", "4");
  variables["GTEST_SHARD_INDEX"] = "0";
  variables["GTEST_TOTAL_SHARDS"] = "2";
  variables["JOB_COMPLETION_INDEX"] = "7";
  EXPECT_EQ(shard("", variables), (Shard{1, 2}));
}

}  // namespace
}  // namespace discbench::cli
