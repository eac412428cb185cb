// Damaged and write-protected media, as a host sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::bd_r_25;
using disc::cd_r_80;
using disc::dvd_plus_r;

constexpr std::string_view current_features = "46 01 0000 000000 0400 00";

/// The Write Protection Status: READ DISC STRUCTURE, format C0h.
mmc::WriteProtectionStatus protection(Host& host) {
  return host.send("ad 00 00000000 00 c0 0008 00 00").as<mmc::WriteProtectionStatus>(4);
}

/// MODE SELECT of page 1Dh with SWPP as given.
Answer select_swpp(Host& host, bool swpp) {
  const auto header = bytes::encode(mmc::ModeParameterHeader10{});
  const auto page = bytes::encode(mmc::TimeoutAndProtectPage{.swpp = swpp});
  std::vector<std::uint8_t> list(header.begin(), header.end());
  list.insert(list.end(), page.begin(), page.end());
  return host.send_cdb(
      mmc::ModeSelect10{.page_format = true, .parameter_list_length = static_cast<std::uint16_t>(list.size())}, list);
}

bool feature_is_current(Host& host, std::uint16_t code) {
  const Answer answer = host.send(current_features);
  for (std::size_t at = 8; at + 4 <= answer.data.size();) {
    const auto header = answer.as<mmc::FeatureDescriptorHeader>(at);
    if (header.feature_code == code) return header.current;
    at += 4 + header.additional_length;
  }
  return false;
}

class EveryClass : public testing::TestWithParam<disc::Medium> {};
INSTANTIATE_TEST_SUITE_P(Each, EveryClass, testing::Values(cd_r_80(), dvd_plus_r(), bd_r_25()), [](const auto& medium) {
  return medium.index == 0 ? "CdR" : medium.index == 1 ? "DvdPlusR" : "BdR";
});

// A DVD-RW of the same kind: disc appendable, 2 sessions, the last one in state 2, track 2 damaged.
TEST_P(EveryClass, ADamagedSessionIsOfState2AndItsTrackSaysSo) {
  Host host(GetParam());
  host.record_session(1000);
  ASSERT_EQ(disc::append(*host.drive.disc(), 500), std::nullopt);
  ASSERT_EQ(host.drive.disc()->damage(), std::nullopt);
  const auto disc = host.disc_information();
  EXPECT_EQ(disc.disc_status, 1);
  EXPECT_EQ(disc.state_of_last_session, 2);
  EXPECT_EQ(disc.number_of_sessions, 2);
  EXPECT_EQ(disc.last_track_number_in_last_session, 2);
  const auto track = host.track_information(2);
  EXPECT_TRUE(track.damage);
  EXPECT_FALSE(track.next_writable_address_valid);
  EXPECT_EQ(track.free_blocks, 0U);
  EXPECT_FALSE(host.track_information(1).damage);
  EXPECT_EQ(host.track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
}

// Real drives answer 5/21/02 to the next write after an underrun cut a track off.
TEST_P(EveryClass, ADamagedTrackIsClosedBeforeAnythingElseIsWritten) {
  Host host(GetParam());
  ASSERT_TRUE(host.write(0, 32).good());
  ASSERT_EQ(host.drive.disc()->damage(), std::nullopt);
  EXPECT_EQ(host.write(32, 1).sense(), mmc::sense::invalid_address_for_write);
  EXPECT_TRUE(host.close(1, 1).good());
  EXPECT_EQ(host.disc_information().state_of_last_session, 1);
  const auto next = host.track_information(2).next_writable_address;
  EXPECT_TRUE(host.write(next, 1).good());
}

TEST_P(EveryClass, SoftwareWriteProtectForbidsEveryRecordingUntilThePowerGoes) {
  Host host(GetParam());
  ASSERT_TRUE(host.write(0, 32).good());
  ASSERT_TRUE(select_swpp(host, true).good());
  EXPECT_EQ(host.write(32, 32).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.send("aa 00 00000020 00000001 00 00", std::vector<std::uint8_t>(2048)).sense(),
            mmc::sense::write_protected);
  EXPECT_EQ(host.close(1, 1).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.close(2).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 1000}).sense(), mmc::sense::write_protected);
  EXPECT_TRUE(host.synchronise().good()) << "nothing is in the buffer";
  EXPECT_TRUE(host.send("28 00 00000000 00 0001 00").good());
  host.drive.power_on();
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::power_on_or_reset);
  EXPECT_FALSE(host.drive.software_write_protect());
}

TEST_P(EveryClass, SoftwareWriteProtectStaysWithTheDriveWhenTheMediumChanges) {
  Host host(GetParam());
  ASSERT_TRUE(select_swpp(host, true).good());
  host.drive.insert(disc::blank(GetParam()));
  host.drive.clear_attentions();
  EXPECT_EQ(host.write(0, 1).sense(), mmc::sense::write_protected);
  ASSERT_TRUE(select_swpp(host, false).good());
  EXPECT_TRUE(host.write(0, 32).good());
}

TEST_P(EveryClass, TheWriteProtectFeatureIsCurrentWithAMediumToWrite) {
  Host host(GetParam());
  EXPECT_TRUE(feature_is_current(host, 0x0004));
  Host pressed(disc::pressed_cd());
  EXPECT_FALSE(feature_is_current(pressed, 0x0004));
}

TEST(SoftwareWriteProtect, MakesWritingFeaturesNotCurrent) {
  Host cd(cd_r_80());
  EXPECT_TRUE(feature_is_current(cd, 0x002d));
  ASSERT_TRUE(select_swpp(cd, true).good());
  EXPECT_FALSE(feature_is_current(cd, 0x002d));
  Host bd(bd_r_25());
  ASSERT_TRUE(select_swpp(bd, true).good());
  EXPECT_FALSE(feature_is_current(bd, 0x0041));
  EXPECT_TRUE(protection(bd).swpp);
  EXPECT_FALSE(protection(bd).mswi);
}

TEST(SoftwareWriteProtect, LeavesAPressedDiscItsOwnRefusal) {
  Host host(disc::pressed_dvd());
  ASSERT_EQ(host.drive.disc()->press(1600, {}), std::nullopt);
  ASSERT_TRUE(select_swpp(host, true).good());
  EXPECT_EQ(host.write(0, 1).sense(), mmc::sense::cannot_write_medium_incompatible_format);
}

class ProtectedMedium : public testing::TestWithParam<disc::Medium> {};
INSTANTIATE_TEST_SUITE_P(Each, ProtectedMedium, testing::Values(dvd_plus_r(), bd_r_25()),
                         [](const auto& medium) { return medium.index == 0 ? "DvdPlusR" : "BdR"; });

TEST_P(ProtectedMedium, RefusesWritesAndClosesAndSaysWhy) {
  Host host(GetParam());
  EXPECT_FALSE(protection(host).mswi);
  ASSERT_TRUE(host.write(0, 32).good());
  ASSERT_EQ(host.drive.disc()->write_protect(), std::nullopt);
  EXPECT_EQ(host.write(32, 32).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.close(1, 1).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.close(2).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.close(6).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 1000}).sense(), mmc::sense::write_protected);
  EXPECT_EQ(host.send("54 01 0000 00 00 00 0000 00").sense(), mmc::sense::cannot_write_medium_incompatible_format);
  EXPECT_TRUE(protection(host).mswi);
  EXPECT_FALSE(protection(host).swpp);
  EXPECT_FALSE(feature_is_current(host, 0x0041));
  EXPECT_TRUE(host.track_information(1).next_writable_address_valid) << "what is there is told as before";
}

}  // namespace
}  // namespace discbench::drive
