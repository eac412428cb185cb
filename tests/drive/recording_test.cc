#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::bd_r_25;
using disc::cd_r_80;
using disc::dvd_plus_r;

TEST(Write, GoesToTheNextWritableAddressAndNowhereElse) {
  Host host(cd_r_80());
  const Answer refused = host.write(5000, 16);
  EXPECT_EQ(refused.sense(), mmc::sense::invalid_address_for_write);
  EXPECT_EQ(refused.completion.information, 5000U);
  EXPECT_EQ(host.disc_information().disc_status, 0) << "a refused write changes nothing";
  EXPECT_TRUE(host.write(0, 16).good());
  EXPECT_EQ(host.write(0, 16).sense(), mmc::sense::invalid_address_for_write);
  EXPECT_TRUE(host.write(16, 16).good());
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 32U);
}

TEST(Write, OfNoSectorsIsGoodAndRecordsNothing) {
  Host host(cd_r_80());
  EXPECT_TRUE(host.write(0, 0).good());
  EXPECT_EQ(host.disc_information().disc_status, 0);
}

TEST(Write, WithLessDataThanPromisedRecordsNothing) {
  Host host(cd_r_80());
  EXPECT_EQ(host.send("2a 00 00000000 00 0002 00", std::vector<std::uint8_t>(4095)).sense(),
            mmc::sense::aborted_command);
  EXPECT_EQ(host.disc_information().disc_status, 0);
}

TEST(Write, BehindTheEndIsNamedAsEachMediumNamesIt) {
  Host cd(cd_r_80());
  EXPECT_EQ(cd.write(359844, 1).sense(), mmc::sense::end_of_user_area);
  Host dvd(dvd_plus_r());
  EXPECT_EQ(dvd.write(2295104, 1).sense(), mmc::sense::logical_block_address_out_of_range);
  Host bd(bd_r_25());
  EXPECT_EQ(bd.write(12219392, 1).sense(), mmc::sense::logical_block_address_out_of_range);
}

TEST(Write, OnAFinalisedDiscIsNamedAsEachMediumNamesIt) {
  Host cd(cd_r_80());
  cd.record_session(500, disc::NextSession::not_allowed);
  EXPECT_EQ(cd.write(11902, 1).sense(), mmc::sense::illegal_mode_for_this_track);
  Host dvd(dvd_plus_r());
  dvd.record_session(500);
  ASSERT_TRUE(dvd.close(6).good());
  EXPECT_EQ(dvd.write(2560, 1).sense(), mmc::sense::illegal_mode_for_this_track);
  Host bd(bd_r_25());
  bd.record_session(500);
  ASSERT_TRUE(bd.close(6).good());
  EXPECT_EQ(bd.write(512, 1).sense(), mmc::sense::cannot_write_medium_incompatible_format);
}

TEST(Write, OnAPressedDiscOrByADriveThatOnlyReadsIsRefused) {
  Host pressed(disc::pressed_cd());
  ASSERT_EQ(pressed.drive.disc()->press(1000, {}), std::nullopt);
  EXPECT_EQ(pressed.write(0, 1).sense(), mmc::sense::cannot_write_medium_incompatible_format);
  DriveSettings reader = bd_writer();
  reader.writes = {};
  Host host(cd_r_80(), reader);
  EXPECT_EQ(host.write(0, 1).sense(), mmc::sense::cannot_write_medium_incompatible_format);
  EXPECT_EQ(host.close(2).sense(), mmc::sense::cannot_write_medium_incompatible_format);
}

TEST(Write12, TakesLengthsOf32Bits) {
  Host host(dvd_plus_r());
  EXPECT_TRUE(host.send("aa 00 00000000 00000020 00 00", std::vector<std::uint8_t>(32 * 2048)).good());
  EXPECT_EQ(host.send("aa 00 00000020 ffffffff 00 00").sense(), mmc::sense::aborted_command);
}

