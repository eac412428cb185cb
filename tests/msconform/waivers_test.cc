// Runs with failures that somebody has accepted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string clause = "sequential.next-writable-address.value";

struct Waiver {
  std::string clause_glob = clause;
  std::string scenario_glob = "cd-r/*";
  std::string observed = "\"*with *1\"";
  std::string expires = "2027-03-31";

  std::string text() const {
    return "waivers:\n  - id: ACME-12\n    clause: \"" + clause_glob + "\"\n    scenario: \"" + scenario_glob +
           "\"\n    expected: success*\n    observed: " + observed +
           "\n    kind: contingency\n    owner: firmware@acme.example\n    link: https://tracker.acme.example/12\n"
           "    expires: " +
           expires + "\n";
  }
};

class WaivedRun : public testing::Test {
 protected:
  /// A subject that answers an address one too far, on the medium of one scenario unless `more` says otherwise.
  Ended run(const std::string& subject, const std::string& waivers,
            const std::vector<std::string>& more = {"--scenario", "cd-r/one-session"}) {
    std::ofstream(folder_.file("w.yaml")) << waivers;
    std::vector<std::string> words = {"run",     clause,      "--subject", subject, "--waivers", folder_.file("w.yaml"),
                                      "--today", "2027-01-15"};
    words.insert(words.end(), more.begin(), more.end());
    return msconform(words);
  }
  std::vector<std::string> with_reports() const {
    return {"--scenario", "cd-r/one-session",
            "--scenario", "bd-rom/*",
            "--report",   "json=" + folder_.file("r.json"),
            "--report",   "junit=" + folder_.file("r.xml")};
  }

  TemporaryFolder folder_;
};

TEST_F(WaivedRun, AFailureOfTheSignatureIsWaivedAndStaysVisibleEverywhere) {
  const Ended ended = run("mutant:next-plus-one", Waiver{}.text(), with_reports());
  EXPECT_EQ(value_in(last_line(ended.out), "waived"), "1") << ended.out << ended.err;
  EXPECT_EQ(value_in(last_line(ended.out), "failed"), "0");
  EXPECT_THAT(ended.out, HasSubstr("WAIVED  " + clause));
  EXPECT_THAT(ended.out, HasSubstr("  waiver    ACME-12 (contingency), owner firmware@acme.example, until 2027-03-31, "
                                   "https://tracker.acme.example/12\n"));
  const auto json = nlohmann::json::parse(text_of(folder_.file("r.json")));
  const auto waived = std::find_if(json["cases"].begin(), json["cases"].end(),
                                   [](const auto& one) { return one["verdict"] == "waived"; });
  ASSERT_NE(waived, json["cases"].end());
  EXPECT_EQ((*waived)["waivers"][0]["id"], "ACME-12");
  EXPECT_EQ((*waived)["waivers"][0]["expires"], "2027-03-31");
  EXPECT_FALSE((*waived)["failures"].empty());
  EXPECT_THAT(json["troubles"], IsEmpty());
  pugi::xml_document xml;
  ASSERT_TRUE(xml.load_file(folder_.file("r.xml").c_str()));
  const auto skipped = xml.select_node("//testcase[skipped]/properties/property[@name='waiver-owner']").node();
  EXPECT_STREQ(skipped.attribute("value").value(), "firmware@acme.example");
}

TEST_F(WaivedRun, ConformsWhereWhatIsNotWaivedPasses) {
  const Ended ended = run("mutant:next-plus-one", Waiver{}.text(),
                          {"multisession.in-use.round-trip", "--scenario", "cd-r/one-session"});
  EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  EXPECT_EQ(value_in(last_line(ended.out), "verdict"), "conformant");
  EXPECT_EQ(value_in(last_line(ended.out), "passed"), "1");
  EXPECT_EQ(value_in(last_line(ended.out), "waived"), "1");
}

TEST_F(WaivedRun, ADifferentFailureIsNotWaived) {
  Waiver other;
  other.observed = "E_FAIL*";
  const Ended ended = run("mutant:next-plus-one", other.text());
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(value_in(last_line(ended.out), "failed"), "1");
  EXPECT_EQ(value_in(last_line(ended.out), "waived"), "0");
  EXPECT_THAT(ended.out, HasSubstr("matches nothing: no case fails with its signature"));
}

