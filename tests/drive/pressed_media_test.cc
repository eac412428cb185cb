// DVD-ROM and BD-ROM: closed from the beginning, and refusing every recording.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

constexpr std::uint32_t pressed_sectors = 16000;

struct Pressed : Host {
  explicit Pressed(disc::Medium medium) : Host(std::move(medium)) {
    EXPECT_EQ(drive.disc()->press(pressed_sectors, {}), std::nullopt);
  }
};

class PressedMedium : public testing::TestWithParam<disc::Medium> {};

TEST_P(PressedMedium, IsCompleteWithOneSessionAndOneTrack) {
  Pressed host(GetParam());
  const auto disc = host.disc_information();
  EXPECT_EQ(disc.disc_status, 2);
  EXPECT_EQ(disc.state_of_last_session, 3);
  EXPECT_FALSE(disc.erasable);
  EXPECT_EQ(disc.number_of_sessions, 1);
  EXPECT_EQ(disc.last_track_number_in_last_session, 1);
  EXPECT_EQ(host.last_readable_address(), pressed_sectors - 1);
}

// Start 0, everything else of the track 0 but its size: so do closed DVDs of one session answer.
TEST_P(PressedMedium, ItsTrackHasNoFlagSet) {
  Pressed host(GetParam());
  const Answer answer = host.track(1);
  EXPECT_EQ(answer.hex().substr(0, 16), "002e010100040100");
  const auto track = host.track_information(1);
  EXPECT_FALSE(track.next_writable_address_valid);
  EXPECT_EQ(track.free_blocks, 0U);
  EXPECT_EQ(track.track_size, pressed_sectors);
  EXPECT_EQ(host.track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
}

// "14@0, AA 14@end": one data track of CONTROL 4 and the lead-out.
TEST_P(PressedMedium, ItsTableOfContentsIsMadeUpOfOneTrack) {
  Pressed host(GetParam());
  EXPECT_EQ(host.toc(0).hex(),
            "00120101"
            "0014010000000000"
            "0014aa0000003e80");
  EXPECT_EQ(host.toc(1).hex(),
            "000a0101"
            "0014010000000000");
}

TEST_P(PressedMedium, EveryRecordingIsRefused) {
  Pressed host(GetParam());
  const mmc::Sense refused = mmc::sense::cannot_write_medium_incompatible_format;
  EXPECT_EQ(host.write(0, 1).sense(), refused);
  EXPECT_EQ(host.write(pressed_sectors, 1).sense(), refused);
  EXPECT_EQ(host.close(1, 1).sense(), refused);
  EXPECT_EQ(host.close(2).sense(), refused);
  EXPECT_EQ(host.close(6).sense(), refused);
  EXPECT_EQ(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 16}).sense(), refused);
  EXPECT_EQ(host.send("54 01 0000 00 00 00 0000 00").sense(), refused);
}

INSTANTIATE_TEST_SUITE_P(Each, PressedMedium, testing::Values(disc::pressed_dvd(), disc::pressed_bd()),
                         [](const auto& medium) { return medium.index == 0 ? "Dvd" : "Bd"; });

// Book type 0h, part version 1: 01h; one embossed layer; PSN 30000h on.
TEST(DvdRom, ThePhysicalFormatIsThatOfAPressedDisc) {
  Pressed host(disc::pressed_dvd());
  const auto format = host.send("ad 00 00000000 00 00 0804 00 00").as<mmc::PhysicalFormatInformation>(4);
  EXPECT_EQ(format.disc_category, 0);
  EXPECT_EQ(format.part_version, 1);
  EXPECT_EQ(format.layer_type, 1);
  EXPECT_EQ(format.number_of_layers, 0);
  EXPECT_EQ(format.last_physical_sector, 0x30000U + pressed_sectors - 1);
}

TEST(BdRom, TheDiscInformationNamesAPressedDisc) {
  Pressed host(disc::pressed_bd());
  const auto unit = host.send("ad 01 00000000 00 00 1004 00 00").as<mmc::BdDiscInformationUnit>(4);
  EXPECT_EQ(unit.disc_type_identifier.view(), "BDO");
  EXPECT_EQ(unit.layer_type, 1);
  EXPECT_EQ(unit.number_of_layers, 1);
  EXPECT_EQ(unit.last_address_unit, 131072U + 2000 - 2);
}

TEST(DvdPlusR, OfEightCentimetresSaysSo) {
  Host host(disc::dvd_plus_r_8cm());
  EXPECT_EQ(host.send("ad 00 00000000 00 00 0804 00 00").as<mmc::PhysicalFormatInformation>(4).disc_size, 1);
  EXPECT_EQ(host.track_information(1).free_blocks, 714544U);
}

// Default format 23652352 = 24438784 - 2 * 12288 clusters of 32; the number of clusters is the parameter: 6000h.
TEST(BdR, OfTwoLayersSaysSoAndHasItsSpareAreasOnBoth) {
  Host host(disc::bd_r_50());
  EXPECT_EQ(host.send("ad 01 00000000 00 00 1004 00 00").as<mmc::BdDiscInformationUnit>(4).number_of_layers, 2);
  EXPECT_TRUE(host.send("ad 01 00000000 01 00 1004 00 00").good());
  EXPECT_EQ(host.send("ad 01 00000000 02 00 1004 00 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("23 00 000000 00 00 00fc 00").hex().substr(0, 40),
            "00000028"
            "0174e80001000800"
            "0168e80000006000");
}

}  // namespace
}  // namespace discbench::drive
