// Results that survive: whatever becomes of the run, what was done is on disk and can be read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string small = " 'multisession.in-use.*' --scenario cd-r/blank";

class BundleOf : public testing::Test {
 protected:
  /// Waits until that many results stand in the bundle, and kills the supervisor.
  std::function<void(int)> killed_after(std::ptrdiff_t results) {
    return [this, results](int process) {
      for (int naps = 0; naps < 20000; ++naps) {
        if (lines_of(text_of(folder.file("run/cases.jsonl"))) >= results) break;
        usleep(500);
      }
      kill(process, SIGKILL);
    };
  }

  static std::ptrdiff_t lines_of(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

  Ended sh(const std::string& script) const { return shell(script, folder.path()); }
  bool exists(const std::string& name) const { return std::filesystem::exists(folder.file(name)); }

  TemporaryFolder folder;
};

void expect_one_line(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find('\n'), text.size() - 1) << text;
}

TEST_F(BundleOf, AKilledRunLacksTheRunningCaseAndThoseBehindIt) {
  // Three cases end, the fourth hangs: whenever the supervisor is killed then, three results have to be there.
  const Ended run =
      msconform({"run", "multisession.in-use.*", "--scenario", "cd-r/blank", "--jobs", "1", "--subject",
                 "library:" DISCBENCH_SUBJECTS "/libsubject_hangs_in_the_fourth_case.so", "--out", folder.file("run")},
                killed_after(3));
  EXPECT_EQ(run.exit_code, -1);
  const Ended report = msconform({"report", folder.file("run"), "--report", "json=" + folder.file("run.json")});
  EXPECT_EQ(report.exit_code, 7);
  const std::string line = last_line(report.out);
  EXPECT_EQ(value_in(line, "verdict"), "interrupted");
  EXPECT_EQ(value_in(line, "blocked"), "3");
  EXPECT_EQ(std::stoi(value_in(line, "not_run")), std::stoi(value_in(line, "cases")) - 3);
  EXPECT_THAT(text_of(folder.file("run.json")), HasSubstr("no result: the run ended before"));
}

TEST_F(BundleOf, AKilledRunIsFinishedByRunningWhatIsMissing) {
  const Ended run = msconform({"run", "multisession.in-use.*", "--scenario", "cd-r/blank", "--jobs", "1", "--repeat",
                               "400", "--out", folder.file("run")},
                              killed_after(200));
  EXPECT_EQ(run.exit_code, -1);
  EXPECT_FALSE(exists("run/end.json"));
  const std::string report = last_line(msconform({"report", folder.file("run")}).out);
  EXPECT_EQ(value_in(report, "exit"), "7");
  EXPECT_GE(std::stoi(value_in(report, "passed")), 100);
  EXPECT_GE(std::stoi(value_in(report, "not_run")), 1);
  EXPECT_EQ(value_in(report, "cases"), std::to_string(400 * 32));
  const Ended rerun = msconform({"rerun", folder.file("run"), "--failed"});
  EXPECT_EQ(rerun.exit_code, 0) << rerun.err;
  EXPECT_EQ(value_in(last_line(rerun.out), "cases"), std::to_string(400 * 32)) << "each lacks a repetition";
}

TEST_F(BundleOf, AnOrderlyEndInTheMiddleIsKeptAsOne) {
  const Ended run = msconform(
      {"run", "multisession.in-use.*", "--scenario", "cd-r/blank", "--jobs", "1", "--timeout-run", "2", "--subject",
       "library:" DISCBENCH_SUBJECTS "/libsubject_hangs_in_the_fourth_case.so", "--out", folder.file("run")});
  EXPECT_EQ(run.exit_code, 7);
  const Ended report = msconform({"report", folder.file("run"), "--report", "json=" + folder.file("run.json")});
  EXPECT_EQ(report.out, run.out);
  EXPECT_THAT(text_of(folder.file("run.json")), HasSubstr("the time for the whole run was over"));
}

TEST_F(BundleOf, RepetitionsThatDidNotRunStandOnOneLine) {
  const Ended run =
      msconform({"run", "multisession.in-use.*", "--scenario", "cd-r/blank", "--jobs", "1", "--timeout-run", "2",
                 "--repeat", "100000", "--subject",
                 "library:" DISCBENCH_SUBJECTS "/libsubject_hangs_in_the_fourth_case.so", "--out", folder.file("run")});
  EXPECT_EQ(run.exit_code, 7);
  EXPECT_EQ(value_in(last_line(run.out), "not_run"), "3199997");
  EXPECT_EQ(lines_of(text_of(folder.file("run/cases.jsonl"))), 3 + 32);
  EXPECT_EQ(msconform({"report", folder.file("run")}).out, run.out);
}

