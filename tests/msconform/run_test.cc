// Whole runs of the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string round_trip = "multisession.in-use.round-trip";

TEST(Run, TheBuiltinSubjectConformsOnEveryMedium) {
  const Ended ended = msconform({"run"});
  EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  const std::string line = last_line(ended.out);
  EXPECT_THAT(line, HasSubstr("msconform-result v1 verdict=conformant "));
  EXPECT_EQ(value_in(line, "exit"), "0");
  EXPECT_GE(std::stoi(value_in(line, "scenarios")), 21);
  EXPECT_GE(std::stoi(value_in(line, "checks")), std::stoi(value_in(line, "passed")));
  int sum = 0;
  for (const char* bucket :
       {"passed", "failed", "crashed", "timed_out", "blocked", "waived", "noted", "not_applicable", "not_run"}) {
    sum += std::stoi(value_in(line, bucket));
  }
  EXPECT_EQ(std::to_string(sum), value_in(line, "cases"));
  EXPECT_THAT(ended.out, Not(HasSubstr("\x1b"))) << "colour is for terminals";
}

TEST(Run, AClauseAndAScenarioAreOneCase) {
  const Ended ended = msconform({"run", round_trip, "--scenario", "cd-r/blank"});
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_EQ(value_in(last_line(ended.out), "cases"), "1");
}

TEST(Run, SeveralGlobsAreAUnionAndNothingRunsTwice) {
  const Ended ended = msconform({"run", round_trip, "--scenario", "cd-r/*", "--scenario", "*/blank"});
  const std::string line = last_line(ended.out);
  EXPECT_EQ(value_in(line, "cases"), value_in(line, "scenarios"));
  EXPECT_GE(std::stoi(value_in(line, "scenarios")), 8);
}

TEST(Run, AGlobThatMatchesNothingIsNoEvidence) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"run", "multisession.inuse.round-trip"},
                                                {"run", "--scenario", "cd-w/*"},
                                                {"run", round_trip, "nope.*"}}) {
    const Ended ended = msconform(words);
    EXPECT_EQ(ended.exit_code, 4);
    EXPECT_THAT(ended.err, HasSubstr("nearest: "));
    EXPECT_EQ(value_in(last_line(ended.out), "verdict"), "no-evidence");
    EXPECT_EQ(value_in(last_line(ended.out), "exit"), "4");
  }
}

TEST(Run, ReportsAreWrittenBesideTheConsole) {
  const TemporaryFolder folder;
  const Ended ended = msconform({"run", round_trip, "--report", "json=" + folder.file("a.json"), "--report",
                                 "junit=" + folder.file("a.xml"), "--report", "console=" + folder.file("a.txt")});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(text_of(folder.file("a.txt")), ended.out);
  const nlohmann::json json = nlohmann::json::parse(text_of(folder.file("a.json")));
  EXPECT_EQ(std::to_string(json["totals"]["cases"].get<int>()), value_in(last_line(ended.out), "cases"));
  pugi::xml_document xml;
  ASSERT_TRUE(xml.load_file(folder.file("a.xml").c_str()));
  EXPECT_EQ(xml.child("testsuites").attribute("tests").value(), value_in(last_line(ended.out), "cases"));
}

TEST(Run, AReportThatCannotBeWrittenIsFoundBeforeAnythingRuns) {
  const Ended ended = msconform({"run", "--report", "json=/nonexistent/a.json"});
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("/nonexistent/a.json cannot be written"));
  EXPECT_THAT(ended.out, IsEmpty());
}

TEST(Run, AReportThatIsCutOffIsNoSuccess) {
  const Ended ended = msconform({"run", round_trip, "--report", "json=/dev/full"});
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("/dev/full cannot be written"));
  EXPECT_THAT(ended.out, Not(HasSubstr("msconform-result"))) << "a line that says exit=0";
}

