// FORMAT UNIT on a DVD+RW, and what a host sees while the disc is being formatted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::dvd_plus_rw;
using mmc::FormatParameterList;

constexpr std::string_view test_unit_ready = "00 00 00 00 00 00";
constexpr std::string_view media_events = "4a 01 0000 10 0000 0008 00";
constexpr std::uint64_t lead_in_ms = 40'000;

unsigned background_status(Host& host) { return host.disc_information().bg_format_status; }
mmc::FixedSenseData request_sense(Host& host) { return host.send("03 00 00 00 12 00").as<mmc::FixedSenseData>(); }
unsigned media_event(Host& host) { return host.send(media_events).as<mmc::MediaEvent>(4).event_code; }

TEST(FormatUnit, WithImmedEndsAtOnceAndTheDriveIsNotReadyUntilTheLeadInIsWritten) {
  Host host(dvd_plus_rw());
  const Answer format = host.format();
  ASSERT_TRUE(format.good());
  EXPECT_EQ(format.completion.data_out_length, 12U);
  host.drive.pass_time(lead_in_ms / 2);
  const Answer answer = host.send(test_unit_ready);
  EXPECT_EQ(answer.sense(), mmc::sense::format_in_progress);
  ASSERT_TRUE(answer.completion.progress.has_value());
  EXPECT_EQ(*answer.completion.progress >> 8, 0x80);
  host.drive.pass_time(lead_in_ms / 2);
  EXPECT_TRUE(host.send(test_unit_ready).good());
  EXPECT_EQ(background_status(host), 2U);
}

TEST(FormatUnit, WithoutImmedEndsWhenTheLeadInIsWritten) {
  Host host(dvd_plus_rw());
  const auto before = host.drive.clock().now_ms();
  ASSERT_TRUE(host.format({.immed = false}).good());
  EXPECT_EQ(host.drive.clock().now_ms(), before + 1 + lead_in_ms);
  EXPECT_TRUE(host.send(test_unit_ready).good());
  EXPECT_EQ(background_status(host), 2U);
}

TEST(FormatUnit, MovesOnByCommandsToo) {
  DriveSettings slow = bd_writer();
  slow.command_time_ms = 1000;
  Host host(dvd_plus_rw(), slow);
  ASSERT_TRUE(host.format().good());
  int polls = 0;
  while (!host.send(test_unit_ready).good()) ++polls;
  EXPECT_EQ(polls, 39);
}

TEST(FormatUnit, WhileTheLeadInIsWrittenTheGateLetsOnlyThoseThroughThatNeedNoMedium) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format().good());
  for (const char* cdb : {"51 00 000000 00 00 0022 00", "52 01 00000001 00 0030 00", "25 00 00000000 0000 00 00",
                          "28 00 00000000 00 0001 00", "43 00 000000 00 00 0400 00", "5b 00 00 00 0000 00 00 00",
                          "ad 00 00000000 00 00 0804 00 00", "1b 00 00 00 02 00", "04 11 00 00 00 00"})
    EXPECT_EQ(host.send(cdb).sense(), mmc::sense::format_in_progress) << cdb;
  EXPECT_EQ(host.write(0, 1).sense(), mmc::sense::format_in_progress);
  for (const char* cdb : {"12 00 00 0024 00", "46 00 0000 000000 0008 00", "23 00 000000 00 00 00fc 00",
                          "5a 08 2a 00 000000 0080 00", "1e 00 00 00 01 00"})
    EXPECT_TRUE(host.send(cdb).good()) << cdb;
}

TEST(FormatUnit, TheTrayStaysClosedWhileTheLeadInIsWritten) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format().good());
  host.drive.open_tray();
  EXPECT_FALSE(host.drive.tray_open());
  host.drive.pass_time(lead_in_ms);
  host.drive.open_tray();
  EXPECT_TRUE(host.drive.tray_open());
}