TEST_F(BundleOf, ARunThatFailedGivesItsReportsAgain) {
  const Ended ended =
      sh("\"$msconform\" run 'sequential.*' --scenario 'cd-r/*' --subject mutant:next-plus-one --out run "
         "--report json=run.json --report junit=run.xml >run.txt 2>/dev/null\n"
         "\"$msconform\" report run --report json=again.json --report junit=again.xml >again.txt");
  EXPECT_EQ(ended.exit_code, 1);
  for (const char* kind : {".json", ".xml", ".txt"}) {
    EXPECT_EQ(text_of(folder.file(std::string("again") + kind)), text_of(folder.file(std::string("run") + kind)));
  }
  const nlohmann::json report = nlohmann::json::parse(text_of(folder.file("again.json")));
  EXPECT_GE(report["totals"]["failed"], 3);
}

TEST_F(BundleOf, EveryCaseThatDidNotPassHasItsWholeTrace) {
  sh("\"$msconform\" run 'data.write.*' --scenario cd-r/blank --subject mutant:next-plus-one --out run >/dev/null "
     "2>&1");
  std::ifstream cases(folder.file("run/cases.jsonl"));
  std::size_t failures = 0;
  std::size_t longest = 0;
  for (std::string line; std::getline(cases, line);) {
    const nlohmann::json one = nlohmann::json::parse(line);
    if (one["verdict"] != "failed") continue;
    ++failures;
    EXPECT_TRUE(one.contains("wire")) << line;
    longest = std::max(longest, one["wire"].size());
  }
  EXPECT_GE(failures, 1u);
  EXPECT_GT(longest, 12u) << "reports show the last twelve commands, the bundle has more";
}

TEST_F(BundleOf, AFullDiskCostsNoResultThatWasWritten) {
  const Ended ended = sh("ulimit -f 40; \"$msconform\" run" + small + " --repeat 100 --out run");
  EXPECT_EQ(ended.exit_code, 3);
  expect_one_line(ended.err);
  EXPECT_THAT(ended.err, HasSubstr("run/cases.jsonl cannot be written: File too large; the "));
  EXPECT_THAT(ended.err, HasSubstr(" results before it stay: 'msconform report run'"));
  EXPECT_THAT(ended.out, IsEmpty()) << "there is no verdict";
  const std::string line = last_line(sh("\"$msconform\" report run").out);
  const int passed = std::stoi(value_in(line, "passed")) + std::stoi(value_in(line, "noted"));
  EXPECT_THAT(ended.err, HasSubstr("; the " + std::to_string(passed) + " results before it stay"));
  EXPECT_GT(passed, 50);
}

TEST_F(BundleOf, OnADiskThatIsFullAlreadyNothingRuns) {
  const Ended ended = sh("ulimit -f 1; \"$msconform\" run --out run");
  EXPECT_EQ(ended.exit_code, 3);
  expect_one_line(ended.err);
  EXPECT_THAT(ended.err, HasSubstr("cannot be written: File too large"));
  EXPECT_FALSE(exists("run"));
}

TEST_F(BundleOf, AReaderThatGoesAwayCostsNeitherBundleNorReports) {
  // The loop ends once nobody reads the pipe any more.
  const Ended ended =
      sh("( ( trap '' PIPE; while echo; do :; done ) 2>/dev/null\n"
         "  \"$msconform\" run" +
         small + " --out run --report json=run.json; echo $? >code ) | true");
  EXPECT_EQ(text_of(folder.file("code")), "3\n");
  EXPECT_THAT(ended.err, HasSubstr("standard output cannot be written"));
  EXPECT_TRUE(nlohmann::json::accept(text_of(folder.file("run.json"))));
  EXPECT_EQ(sh("\"$msconform\" report run").exit_code, 0);
}

TEST_F(BundleOf, WithoutAStandardOutputNothingElseIsWrittenInItsPlace) {
  for (const std::string closed : {">&-", "<&- >&-", "<&- >&- 2>&-"}) {
    const Ended ended = sh("rm -rf run; \"$msconform\" run" + small + " --out run --report json=run.json " + closed);
    EXPECT_EQ(ended.exit_code, 3) << closed;
    EXPECT_TRUE(nlohmann::json::accept(text_of(folder.file("run.json")))) << closed;
    EXPECT_EQ(sh("\"$msconform\" report run").exit_code, 0) << closed;
  }
}

