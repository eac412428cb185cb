// Cases again: those that did not pass, one alone, and what two runs found differently.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "msconform/program.h"

namespace discbench {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

class Again : public testing::Test {
 protected:
  Ended sh(const std::string& script) const { return shell(script, folder.path()); }
  json report(const std::string& name) const { return json::parse(text_of(folder.file(name))); }

  static json case_in(const json& report, const std::string& id) {
    for (const json& one : report["cases"]) {
      if (one["id"] == id) return one;
    }
    return {};
  }

  TemporaryFolder folder;
};

TEST_F(Again, RerunRunsWhatDidNotPassAndNothingElse) {
  const Ended ended = sh(R"(run="$msconform run sequential.next* --scenario cd-r/* --subject mutant:next-plus-one"
    $run --out run --report json=run.json >/dev/null 2>&1
    "$msconform" rerun run --failed --report json=again.json 2>/dev/null)");
  EXPECT_EQ(ended.exit_code, 1);
  const json run = report("run.json");
  const json again = report("again.json");
  EXPECT_GE(run["totals"]["passed"], 1);
  EXPECT_GE(run["totals"]["failed"], 2);
  EXPECT_EQ(again["totals"]["cases"], run["totals"]["failed"]);
  for (const json& one : again["cases"]) EXPECT_EQ(one, case_in(run, one["id"]));
}

TEST_F(Again, RerunWithoutFailedRunsEverything) {
  const Ended ended = sh(R"("$msconform" run 'sequential.next*' --scenario 'cd-r/*' --out run >one
    "$msconform" rerun run --jobs 1 >two
    sed 's/seconds=[^ ]*//' one >one-; sed 's/seconds=[^ ]*//' two | cmp - one-)");
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
}

TEST_F(Again, WhereEverythingPassedThereIsNothingToRun) {
  const Ended ended = sh(R"("$msconform" run 'sequential.next*' --scenario cd-r/blank --out run >/dev/null
    "$msconform" rerun run --failed)");
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_EQ(value_in(last_line(ended.out), "verdict"), "no-evidence");
  EXPECT_THAT(ended.err, HasSubstr("nothing to run again: no case of run failed or was left out"));
}

TEST_F(Again, ACaseThatIsNotThereAnyMoreIsNotTakenForMended) {
  const Ended ended =
      sh("mkdir -p mine/scenarios/cd-r\n"
         "for name in a b; do cp '" DISCBENCH_SOURCE_DIR
         "/profiles/scenarios/cd-r/blank.yaml' mine/scenarios/cd-r/mine-$name.yaml; done\n"
         R"("$msconform" run 'sequential.next*' --profiles mine --scenario 'cd-r/mine-*' \
      --subject mutant:next-plus-one --out run >/dev/null 2>&1
    rm mine/scenarios/cd-r/mine-b.yaml
    "$msconform" rerun run --failed)");
  EXPECT_EQ(ended.exit_code, 3) << ended.out << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("are not there any more"));
}

TEST_F(Again, ReproShowsTheSameFailureAlone) {
  for (const std::string& one :
       {std::string("next-plus-one sequential.next-writable-address.value@cd-r/three-sessions"),
        std::string("null-crashes multisession.in-use.null@cd-r/blank"),
        std::string("exits multisession.in-use.round-trip@cd-r/blank"),
        std::string("throws multisession.in-use.round-trip@cd-r/blank"),
        std::string("unstable sequential.free-sectors-on-media.stable@cd-r/blank")}) {
    const std::string subject = one.substr(0, one.find(' '));
    const std::string id = one.substr(one.find(' ') + 1);
    const std::string clause = id.substr(0, id.find('@'));
    const std::string member = clause.substr(0, clause.rfind('.'));
    const Ended ended =
        sh("rm -rf run; \"$msconform\" run '" + member + ".*' --scenario '" + id.substr(id.find('@') + 1) +
           "' --seed 7 --subject mutant:" + subject + " --out run --report json=run.json >/dev/null 2>&1\n" +
           "\"$msconform\" repro " + id + " --from run --report json=from.json >/dev/null 2>&1; a=$?\n" +
           "\"$msconform\" repro " + id + " --seed 7 --subject mutant:" + subject +
           " --report json=alone.json >/dev/null 2>&1; exit $((a * 10 + $?))");
    EXPECT_EQ(ended.exit_code, 11) << one;
    const json seen = case_in(report("run.json"), id);
    EXPECT_NE(seen["verdict"], "passed") << one;
    EXPECT_EQ(case_in(report("from.json"), id), seen) << one;
    EXPECT_EQ(case_in(report("alone.json"), id), seen) << one;
    EXPECT_EQ(report("from.json")["totals"]["cases"], 1);
  }
}

TEST_F(Again, WhatIsTypedStandsAboveWhatTheBundleSays) {
  const Ended ended = sh(R"("$msconform" run 'sequential.next*' --scenario cd-r/blank --seed 7 --out run >/dev/null
    "$msconform" repro sequential.next-writable-address.value@cd-r/blank --from run --seed 9 --generation xp-vista \
      --subject mutant:none --repeat 3 --report json=alone.json)");
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  const json alone = report("alone.json");
  EXPECT_EQ(alone["subject"], "mutant:none");
  EXPECT_EQ(alone["generation"], "xp-vista");
  EXPECT_EQ(alone["totals"]["cases"], 3);
  EXPECT_THAT(alone["cases"][0]["repeat"].get<std::string>(), HasSubstr("--seed 9"));
}

TEST_F(Again, ReproTakesAScenarioOfTheUsersOwn) {
  const Ended ended = sh("cp '" DISCBENCH_SOURCE_DIR
                         "/profiles/scenarios/cd-r/three-sessions.yaml' mine.yaml\n"
                         R"(case=sequential.next-writable-address.value@mine.yaml
    "$msconform" run 'sequential.next*' --scenario mine.yaml --subject mutant:next-plus-one --out run >/dev/null 2>&1
    id=$(grep '^sequential.next-writable-address.value@' run/plan.txt)
    "$msconform" repro "$id" --from run)");
  EXPECT_EQ(ended.exit_code, 1) << ended.err;
  EXPECT_EQ(value_in(last_line(ended.out), "failed"), "1") << ended.out << ended.err;
}

TEST_F(Again, ReproIsNoPartOfASplitRun) {
  for (const std::string around : {"GTEST_TOTAL_SHARDS=1000 GTEST_SHARD_INDEX=0", "TEST_SHARD_INDEX=1",
                                   "SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7"}) {
    const Ended ended = sh(around + " \"$msconform\" repro multisession.in-use.round-trip@cd-r/blank");
    EXPECT_EQ(ended.exit_code, 0) << around << ended.err;
    EXPECT_EQ(value_in(last_line(ended.out), "cases"), "1");
  }
}

TEST_F(Again, ReproNamesWhatIsMeant) {
  const Ended none = sh("\"$msconform\" repro");
  EXPECT_EQ(none.exit_code, 2);
  const Ended half = sh("\"$msconform\" repro multisession.in-use.round-trip");
  EXPECT_EQ(half.exit_code, 2);
  EXPECT_THAT(half.err, HasSubstr("is no case; expected CLAUSE@SCENARIO"));
  const Ended clause = sh("\"$msconform\" repro multisession.in-use.roundtrip@cd-r/blank");
  EXPECT_EQ(clause.exit_code, 4);
  EXPECT_THAT(clause.err, HasSubstr("did you mean multisession.in-use.round-trip?"));
  EXPECT_EQ(value_in(last_line(clause.out), "verdict"), "no-evidence");
  const Ended scenario = sh("\"$msconform\" repro multisession.in-use.round-trip@cd-r/blnk");
  EXPECT_EQ(scenario.exit_code, 4);
  EXPECT_THAT(scenario.err, HasSubstr("cd-r/blank"));
}

TEST_F(Again, DiffOfARightAndAWrongSubject) {
  const Ended ended = sh(R"(run="$msconform run sequential.next-writable-address.* --scenario cd-r/* --out"
    $run right >/dev/null; $run wrong --subject mutant:next-plus-one >/dev/null 2>&1
    "$msconform" diff right wrong)");
  EXPECT_EQ(ended.exit_code, 16);
  EXPECT_THAT(ended.out, HasSubstr("not the same        subject: builtin and mutant:next-plus-one\n"));
  EXPECT_THAT(ended.out, HasSubstr("new failure         sequential.next-writable-address.value@cd-r/"));
  EXPECT_THAT(ended.out, HasSubstr("passed -> failed: element 1"));
  const std::string line = last_line(ended.out);
  EXPECT_THAT(line, HasSubstr("msconform-diff v1 new_failures="));
  EXPECT_GE(std::stoi(value_in(line, "new_failures")), 2);
  EXPECT_EQ(value_in(line, "fixed"), "0");
  EXPECT_EQ(value_in(line, "exit"), "16");
  const Ended back = sh("\"$msconform\" diff wrong right");
  EXPECT_EQ(value_in(last_line(back.out), "fixed"), value_in(line, "new_failures"));
  EXPECT_EQ(value_in(last_line(back.out), "new_failures"), "0");
}

TEST_F(Again, DiffOfTheSameTwiceIsNothing) {
  const Ended ended = sh(R"(run="$msconform run sequential.* --scenario cd-r/* --out"
    $run one --jobs 1 >/dev/null; $run two --jobs 3 >/dev/null; "$msconform" diff one two)");
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_THAT(ended.out, HasSubstr("Nothing differs: "));
  EXPECT_EQ(value_in(last_line(ended.out), "exit"), "0");
}

TEST_F(Again, DiffSaysWhatOnlyOneOfThemHas) {
  const Ended ended = sh(R"(run="$msconform run sequential.next-writable-address.value --out"
    $run one --scenario cd-r/blank --scenario bd-r/blank >/dev/null
    $run two --scenario cd-r/blank --scenario dvd-plus-r/blank >/dev/null
    "$msconform" diff one two)");
  EXPECT_EQ(ended.exit_code, 16);
  EXPECT_THAT(ended.out, HasSubstr("only in the first   sequential.next-writable-address.value@bd-r/blank"));
  EXPECT_THAT(ended.out, HasSubstr("only in the second  sequential.next-writable-address.value@dvd-plus-r/blank"));
  EXPECT_EQ(value_in(last_line(ended.out), "same"), "1");
}

TEST_F(Again, WhatIsNotUnderstoodIsUsage) {
  for (const std::string words : {"rerun", "rerun a b", "rerun a --fail", "report", "report a b", "report a --out b",
                                  "merge", "diff a", "diff a b c", "run --repeat 0", "run --repeat 1000001",
                                  "run --shard 3/2", "run --shard auto/2", "run --timeout-run 0", "run --isolate none",
                                  "run --out ''", "repro a@b --shard 1/2", "repro a@b c@d", "rerun a --jobs 0"}) {
    const Ended ended = sh("mkdir -p a; \"$msconform\" " + words);
    EXPECT_EQ(ended.exit_code, words == "rerun a --jobs 0" ? 3 : 2) << words;
    EXPECT_THAT(ended.out, IsEmpty()) << words;
  }
}

}  // namespace
}  // namespace discbench
