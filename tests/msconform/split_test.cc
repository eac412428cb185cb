// A run in parts, put together again, is the run that was not split.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::string selection =
    " 'sequential.next-writable-address.value*' --scenario 'cd-r/*' --subject mutant:next-plus-one";

constexpr int most_parts = 50;  // more than there are cases

/// Without the only value that differs between two runs.
std::string timeless(const std::string& text) {
  return std::regex_replace(text, std::regex(R"(("?seconds"?[=:] ?)[0-9.e-]+)"), "$1-");
}

class Split : public testing::Test {
 protected:
  /// Runs parts 0 to total - 1 with the words that `how` puts around each, and gives what merging them prints, with
  /// its report.
  std::string merged(const std::string& name, int total, const std::function<std::string(int index)>& environment,
                     const std::string& option = "") {
    std::string script = "set -u\n";
    std::string parts;
    for (int index = 0; index < total; ++index) {
      const std::string part = name + "-" + std::to_string(index);
      script += environment(index) + " \"$msconform\" run" + selection + " " + option + " --out " + part +
                " --jobs 1 >/dev/null 2>&1\n";
      parts += " " + part;
    }
    shell(script, folder.path());
    const Ended ended = shell("\"$msconform\" merge" + parts + " --report json=" + name + ".json", folder.path());
    EXPECT_EQ(ended.exit_code, 1) << ended.err;
    EXPECT_THAT(ended.err, IsEmpty());
    return timeless(ended.out + text_of(folder.file(name + ".json")));
  }

  /// By --shard I/N.
  std::string merged_by_option(int total) {
    std::string script;
    std::string parts;
    for (int index = 1; index <= total; ++index) {
      const std::string part = std::to_string(total) + "-" + std::to_string(index);
      script += "\"$msconform\" run" + selection + " --shard " + std::to_string(index) + "/" + std::to_string(total) +
                " --out " + part + " --jobs 1 >/dev/null 2>&1\n";
      parts += " " + part;
    }
    shell(script, folder.path());
    const std::string report = std::to_string(total) + ".json";
    const Ended ended = shell("\"$msconform\" merge" + parts + " --report json=" + report, folder.path());
    return timeless(ended.out + text_of(folder.file(report)));
  }

  std::string whole() {
    const Ended ended = shell("\"$msconform\" run" + selection + " --report json=whole.json", folder.path());
    EXPECT_EQ(ended.exit_code, 1) << ended.err;
    EXPECT_GE(std::stoi(value_in(last_line(ended.out), "failed")), 1) << "a split of passes alone shows little";
    EXPECT_LT(std::stoi(value_in(last_line(ended.out), "cases")), most_parts);
    return timeless(ended.out + text_of(folder.file("whole.json")));
  }

  TemporaryFolder folder;
};

std::string number(int value) { return std::to_string(value); }

TEST_F(Split, ByItsOptionIntoAnyNumberOfParts) {
  const std::string expected = whole();
  for (const int total : {1, 2, 7, most_parts}) EXPECT_EQ(merged_by_option(total), expected) << total;
}

TEST_F(Split, ByATestRunner) {
  const std::string expected = whole();
  for (const int total : {1, 2, 7}) {
    const auto variables = [total](int index) {
      return "GTEST_TOTAL_SHARDS=" + number(total) + " GTEST_SHARD_INDEX=" + number(index) +
             " GTEST_SHARD_STATUS_FILE=status";
    };
    EXPECT_EQ(merged("gtest" + number(total), total, variables), expected) << total;
  }
  EXPECT_TRUE(std::filesystem::exists(folder.file("status"))) << "how the runner learns that splitting is understood";
}

TEST_F(Split, ByBazel) {
  const std::string expected = whole();
  for (const int total : {2, 7}) {
    const auto variables = [total](int index) {
      return "TEST_TOTAL_SHARDS=" + number(total) + " TEST_SHARD_INDEX=" + number(index) +
             " TEST_SHARD_STATUS_FILE=status";
    };
    EXPECT_EQ(merged("bazel" + number(total), total, variables), expected) << total;
  }
  EXPECT_TRUE(std::filesystem::exists(folder.file("status")));
}

TEST_F(Split, BySlurmWhateverTheNumbersOfItsTasks) {
  const std::string expected = whole();
  const auto array = [](int total, int first, int step) {
    return [=](int index) {
      return "SLURM_ARRAY_TASK_ID=" + number(first + index * step) + " SLURM_ARRAY_TASK_MIN=" + number(first) +
             " SLURM_ARRAY_TASK_MAX=" + number(first + (total - 1) * step) + " SLURM_ARRAY_TASK_STEP=" + number(step) +
             " SLURM_ARRAY_TASK_COUNT=" + number(total);
    };
  };
  EXPECT_EQ(merged("from-zero", 7, array(7, 0, 1)), expected);
  EXPECT_EQ(merged("from-one", 2, array(2, 1, 1)), expected);
  EXPECT_EQ(merged("in-steps", 3, array(3, 10, 5)), expected);
}