TEST(Read, GivesBackWhatWasWrittenAlsoFromAnOpenTrack) {
  Host host(bd_r_25());
  ASSERT_TRUE(host.write(0, 3, 0x11).good());
  const Answer answer = host.send("28 00 00000000 00 0003 00");
  EXPECT_EQ(answer.data, std::vector<std::uint8_t>(3 * 2048, 0x11));
  EXPECT_EQ(host.send("28 00 00000000 00 0004 00").sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(host.send("a8 00 00000001 00000002 00 00").data.size(), 4096U);
}

TEST(Read, OfNothingIsGood) {
  Host host(cd_r_80());
  EXPECT_TRUE(host.send("28 00 00000000 00 0000 00").good());
}

TEST(Read, InGapsAndRunOutIsAMediumErrorAtThatBlock) {
  Host host(cd_r_80());
  host.record_session(500);
  host.record_session(500);
  const Answer run_out = host.send("28 00 000001f3 00 0002 00");
  EXPECT_EQ(run_out.sense(), mmc::sense::unreadable_sector);
  EXPECT_EQ(run_out.completion.information, 500U);
  EXPECT_EQ(host.send("28 00 00001000 00 0001 00").sense(), mmc::sense::unreadable_sector);
}

TEST(Read, NeverLeavesTheAddressRange) {
  Host host(dvd_plus_r());
  host.record_session(192);
  for (const char* cdb : {"28 00 000000c0 00 0001 00", "28 00 ffffff6a 00 0001 00", "28 00 ffffffff 00 ffff 00",
                          "a8 00 7fffffff 00000002 00 00", "a8 00 00000000 ffffffff 00 00"})
    EXPECT_EQ(host.send(cdb).sense(), mmc::sense::logical_block_address_out_of_range) << cdb;
}

/// Though the first sectors could be read, and the ones behind them lie in a gap.
TEST(Read, ThatRunsOutOfTheDiscMovesNothing) {
  Host host(cd_r_80());
  host.record_session(500);
  host.record_session(500);
  const Answer answer = host.send("a8 00 000000ff ffffffff 00 00");
  EXPECT_EQ(answer.sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(answer.completion.data_in_length, 0U);
}

/// "No writable track left" is the reason, whatever the address: as for a write past the end.
TEST(Write, OnAFullDiscIsRefusedAsPastTheEnd) {
  Host cd(cd_r_80());
  ASSERT_EQ(cd.drive.disc()->write_pattern(disc::Lba{0}, 359844, {}), std::nullopt);
  ASSERT_EQ(cd.drive.disc()->close_session(disc::NextSession::allowed), std::nullopt);
  EXPECT_EQ(cd.write(0, 1).sense(), mmc::sense::end_of_user_area);
  Host bd(bd_r_25());
  ASSERT_EQ(bd.drive.disc()->write_pattern(disc::Lba{0}, 12219392, {}), std::nullopt);
  ASSERT_EQ(bd.drive.disc()->close_session(disc::NextSession::allowed), std::nullopt);
  EXPECT_EQ(bd.write(0, 1).sense(), mmc::sense::logical_block_address_out_of_range);
}

TEST(CloseSession, FollowsTheWriteParametersOnCdOnly) {
  Host cd(cd_r_80());
  ASSERT_TRUE(cd.write(0, 300).good());
  ASSERT_TRUE(cd.close(2).good());
  EXPECT_EQ(cd.disc_information().disc_status, 2) << "multi-session 00b is the default";
  Host appendable(cd_r_80());
  appendable.allow_next_session();
  ASSERT_TRUE(appendable.write(0, 300).good());
  ASSERT_TRUE(appendable.close(2).good());
  EXPECT_EQ(appendable.disc_information().disc_status, 1);
  Host dvd(dvd_plus_r());
  ASSERT_TRUE(dvd.write(0, 300).good());
  ASSERT_TRUE(dvd.close(2).good());
  EXPECT_EQ(dvd.disc_information().disc_status, 1);
}

TEST(CloseSession, FunctionsAreThoseOfTheMedium) {
  for (int function = 0; function < 8; ++function) {
    const auto code = static_cast<std::uint8_t>(function);
    const bool both = function == 1 || function == 2;
    EXPECT_EQ(Host(cd_r_80()).close(code, 1).good(), both) << function;
    EXPECT_EQ(Host(dvd_plus_r()).close(code, 1).good(), both || function == 5 || function == 6) << function;
    EXPECT_EQ(Host(bd_r_25()).close(code, 1).good(), both || function == 6) << function;
  }
}

TEST(CloseTrack, OfNumberFFhIsTheGrowingOneOnCdAndDvdPlusR) {
  Host dvd(dvd_plus_r());
  ASSERT_TRUE(dvd.write(0, 16).good());
  EXPECT_TRUE(dvd.close(1, 0xff).good());
  EXPECT_EQ(dvd.track_information(1).free_blocks, 0U);
  Host bd(bd_r_25());
  ASSERT_TRUE(bd.write(0, 16).good());
  EXPECT_EQ(bd.close(1, 0xff).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_TRUE(bd.close(1, 1).good());
}

TEST(ReserveTrack, SetsRoomAsideAndRefusesTooMuch) {
  Host host(dvd_plus_r());
  EXPECT_EQ(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 2295105}).sense(),
            mmc::sense::invalid_field_in_cdb);
  ASSERT_TRUE(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 1000}).good());
  const auto reserved = host.track_information(1);
  EXPECT_TRUE(reserved.reserved_track);
  EXPECT_TRUE(reserved.blank);
  EXPECT_EQ(reserved.track_size, 1008U) << "rounded up to the ECC block";
  EXPECT_EQ(host.track_information(0xff).track_start_address, 1008U);
  EXPECT_EQ(host.close(2).sense(), mmc::sense::empty_or_partially_written_reserved_track);
}

TEST(ReserveTrack, HasAnEnd) {
  Host host(dvd_plus_r());
  for (int i = 0; i < 15; ++i) ASSERT_TRUE(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 16}).good());
  EXPECT_EQ(host.send_cdb(mmc::ReserveTrack{.reservation_size_sectors = 16}).sense(),
            mmc::sense::no_more_track_reservations_allowed);
}

TEST(ReserveTrack, AtAnAddressSplitsTheRoomThere) {
  Host host(bd_r_25());
  ASSERT_TRUE(host.send("53 01 00010000 00 00 00 00").good());
  EXPECT_EQ(host.track_information(1).track_size, 65536U);
  EXPECT_EQ(host.track_information(2).track_start_address, 65536U);
  EXPECT_EQ(Host(cd_r_80()).send("53 01 00010000 00 00 00 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(SendOpc, WorksWhereSomethingCouldBeWritten) {
  Host host(cd_r_80());
  EXPECT_TRUE(host.send("54 01 0000 00 00 00 0000 00").good());
  EXPECT_EQ(host.send("54 00 0000 00 00 00 0007 00", std::vector<std::uint8_t>(7)).sense(),
            mmc::sense::parameter_list_length_error);
  host.record_session(500, disc::NextSession::not_allowed);
  EXPECT_EQ(host.send("54 01 0000 00 00 00 0000 00").sense(), mmc::sense::cannot_write_medium_incompatible_format);
}

}  // namespace
}  // namespace discbench::drive
