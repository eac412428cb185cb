// `msconform selftest` as a shell would start it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "selftest/rig.h"

namespace discbench::selftest {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class SelftestVerb : public testing::Test {
 protected:
  SelftestVerb() : temporary_(folder_.path() / "temporary") { std::filesystem::create_directory(temporary_); }
  ~SelftestVerb() override { unsetenv("TMPDIR"); }

  Ended selftest(std::vector<std::string> words, const std::string& temporary = "") const {
    const std::string program = built_program();
    setenv("TMPDIR", temporary.empty() ? temporary_.c_str() : temporary.c_str(), 1);
    words.insert(words.begin(), "selftest");
    return run_program({.program = program, .words = std::move(words), .folder = folder_.path()});
  }

  ScratchFolder folder_;
  std::filesystem::path temporary_;
};

TEST_F(SelftestVerb, ShowsEveryTrialInALineAndLeavesNothing) {
  const Ended ended = selftest({});
  EXPECT_EQ(ended.how, "exit 0") << ended.out << ended.err;
  std::istringstream lines(ended.out);
  std::string line;
  for (const Trial& trial : trials()) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_THAT(line, AllOf(StartsWith("ok      " + std::string(trial.name) + " "),
                            EndsWith("  " + std::string(trial.promise))));
  }
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "msconform-selftest v1 trials=" + std::to_string(trials().size()) + " failed=0 exit=0");
  EXPECT_FALSE(std::getline(lines, line)) << line;
  EXPECT_THAT(ended.err, IsEmpty());
  EXPECT_TRUE(std::filesystem::is_empty(temporary_));
}

TEST_F(SelftestVerb, TriesTheOnesThatAreNamed) {
  const Ended ended = selftest({"V1", "V7"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, HasSubstr("\nmsconform-selftest v1 trials=2 failed=0 exit=0\n"));
}

TEST_F(SelftestVerb, ANameThatThereIsNotIsNoSuccess) {
  const Ended ended = selftest({"V99"});
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_THAT(ended.err, HasSubstr("no trial matches 'V99'"));
}

TEST_F(SelftestVerb, ATrialThatDoesNotHoldIsExit1WithWhatWasComparedExpectedAndObserved) {
  // Not our lie: without profiles there are no scenarios, and the program is right to refuse.
  setenv("DISCBENCH_PROFILES", temporary_.c_str(), 1);
  setenv("TMPDIR", temporary_.c_str(), 1);
  const Ended ended =
      run_program({.program = DISCBENCH_MSCONFORM, .words = {"selftest", "V15"}, .folder = folder_.path()});
  EXPECT_EQ(ended.exit_code, 1) << ended.err;
  EXPECT_THAT(ended.out, StartsWith("FAILED  V15  an empty shard is exit 4\n"
                                    "  compared  the part that holds the case\n"
                                    "  expected  exit 0\n"
                                    "  observed  exit "));
  EXPECT_THAT(ended.out, EndsWith("\nmsconform-selftest v1 trials=1 failed=1 exit=1\n"));
}

TEST_F(SelftestVerb, WithoutATemporaryFolderNothingIsTried) {
  const Ended ended = selftest({}, folder_.path() / "none");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("TMPDIR"));
  EXPECT_THAT(ended.out, IsEmpty());
}

}  // namespace
}  // namespace discbench::selftest
