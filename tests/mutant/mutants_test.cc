// The contract against subjects whose nature is known: the lawful ones pass, and each wrong one is caught by the
// clauses that it breaks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "check/catalogue.h"
#include "mutant/mutants.h"

namespace discbench::mutant {
namespace {

struct Outcome {
  int exit = -1;
  nlohmann::json report;

  /// "clause@scenario: verdict" of the cases that were judged and did not pass.
  std::string bad_cases() const {
    std::string text;
    for (const auto& one : report.at("cases")) {
      const std::string verdict = one.at("verdict");
      if (verdict == "passed" || verdict == "noted" || verdict == "not_applicable") continue;
      text += one.at("clause").get<std::string>() + "@" + one.at("scenario").get<std::string>() + ": " + verdict + "\n";
    }
    return text;
  }
  std::set<std::string> broken_clauses() const {
    std::set<std::string> clauses;
    for (const auto& one : report.at("cases")) {
      const std::string verdict = one.at("verdict");
      if (verdict == "failed" || verdict == "crashed" || verdict == "timed_out")
        clauses.insert(one.at("clause").get<std::string>());
    }
    return clauses;
  }
};

Outcome run(std::string_view mutant, const std::string& arguments) {
  const std::string report =
      testing::TempDir() + "mutant-" + std::string(mutant) + "-" + std::to_string(getpid()) + ".json";
  const std::string command =
      std::string("DISCBENCH_PROFILES='" DISCBENCH_SOURCE_DIR "/profiles' '" DISCBENCH_MSCONFORM "' run ") + arguments +
      " --subject mutant:" + std::string(mutant) + (mutant.rfind("hangs", 0) == 0 ? " --timeout-case 1" : "") +
      " --report 'json=" + report + "' >/dev/null 2>&1";
  const int status = std::system(command.c_str());
  Outcome run{.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .report = nlohmann::json::object()};
  std::ifstream file(report);
  if (file) run.report = nlohmann::json::parse(file);
  std::remove(report.c_str());
  return run;
}

constexpr char scenarios[] =
    " --scenario cd-r/blank --scenario cd-r/one-session --scenario cd-r/two-tracks --scenario cd-r/finalised "
    "--scenario dvd-plus-r/three-sessions"
    " --scenario no-disc/empty --scenario cd-r/nearly-full";

/// Media that are written at any address: the mutant's own element there, and its writer's words about the medium are
/// those of the writer behind it.
constexpr char random_write[] =
    "'random-write.*' 'multisession.*' 'sequential*' 'com.*' 'all.*' --scenario 'dvd-plus-rw/*'";
constexpr char random_write_scenarios[] =
    " --scenario dvd-plus-rw/blank --scenario dvd-plus-rw/formatted --scenario dvd-plus-rw/written";
/// A wrong subject is to be found out there, too.
constexpr char protected_scenarios[] = " --scenario dvd-plus-r/write-protected --scenario cd-r/two-tracks";
/// States in which answers may be missing, or come late.
constexpr char troubled_scenarios[] =
    " --scenario '*/becoming-ready' --scenario '*/full' --scenario '*/empty-session' --scenario '*/damaged'"
    " --scenario '*/write-protected' --scenario '*/foreign' --scenario 'bd-rom/*'";

/// "s-false" as a test's name: letters and digits alone.
std::string test_name(std::string_view mutant) {
  std::string name(mutant);
  std::erase(name, '-');
  return name;
}

/// Those that are wrong in one member alone are for msconform mutants: complete_test.cc.
std::vector<Mutant> those_that_are(bool lawful) {
  std::vector<Mutant> chosen;
  std::copy_if(mutants().begin(), mutants().end(), std::back_inserter(chosen), [&](const Mutant& one) {
    return one.lawful() == lawful && one.name.find('/') == std::string_view::npos;
  });
  return chosen;
}

class LawfulMutant : public testing::TestWithParam<Mutant> {};

TEST_P(LawfulMutant, Conforms) {
  const Outcome lawful = run(GetParam().name, scenarios);
  EXPECT_EQ(lawful.exit, 0) << (lawful.report.contains("cases") ? lawful.bad_cases() : "no report");
}

TEST_P(LawfulMutant, ConformsOnRandomWriteMedia) {
  const Outcome lawful = run(GetParam().name, random_write);
  EXPECT_EQ(lawful.exit, 0) << (lawful.report.contains("cases") ? lawful.bad_cases() : "no report");
}

INSTANTIATE_TEST_SUITE_P(Mutants, LawfulMutant, testing::ValuesIn(those_that_are(true)),
                         [](const auto& mutant) { return test_name(mutant.param.name); });

TEST_P(LawfulMutant, ConformsInTroubledStates) {
  const Outcome lawful = run(GetParam().name, troubled_scenarios);
  EXPECT_EQ(lawful.exit, 0) << (lawful.report.contains("cases") ? lawful.bad_cases() : "no report");
}

// At first such a library fails, as it may; what it says when the medium is ready is held to the scenario.
TEST(WrongMutants, AreCaughtWhenTheMediumHasBecomeReady) {
  const std::string clause = "sequential.next-writable-address.value";
  const Outcome wrong = run("next-plus-one", clause + " --scenario cd-r/becoming-ready");
  EXPECT_EQ(wrong.exit, 1);
  ASSERT_TRUE(wrong.report.contains("cases")) << "no report";
  const nlohmann::json& failures = wrong.report.at("cases").at(0).at("failures");
  ASSERT_EQ(failures.size(), 1U) << "the first answer, a failure, is lawful";
  EXPECT_THAT(failures.at(0).at("call").get<std::string>(), testing::EndsWith(", after waiting"));
}

TEST(OlderGeneration, IsLawfulByItsOwnContractAndByTheNewOne) {
  for (const std::string generation : {"xp-vista", "win7"}) {
    const Outcome old_one = run("without-sequential2", "--generation " + generation + scenarios);
    EXPECT_EQ(old_one.exit, 0) << generation << "\n" << old_one.bad_cases();
  }
}

TEST(OlderGeneration, IsNotAskedForWhatALibraryHasBeyondIt) {
  const Outcome newer =
      run("unit-zero", std::string("'sequential2.*' data.class.interfaces --generation xp-vista") + scenarios);
  EXPECT_EQ(newer.exit, 0) << newer.bad_cases();
}

TEST(OlderGeneration, HasNoSessionsOnRewritableMedia) {
  const Outcome old_one = run("no-random-write", std::string(random_write) + " --generation xp-vista");
  EXPECT_EQ(old_one.exit, 0) << old_one.bad_cases();
  const Outcome newer = run("no-random-write", std::string(random_write) + " --generation win7");
  EXPECT_EQ(newer.exit, 1);
  EXPECT_THAT(newer.broken_clauses(), testing::ElementsAre("all.multisession.media-types"));
}

class WrongMutant : public testing::TestWithParam<Mutant> {};

TEST_P(WrongMutant, IsCaughtByTheClauseThatItBreaks) {
  std::string clauses;
  for (const std::string_view clause : GetParam().breaks) clauses += std::string(clause) + " ";
  const Outcome wrong = run(GetParam().name, clauses + scenarios + random_write_scenarios + protected_scenarios);
  EXPECT_EQ(wrong.exit, 1);
  ASSERT_TRUE(wrong.report.contains("cases")) << "no report";
  const std::set<std::string> broken = wrong.broken_clauses();
  for (const std::string_view clause : GetParam().breaks) {
    EXPECT_THAT(broken, testing::Contains(std::string(clause)));
  }
}

INSTANTIATE_TEST_SUITE_P(Mutants, WrongMutant, testing::ValuesIn(those_that_are(false)),
                         [](const auto& mutant) { return test_name(mutant.param.name); });

TEST(WrongMutants, BreakEveryClauseOfLevelMust) {
  std::set<std::string_view> broken;
  for (const Mutant& one : mutants()) broken.insert(one.breaks.begin(), one.breaks.end());
  for (const std::string_view clause : broken) EXPECT_NE(check::find(clause), nullptr) << clause;
  for (const check::Entry& entry : check::catalogue()) {
    if (entry.clause.level != contract::Level::must || !entry.clause.ineligible.empty()) continue;
    EXPECT_TRUE(broken.contains(entry.clause.id)) << entry.clause.id << " is broken by no mutant of mutants.cc";
  }
}

}  // namespace
}  // namespace discbench::mutant