TEST(Run, AReportThatMeetsALimitOnFilesIsNoSuccessEither) {
  const TemporaryFolder folder;
  const rlimit small{.rlim_cur = 800, .rlim_max = RLIM_INFINITY};
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  setrlimit(RLIMIT_FSIZE, &small);  // handed down; the output of one case is shorter, its report is longer
  const Ended ended =
      msconform({"run", round_trip, "--scenario", "cd-r/blank", "--report", "json=" + folder.file("a")});
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr(folder.file("a") + " cannot be written"));
}

TEST(Run, ReportsAreOutOfTheSubjectsReach) {
  const TemporaryFolder folder;
  const Ended ended = msconform({"run", round_trip, "--subject", "library:" DISCBENCH_SUBJECTS "/libsubject_refuses.so",
                                 "--report", "json=" + folder.file("a.json")});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_TRUE(nlohmann::json::accept(text_of(folder.file("a.json"))));
}

TEST(Run, AScenarioFileOfTheUsersStandsWhereAnIdMay) {
  const TemporaryFolder folder;
  const std::string path = folder.file("mine.yaml");
  std::ofstream(path) << text_of(DISCBENCH_SOURCE_DIR "/profiles/scenarios/cd-r/blank.yaml");
  const Ended ended = msconform({"run", round_trip, "--scenario", path});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(value_in(last_line(ended.out), "cases"), "1");
}

TEST(Run, AScenarioFileThatIsWrongIsOneLineAndExit3) {
  const TemporaryFolder folder;
  const std::string path = folder.file("mine.yaml");
  std::ofstream(path) << "drive: bd-writer\nmedium: cd-r-80\nstepps: []\n";
  const Ended ended = msconform({"run", "--scenario", path});
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr(path + ":3:"));
  EXPECT_THAT(ended.out, IsEmpty());
}

TEST(Run, TheNumberOfJobsChangesNothing) {
  const TemporaryFolder folder;
  const auto cases_with = [&](const std::string& jobs) {
    const std::string path = folder.file(jobs + ".json");
    msconform({"run", "multisession.*", "--jobs", jobs, "--report", "json=" + path});
    return nlohmann::json::parse(text_of(path))["cases"];
  };
  EXPECT_EQ(cases_with("1"), cases_with("3"));
}

TEST(Run, ASignalEndsItInOrderWithWhatWasDone) {
  // A library that hangs while it is loaded keeps the run busy until the signal.
  const Ended ended =
      msconform({"run", round_trip, "--subject", "library:" DISCBENCH_SUBJECTS "/libsubject_hangs_while_loading.so"},
                [](int process) {
                  usleep(300000);
                  kill(process, SIGTERM);
                });
  EXPECT_EQ(ended.exit_code, 7) << ended.err;
  const std::string line = last_line(ended.out);
  EXPECT_EQ(value_in(line, "verdict"), "interrupted");
  EXPECT_EQ(value_in(line, "not_run"), value_in(line, "cases"));
}

TEST(Run, AnOlderGenerationIsNotHeldToWhatCameLater) {
  const TemporaryFolder folder;
  const Ended ended = msconform({"run", "sequential2.*", round_trip, "--scenario", "cd-r/one-session", "--generation",
                                 "xp-vista", "--report", "json=" + folder.file("a.json")});
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_EQ(value_in(last_line(ended.out), "passed"), "1");
  EXPECT_THAT(ended.out, HasSubstr("of the generation xp-vista conforms"));
  const nlohmann::json json = nlohmann::json::parse(text_of(folder.file("a.json")));
  EXPECT_EQ(json["generation"], "xp-vista");
  EXPECT_THAT(json["cases"][0]["repeat"].get<std::string>(), HasSubstr("--generation xp-vista"));
  for (const auto& one : json["cases"]) {
    if (one["clause"] == round_trip) continue;
    EXPECT_EQ(one["verdict"], "not_applicable") << one["id"];
    EXPECT_THAT(one["reason"].get<std::string>(), HasSubstr("came with Windows 7"));
  }
}

}  // namespace
}  // namespace discbench
