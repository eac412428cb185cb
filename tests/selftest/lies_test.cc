// Every trial holds for what was built, and none holds for a harness that lies in the way that it is about.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "selftest/meta_catalogue.h"
#include "selftest/rig.h"

namespace discbench::selftest {
namespace {

using result::BlockedBy;
using result::CaseResult;
using result::RunResult;
using result::Verdict;
using testing::IsEmpty;
using testing::Not;

std::string name_in_tests(std::string_view name) {
  std::string text(name);
  std::erase_if(text, [](char one) { return one == '-' || one == ' '; });
  return text;
}

class EveryTrial : public testing::TestWithParam<Trial> {};

TEST_P(EveryTrial, HoldsForWhatWasBuilt) {
  const ScratchFolder folder;
  const Findings findings = attempt(GetParam(), {.program = built_program(), .folder = folder.path()});
  EXPECT_THAT(text_of(findings), IsEmpty());
  EXPECT_GT(findings.comparisons(), 0u);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "it leaves something behind";
}

INSTANTIATE_TEST_SUITE_P(Selftest, EveryTrial, testing::ValuesIn(trials().begin(), trials().end()),
                         [](const testing::TestParamInfo<Trial>& one) { return name_in_tests(one.param.name); });

// A run that lies -----------------------------------------------------------------------------------------------------

using Lie = void (*)(RunResult& run);

template <Verdict from, Verdict to>
void turn(RunResult& run) {
  for (CaseResult& result : run.cases) {
    if (result.verdict == from) result.verdict = to;
    for (; !result.times.empty() && result.times[static_cast<std::size_t>(from)] > 0;
         --result.times[static_cast<std::size_t>(from)]) {
      ++result.times[static_cast<std::size_t>(to)];
    }
  }
}
void lose_crashed_cases(RunResult& run) {
  std::erase_if(run.cases, [](const CaseResult& result) { return result.verdict == Verdict::crashed; });
}
void lose_what_comes_after_a_crash(RunResult& run) {
  const auto crash = std::ranges::find(run.cases, Verdict::crashed, &CaseResult::verdict);
  if (crash != run.cases.end()) run.cases.erase(crash + 1, run.cases.end());
}
template <BlockedBy by>
void blame(RunResult& run) {
  for (CaseResult& result : run.cases) {
    if (result.verdict == Verdict::blocked) result.blocked_by = by;
  }
}
/// Retried until it is green: once is enough.
void count_once(RunResult& run) {
  for (CaseResult& result : run.cases) result.times.clear();
}
void blame_who_died(RunResult& run) {
  for (CaseResult& result : run.cases) {
    if (result.clause == "meta.poison.a") result.verdict = Verdict::passed;
    if (result.clause == "meta.poison.death") result.verdict = Verdict::crashed;
  }
}

struct LyingRun {
  const char* trial;
  const char* name;
  Lie lie;
};
const std::array lying_runs{
    LyingRun{"V1", "a skip is a pass", turn<Verdict::not_applicable, Verdict::passed>},
    LyingRun{"V5", "leaving is a pass", turn<Verdict::crashed, Verdict::passed>},
    LyingRun{"V5", "the crashed case vanishes", lose_crashed_cases},
    LyingRun{"V5", "the rest vanishes", lose_what_comes_after_a_crash},
    LyingRun{"V6", "the rest vanishes", lose_what_comes_after_a_crash},
    LyingRun{"V6", "the crashed case vanishes", lose_crashed_cases},
    LyingRun{"V7", "nothing compared is a pass", turn<Verdict::blocked, Verdict::passed>},
    LyingRun{"V7", "it is the subjects fault", blame<BlockedBy::subject>},
    LyingRun{"V8", "blocked is a pass", turn<Verdict::blocked, Verdict::passed>},
    LyingRun{"V8", "it is the rigs fault", blame<BlockedBy::rig>},
    LyingRun{"V9", "a skip is a pass", turn<Verdict::not_applicable, Verdict::passed>},
    LyingRun{"V10", "a skip is a pass", turn<Verdict::not_applicable, Verdict::passed>},
    LyingRun{"V11", "it is the subjects fault", blame<BlockedBy::subject>},
    LyingRun{"V11", "the fault is a pass", turn<Verdict::blocked, Verdict::passed>},
    LyingRun{"V14", "a failure is forgotten", turn<Verdict::failed, Verdict::passed>},
    LyingRun{"V14", "repetitions are not counted", count_once},
    LyingRun{"V14", "who died is guilty", blame_who_died},
    LyingRun{"verdicts", "a hang is a pass", turn<Verdict::timed_out, Verdict::passed>},
    LyingRun{"verdicts", "a note is a failure", turn<Verdict::noted, Verdict::failed>},
};

class ALyingRun : public testing::TestWithParam<LyingRun> {};

TEST_P(ALyingRun, IsFound) {
  const ScratchFolder folder;
  Setting setting{.program = built_program(), .folder = folder.path()};
  setting.run = [](const runner::Plan& plan, const runner::Options& options) {
    RunResult run = runner::run(plan, options);
    GetParam().lie(run);
    return run;
  };
  EXPECT_THAT(text_of(attempt(trial_named(GetParam().trial), setting)), Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(Selftest, ALyingRun, testing::ValuesIn(lying_runs),
                         [](const testing::TestParamInfo<LyingRun>& one) {
                           return std::string(one.param.trial) + name_in_tests(one.param.name);
                         });

TEST(ALyingRunner, ThatTakesAnUnusableSubjectForOneThatPassesIsFound) {
  const ScratchFolder folder;
  Setting setting{.program = built_program(), .folder = folder.path()};
  setting.run = [](const runner::Plan&, runner::Options options) {
    options.subject = meta_options().subject;
    return runner::run({}, options);
  };
  EXPECT_THAT(text_of(attempt(trial_named("V4"), setting)), Not(IsEmpty()));
}

TEST(ALyingRunner, ThatDoesNotTellTheBundleOfACrashIsFound) {
  const ScratchFolder folder;
  Setting setting{.program = built_program(), .folder = folder.path()};
  setting.run = [](const runner::Plan& plan, runner::Options options) {
    const auto settle = options.settle;
    options.settle = [&settle](std::size_t place, CaseResult& result) {
      if (result.verdict != Verdict::crashed) settle(place, result);
    };
    return runner::run(plan, options);
  };
  EXPECT_THAT(text_of(attempt(trial_named("V6"), setting)), Not(IsEmpty()));
}

// A report that lies --------------------------------------------------------------------------------------------------

template <const char* const& format, Verdict from, Verdict to>
void write_lying(const report::Document& document, std::ostream& stream) {
  RunResult run = document.run;
  turn<from, to>(run);
  report::find_format(format)->write({run, document.clauses}, stream);
}
const char* const console = "console";
const char* const json = "json";
const char* const junit = "junit";

struct LyingReport {
  const char* trial;
  report::Format format;
};
constexpr auto skipped = Verdict::not_applicable;
const std::array lying_reports{
    LyingReport{"V6", {json, "", write_lying<json, Verdict::crashed, Verdict::passed>}},
    LyingReport{"V6", {console, "", write_lying<console, Verdict::crashed, Verdict::passed>}},
    LyingReport{"V9", {console, "", write_lying<console, skipped, Verdict::passed>}},
    LyingReport{"V10", {console, "", write_lying<console, skipped, Verdict::passed>}},
    LyingReport{"V10", {json, "", write_lying<json, skipped, Verdict::passed>}},
    LyingReport{"V10", {junit, "", write_lying<junit, skipped, Verdict::passed>}},
    LyingReport{"verdicts", {junit, "", write_lying<junit, Verdict::timed_out, Verdict::passed>}},
    LyingReport{"verdicts", {json, "", write_lying<json, Verdict::noted, Verdict::passed>}},
    LyingReport{"verdicts", {console, "", write_lying<console, Verdict::blocked, Verdict::not_run>}},
    LyingReport{"console", {console, "", write_lying<console, Verdict::waived, Verdict::passed>}},
    LyingReport{"json", {json, "", write_lying<json, Verdict::waived, Verdict::passed>}},
    LyingReport{"junit", {junit, "", write_lying<junit, Verdict::waived, Verdict::passed>}},
};

class ALyingReport : public testing::TestWithParam<LyingReport> {};

TEST_P(ALyingReport, IsFound) {
  const ScratchFolder folder;
  std::vector<report::Format> formats(report::formats().begin(), report::formats().end());
  std::ranges::replace_if(
      formats, [](const report::Format& one) { return one.name == GetParam().format.name; }, GetParam().format);
  const Setting setting{.program = built_program(), .folder = folder.path(), .formats = formats};
  EXPECT_THAT(text_of(attempt(trial_named(GetParam().trial), setting)), Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(Selftest, ALyingReport, testing::ValuesIn(lying_reports),
                         [](const testing::TestParamInfo<LyingReport>& one) {
                           return std::string(one.param.trial) + "by" + std::string(one.param.format.name);
                         });

// A program that lies -------------------------------------------------------------------------------------------------

struct LyingProgram {
  const char* name;
  const char* commands;
};
const std::array lying_programs{
    LyingProgram{"AlwaysGreen",
                 "trap '' PIPE XFSZ\necho 'msconform-result v1 verdict=conformant passed=1 failed=0 exit=0'\nexit 0"},
    LyingProgram{"GreenInRed",
                 "trap '' PIPE XFSZ\necho 'msconform-result v1 verdict=conformant passed=1 failed=0 exit=0'\nexit 3"},
    LyingProgram{"SilentlyGreen", "exit 0"},
};
const std::array trials_of_the_program{"V2",  "V3",     "V4",        "V11",        "V12",         "V13",
                                       "V15", "kill-9", "full-disk", "cut-report", "closed-pipe", "read-only"};

class ALyingProgram : public testing::TestWithParam<std::tuple<const char*, LyingProgram>> {};

TEST_P(ALyingProgram, IsFound) {
  const auto& [trial, program] = GetParam();
  // What ends in any way but with exit 0 is no lie where nobody reads.
  const bool honest = std::string_view(trial) == "closed-pipe" && program.name == std::string_view("GreenInRed");
  const ScratchFolder folder;
  const Findings findings =
      attempt(trial_named(trial), {.program = script(folder, program.commands), .folder = folder.path()});
  EXPECT_EQ(findings.all().empty(), honest) << text_of(findings);
}

INSTANTIATE_TEST_SUITE_P(Selftest, ALyingProgram,
                         testing::Combine(testing::ValuesIn(trials_of_the_program), testing::ValuesIn(lying_programs)),
                         [](const auto& one) {
                           return name_in_tests(std::get<0>(one.param)) + std::get<1>(one.param).name;
                         });

TEST(Lies, AreToldToEveryTrial) {
  std::vector<std::string_view> lied_to(trials_of_the_program.begin(), trials_of_the_program.end());
  for (const LyingRun& one : lying_runs) lied_to.emplace_back(one.trial);
  for (const LyingReport& one : lying_reports) lied_to.emplace_back(one.trial);
  for (const Trial& trial : trials()) EXPECT_THAT(lied_to, testing::Contains(trial.name));
}

}  // namespace
}  // namespace discbench::selftest