TEST_F(WaivedRun, ADeathIsWaivedByAWaiverOfDeathsAlone) {
  const std::string of_failures =
      Waiver{.clause_glob = "multisession.in-use.null", .observed = "\"*died in the case*\""}.text();
  std::string of_deaths = of_failures;
  const std::string expected = "    expected: success*\n";
  of_deaths.replace(of_deaths.find(expected), expected.size(), "    verdict: crashed\n");
  for (const auto& [waivers, waived] : {std::pair(of_failures, "0"), std::pair(of_deaths, "1")}) {
    std::ofstream(folder_.file("w.yaml")) << waivers;
    const Ended ended =
        msconform({"run", "multisession.in-use.null", "--scenario", "cd-r/one-session", "--subject",
                   "mutant:null-crashes", "--waivers", folder_.file("w.yaml"), "--today", "2027-01-15"});
    EXPECT_EQ(value_in(last_line(ended.out), "waived"), waived) << ended.out;
    EXPECT_EQ(value_in(last_line(ended.out), "crashed") == "0", std::string(waived) == "1");
  }
}

TEST_F(WaivedRun, AnUnexpectedPassIsNotConformant) {
  for (const std::string scenario : {"cd-r/one-session", "cd-r/*", "*"}) {
    Waiver waiver;
    waiver.scenario_glob = scenario;
    const Ended ended = run("builtin", waiver.text());
    EXPECT_EQ(ended.exit_code, 1) << scenario;
    EXPECT_THAT(ended.out, HasSubstr("TROUBLE  " + folder_.file("w.yaml") + ":2: waiver ACME-12, " + clause + "@" +
                                     scenario + ": unexpected pass"));
    EXPECT_EQ(value_in(last_line(ended.out), "verdict"), "not-conformant");
  }
}

TEST_F(WaivedRun, AnExpiredWaiverWaivesNothingAndIsNotConformant) {
  Waiver waiver;
  waiver.expires = "2027-01-14";
  const Ended ended = run("mutant:next-plus-one", waiver.text());
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(value_in(last_line(ended.out), "failed"), "1");
  EXPECT_THAT(ended.out, HasSubstr("waiver ACME-12 expired: it held until 2027-01-14, and today is 2027-01-15"));
  const Ended elsewhere = run("builtin", waiver.text(), {"--scenario", "dvd-plus-r/blank"});
  EXPECT_EQ(elsewhere.exit_code, 1) << "whatever was run";
}

TEST_F(WaivedRun, WithoutADayItIsToday) {
  Waiver waiver;
  waiver.expires = "2000-01-01";
  std::ofstream(folder_.file("w.yaml")) << waiver.text();
  const Ended ended = msconform({"run", clause, "--scenario", "cd-r/one-session", "--waivers", folder_.file("w.yaml")});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.out, HasSubstr("waiver ACME-12 expired"));
}

TEST_F(WaivedRun, AWaiverThatMatchesNothingIsNotConformantInAWholeRun) {
  Waiver waiver;
  waiver.clause_glob = "sequential.next-writeable-address.value";
  std::ofstream(folder_.file("w.yaml")) << waiver.text();
  const Ended whole = msconform({"run", "--waivers", folder_.file("w.yaml"), "--today", "2027-01-15"});
  EXPECT_EQ(whole.exit_code, 1);
  EXPECT_THAT(whole.out, HasSubstr("matches nothing: no case of this run has such an id"));
  EXPECT_EQ(run("builtin", waiver.text()).exit_code, 0) << "the run was not asked about it";
}

TEST_F(WaivedRun, AFileThatIsNoneIsOneLineAndNothingRuns) {
  const std::string report = folder_.file("r.json");
  std::ofstream(report) << "an older report";
  const std::string mistaken = Waiver{.expires = "2027-02-30"}.text();
  const Ended ended = run("builtin", mistaken, {"--report", "json=" + report});
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, StartsWith(folder_.file("w.yaml") + ":10:14: key 'expires': '2027-02-30' does not fit"));
  EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1);
  EXPECT_THAT(ended.out, IsEmpty());
  EXPECT_EQ(text_of(report), "an older report") << "nothing is lost that was done";
  for (const std::string path : {"/nonexistent/w.yaml", "/tmp", "/dev/null"}) {
    const Ended unreadable = msconform({"run", "--waivers", path});
    EXPECT_EQ(unreadable.exit_code, 3) << path;
    EXPECT_THAT(unreadable.err, StartsWith(path + ":1:1: "));
    EXPECT_EQ(std::count(unreadable.err.begin(), unreadable.err.end(), '\n'), 1);
  }
}

TEST_F(WaivedRun, ADayThatIsNoneIsUsage) {
  std::ofstream(folder_.file("w.yaml")) << Waiver{}.text();
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"run", "--waivers", folder_.file("w.yaml"), "--today", "2027-02-30"},
        {"run", "--today", "2027-01-15"},
        {"run", "--waivers", ""}}) {
    const Ended ended = msconform(words);
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_THAT(ended.err, HasSubstr("--help"));
  }
}

}  // namespace
}  // namespace discbench
