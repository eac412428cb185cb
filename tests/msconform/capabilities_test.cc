// Runs that test what a subject claims of itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class ClaimingRun : public testing::Test {
 protected:
  /// The builtin subject offers everything.
  std::string claims(const std::string& from = "", const std::string& to = "") {
    std::string text =
        "capabilities:\n  sequential2: yes\n  random-write: yes\n  last-written-address: yes\n  write: yes\n"
        "  burn-verification: yes\n  events: yes\n  erase: yes\n  recorder: yes\n  recorder-ex: yes\n  master: yes\n";
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    std::ofstream(folder_.file("c.yaml")) << text;
    return folder_.file("c.yaml");
  }
  Ended run(const std::string& file, const std::vector<std::string>& more) {
    std::vector<std::string> words = {"run", "--capabilities", file};
    words.insert(words.end(), more.begin(), more.end());
    return msconform(words);
  }

  TemporaryFolder folder_;
};

const std::vector<std::string> all_claims{"capability.*"};

TEST_F(ClaimingRun, TrueClaimsPass) {
  const Ended ended = run(claims(), all_claims);
  EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  EXPECT_EQ(value_in(last_line(ended.out), "passed"), "10");
}

TEST_F(ClaimingRun, AClaimOfWhatIsNotThereFails) {
  const Ended ended = run(claims(), {"capability.*", "--subject", "mutant:no-burning"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("FAILED  capability.write  (must)  in cd-r/blank\n"),
                               HasSubstr("IDiscFormat2Data::Write, claimed: yes"),
                               HasSubstr("observed  refused: E_NOTIMPL (0x80004001)"),
                               HasSubstr("repeat    msconform run capability.write --scenario cd-r/blank "
                                         "--capabilities " +
                                         folder_.file("c.yaml") + " --subject mutant:no-burning\n")));
}

TEST_F(ClaimingRun, WhatIsThereAndNotClaimedFails) {
  const Ended ended = run(claims("  write: yes", "  write: no"), {"capability.write"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(value_in(last_line(ended.out), "cases"), "1");
  EXPECT_THAT(ended.out, HasSubstr("expected  not offered: E_NOTIMPL"));
}

TEST_F(ClaimingRun, NotApplicableIsReportedWithItsReason) {
  const std::string report = folder_.file("r.json");
  const Ended ended =
      run(claims("erase: yes", "erase: {n/a: no such media}"), {"capability.*", "--report", "json=" + report});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(value_in(last_line(ended.out), "not_applicable"), "1");
  EXPECT_THAT(text_of(report), HasSubstr("claimed to be not applicable: no such media"));
}

TEST_F(ClaimingRun, EveryClaimIsTestedWhateverElseIsSelected) {
  const Ended ended =
      run(claims("  write: yes", "  write: no"), {"multisession.in-use.round-trip", "--scenario", "bd-r/blank"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(value_in(last_line(ended.out), "cases"), "11");
  EXPECT_EQ(value_in(last_line(ended.out), "failed"), "1");
}

TEST_F(ClaimingRun, WithoutAFileNothingIsClaimed) {
  const Ended ended = msconform({"run", "capability.write"});
  EXPECT_EQ(ended.exit_code, 4);
}

TEST_F(ClaimingRun, AMistakeInTheFileIsOneLineAndNothingRuns) {
  const std::vector<std::pair<std::string, std::string>> mistakes{
      {"  write: yes\n", ":2:3: key 'write': is missing, expected yes, no, or {n/a: the reason}"},
      {"", ":12:3: key 'wirte': is not a key of the capabilities, expected 'write'"}};
  for (const auto& [left_out, complaint] : mistakes) {
    const std::string file =
        left_out.empty() ? claims("master: yes\n", "master: yes\n  wirte: no\n") : claims(left_out);
    const Ended ended = run(file, all_claims);
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_EQ(ended.err, file + complaint + "\n");
    EXPECT_THAT(ended.out, IsEmpty());
  }
  for (const std::string path : {"/nonexistent/c.yaml", "/tmp", "/dev/null"}) {
    const Ended ended = run(path, {});
    EXPECT_EQ(ended.exit_code, 3) << path;
    EXPECT_THAT(ended.err, StartsWith(path + ":1:1: "));
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1);
  }
}

TEST_F(ClaimingRun, AFailedClaimCanBeWaived) {
  std::ofstream(folder_.file("w.yaml"))
      << "waivers:\n  - {id: A, clause: capability.write, scenario: cd-r/blank, expected: offered, observed: "
         "'refused*',"
         " kind: quirk, owner: me, link: 'mailto:me@acme.example', expires: 2099-12-31}\n";
  const Ended ended = run(claims(), {"capability.*", "--subject", "mutant:no-burning", "--waivers",
                                     folder_.file("w.yaml"), "--today", "2027-01-01"});
  EXPECT_EQ(value_in(last_line(ended.out), "waived"), "1") << ended.out;
}

TEST_F(ClaimingRun, AClaimIsExplained) {
  const Ended ended = msconform({"explain", "capability.write"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("IDiscFormat2Data::Write"), HasSubstr("--capabilities FILE")));
}

}  // namespace
}  // namespace discbench