TEST_F(Split, ByAnIndexedJobOfKubernetes) {
  const std::string expected = whole();
  for (const int total : {2, 7}) {
    const auto variables = [](int index) { return "JOB_COMPLETION_INDEX=" + number(index); };
    EXPECT_EQ(merged("pod" + number(total), total, variables, "--shard auto/" + number(total)), expected) << total;
  }
}

TEST_F(Split, AnArrayWithGapsIsRefusedBeforeAnythingRuns) {
  const Ended ended = shell(
      "SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=1 "
      "SLURM_ARRAY_TASK_COUNT=3 \"$msconform\" run --out gaps",
      folder.path());
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_THAT(ended.err, HasSubstr("the array's ids have gaps"));
  EXPECT_THAT(ended.out, IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(folder.file("gaps")));
}

TEST_F(Split, AStatusFileThatCannotBeMadeIsSaidBeforeAnythingRuns) {
  const Ended ended =
      shell("GTEST_TOTAL_SHARDS=1 GTEST_SHARD_INDEX=0 GTEST_SHARD_STATUS_FILE=/nonexistent/status \"$msconform\" run",
            folder.path());
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("GTEST_SHARD_STATUS_FILE=/nonexistent/status"));
}

TEST_F(Split, AnEmptyPartIsNoEvidenceAndABundleAllTheSame) {
  const Ended ended = shell("\"$msconform\" run" + selection + " --shard 10000/10000 --out empty", folder.path());
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_EQ(value_in(last_line(ended.out), "verdict"), "no-evidence");
  EXPECT_EQ(value_in(last_line(ended.out), "cases"), "0");
  EXPECT_THAT(ended.err, HasSubstr("shard 10000 of 10000: 0 of "));
  EXPECT_EQ(shell("\"$msconform\" report empty", folder.path()).exit_code, 4);
  EXPECT_EQ(shell("\"$msconform\" merge empty", folder.path()).err, "msconform merge: shard 1 of 10000 is missing\n");
}

TEST_F(Split, MergedItIsABundleThatCanBeReportedComparedAndRunAgain) {
  const Ended ended = shell("\"$msconform\" run" + selection + R"( --out whole >/dev/null 2>&1
    for part in 1 2 3; do "$msconform" run)" +
                                selection + R"( --shard $part/3 --out part$part >/dev/null 2>&1; done
    "$msconform" merge part3 part1 part2 --out merged >/dev/null || test $? = 1 || exit 100
    "$msconform" diff whole merged || exit 101
    "$msconform" rerun merged --failed --out again >/dev/null 2>&1 || test $? = 1 || exit 102
    "$msconform" report merged --report json=merged.json >/dev/null || test $? = 1 || exit 103
    "$msconform" report again --report json=again.json >/dev/null || test $? = 1 || exit 104)",
                            folder.path());
  EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Nothing differs: "));
  const auto merged = nlohmann::json::parse(text_of(folder.file("merged.json")));
  const auto again = nlohmann::json::parse(text_of(folder.file("again.json")));
  EXPECT_EQ(again["totals"]["failed"], merged["totals"]["failed"]);
  EXPECT_EQ(again["totals"]["cases"], merged["totals"]["failed"]);
}

TEST_F(Split, PartsOfOtherRunsAreNotMerged) {
  const Ended ended = shell(R"(run="$msconform run --scenario cd-r/blank --out"
    $run one --shard 1/2 'multisession.in-use.*' >/dev/null 2>&1
    $run two --shard 2/2 'multisession.in-use.*' --subject mutant:none >/dev/null 2>&1
    $run three --shard 2/2 'multisession.*' >/dev/null 2>&1
    for other in two three one; do "$msconform" merge one $other --out merged; echo "exit $?"; done 2>&1)",
                            folder.path());
  EXPECT_THAT(ended.out, HasSubstr("one and two do not belong together: another file was the subject\nexit 3\n"));
  EXPECT_THAT(ended.out, HasSubstr("one and three do not belong together: another plan\nexit 3\n"));
  EXPECT_THAT(ended.out, HasSubstr("one and one do not belong together: both are shard 1 of 2\nexit 3\n"));
  EXPECT_FALSE(std::filesystem::exists(folder.file("merged")));
}

}  // namespace
}  // namespace discbench
