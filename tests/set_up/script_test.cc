// The scripts themselves, run on a staged tree with stand-ins for apt, CMake and ctest.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "set_up/staged_tree.h"

namespace discbench {
namespace {

using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

constexpr auto everything_installed = "printf installed";
constexpr auto nothing_installed = "exit 1";
constexpr auto all_passed = "echo; echo '100% tests passed, 0 tests failed out of 12'; echo 'Total Test time'";

/// A machine where everything works: each test takes one thing away.
class Scripts : public testing::Test {
 protected:
  Scripts() {
    tree.stand_in("dpkg-query", everything_installed);
    tree.stand_in("id", "echo 0");
    tree.stand_in("apt-get", "");
    tree.stand_in("clang-format-14", "");
    tree.stand_in("cmake", R"(
case "$*" in
  *--preset*) mkdir -p "$top/build/sanitized" "$top/build/threads"; : >"$top/build/build.ninja" ;;
esac)");
    tree.stand_in("ctest", all_passed);
    tree.write("build/bin/msconform", "#!/bin/bash\necho \"msconform $*\"\nexit 7\n");
    std::filesystem::permissions(tree.top() / "build/bin/msconform", std::filesystem::perms::owner_all);
    tree.write("simulator/a.cc", "");
  }

  void take_packages_away() { tree.stand_in("dpkg-query", nothing_installed); }

  StagedTree tree;
};

class Quickstart : public Scripts {};
class TestsAll : public Scripts {};

TEST_F(Quickstart, HelpSaysWhatItDoesAndDoesNothing) {
  const auto outcome = tree.run("harness/quickstart --help");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, HasSubstr("usage: harness/quickstart"));
  EXPECT_THAT(tree.calls(), IsEmpty());
}

TEST_F(Quickstart, WithoutAptItNamesThePackagesAndStops) {
  take_packages_away();
  tree.remove("apt-get");
  const auto outcome = tree.run("harness/quickstart");
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.output, HasSubstr("missing: g++ cmake ninja-build"));
  EXPECT_THAT(outcome.output, HasSubstr("no apt-get"));
  EXPECT_THAT(tree.calls(), Not(HasSubstr("cmake --")));
}

TEST_F(Quickstart, WithoutAptItGoesOnWhereNothingIsMissing) {
  tree.remove("apt-get");
  EXPECT_EQ(tree.run("harness/quickstart").exit_code, 7);
}

TEST_F(Quickstart, WithoutRootAndSudoItSaysWhatRootHasToRun) {
  take_packages_away();
  tree.stand_in("id", "echo 1000");
  const auto outcome = tree.run("harness/quickstart");
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.output, HasSubstr("apt-get update && apt-get install -y --no-install-recommends g++ cmake"));
  EXPECT_THAT(tree.calls(), Not(HasSubstr("apt-get")));
}

TEST_F(Quickstart, WithoutRootItInstallsThroughSudo) {
  take_packages_away();
  tree.stand_in("id", "echo 1000");
  tree.stand_in("sudo", "\"$@\"");
  EXPECT_EQ(tree.run("harness/quickstart").exit_code, 7);
  EXPECT_THAT(tree.calls(), HasSubstr("sudo env DEBIAN_FRONTEND=noninteractive apt-get"));
}

TEST_F(Quickstart, InstallsWhatIsMissingAndNothingElse) {
  tree.stand_in("dpkg-query", "case \"$*\" in *ccache*) exit 1 ;; esac; printf installed");
  const auto outcome = tree.run("harness/quickstart");
  EXPECT_EQ(outcome.exit_code, 7);
  EXPECT_THAT(outcome.output, HasSubstr("these packages are missing: ccache\n"));
  EXPECT_THAT(tree.calls(), HasSubstr("install -y --no-install-recommends ccache\n"));
}

TEST_F(Quickstart, NeedsNoneOfTheTestsPackages) {
  take_packages_away();
  const auto outcome = tree.run("harness/quickstart");
  EXPECT_THAT(outcome.output, Not(HasSubstr("clang")));
  EXPECT_THAT(outcome.output, Not(HasSubstr("libgtest-dev")));
}

TEST_F(Quickstart, StopsWhereAptFails) {
  take_packages_away();
  tree.stand_in("apt-get", "exit 100");
  EXPECT_EQ(tree.run("harness/quickstart").exit_code, 3);
  EXPECT_THAT(tree.calls(), Not(HasSubstr("cmake --")));
}

TEST_F(Quickstart, StopsWhereTheBuildFails) {
  tree.stand_in("cmake", "case \"$*\" in *--build*) exit 1 ;; esac");
  const auto outcome = tree.run("harness/quickstart");
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.output, Not(HasSubstr("msconform run")));
}

TEST_F(Quickstart, HandsArgumentsAndExitCodeThroughAndSaysWhereTheReportsLie) {
  const auto outcome = tree.run("harness/quickstart --scenario 'bd-r/*' 'multi session'");
  EXPECT_EQ(outcome.exit_code, 7);
  EXPECT_THAT(outcome.output, HasSubstr("its reports lie in " + (tree.top() / "build/reports").string()));
  EXPECT_THAT(outcome.output, EndsWith(" --scenario bd-r/* multi session\n"));
  EXPECT_TRUE(std::filesystem::is_directory(tree.top() / "build/reports"));
}

