// What the program answers to what is typed, before anything is checked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string round_trip = "multisession.in-use.round-trip";

void expect_one_line(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find('\n'), text.size() - 1) << text;
}

TEST(CommandLine, WithoutAVerbItSaysHowItIsUsed) {
  const Ended ended = msconform({});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_THAT(ended.err, HasSubstr("usage: msconform VERB"));
}

TEST(CommandLine, EveryVerbTeachesWithExamples) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                {"list", "--help"},
                                                {"explain", "--help"},
                                                {"run", "--help"},
                                                {"doctor", "--help"}}) {
    const Ended ended = msconform(words);
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_THAT(ended.out, HasSubstr("example"));
    EXPECT_THAT(ended.err, IsEmpty());
  }
}

TEST(CommandLine, AnUnknownVerbIsUsageAndNamesTheNearest) {
  const Ended ended = msconform({"rnu"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_THAT(ended.err, HasSubstr("did you mean run"));
  expect_one_line(ended.err);
}

TEST(CommandLine, WhatIsNotUnderstoodIsUsageAndOneLine) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"run", "--nonexistent"},
                                                {"run", "--scen", "cd-r/*"},
                                                {"run", "--jobs", "0"},
                                                {"run", "--jobs", "many"},
                                                {"run", "--timeout-case", "-1"},
                                                {"run", "--timeout-case", "nan"},
                                                {"run", "--subject", "acme"},
                                                {"run", "--subject", "library:"},
                                                {"run", "--subject"},
                                                {"run", "--generation", "win8"},
                                                {"run", "--report", "json"},
                                                {"run", "--report", "yaml=a"},
                                                {"run", "--report", "json=a", "--report", "junit=a"},
                                                {"list", "--jobs", "2"},
                                                {"explain"},
                                                {"explain", "a", "b"}}) {
    const Ended ended = msconform(words);
    EXPECT_EQ(ended.exit_code, 2) << words.back();
    EXPECT_THAT(ended.out, IsEmpty()) << words.back();
    expect_one_line(ended.err);
  }
}

TEST(List, HasEveryClauseOnceWithItsLevel) {
  const Ended ended = msconform({"list"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, HasSubstr(round_trip + " "));
  EXPECT_THAT(ended.out, HasSubstr("  info"));
  EXPECT_THAT(ended.out, HasSubstr("ineligible: "));
}

TEST(List, AGlobSelects) {
  const Ended ended = msconform({"list", "multisession.in-use.*"});
  EXPECT_THAT(ended.out, HasSubstr(round_trip));
  EXPECT_THAT(ended.out, Not(HasSubstr("sequential.")));
}

TEST(List, ScenariosAreListedByTheirIds) {
  const Ended ended = msconform({"list", "--scenarios", "cd-r/*", "no-disc/*"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, HasSubstr("cd-r/blank\n"));
  EXPECT_THAT(ended.out, HasSubstr("no-disc/tray-open\n"));
  EXPECT_THAT(ended.out, Not(HasSubstr("bd-r")));
}

TEST(List, AGlobThatMatchesNothingNamesTheNearest) {
  const Ended ended = msconform({"list", "multisession.inuse.round-trip"});
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_THAT(ended.err, HasSubstr(round_trip));
}

TEST(Explain, SaysWhatAClauseDemandsAndWhereItIsDocumented) {
  const Ended ended = msconform({"explain", round_trip});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, HasSubstr("must: a violation fails the run"));
  EXPECT_THAT(ended.out, HasSubstr("nf-imapi2-imultisession-"));
  EXPECT_THAT(ended.out, HasSubstr(" scenarios\n"));
}

TEST(Explain, ATypingErrorGetsTheNearestId) {
  const Ended ended = msconform({"explain", "multisession.in-use.roundtrip"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_THAT(ended.err, HasSubstr("did you mean " + round_trip + "?"));
}

TEST(CommandLine, ExplainSaysSinceWhenAndWhatIsLeftOpen) {
  const Ended ended = msconform({"explain", "sequential2.write-unit-size.positive"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, HasSubstr("since       Windows 7 (--generation win7)"));
  EXPECT_THAT(ended.out, HasSubstr("open        In what is the writable unit"));
  EXPECT_THAT(ended.out, HasSubstr("Here: Sectors of 2048 bytes"));
}

TEST(CommandLine, ListTellsWhatCameWithWindows7) {
  const Ended ended = msconform({"list", "sequential2.write-unit-size.positive"});
  EXPECT_THAT(ended.out, HasSubstr("must  since win7"));
  EXPECT_THAT(msconform({"list", round_trip}).out, Not(HasSubstr("since")));
}

}  // namespace
}  // namespace discbench
