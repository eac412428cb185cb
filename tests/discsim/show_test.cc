#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "discsim/run.h"
#include "profile/scratch.h"

namespace discbench {
namespace {

TEST(Show, IsATableOfSessionsTracksAndGaps) {
  const Ran ran = discsim({"show", "--scenario", "cd-r/one-session"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out,
            "scenario  cd-r/one-session: CD-R with one closed session; a second can follow\n"
            "drive     cd-writer: DISCBNCH CD WRITER 1.00\n"
            "medium    cd-r-80: cd-r, 359844 sectors\n"
            "tray      closed\n"
            "disc      appendable\n"
            "          session 1 complete, track 1\n"
            "          session 2 empty, track 2\n"
            "\n"
            "session  track  state          start      last   sectors   written\n"
            "1        1      complete           0       609       610       608\n"
            "         gap                     610     12009     11400\n"
            "2        2      invisible      12010    359843    347834         0\n"
            "\n"
            "next writable address  12010\n"
            "free sectors           347834\n");
}

TEST(Show, SaysWhereThereIsNoDisc) {
  const Ran ran = discsim({"show", "--scenario", "no-disc/tray-open"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out,
            "scenario  no-disc/tray-open: no disc, tray open\n"
            "drive     bd-writer: DISCBNCH BD WRITER 1.00\n"
            "medium    none\n"
            "tray      open\n"
            "disc      none\n");
}

TEST(Show, SaysThatADriveIsBecomingReady) {
  const Ran ran = discsim({"show", "--scenario", "no-disc/becoming-ready"});
  EXPECT_THAT(ran.out, testing::HasSubstr("tray      closed, becoming ready for another 7500 ms\ndisc      none\n"));
  const Ran json = discsim({"show", "--scenario", "cd-r/becoming-ready", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(json.out).at("becoming_ready_ms"), 7500);
  const Ran ready = discsim({"show", "--scenario", "cd-r/one-session", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(ready.out).at("becoming_ready_ms"), 0);
}

TEST(Show, TellsDamageProtectionAndReservations) {
  const auto text = [](const std::string& id) { return discsim({"show", "--scenario", id}).out; };
  const auto json = [](const std::string& id) {
    return nlohmann::json::parse(discsim({"show", "--scenario", id, "--format", "json"}).out);
  };
  EXPECT_THAT(text("cd-r/damaged"), testing::HasSubstr("          session 2 damaged, track 2\n"));
  EXPECT_THAT(text("cd-r/damaged"),
              testing::HasSubstr("2        2      damaged        12010    359843    347834       700\n"));
  EXPECT_EQ(json("cd-r/damaged").at("disc").at("sessions")[1].at("tracks")[0].at("damaged"), true);
  EXPECT_EQ(json("cd-r/damaged").at("disc").at("sessions")[0].at("tracks")[0].at("damaged"), false);
  EXPECT_THAT(text("dvd-plus-r/write-protected"), testing::HasSubstr("disc      appendable, write-protected\n"));
  EXPECT_EQ(json("dvd-plus-r/write-protected").at("disc").at("write_protected"), true);
  EXPECT_THAT(text("cd-r/write-protected"), testing::HasSubstr("(mode page 1Dh, SWPP)\n"));
  EXPECT_EQ(json("cd-r/write-protected").at("software_write_protect"), true);
  EXPECT_EQ(json("cd-r/write-protected").at("disc").at("write_protected"), false);
  EXPECT_THAT(text("bd-r/empty-session"),
              testing::HasSubstr("2        2      reserved        1024   6110207   6109184         0\n"));
}

TEST(Show, TheJsonHoldsTheSame) {
  const Ran ran = discsim({"show", "--scenario", "dvd-plus-r/one-session", "--format", "json"});
  EXPECT_EQ(ran.exit, 0);
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json.at("scenario"), "dvd-plus-r/one-session");
  EXPECT_EQ(json.at("drive").at("id"), "bd-writer");
  EXPECT_EQ(json.at("medium").at("capacity_sectors"), 2295104);
  EXPECT_EQ(json.at("tray"), "closed");
  const auto& disc = json.at("disc");
  EXPECT_EQ(disc.at("status"), "appendable");
  EXPECT_EQ(disc.at("next_writable_address"), 3056);
  EXPECT_EQ(disc.at("free_sectors"), 2292048);
  ASSERT_EQ(disc.at("sessions").size(), 2U);
  EXPECT_EQ(disc.at("sessions")[0].at("state"), "complete");
  EXPECT_EQ(disc.at("sessions")[0].at("tracks")[0].at("size_sectors"), 1008);
  ASSERT_EQ(disc.at("gaps").size(), 1U);
  EXPECT_EQ(disc.at("gaps")[0].at("start"), 1008);
  EXPECT_EQ(disc.at("gaps")[0].at("sectors"), 2048);
}

TEST(Show, NamesAudioTracks) {
  const Ran text = discsim({"show", "--scenario", "cd-r/audio-then-data"});
  EXPECT_THAT(text.out,
              testing::HasSubstr("\n1        2      complete         800      1499       700       700  audio\n"));
  EXPECT_THAT(text.out, testing::HasSubstr("\n2        3      complete       12900     13509       610       608\n"));
  const auto sessions =
      nlohmann::json::parse(discsim({"show", "--scenario", "cd-r/audio-then-data", "--format", "json"}).out)
          .at("disc")
          .at("sessions");
  EXPECT_EQ(sessions[0].at("tracks")[1].at("form"), "audio");
  EXPECT_EQ(sessions[1].at("tracks")[0].at("form"), "data");
}

TEST(Show, AFinalisedDiscHasNoNextAddress) {
  const auto json =
      nlohmann::json::parse(discsim({"show", "--scenario", "bd-r/finalised", "--format", "json"}).out).at("disc");
  EXPECT_EQ(json.at("status"), "complete");
  EXPECT_TRUE(json.at("next_writable_address").is_null());
  EXPECT_EQ(json.at("free_sectors"), 0);
}

TEST(Show, ARandomWriteMediumHasItsFormatInsteadOfANextAddress) {
  const Ran ran = discsim({"show", "--scenario", "dvd-plus-rw/closed"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, testing::EndsWith("disc      complete\n"
                                         "          session 1 complete, track 1\n"
                                         "\n"
                                         "session  track  state          start      last   sectors   written\n"
                                         "1        1      complete           0   2295103   2295104   2295104\n"
                                         "\n"
                                         "format                 stopped, 32448 of 2295104 sectors\n"
                                         "lead-out               written\n"
                                         "last recorded address  4999\n"
                                         "writable addresses     0 to 2295103\n"));
  EXPECT_THAT(discsim({"show", "--scenario", "dvd-plus-rw/blank"}).out,
              testing::EndsWith("format                 none\n"
                                "lead-out               none\n"
                                "last recorded address  none\n"
                                "writable addresses     none\n"));
  const auto json =
      nlohmann::json::parse(discsim({"show", "--scenario", "dvd-plus-rw/formatting", "--format", "json"}).out)
          .at("disc");
  EXPECT_EQ(json.at("status"), "complete");
  EXPECT_EQ(json.at("formatting").at("status"), "background");
  EXPECT_EQ(json.at("formatting").at("formatted_sectors"), 421984);
  EXPECT_EQ(json.at("formatting").at("writable_sectors"), 2295104);
  EXPECT_EQ(json.at("formatting").at("lead_out"), false);
  EXPECT_TRUE(json.at("formatting").at("last_recorded_address").is_null());
  EXPECT_FALSE(json.contains("next_writable_address"));
}

TEST(Show, ABlankFormatBeingWrittenSaysHowLongItTakes) {
  const Scratch user;
  const auto file = user.write("scenarios/mine/own.yaml",
                               "description: my own\ndrive: bd-writer\nmedium: dvd-plus-rw\n"
                               "steps: [format, wait: {seconds: 30}]\nexpect: {}\n");
  EXPECT_THAT(discsim({"show", "--scenario", file.string()}).out,
              testing::HasSubstr("format                 lead-in, 10 s to go\n"));
}

TEST(Show, TakesAPathAndAUsersTree) {
  const Scratch user;
  const auto file = user.write("scenarios/mine/own.yaml",
                               "description: my own\ndrive: cd-writer\nmedium: small\nsteps: []\nexpect: {}\n");
  user.write("media/small.yaml", "technology: pressed-cd\ncapacity-sectors: 400\n");
  EXPECT_EQ(discsim({"show", "--scenario", "mine/own"}).exit, 3);
  const Ran by_id = discsim({"show", "--profiles", user.path().string(), "--scenario", "mine/own"});
  EXPECT_EQ(by_id.exit, 0) << by_id.err;
  EXPECT_THAT(by_id.out, testing::HasSubstr("medium    small: pressed-cd, 400 sectors"));
  const Ran by_path = discsim({"show", "--profiles", user.path().string(), "--scenario", file.string()});
  EXPECT_EQ(by_path.out, by_id.out);
}

}  // namespace
}  // namespace discbench