TEST_F(Quickstart, TheSecondRunNeitherInstallsNorConfigures) {
  take_packages_away();
  tree.run("harness/quickstart");
  EXPECT_THAT(tree.calls(), HasSubstr("cmake --preset optimised"));
  tree.stand_in("dpkg-query", everything_installed);
  EXPECT_EQ(tree.run("harness/quickstart").exit_code, 7);
  EXPECT_THAT(tree.calls(), Not(HasSubstr("--preset")));
  EXPECT_THAT(tree.calls(), Not(HasSubstr("apt-get")));
}

TEST_F(TestsAll, PassesWhereBothBuildsPassAndEndsWithTheirClosingLines) {
  const auto outcome = tree.run("tests/all");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
  EXPECT_THAT(outcome.output, EndsWith("tests/all: everything passed.\n"
                                       "build/ (optimised):\n100% tests passed, 0 tests failed out of 12\n"
                                       "build/sanitized/ (sanitized):\n100% tests passed, 0 tests failed out of 12\n"));
}

TEST_F(TestsAll, InstallsThePackagesOfBothScripts) {
  take_packages_away();
  EXPECT_THAT(tree.run("tests/all").output, MatchesRegex("(.|\n)*missing: g\\+\\+ .* clang-14 .*(.|\n)*"));
}

TEST_F(TestsAll, RefusesWhatItDoesNotKnow) {
  for (const std::string arguments : {"--unknown", "--only", "--only everything", "folder"}) {
    const auto outcome = tree.run("tests/all " + arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments;
    EXPECT_THAT(outcome.output, HasSubstr("usage: tests/all")) << arguments;
  }
  EXPECT_THAT(tree.calls(), IsEmpty());
}

TEST_F(TestsAll, FailsWhereATestFailed) {
  tree.stand_in("ctest", "echo '92% tests passed, 1 tests failed out of 12'; exit 8");
  const auto outcome = tree.run("tests/all");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.output, EndsWith("92% tests passed, 1 tests failed out of 12\n"));
}

TEST_F(TestsAll, FailsWhereNoTestRanWhateverCtestAnswers) {
  for (const std::string said : {"No tests were found!!!", "100% tests passed, 0 tests failed out of 0"}) {
    tree.stand_in("ctest", "echo '" + said + "'");
    const auto outcome = tree.run("tests/all");
    EXPECT_EQ(outcome.exit_code, 1) << said;
    EXPECT_THAT(outcome.output, HasSubstr("no test ran in the optimised build")) << said;
  }
}

TEST_F(TestsAll, FailsWhereOneBuildFailsAndStillRunsTheOther) {
  tree.stand_in("cmake", "mkdir -p \"$top/build/sanitized\"; case \"$*\" in *--build*sanitized*) exit 1 ;; esac");
  const auto outcome = tree.run("tests/all");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.output, HasSubstr("failed: the sanitized build or its tests"));
  EXPECT_THAT(outcome.output, HasSubstr("build/ (optimised):\n100% tests passed"));
}

TEST_F(TestsAll, FailsWhereASourceIsNotInForm) {
  tree.stand_in("clang-format-14", "exit 1");
  const auto outcome = tree.run("tests/all");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.output, HasSubstr("failed: the form of the sources"));
}

TEST_F(TestsAll, TheTestsOfAnEarlierRunDoNotCount) {
  tree.run("tests/all");
  tree.stand_in("ctest", "");
  EXPECT_EQ(tree.run("tests/all").exit_code, 1);
}

TEST_F(TestsAll, RunsOneBuildOnRequest) {
  EXPECT_EQ(tree.run("tests/all --only sanitized").exit_code, 0);
  EXPECT_THAT(tree.calls(), HasSubstr("--preset sanitized"));
  EXPECT_THAT(tree.calls(), Not(HasSubstr("--preset optimised")));
}

TEST_F(TestsAll, LeavesTheThoroughTestsOutUnlessAsked) {
  tree.run("tests/all --only optimised");
  EXPECT_THAT(tree.calls(), HasSubstr("--label-exclude ^thorough$"));
  tree.run("tests/all --only optimised --thorough");
  EXPECT_THAT(tree.calls(), Not(HasSubstr("--label-exclude")));
}

TEST_F(TestsAll, BuildsAThirdTimeForThreadsOnlyWhereItIsAskedFor) {
  EXPECT_EQ(tree.run("tests/all").exit_code, 0);
  EXPECT_THAT(tree.calls(), Not(HasSubstr("--preset threads")));
  const auto outcome = tree.run("tests/all --thorough");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
  EXPECT_THAT(tree.calls(), HasSubstr("--preset threads"));
  EXPECT_THAT(tree.calls(), ContainsRegex("cmake --build .*/build/threads --target threads\n"));
  EXPECT_THAT(tree.calls(), ContainsRegex("ctest --test-dir .*/build/threads .*--label-regex \\^threads\\$\n"));
  EXPECT_THAT(outcome.output, EndsWith("build/threads/ (threads):\n100% tests passed, 0 tests failed out of 12\n"));
}

TEST_F(TestsAll, RunsTheBuildForThreadsByItself) {
  EXPECT_EQ(tree.run("tests/all --only threads").exit_code, 0);
  EXPECT_THAT(tree.calls(), HasSubstr("--preset threads"));
  EXPECT_THAT(tree.calls(), Not(HasSubstr("--preset optimised")));
  EXPECT_THAT(tree.calls(), Not(HasSubstr("--preset sanitized")));
}

TEST_F(TestsAll, AsksCtestToFailWhereItFindsNoTest) {
  tree.run("tests/all");
  EXPECT_THAT(tree.calls(), HasSubstr("--no-tests=error"));
}

}  // namespace
}  // namespace discbench