TEST(RequestSense, TellsTheProgressOfBothPhases) {
  Host host(dvd_plus_rw());
  EXPECT_FALSE(request_sense(host).sksv);
  ASSERT_TRUE(host.format().good());
  host.drive.pass_time(lead_in_ms / 4);
  const auto lead_in = request_sense(host);
  EXPECT_EQ(lead_in.sense_key, 2);
  EXPECT_EQ(lead_in.additional_sense_code, 4);
  EXPECT_EQ(lead_in.additional_sense_code_qualifier, 4);
  EXPECT_TRUE(lead_in.sksv);
  EXPECT_EQ(lead_in.sense_key_specific >> 8, 0x40);
  host.drive.pass_time(lead_in_ms / 4 * 3 + 707'000);
  const auto background = request_sense(host);
  EXPECT_EQ(background.sense_key, 0) << "a background format is no error";
  EXPECT_TRUE(background.sksv);
  EXPECT_EQ(background.sense_key_specific >> 8, 0x7f);
  host.drive.pass_time(3'600'000);
  EXPECT_FALSE(request_sense(host).sksv);
}

TEST(BackgroundFormat, EndsWithAMediaEvent) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format().good());
  host.drive.pass_time(lead_in_ms + 1'414'000);
  EXPECT_EQ(media_event(host), 0U);
  EXPECT_EQ(background_status(host), 2U);
  host.drive.pass_time(1000);
  EXPECT_EQ(media_event(host), 5U);
  EXPECT_EQ(media_event(host), 0U);
  EXPECT_EQ(background_status(host), 3U);
}

TEST(BackgroundFormat, ReadsAndWritesAreServedBetween) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format({.immed = false}).good());
  EXPECT_EQ(host.send("28 00 00100000 00 0001 00").sense(), mmc::sense::logical_block_address_out_of_range);
  ASSERT_TRUE(host.write(0x100000, 1, 0x11).good());
  EXPECT_EQ(host.send("28 00 00100000 00 0001 00").data, std::vector<std::uint8_t>(2048, 0x11));
  EXPECT_EQ(host.send("28 00 00000000 00 0001 00").data, std::vector<std::uint8_t>(2048, 0));
  EXPECT_EQ(background_status(host), 2U);
}

TEST(BackgroundFormat, TheCapacityGrowsWithIt) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format({.immed = false}).good());
  host.drive.pass_time(1000);
  const auto before = host.last_readable_address();
  EXPECT_GT(before, 1600U);
  host.drive.pass_time(1000);
  EXPECT_NEAR(host.last_readable_address() - before, 1623.0, 17.0);
  EXPECT_EQ(host.track_information(1).track_size, 2295104U);
}

TEST(BackgroundFormat, FunctionZeroStopsItAndTheRestartBitGoesOn) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format({.immed = false}).good());
  ASSERT_TRUE(host.write(100'000, 16).good());
  ASSERT_TRUE(host.close(0).good());
  EXPECT_EQ(background_status(host), 1U);
  EXPECT_EQ(host.last_readable_address(), 2295103U);
  host.drive.pass_time(3'600'000);
  EXPECT_EQ(background_status(host), 1U);
  ASSERT_TRUE(host.format({.immed = true, .type_dependent_parameter = FormatParameterList::restart}).good());
  EXPECT_TRUE(host.send(test_unit_ready).good()) << "the lead-in is written already";
  EXPECT_EQ(background_status(host), 2U);
  EXPECT_EQ(host.send("28 00 000186a0 00 0001 00").data, std::vector<std::uint8_t>(2048, 0x42));
  EXPECT_EQ(host.format({.type_dependent_parameter = FormatParameterList::restart}).sense(),
            mmc::sense::command_sequence_error);
}

TEST(BackgroundFormat, AnEjectStopsItAndItDoesNotGoOnByItself) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format({.immed = false}).good());
  ASSERT_TRUE(host.send("1b 00 00 00 02 00").good());
  host.drive.pass_time(3'600'000);
  host.drive.close_tray();
  host.drive.clear_attentions();
  EXPECT_EQ(background_status(host), 1U);
  host.drive.pass_time(3'600'000);
  EXPECT_EQ(background_status(host), 1U);
}

TEST(BackgroundFormat, APowerOnStopsIt) {
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format({.immed = false}).good());
  host.drive.power_on();
  host.drive.clear_attentions();
  EXPECT_EQ(background_status(host), 1U);
}