TEST_F(BundleOf, AFolderThatIsThereIsNotTouchedAndNeitherAreOlderReports) {
  const Ended ended = sh("\"$msconform\" run" + small +
                         " --out run --report json=run.json >/dev/null\n"
                         "cp run/cases.jsonl cases; cp run.json json\n"
                         "\"$msconform\" run" +
                         small + " --out run --report json=run.json");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_EQ(ended.err, "msconform run: run is not empty; name a folder that is not there yet\n");
  EXPECT_EQ(text_of(folder.file("run/cases.jsonl")), text_of(folder.file("cases")));
  EXPECT_EQ(text_of(folder.file("run.json")), text_of(folder.file("json")));
}

TEST_F(BundleOf, OfTwoRunsAtOnceInOneFolderOneGivesWay) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    const Ended ended =
        sh("rm -rf run; mkdir run\n"
           "\"$msconform\" run" +
           small +
           " --out run >/dev/null 2>&1 & one=$!\n"
           "\"$msconform\" run" +
           small +
           " --out run >/dev/null 2>&1 & two=$!\n"
           "wait $one; a=$?; wait $two; echo $((a + $?)); \"$msconform\" report run >/dev/null");
    EXPECT_EQ(ended.out, "3\n") << "one ends with 0, the other with 3";
    EXPECT_EQ(ended.exit_code, 0);
  }
}

TEST_F(BundleOf, AFileInItsPlaceIsRefused) {
  const Ended ended = sh("echo mine >run; \"$msconform\" run" + small + " --out run");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_EQ(ended.err, "msconform run: run is no folder; name one that is not there yet\n");
  EXPECT_EQ(text_of(folder.file("run")), "mine\n");
  EXPECT_EQ(sh("\"$msconform\" run" + small + " --out run/below").err,
            "msconform run: run/below cannot be made: Not a directory\n");
}

TEST_F(BundleOf, ReportsMayLieInItsFolder) {
  EXPECT_EQ(
      sh("\"$msconform\" run" + small + " --out run --report json=run/run.json --report junit=run/run.xml").exit_code,
      0);
  EXPECT_TRUE(nlohmann::json::accept(text_of(folder.file("run/run.json"))));
  EXPECT_EQ(sh("\"$msconform\" report run").exit_code, 0);
}

TEST_F(BundleOf, ARunThatDoesNotBeginLeavesNoFolder) {
  const Ended report = sh("\"$msconform\" run" + small + " --out run --report json=/nonexistent/a.json");
  EXPECT_EQ(report.exit_code, 3);
  EXPECT_THAT(report.err, HasSubstr("/nonexistent/a.json cannot be written"));
  EXPECT_FALSE(exists("run"));
  const Ended subject =
      sh("\"$msconform\" run --out run --subject library:" DISCBENCH_SUBJECTS "/libsubject_dies_of_loading.so");
  EXPECT_EQ(subject.exit_code, 3);
  EXPECT_FALSE(exists("run")) << "the same command, once the library is mended, is not refused";
}

TEST_F(BundleOf, WhatIsNoBundleIsOneLineForEveryVerb) {
  sh("\"$msconform\" run" + small + " --out run >/dev/null; cp -r run whole; echo nonsense >>run/cases.jsonl");
  const std::string at_fault = "run/cases.jsonl:33: not the JSON of a case";
  for (const std::string verb : {"report run", "merge run", "diff whole run", "diff run whole", "rerun run",
                                 "rerun run --failed", "repro multisession.in-use.round-trip@cd-r/blank --from run"}) {
    const Ended ended = sh("\"$msconform\" " + verb);
    EXPECT_EQ(ended.exit_code, 3) << verb;
    EXPECT_THAT(ended.err, HasSubstr(at_fault)) << verb;
    EXPECT_THAT(ended.out, IsEmpty()) << verb;
    expect_one_line(ended.err);
  }
}

TEST_F(BundleOf, AManifestWhoseOptionsAreCutIsOneLine) {
  sh("\"$msconform\" run" + small + " --out run >/dev/null");
  nlohmann::ordered_json manifest = nlohmann::ordered_json::parse(text_of(folder.file("run/manifest.json")));
  for (const char* key : {"clauses", "seed", "isolate", "timeout_case_ms"}) {
    nlohmann::ordered_json other = manifest;
    other["options"].erase(key);
    std::ofstream(folder.file("run/manifest.json")) << other;
    const Ended ended = sh("\"$msconform\" rerun run");
    EXPECT_EQ(ended.exit_code, 3) << key;
    EXPECT_THAT(ended.err, HasSubstr("the manifest's options cannot be read")) << key;
    expect_one_line(ended.err);
  }
}

}  // namespace
}  // namespace discbench
