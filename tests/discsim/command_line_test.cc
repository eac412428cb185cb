#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "discsim/run.h"
#include "profile/scratch.h"

namespace discbench {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Discsim, ListNamesEverythingOneALine) {
  const Ran ran = discsim({"list"});
  EXPECT_EQ(ran.exit, 0);
  const auto lines = lines_of(ran.out);
  EXPECT_EQ(lines.size(), our_profile_files().size());
  EXPECT_THAT(lines, testing::IsSupersetOf({"drive     bd-writer", "medium    cd-r-80", "scenario  cd-r/two-tracks"}));
}

TEST(Discsim, ListReadsNoFile) {
  const Scratch user;
  user.write("scenarios/mine/broken.yaml", "\xff");
  const Ran ran = discsim({"list", "--profiles", user.path().string()});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(lines_of(ran.out), testing::Contains("scenario  mine/broken"));
  EXPECT_THAT(lines_of(ran.out), testing::Contains("scenario  cd-r/blank"));
}

TEST(Discsim, HelpTeachesWithAnExample) {
  EXPECT_THAT(discsim({"--help"}).out, HasSubstr("discsim show --scenario cd-r/two-tracks"));
  for (const std::string verb : {"list", "show", "cdb", "validate"}) {
    const Ran ran = discsim({verb, "--help"});
    EXPECT_EQ(ran.exit, 0) << verb;
    EXPECT_THAT(ran.out, HasSubstr("usage: discsim " + verb)) << verb;
    EXPECT_THAT(ran.out, HasSubstr("n example")) << verb;
  }
}

TEST(Discsim, VersionIsOneLine) {
  const Ran ran = discsim({"--version"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(lines_of(ran.out), ElementsAre(testing::MatchesRegex("discsim [0-9]+\\.[0-9]+\\.[0-9]+")));
}

struct Misuse {
  std::string name;
  std::vector<std::string> arguments;
  std::string said;

  friend std::ostream& operator<<(std::ostream& out, const Misuse& misuse) { return out << misuse.name; }
};

class DiscsimMisused : public testing::TestWithParam<Misuse> {};

TEST_P(DiscsimMisused, SaysSoInOneLineAndEndsWithTwo) {
  const Ran ran = discsim(GetParam().arguments);
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.out, "");
  ASSERT_EQ(lines_of(ran.err).size(), 1U) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    Each, DiscsimMisused,
    testing::Values(
        Misuse{"NoVerb", {}, "no verb is given, expected one of list, show, cdb, validate"},
        Misuse{"UnknownVerb", {"lsit"}, "there is no verb 'lsit', expected 'list'"},
        Misuse{"UnknownVerbFarOff", {"frobnicate"}, "expected one of list, show, cdb, validate"},
        Misuse{"UnknownOptionInFront", {"--versoin"}, "there is no option '--versoin', expected '--version'"},
        Misuse{"UnknownOption", {"show", "--scenaro", "x"}, "there is no option '--scenaro', expected '--scenario'"},
        Misuse{"AbbreviatedOption", {"show", "--scen", "cd-r/blank"}, "there is no option '--scen'"},
        Misuse{"OptionWithoutValue", {"show", "--scenario"}, "scenario"},
        Misuse{"OptionTwice", {"show", "--scenario", "a", "--scenario", "b"}, "--scenario is here a second time"},
        Misuse{"WordTooMany", {"list", "everything"}, "words that belong to no option"},
        Misuse{"NoScenario", {"show"}, "expected --scenario ID"},
        Misuse{"Disc", {"show", "--disc", "d"}, "--disc: discs in folders are not available in this version"},
        Misuse{"UnknownFormat", {"show", "--scenario", "cd-r/blank", "--format", "jsn"}, "expected 'json'"},
        Misuse{"NoCdb", {"cdb", "--scenario", "cd-r/blank"}, "no CDB is given"},
        Misuse{"CdbNotHex", {"cdb", "--scenario", "cd-r/blank", "0x1200000024"}, "is not hexadecimal"},
        Misuse{"CdbInPieces",
               {"cdb", "--scenario", "cd-r/blank", "12", "00"},
               "is not as long as a CDB (bytes: 1), expected 6 to 16 bytes in one argument"},
        Misuse{"DataForNothing", {"cdb", "--scenario", "cd-r/blank", "000000000000", "--data", "00"}, "without a CDB"},
        Misuse{"NoFile", {"validate"}, "no file is named"}),
    [](const testing::TestParamInfo<Misuse>& misuse) { return misuse.param.name; });

TEST(Discsim, AnUnknownScenarioNamesTheNearestAndEndsWithThree) {
  for (const std::string verb : {"show", "cdb"}) {
    std::vector<std::string> arguments{verb, "--scenario", "cd-r/blnk"};
    if (verb == "cdb") arguments.push_back("000000000000");
    const Ran ran = discsim(arguments);
    EXPECT_EQ(ran.exit, 3);
    EXPECT_EQ(ran.err,
              "discsim: there is no scenario 'cd-r/blnk', expected 'cd-r/blank' or a path that ends in .yaml\n");
  }
}

TEST(Discsim, AnUnknownDriveIsNamedInTheSameWay) {
  const Ran ran = discsim({"cdb", "--scenario", "cd-r/blank", "--drive", "bd-wrter", "000000000000"});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_EQ(ran.err, "discsim: there is no drive 'bd-wrter', expected 'bd-writer' or a path that ends in .yaml\n");
}

TEST(Discsim, ABadScenarioEndsWithThreeInOneLine) {
  const Scratch scratch;
  const auto file = scratch.write("a.yaml", "description: 1\ndrive: bd-writer\nmedium: none\nsteps: {}\nexpect: {}\n");
  for (const std::string verb : {"show", "cdb"}) {
    std::vector<std::string> arguments{verb, "--scenario", file.string()};
    if (verb == "cdb") arguments.push_back("000000000000");
    const Ran ran = discsim(arguments);
    EXPECT_EQ(ran.exit, 3);
    EXPECT_EQ(ran.err,
              file.string() + ":4:8: key 'steps': a mapping is no list, expected a list of steps, or [] for none\n");
  }
}

}  // namespace
}  // namespace discbench