TEST(FormatUnit, RefusesListsThatAreNoneOfItsOwn) {
  Host host(dvd_plus_rw());
  EXPECT_EQ(host.send("04 11 00 00 00 00").sense(), mmc::sense::parameter_list_length_error);
  EXPECT_EQ(host.send("04 11 00 00 00 00", std::vector<std::uint8_t>(11)).sense(),
            mmc::sense::parameter_list_length_error);
  EXPECT_EQ(host.format({.format_descriptor_length = 16}).sense(), mmc::sense::parameter_list_length_error);
  for (const FormatParameterList& list :
       {FormatParameterList{.format_type = 0x10}, FormatParameterList{.format_sub_type = 1},
        FormatParameterList{.number_of_blocks = 2295088}, FormatParameterList{.number_of_blocks = 2295120},
        FormatParameterList{.type_dependent_parameter = 2}, FormatParameterList{.dcrt = true}})
    EXPECT_EQ(host.format(list).sense(), mmc::sense::invalid_field_in_parameter_list);
  for (const char* cdb : {"04 00 00 00 00 00", "04 10 00 00 00 00", "04 12 00 00 00 00", "04 19 00 00 00 00"})
    EXPECT_EQ(host.send(cdb, std::vector<std::uint8_t>(12)).sense(), mmc::sense::invalid_field_in_cdb) << cdb;
  EXPECT_EQ(host.disc_information().disc_status, 0) << "a refused format changes nothing";
  EXPECT_TRUE(host.format({.fov = true, .dcrt = true, .number_of_blocks = 2295104}).good());
}

TEST(FormatUnit, IsForMediaThatAreFormattedAndDrivesThatWriteThem) {
  for (const disc::Medium& medium : {disc::cd_r_80(), disc::dvd_plus_r(), disc::bd_r_25(), disc::pressed_cd()})
    EXPECT_EQ(Host(medium).format().sense(), mmc::sense::cannot_format_medium_incompatible_medium) << medium.id;
  DriveSettings reader = bd_writer();
  reader.writes = {disc::Technology::cd_r};
  EXPECT_EQ(Host(dvd_plus_rw(), reader).format().sense(), mmc::sense::cannot_format_medium_incompatible_medium);
  EXPECT_EQ(Host(bd_writer()).format().sense(), mmc::sense::medium_not_present_tray_closed);
}

TEST(DvdPlusRwWrite, NeedsAFormattedMediumAndThenTakesEveryAddress) {
  Host host(dvd_plus_rw());
  EXPECT_EQ(host.write(0, 16).sense(), mmc::sense::medium_not_formatted);
  host.format_to_the_end();
  EXPECT_TRUE(host.write(2295103, 1).good());
  EXPECT_TRUE(host.write(7, 3).good());
  EXPECT_TRUE(host.write(7, 3).good());
  EXPECT_EQ(host.write(2295104, 1).sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(host.write(2295100, 5).sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(host.write(0xffffff6a, 1).sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_TRUE(host.synchronise().good());
}

TEST(DvdPlusRwClose, HasTheFunctionsZeroAndTwo) {
  for (int function = 0; function < 8; ++function) {
    Host host(dvd_plus_rw());
    host.format_to_the_end();
    EXPECT_EQ(host.close(static_cast<std::uint8_t>(function)).good(), function == 0 || function == 2) << function;
  }
  Host host(dvd_plus_rw());
  ASSERT_TRUE(host.format({.immed = false}).good());
  ASSERT_TRUE(host.close(2).good());
  EXPECT_EQ(background_status(host), 1U);
  EXPECT_TRUE(host.drive.disc()->state().formatting->has_lead_out);
}

TEST(DvdPlusRwTrack, HasItsLastRecordedAddressWhereTheDriveKeepsOne) {
  for (const bool kept : {false, true}) {
    DriveSettings settings = bd_writer();
    settings.dvd_plus_rw_last_recorded_address = kept;
    Host host(dvd_plus_rw(), settings);
    host.format_to_the_end();
    EXPECT_FALSE(host.track_information(1).last_recorded_address_valid) << "nothing is recorded yet";
    ASSERT_TRUE(host.write(1000, 8).good());
    EXPECT_EQ(host.track_information(1).last_recorded_address_valid, kept);
    EXPECT_EQ(host.track_information(1).last_recorded_address, kept ? 1007U : 0U);
  }
}

TEST(DvdPlusRwTrack, HasNoInvisibleTrack) {
  Host host(dvd_plus_rw());
  EXPECT_EQ(host.track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
  host.format_to_the_end();
  EXPECT_EQ(host.track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.track(0, mmc::TrackAddressType::logical_block).hex(), host.track(1).hex());
}

TEST(SendOpc, WorksOnAFormattedDvdPlusRw) {
  Host host(dvd_plus_rw());
  host.format_to_the_end();
  EXPECT_TRUE(host.send("54 01 0000 00 00 00 0000 00").good());
}

}  // namespace
}  // namespace discbench::drive
