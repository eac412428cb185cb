#include "waiver/waivers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::waiver {
namespace {

using result::BlockedBy;
using result::CaseResult;
using result::Verdict;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Date today = *date_of("2026-06-15");

Entry entry(std::string id = "ACME-1") {
  Entry one;
  one.waiver = {std::move(id), "quirk", "me@acme.example", "https://acme.example/1", "2026-12-31"};
  one.clauses = {"x.value"};
  one.scenarios = {"cd-r/blank"};
  one.expected = "success with 0";
  one.observed = "S_OK* with 150";
  one.expires = *date_of("2026-12-31");
  one.place = "w.yaml:2";
  return one;
}

Entry with_globs(Entry one, std::vector<std::string> clauses, std::vector<std::string> scenarios) {
  one.clauses = std::move(clauses);
  one.scenarios = std::move(scenarios);
  return one;
}

Entry of_verdict(Entry one, Verdict verdict, std::string observed) {
  one.verdict = verdict;
  one.expected.clear();
  one.observed = std::move(observed);
  return one;
}

Entry expiring(Entry one, const char* day) {
  one.expires = *date_of(day);
  one.waiver.expires = day;
  return one;
}

CaseResult ended(Verdict verdict, std::string scenario = "cd-r/blank") {
  CaseResult result;
  result.clause = "x.value";
  result.scenario = std::move(scenario);
  result.verdict = verdict;
  result.checks = 1;
  return result;
}

CaseResult failed(std::string scenario = "cd-r/blank", std::string observed = "S_OK (0x00000000) with 150") {
  CaseResult result = ended(Verdict::failed, std::move(scenario));
  result.failures = {{"get_NextWritableAddress", "success with 0", std::move(observed)}};
  return result;
}

CaseResult with_reason(CaseResult result, std::string reason) {
  result.reason = std::move(reason);
  return result;
}

CaseResult settled(Waivers& waivers, CaseResult result) {
  waivers.settle(result);
  return result;
}

TEST(Waivers, WaiveAFailureOfTheirSignatureAndKeepItVisible) {
  Waivers waivers({entry()}, today);
  const CaseResult result = settled(waivers, failed());
  EXPECT_EQ(result.verdict, Verdict::waived);
  EXPECT_EQ(result.failures, failed().failures);
  EXPECT_EQ(result.reason,
            "failed, accepted as quirk ACME-1, owner me@acme.example, until 2026-12-31, https://acme.example/1");
  EXPECT_THAT(result.waivers, ElementsAre(entry().waiver));
  EXPECT_THAT(waivers.findings(Coverage::whole), IsEmpty());
}

TEST(Waivers, LeaveADifferentFailureAsItIsAndSaySo) {
  Waivers waivers({entry()}, today);
  EXPECT_EQ(settled(waivers, failed("cd-r/blank", "E_FAIL (0x80004005)")), failed("cd-r/blank", "E_FAIL (0x80004005)"));
  EXPECT_THAT(waivers.findings(Coverage::whole),
              ElementsAre(AllOf(HasSubstr("w.yaml:2: waiver ACME-1, x.value@cd-r/blank: matches nothing: no case fails "
                                          "with its signature"),
                                HasSubstr("(x.value@cd-r/blank failed)"))));
}

TEST(Waivers, CompareWhatWasExpectedAsWell) {
  Waivers waivers({entry()}, today);
  CaseResult other = failed();
  other.failures.front().expected = "success with 12010";
  EXPECT_EQ(settled(waivers, other).verdict, Verdict::failed);
}

TEST(Waivers, CoverEveryFailureOfACaseOrNone) {
  CaseResult two = failed();
  two.failures.push_back({"get_FreeSectorsOnMedia", "success with 9", "E_FAIL (0x80004005)"});
  Waivers one({entry()}, today);
  EXPECT_EQ(settled(one, two), two);
  Entry other = entry("ACME-2");
  other.expected = "success with 9";
  other.observed = "E_FAIL*";
  Waivers both({entry(), other}, today);
  const CaseResult result = settled(both, two);
  EXPECT_EQ(result.verdict, Verdict::waived);
  EXPECT_THAT(result.waivers, ElementsAre(entry().waiver, other.waiver));
  EXPECT_THAT(result.reason, AllOf(HasSubstr("quirk ACME-1"), HasSubstr("; and as quirk ACME-2")));
  EXPECT_THAT(both.findings(Coverage::whole), IsEmpty());
}

TEST(Waivers, OfFailuresDoNotCoverADeath) {
  Entry broad = entry();
  broad.expected = "*e*";
  broad.observed = "*e*";
  Waivers waivers({broad}, today);
  for (const Verdict verdict : {Verdict::crashed, Verdict::timed_out, Verdict::blocked, Verdict::not_run}) {
    EXPECT_EQ(settled(waivers, with_reason(ended(verdict), "the end")).verdict, verdict);
  }
}

TEST(Waivers, CoverADeathThatTheyAreOf) {
  Waivers waivers({of_verdict(entry(), Verdict::crashed, "*SIGSEGV")}, today);
  const std::string reason = "the process died in the case: SIGSEGV";
  const CaseResult result = settled(waivers, with_reason(ended(Verdict::crashed), reason));
  EXPECT_EQ(result.verdict, Verdict::waived);
  EXPECT_THAT(result.reason, HasSubstr("crashed (" + reason + "), accepted as quirk ACME-1"));
  EXPECT_EQ(settled(waivers, with_reason(ended(Verdict::crashed), "the process died in the case: SIGABRT")).verdict,
            Verdict::crashed);
  EXPECT_EQ(settled(waivers, with_reason(ended(Verdict::timed_out), reason)).verdict, Verdict::timed_out);
}

TEST(Waivers, CoverWhatTheSubjectBlockedAndNeverWhatTheRigDid) {
  Entry one = entry();
  one.verdict = Verdict::blocked;
  Waivers waivers({one}, today);
  CaseResult blocked = failed();
  blocked.verdict = Verdict::blocked;
  blocked.blocked_by = BlockedBy::rig;
  EXPECT_EQ(settled(waivers, blocked).verdict, Verdict::blocked);
  blocked.blocked_by = BlockedBy::subject;
  EXPECT_EQ(settled(waivers, blocked).verdict, Verdict::waived);
  blocked.failures.clear();
  EXPECT_EQ(settled(waivers, blocked).verdict, Verdict::blocked) << "nothing that differed, nothing to cover";
}

TEST(Waivers, HoldOnTheirLastDayAndNoLonger) {
  Waivers last_day({expiring(entry(), "2026-06-15")}, today);
  EXPECT_EQ(settled(last_day, failed()).verdict, Verdict::waived);
  EXPECT_THAT(last_day.findings(Coverage::whole), IsEmpty());
  Waivers day_after({expiring(entry(), "2026-06-14")}, today);
  EXPECT_EQ(settled(day_after, failed()), failed());
  for (const Coverage coverage : {Coverage::whole, Coverage::narrowed, Coverage::shard}) {
    EXPECT_THAT(day_after.findings(coverage),
                ElementsAre("w.yaml:2: waiver ACME-1 expired: it held until 2026-06-14, and today is 2026-06-15; mend "
                            "the failure, or have me@acme.example renew it"));
  }
}

TEST(Waivers, OfACaseThatPassesAreUnexpectedPasses) {
  Waivers waivers({entry()}, today);
  EXPECT_EQ(settled(waivers, ended(Verdict::passed)), ended(Verdict::passed));
  for (const Coverage coverage : {Coverage::whole, Coverage::narrowed, Coverage::shard}) {
    EXPECT_THAT(waivers.findings(coverage),
                ElementsAre(HasSubstr("x.value@cd-r/blank: unexpected pass: nothing failed in 1 case")));
  }
}

TEST(Waivers, WithAListTellOfEachCaseThatPasses) {
  Waivers waivers({with_globs(entry(), {"x.value"}, {"cd-r/blank", "bd-r/blank"})}, today);
  EXPECT_EQ(settled(waivers, failed()).verdict, Verdict::waived);
  settled(waivers, ended(Verdict::passed, "bd-r/blank"));
  EXPECT_THAT(waivers.findings(Coverage::whole), ElementsAre(HasSubstr("x.value@bd-r/blank: unexpected pass")));
}

TEST(Waivers, WithWildcardsAreContentWithOneFailure) {
  Waivers waivers({with_globs(entry(), {"x.*"}, {"*/blank"})}, today);
  settled(waivers, ended(Verdict::passed, "bd-r/blank"));
  EXPECT_THAT(waivers.findings(Coverage::whole), ElementsAre(HasSubstr("unexpected pass: nothing failed in 1 case")));
  EXPECT_THAT(waivers.findings(Coverage::shard), IsEmpty()) << "it may be for a case of another shard";
  settled(waivers, failed());
  EXPECT_THAT(waivers.findings(Coverage::whole), IsEmpty());
}

TEST(Waivers, OfNoCaseMatchNothingUnlessTheRunIsAPart) {
  Waivers waivers({with_globs(entry(), {"x.valu"}, {"*"})}, today);
  settled(waivers, failed());
  EXPECT_THAT(waivers.findings(Coverage::whole),
              ElementsAre(HasSubstr("x.valu@*: matches nothing: no case of this run has such an id")));
  EXPECT_THAT(waivers.findings(Coverage::narrowed), IsEmpty());
  EXPECT_THAT(waivers.findings(Coverage::shard), IsEmpty());
}

TEST(Waivers, OfACaseWithoutAVerdictMatchNothing) {
  Waivers waivers({entry()}, today);
  settled(waivers, with_reason(ended(Verdict::not_applicable), "there is no medium"));
  EXPECT_THAT(waivers.findings(Coverage::whole), ElementsAre(HasSubstr("matches nothing: no verdict is sought")));
}

TEST(Waivers, AreNotJudgedByCasesThatDidNotRun) {
  Waivers waivers({entry()}, today);
  settled(waivers, with_reason(ended(Verdict::not_run), "interrupted"));
  EXPECT_THAT(waivers.findings(Coverage::whole), IsEmpty());
}

TEST(Waivers, ThatCoverTheSameAreBothOfUse) {
  Entry wider = entry("ACME-2");
  wider.observed = "S_OK*";
  Waivers waivers({entry(), wider}, today);
  EXPECT_EQ(settled(waivers, failed()).waivers.size(), 2u);
  EXPECT_THAT(waivers.findings(Coverage::whole), IsEmpty());
}

TEST(Waivers, KnowACaseThatIsWaivedAlready) {
  Waivers first({entry()}, today);
  const CaseResult waived = settled(first, failed());
  Waivers second({entry()}, today);
  EXPECT_EQ(settled(second, waived), waived);
  EXPECT_THAT(second.findings(Coverage::whole), IsEmpty());
}

}  // namespace
}  // namespace discbench::waiver
