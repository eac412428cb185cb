// The time that a drive takes to recognise a disc, and what it answers until then.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::cd_r_80;

DriveSettings slow_writer() {
  DriveSettings settings = bd_writer();
  settings.command_time_ms = 100;
  settings.spin_up_time_ms = 250;
  return settings;
}

/// The tray was closed and nothing asked since.
struct Slow : Host {
  Slow() : Host(cd_r_80(), slow_writer()) {
    drive.open_tray();
    drive.close_tray();
  }
  Answer test_unit_ready() { return send("00 00 00 00 00 00"); }
};

// 2/04/01 first, and once the change from not ready to ready: the order of real drives.
TEST(BecomingReady, EndsWithTimeAndIsThenAnnouncedOnce) {
  Slow host;
  EXPECT_EQ(host.drive.becoming_ready_ms(), 250U);
  EXPECT_EQ(host.test_unit_ready().sense(), mmc::sense::becoming_ready);
  EXPECT_EQ(host.test_unit_ready().sense(), mmc::sense::becoming_ready);
  EXPECT_EQ(host.drive.becoming_ready_ms(), 50U);
  EXPECT_EQ(host.test_unit_ready().sense(), mmc::sense::medium_may_have_changed);
  EXPECT_TRUE(host.test_unit_ready().good());
  EXPECT_EQ(host.drive.becoming_ready_ms(), 0U);
}

TEST(BecomingReady, EveryCommandThatNeedsAMediumIsRefused) {
  for (const char* cdb : {"25 00 00000000 0000 00 00", "28 00 00000000 00 0001 00", "51 00 000000 00 00 0022 00",
                          "52 01 00000001 00 0030 00", "43 00 00 000000 00 0100 00", "35 00 00000000 00 0000 00",
                          "5b 00 02 00 0000 000000 00", "ad 00 00000000 00 00 0804 00 00"})
    EXPECT_EQ(Slow().send(cdb).sense(), mmc::sense::becoming_ready) << cdb;
}

TEST(BecomingReady, TheDriveKnowsNothingOfTheDiscYet) {
  Slow host;
  EXPECT_EQ(host.send("46 00 0000 000000 0100 00").as<mmc::FeatureHeader>().current_profile, 0);
  EXPECT_EQ(host.send("23 00 000000 00 00 00fc 00").hex(), "000000080000000003000800");
  EXPECT_TRUE(host.send("12 00 00 00 24 00").good());
}

// Media class of GET EVENT STATUS NOTIFICATION: the new disc is an event when it is ready, not before.
TEST(BecomingReady, TheEventOfANewDiscComesWithIt) {
  Slow host;
  host.drive.open_tray();
  const auto event = [&] { return host.send("4a 01 0000 10 0000 0008 00").as<mmc::MediaEvent>(4).event_code; };
  EXPECT_EQ(event(), 3);
  host.drive.close_tray();
  EXPECT_EQ(event(), 0);
  host.drive.clock().advance(250);
  EXPECT_EQ(event(), 2);
}

TEST(BecomingReady, OpeningTheTrayEndsIt) {
  Slow host;
  host.drive.open_tray();
  EXPECT_EQ(host.test_unit_ready().sense(), mmc::sense::medium_not_present_tray_open);
  host.drive.clock().advance(1000);
  EXPECT_EQ(host.test_unit_ready().sense(), mmc::sense::medium_not_present_tray_open) << "nothing arrived meanwhile";
}

TEST(BecomingReady, AnEmptyDriveLooksForADisc) {
  Host host(slow_writer());
  host.drive.open_tray();
  host.drive.close_tray();
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::becoming_ready);
  host.drive.clock().advance(250);
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::medium_not_present_tray_closed);
}

TEST(BecomingReady, LoadingWithoutImmedWaitsForTheDisc) {
  Host host(cd_r_80(), slow_writer());
  ASSERT_TRUE(host.send("1b 00 00 00 02 00").good());
  ASSERT_TRUE(host.send("1b 00 00 00 03 00").good());
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::medium_may_have_changed);
  ASSERT_TRUE(host.send("1b 00 00 00 02 00").good());
  ASSERT_TRUE(host.send("1b 01 00 00 03 00").good());
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::becoming_ready);
}

// After a power-on: 6/29/00 with the first command, 6/28/00 when the disc is ready.
TEST(BecomingReady, BeginsAnewWhenThePowerComesOn) {
  Host host(cd_r_80(), slow_writer());
  host.drive.power_on();
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::power_on_or_reset);
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::becoming_ready);
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::medium_may_have_changed);
  EXPECT_TRUE(host.send("00 00 00 00 00 00").good());
}

TEST(BecomingReady, TakesNoTimeUnlessTheDrivesProfileSaysSo) {
  Host host(cd_r_80());
  host.drive.open_tray();
  host.drive.close_tray();
  EXPECT_EQ(host.drive.becoming_ready_ms(), 0U);
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::medium_may_have_changed);
}

}  // namespace
}  // namespace discbench::drive
