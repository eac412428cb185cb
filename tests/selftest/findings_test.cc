// The comparisons that all trials are made of, and what becomes of a trial that shows nothing.
#include "selftest/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "selftest/program_result.h"
#include "selftest/rig.h"

namespace discbench::selftest {
namespace {

using result::Outcome;
using result::Verdict;
using testing::HasSubstr;
using testing::IsEmpty;

result::RunResult run_of(Verdict verdict) {
  result::RunResult run;
  result::CaseResult& result = run.cases.emplace_back();
  result.clause = "meta.one";
  result.scenario = "none/empty";
  result.verdict = verdict;
  result.reason = verdict == Verdict::passed ? "" : "why";
  return run;
}

const std::string green =
    "msconform-result v1 verdict=conformant scenarios=1 clauses=1 cases=1 passed=1 checks=1 seconds=0.01 exit=0\n";

TEST(Findings, WhatHoldsIsCountedAndNoFinding) {
  Findings findings;
  EXPECT_TRUE(findings.equal("a", "same", "same"));
  EXPECT_TRUE(findings.equal("b", 3, 3));
  EXPECT_TRUE(findings.says("c", "a long text", "long"));
  EXPECT_TRUE(findings.says_not("d", "a long text", "short"));
  EXPECT_TRUE(findings.verdict(run_of(Verdict::passed), "meta.one@none/empty", Verdict::passed));
  EXPECT_TRUE(findings.outcome(run_of(Verdict::passed), Outcome::conformant));
  EXPECT_EQ(findings.comparisons(), 6u);
  EXPECT_THAT(text_of(findings), IsEmpty());
}

TEST(Findings, EveryComparisonCanFail) {
  Findings findings;
  EXPECT_FALSE(findings.equal("a", "same", "other"));
  EXPECT_FALSE(findings.equal("b", 3, 4));
  EXPECT_FALSE(findings.says("c", "a long text", "short"));
  EXPECT_FALSE(findings.says_not("d", "a long text", "long"));
  EXPECT_FALSE(findings.verdict(run_of(Verdict::failed), "meta.one@none/empty", Verdict::passed));
  EXPECT_FALSE(findings.verdict(run_of(Verdict::passed), "meta.two@none/empty", Verdict::passed));
  EXPECT_FALSE(findings.outcome(run_of(Verdict::failed), Outcome::conformant));
  EXPECT_EQ(findings.comparisons(), 7u);
  EXPECT_EQ(text_of(findings),
            "a: expected same, observed other\n"
            "b: expected 3, observed 4\n"
            "c: expected 'short' in it, observed 'a long text'\n"
            "d: expected no 'long' in it, observed 'a long text'\n"
            "meta.one@none/empty: expected passed, observed failed: why\n"
            "meta.two@none/empty: expected passed, observed it is not in the run\n"
            "the run as a whole: expected conformant, exit 0, observed not-conformant, exit 1\n");
}

TEST(Findings, OfTwoTextsTheFirstLineThatDiffersIsShown) {
  Findings findings;
  findings.equal("report", "one\ntwo\nthree\n", "one\ntoo\nthree\n");
  findings.equal("report", "one\ntwo\n", "one\n");
  findings.equal("report", "one\ntwo\n", "");
  EXPECT_EQ(text_of(findings),
            "report: expected line 2: two, observed line 2: too\n"
            "report: expected line 2: two, observed line 2: \n"
            "report: expected line 1: one, observed \n");
}

TEST(ProgramResult, AResultThatIsNotTheExpectedOneIsAFinding) {
  const auto findings_of = [](const Ended& ended, int exit_code, std::string_view verdict) {
    Findings findings;
    expect_result(findings, "a run", ended, exit_code, verdict);
    return findings.all().size();
  };
  const Ended ended{.exit_code = 0, .how = "exit 0", .out = "some text\n" + green, .err = ""};
  EXPECT_EQ(findings_of(ended, 0, "conformant"), 0u);
  EXPECT_EQ(findings_of(ended, 4, "no-evidence"), 3u);
  EXPECT_EQ(findings_of({.exit_code = 1, .how = "exit 1", .out = green, .err = ""}, 0, "conformant"), 1u);
  // Only the last line counts.
  EXPECT_EQ(findings_of({.exit_code = 0, .how = "exit 0", .out = green + "more\n", .err = ""}, 0, "conformant"), 2u);
  EXPECT_EQ(findings_of({.exit_code = 0, .how = "exit 0", .out = "", .err = ""}, 0, "conformant"), 2u);
}

TEST(ProgramResult, AResultLineWhereThereMayBeNoneIsAFinding) {
  const auto findings_of = [](const Ended& ended) {
    Findings findings;
    expect_no_result(findings, "a run", ended, 3);
    return text_of(findings);
  };
  EXPECT_THAT(findings_of({.exit_code = 3, .how = "exit 3", .out = "", .err = "why\n"}), IsEmpty());
  EXPECT_THAT(findings_of({.exit_code = 3, .how = "exit 3", .out = green, .err = ""}), HasSubstr("stdout"));
  EXPECT_EQ(findings_of({.exit_code = -1, .how = "SIGSEGV", .out = "", .err = "why\n"}),
            "a run: expected exit 3, observed SIGSEGV: why\n");
}

TEST(Trials, OneThatComparesNothingDoesNotHold) {
  const ScratchFolder folder;
  const Trial trial{"empty", "nothing", [](const Setting&, Findings&) {}};
  EXPECT_EQ(text_of(attempt(trial, {.program = "none", .folder = folder.path()})),
            "the trial: expected one comparison at least, observed none\n");
}

TEST(Trials, OneThatDoesNotComeToItsEndDoesNotHold) {
  const ScratchFolder folder;
  const Trial trial{"throws", "nothing", [](const Setting&, Findings& findings) {
                      findings.equal("a", 1, 1);
                      throw std::runtime_error("out of cheese");
                    }};
  EXPECT_EQ(text_of(attempt(trial, {.program = "none", .folder = folder.path()})),
            "the trial: expected that it comes to its end, observed out of cheese\n");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace discbench::selftest
