#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "discsim/run.h"
#include "profile/scratch.h"

namespace discbench {
namespace {

using nlohmann::json;

std::vector<json> exchanges(const std::vector<std::string>& arguments, int exit) {
  const Ran ran = discsim(arguments);
  EXPECT_EQ(ran.exit, exit) << ran.err;
  EXPECT_EQ(ran.err, "");
  std::vector<json> all;
  for (const std::string& line : lines_of(ran.out)) all.push_back(json::parse(line));
  return all;
}

TEST(Cdb, JsonIsOneObjectALineWithTheSixKeys) {
  const auto all = exchanges({"cdb", "--scenario", "cd-r/one-session", "--json", "51 00 00 00 00 00 00 00 22 00"}, 0);
  ASSERT_EQ(all.size(), 1U);
  const json& line = all.front();
  EXPECT_EQ(line.size(), 6U);
  EXPECT_EQ(line.at("cdb"), "51000000000000002200");
  EXPECT_EQ(line.at("name"), "READ DISC INFORMATION");
  EXPECT_EQ(line.at("status"), "GOOD");
  EXPECT_TRUE(line.at("sense").is_null());
  // Appendable, last session empty; first track 1; two sessions; tracks 2 to 2 in the last one.
  EXPECT_THAT(line.at("data").get<std::string>(), testing::StartsWith("00200101020202"));
  EXPECT_EQ(line.at("data").get<std::string>().size(), 68U);
  EXPECT_FALSE(line.at("fields").empty());
}

TEST(Cdb, GoesOnAfterACheckConditionAndTheLastOneCounts) {
  const std::string bad = "2a000000000000000100";  // where the disc does not go on
  const std::string good = "00 00 00 00 00 00";
  const auto all = exchanges({"cdb", "--scenario", "dvd-plus-r/one-session", "--json", bad, good}, 0);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("status"), "CHECK CONDITION");
  // The sector lies in a track that is closed.
  EXPECT_EQ(all[0].at("sense").at("key"), "5");
  EXPECT_EQ(all[0].at("sense").at("asc"), "64");
  EXPECT_EQ(all[0].at("sense").at("ascq"), "00");
  EXPECT_EQ(all[0].at("sense").at("name"), "ILLEGAL MODE FOR THIS TRACK");
  EXPECT_EQ(all[1].at("status"), "GOOD");
  EXPECT_EQ(exchanges({"cdb", "--scenario", "dvd-plus-r/one-session", "--json", good, bad}, 1).size(), 2U);
}

TEST(Cdb, AnUnknownOpcodeIsRefusedByTheRecorder) {
  const auto all = exchanges({"cdb", "--scenario", "cd-r/blank", "--json", "f3 00 00 00 00 00"}, 1);
  EXPECT_EQ(all.at(0).at("sense").at("key"), "5");
  EXPECT_EQ(all.at(0).at("sense").at("asc"), "20");
  EXPECT_EQ(all.at(0).at("sense").at("ascq"), "00");
  EXPECT_EQ(all.at(0).at("data"), "");
}

TEST(Cdb, DataBelongsToTheCommandThatFollowsIt) {
  const Scratch scratch;
  const auto file = scratch.write("sectors.bin", std::string(2048, 'A') + std::string(2048, 'B'));
  const auto all = exchanges({"cdb", "--scenario", "cd-r/blank", "--json",                    //
                              "--data-file", file.string(), "2a000000000000000200",           // two sectors at 0
                              "--data", std::string(4096, '4'), "2a 00 00000002 00 0001 00",  // one more at 2
                              "35 00 00 00 00 00 00 00 00 00",                                //
                              "28 00 00000001 00 0002 00"},                                   // back from 1
                             0);
  ASSERT_EQ(all.size(), 4U);
  for (const json& line : all) EXPECT_EQ(line.at("status"), "GOOD");
  std::string expected;
  for (int i = 0; i < 2048; ++i) expected += "42";
  EXPECT_EQ(all[3].at("data"), expected + std::string(4096, '4'));
}

TEST(Cdb, AWriteWithoutDataWritesZeros) {
  const auto all =
      exchanges({"cdb", "--scenario", "cd-r/blank", "--json", "2a000000000000000100", "28000000000000000100"}, 0);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].at("data"), std::string(4096, '0'));
}

TEST(Cdb, DataThatIsTooShortForItsCommandIsNotMadeLonger) {
  const auto all = exchanges({"cdb", "--scenario", "cd-r/blank", "--json", "--data", "00", "2a000000000000000100"}, 1);
  EXPECT_EQ(all.at(0).at("status"), "CHECK CONDITION");
}

TEST(Cdb, AnotherDriveMayHoldTheDisc) {
  const std::string inquiry = "12 00 00 00 24 00";
  const auto own = exchanges({"cdb", "--scenario", "cd-r/blank", "--json", inquiry}, 0);
  const auto other = exchanges({"cdb", "--scenario", "cd-r/blank", "--drive", "bd-writer", "--json", inquiry}, 0);
  EXPECT_NE(own[0].at("data"), other[0].at("data"));
  EXPECT_THAT(other[0].dump(), testing::HasSubstr("BD WRITER"));
}

TEST(Cdb, TextNamesDecodesAndDumps) {
  const Ran ran = discsim({"cdb", "--scenario", "no-disc/empty", "000000000000", "12 00 00 00 24 00"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out, testing::HasSubstr("TEST UNIT READY  [00 00 00 00 00 00]\n  CHECK CONDITION 2/3a/01 "));
  EXPECT_THAT(ran.out, testing::HasSubstr("INQUIRY  [12 00 00 00 24 00]\n  GOOD, 36 bytes\n"));
  EXPECT_THAT(ran.out, testing::HasSubstr("DISCBNCH"));
  EXPECT_THAT(ran.out, testing::HasSubstr("    000000  05 80 "));
}

TEST(Cdb, ADataFileThatIsNotThereEndsWithThree) {
  const Ran ran =
      discsim({"cdb", "--scenario", "cd-r/blank", "--data-file", "/nowhere/at/all", "2a000000000000000100"});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_EQ(lines_of(ran.err).size(), 1U);
  EXPECT_THAT(ran.err, testing::StartsWith("discsim: /nowhere/at/all: cannot be read"));
}

}  // namespace
}  // namespace discbench
