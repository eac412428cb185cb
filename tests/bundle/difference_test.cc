#include "bundle/difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bundle/sample_bundle.h"

namespace discbench::bundle {
namespace {

using result::CaseResult;
using result::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string id = "a.one.value@cd-r/blank";

Bundle bundle_of(std::vector<CaseResult> cases) {
  Bundle bundle;
  bundle.folder = "run";
  bundle.manifest = sample_manifest();
  bundle.run.cases = std::move(cases);
  bundle.finished = true;
  return bundle;
}

CaseResult ended(Verdict verdict, const std::string& reason = "") {
  CaseResult result = passed(id);
  result.verdict = verdict;
  result.reason = reason;
  return result;
}

/// "kind: text" of each.
std::vector<std::string> between(std::vector<CaseResult> before, std::vector<CaseResult> after) {
  std::vector<std::string> lines;
  for (const Difference& one : differences(bundle_of(std::move(before)), bundle_of(std::move(after)))) {
    lines.push_back(std::string(name_of(one.change)) + ": " + one.text);
  }
  return lines;
}

TEST(Differences, TheSameTwiceIsNone) {
  EXPECT_THAT(between({passed(id)}, {passed(id)}), IsEmpty());
  EXPECT_THAT(between({failed(id)}, {failed(id)}), IsEmpty());
  CaseResult other_wire = failed(id);
  other_wire.wire = {"READ TOC -> GOOD"};
  EXPECT_THAT(between({failed(id)}, {other_wire}), IsEmpty()) << "how it came to it is not what it came to";
}

TEST(Differences, EveryVerdictThatIsNoPassIsANewFailureWithItsEvidence) {
  EXPECT_THAT(between({passed(id)}, {failed(id)}),
              ElementsAre("new failure: passed -> failed: get_InUse: expected this, observed that"));
  for (const Verdict verdict : {Verdict::crashed, Verdict::timed_out, Verdict::blocked}) {
    EXPECT_THAT(between({passed(id)}, {ended(verdict, "why")}),
                ElementsAre("new failure: passed -> " + std::string(name_of(verdict)) + ": why"));
  }
}

// A run that was killed fails nothing by that.
TEST(Differences, WhatDidNotRunIsNoFailureAndDiffersAllTheSame) {
  EXPECT_THAT(between({passed(id)}, {ended(Verdict::not_run, "why")}),
              ElementsAre("other verdict: passed -> not_run: why"));
}

TEST(Differences, WhatWasMendedIsFixed) {
  EXPECT_THAT(between({failed(id)}, {passed(id)}),
              ElementsAre("fixed: failed -> passed; it was: get_InUse: expected this, observed that"));
  EXPECT_THAT(between({failed(id)}, {ended(Verdict::waived)}), ElementsAre(HasSubstr("fixed: failed -> waived")));
}

TEST(Differences, AFailureThatIsAnotherOne) {
  EXPECT_THAT(between({failed(id, "that")}, {failed(id, "something else")}),
              ElementsAre("changed reason: failed -> failed; before: get_InUse: expected this, observed that; now: "
                          "get_InUse: expected this, observed something else"));
  EXPECT_THAT(between({failed(id)}, {ended(Verdict::crashed, "SIGSEGV")}),
              ElementsAre(HasSubstr("changed reason: failed -> crashed")));
  EXPECT_THAT(between({ended(Verdict::crashed, "SIGSEGV")}, {ended(Verdict::crashed, "SIGABRT")}),
              ElementsAre(HasSubstr("now: SIGABRT")));
}

TEST(Differences, AnotherVerdictThatIsNoFailureEither) {
  EXPECT_THAT(between({passed(id)}, {ended(Verdict::not_applicable, "no disc")}),
              ElementsAre("other verdict: passed -> not_applicable: no disc"));
}

TEST(Differences, APassByAnotherSequenceOfChecks) {
  CaseResult other = passed(id);
  other.sequence = 4712;
  EXPECT_THAT(between({passed(id)}, {other}),
              ElementsAre("other checks: passed by 3 comparisons, and by 3 others before"));
  other.checks = 2;
  EXPECT_THAT(between({passed(id)}, {other}), ElementsAre("other checks: passed by 2 comparisons, and by 3 before"));
}

TEST(Differences, ACaseThatOnlyOneOfThemHas) {
  const std::string second = "b.three.null@cd-r/blank";
  EXPECT_THAT(between({passed(id), failed(second)}, {passed(id)}),
              ElementsAre("only in the first: failed: get_InUse: expected this, observed that"));
  EXPECT_THAT(between({passed(id)}, {passed(id), passed(second)}), ElementsAre("only in the second: passed"));
}

TEST(Differences, StandByKindAndThenInThePlansOrder) {
  std::vector<CaseResult> before;
  std::vector<CaseResult> after;
  for (const std::string& one : sample_ids()) {
    const bool mended = one.rfind("a.", 0) == 0;
    before.push_back(mended ? failed(one) : passed(one));
    after.push_back(mended ? passed(one) : failed(one));
  }
  std::vector<std::string> ids;
  for (const Difference& one : differences(bundle_of(before), bundle_of(after))) ids.push_back(one.id);
  EXPECT_THAT(ids, ElementsAre(sample_ids()[2], sample_ids()[3], sample_ids()[0], sample_ids()[1]));
}

TEST(OtherCircumstances, AreNoneOfTheSameRun) {
  EXPECT_THAT(other_circumstances(bundle_of({}), bundle_of({})), IsEmpty());
}

TEST(OtherCircumstances, AreTheSubjectTheContractAndTheScenarios) {
  Bundle other = bundle_of({});
  other.manifest.subject = "builtin";
  other.manifest.library_digest = "ad";
  other.manifest.program_version = "0.2.0";
  other.manifest.contract_digest = "c1";
  other.manifest.generation = "win7";
  other.manifest.scenarios[1].digest = "be";
  other.finished = false;
  EXPECT_THAT(
      other_circumstances(bundle_of({}), other),
      ElementsAre("subject: library:./libacme.so and builtin", "the subject's file (SHA-256): ac and ad",
                  "version of the program: 0.1.0 and 0.2.0", "contract (SHA-256): c0 and c1",
                  "generation: xp-vista and win7", "scenario bd-r/blank was changed", "run did not come to its end"));
}

}  // namespace
}  // namespace discbench::bundle
