#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bytes/hex.h"
#include "drive/host.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

using disc::bd_r_25;
using disc::cd_r_80;
using disc::dvd_plus_r;
using mmc::TrackAddressType;

TEST(ReadDiscInformation, AnOpenCdSessionIsIncompleteAndEndsInTheInvisibleTrack) {
  Host host(cd_r_80());
  ASSERT_TRUE(host.write(0, 400).good());
  auto information = host.disc_information();
  EXPECT_EQ(information.disc_status, 1);
  EXPECT_EQ(information.state_of_last_session, 1);
  EXPECT_EQ(information.last_track_number_in_last_session, 1);
  ASSERT_TRUE(host.synchronise().good());
  information = host.disc_information();
  EXPECT_EQ(information.last_track_number_in_last_session, 2);
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 552U);
}

TEST(ReadDiscInformation, AnAppendableCdSaysWhereTheNextLeadInBegins) {
  Host host(cd_r_80());
  host.record_session(608);
  EXPECT_EQ(host.disc_information().last_session_lead_in_start_address, mmc::msf_field(mmc::to_msf(610 + 6750)));
  host.record_session(608);
  EXPECT_EQ(host.disc_information().last_session_lead_in_start_address,
            mmc::msf_field(mmc::to_msf(12010 + 610 + 2250)));
  EXPECT_EQ(host.disc_information().disc_type, 0x00);
}

TEST(ReadDiscInformation, AClosedCdHasNoFurtherAddresses) {
  Host host(cd_r_80());
  host.record_session(608, disc::NextSession::not_allowed);
  EXPECT_EQ(host.disc_information().last_session_lead_in_start_address, 0xffffffU);
  EXPECT_EQ(host.disc_information().last_possible_lead_out_start_address, 0xffffffU);
}

TEST(ReadDiscInformation, ManySessionsUseBothBytes) {
  Host host(bd_r_25());
  for (int i = 0; i < 300; ++i) host.record_session(32);
  EXPECT_EQ(host.disc_information().number_of_sessions, 301);
  EXPECT_EQ(host.disc_information().first_track_number_in_last_session, 301);
  const auto track = host.track_information(301);
  EXPECT_EQ(track.track_number, 301);
  EXPECT_EQ(track.session_number, 301);
}

TEST(ReadDiscInformation, ResourcesAreToldOfBdROnly) {
  Host host(bd_r_25());
  EXPECT_EQ(host.send("51 01 000000 00 00 0022 00").data.size(), 12U);
  EXPECT_EQ(host.send("51 02 000000 00 00 0022 00").data.size(), 16U);
  EXPECT_EQ(host.send("51 03 000000 00 00 0022 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(Host(cd_r_80()).send("51 01 000000 00 00 0022 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadTrackInformation, FFhIsTheInvisibleTrackOnCdAndDvdPlusRAndAnErrorOnBdR) {
  EXPECT_TRUE(Host(cd_r_80()).track(0xff).good());
  EXPECT_TRUE(Host(dvd_plus_r()).track(0xff).good());
  EXPECT_EQ(Host(bd_r_25()).track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadTrackInformation, FFhOnAClosedDiscIsAnError) {
  Host host(cd_r_80());
  host.record_session(608, disc::NextSession::not_allowed);
  EXPECT_EQ(host.track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_TRUE(host.track(1).good());
}

TEST(ReadTrackInformation, FindsATrackByNumberAddressAndSession) {
  Host host(dvd_plus_r());
  host.record_session(192);
  host.record_session(192);
  EXPECT_EQ(host.track(100, TrackAddressType::logical_block).as<mmc::TrackInformation>().track_number, 1);
  EXPECT_EQ(host.track(2240, TrackAddressType::logical_block).as<mmc::TrackInformation>().track_number, 2);
  EXPECT_EQ(host.track(2, TrackAddressType::session).as<mmc::TrackInformation>().track_number, 2);
  EXPECT_EQ(host.track(3, TrackAddressType::session).as<mmc::TrackInformation>().track_start_address, 4480U);
  for (const auto& [number, type] : {std::pair{0U, TrackAddressType::track},
                                     {4U, TrackAddressType::track},
                                     {0x10001U, TrackAddressType::track},
                                     {4U, TrackAddressType::session},
                                     {2295104U, TrackAddressType::logical_block},
                                     {0xffffff6aU, TrackAddressType::logical_block}})
    EXPECT_EQ(host.track(number, type).sense(), mmc::sense::invalid_field_in_cdb) << number;
}

TEST(ReadTrackInformation, ThePreGapOfACdBelongsToItsFirstTrack) {
  Host host(cd_r_80());
  EXPECT_EQ(host.track(0xffffff6a, TrackAddressType::logical_block).as<mmc::TrackInformation>().track_number, 1);
}

TEST(ReadTrackInformation, TheOpenBitAsksForTheNextTrackThatCanBeWritten) {
  Host host(cd_r_80());
  host.record_session(608);
  const Answer answer = host.send_cdb(mmc::ReadTrackInformation{
      .open = true, .address_type = TrackAddressType::track, .address = 1, .allocation_length = 48});
  EXPECT_EQ(answer.as<mmc::TrackInformation>().track_number, 2);
}

TEST(ReadTrackInformation, BitsOfOpenAndClosedTracksAreThoseOfTheMedium) {
  const auto bits = [](Host& host, std::uint32_t number) { return host.track(number).data[6] >> 5; };  // RT, Blank, Inc
  Host cd(cd_r_80());
  EXPECT_EQ(bits(cd, 1), 2);
  cd.record_session(500);
  EXPECT_EQ(bits(cd, 1), 0);
  Host bd(bd_r_25());
  ASSERT_TRUE(bd.write(0, 32).good());
  EXPECT_EQ(bits(bd, 1), 1);
  ASSERT_TRUE(bd.close(1, 1).good());
  EXPECT_EQ(bits(bd, 1), 5);
}

TEST(ReadTrackInformation, ABlankCdMayReportMinus150) {
  DriveSettings settings = cd_writer();
  settings.blank_cd_next_writable_is_minus_150 = true;
  Host host(cd_r_80(), settings);
  EXPECT_EQ(host.track_information(1).next_writable_address, 0xffffff6aU);
  host.record_session(500);
  EXPECT_EQ(host.track_information(2).next_writable_address, 502U + 11400);
}

TEST(ReadTrackInformation, AFullDiscHasNoInvisibleTrackToFind) {
  Host host(dvd_plus_r());
  host.record_session(2295104);
  EXPECT_EQ(host.track(0xff).sense(), mmc::sense::invalid_field_in_cdb);
  const auto last = host.track_information(2);
  EXPECT_EQ(last.free_blocks, 0U);
  EXPECT_FALSE(last.next_writable_address_valid);
}

TEST(ReadToc, ListsTheTracksOfClosedSessionsFromTheOneAskedFor) {
  Host host(cd_r_80());
  EXPECT_EQ(host.toc(0).sense(), mmc::sense::invalid_field_in_cdb);
  host.record_session(608);
  host.record_session(608);
  ASSERT_TRUE(host.write(12010 + 610 + 6900, 1).good()) << "an open track, which no table lists";
  EXPECT_EQ(host.toc(0).hex(),
            "001a0102"
            "0014010000000000"
            "0014020000002eea"
            "0014aa000000314c");
  EXPECT_EQ(host.toc(0, false, 2).hex(),
            "00120102"
            "0014020000002eea"
            "0014aa000000314c");
  EXPECT_EQ(host.toc(0, false, 0xaa).hex(),
            "000a0102"
            "0014aa000000314c");
  EXPECT_EQ(host.toc(0, false, 3).sense(), mmc::sense::invalid_field_in_cdb);
  // 12010 is 00:02:42:10 and 02:42:10 as M:S:F with the two seconds of pre-gap.
  EXPECT_EQ(host.toc(1, true).hex(),
            "000a0102"
            "00140200"
            "00022a0a");
}

TEST(ReadToc, TheFormatMayStandInTheControlByte) {
  Host host(dvd_plus_r());
  host.record_session(192);
  host.record_session(192);
  EXPECT_EQ(host.send("43 00 00000000 00 000c 40").hex(),
            "000a0102"
            "00170200000008c0");
}

TEST(ReadToc, TheFullTableHasSessionsPointersAndNextProgramArea) {
  Host host(cd_r_80());
  host.record_session(608);
  // A0, A1, A2 (lead-out 610 is 00:10:10), track 1, B0 (12010 - 150 is 02:40:10; last lead-out 79:59:71; two pointers),
  // C0 (power 5; lead-in 97:26:66).
  EXPECT_EQ(host.toc(2, true).hex(),
            "00440101"
            "011400a00000000001"
            "0000"
            "011400a10000000001"
            "0000"
            "011400a200000000000a0a"
            "0114000100000000000200"
            "015400b002280a024f3b47"
            "015400c0d0000000611a42");
  EXPECT_EQ(host.toc(2, true, 2).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(Host(dvd_plus_r()).toc(2).sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadToc, ADiscOfOneSessionClosedForGoodHasNoPointers) {
  Host host(cd_r_80());
  host.record_session(608, disc::NextSession::not_allowed);
  EXPECT_EQ(host.toc(2, true).data.size(), 4U + 4 * 11);
}

TEST(ReadToc, TheProgramMemoryAreaKnowsTracksOfOpenSessions) {
  Host host(cd_r_80());
  EXPECT_EQ(host.toc(3, true).hex(), "00020101");
  ASSERT_TRUE(host.write(0, 400).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.toc(3, true).hex(),
            "000d0101"
            "0114000100071b00000200");
}

TEST(ReadToc, TheAtipIsToldOfRecordableCdsInMsfOnly) {
  Host host(cd_r_80());
  EXPECT_EQ(host.toc(4, true).hex(),
            "001a0000"
            "d0009800"
            "611a4200"
            "4f3b4700"
            "00000000"
            "00000000"
            "00000000");
  EXPECT_EQ(host.toc(4, false).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(Host(dvd_plus_r()).toc(4, true).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.toc(5, true).sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadFormatCapacities, ARecordedDiscSaysHowMuchIsRecorded) {
  Host host(dvd_plus_r());
  host.record_session(192);
  EXPECT_EQ(host.send("23 00 000000 00 00 00fc 00").hex(),
            "00000008"
            "000000c002000800");
  EXPECT_EQ(Host(bd_writer()).send("23 00 000000 00 00 00fc 00").hex(),
            "00000008"
            "0000000003000800");
}

TEST(ReadDiscStructure, IsForDvdAndBdEachWithItsMediaType) {
  EXPECT_EQ(Host(cd_r_80()).send("ad 00 00000000 00 00 0804 00 00").sense(),
            mmc::sense::cannot_read_medium_incompatible_format);
  EXPECT_EQ(Host(dvd_plus_r()).send("ad 01 00000000 00 00 0804 00 00").sense(),
            mmc::sense::cannot_read_medium_incompatible_format);
  EXPECT_EQ(Host(dvd_plus_r()).send("ad 00 00000000 00 11 0804 00 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(Host(dvd_plus_r()).send("ad 00 00000000 01 00 0804 00 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadDiscStructure, ABdSaysWhoMadeItAndWhereItEnds) {
  const Answer answer = Host(bd_r_25()).send("ad 01 00000000 00 00 1004 00 00");
  EXPECT_EQ(answer.data.size(), 4100U);
  const auto unit = answer.as<mmc::BdDiscInformationUnit>(4);
  EXPECT_EQ(unit.disc_type_identifier.view(), "BDR");
  EXPECT_EQ(unit.first_address_unit, 131072U);
  EXPECT_EQ(unit.last_address_unit, 1658494U);
  EXPECT_EQ(unit.disc_manufacturer_id.view(), "VERBAT");
  EXPECT_EQ(unit.media_type_id.view(), "IMe");
}

TEST(ReadDiscStructure, TheListNamesWhatCanBeRead) {
  Host host(dvd_plus_r());
  const Answer list = host.send("ad 00 00000000 00 ff 0100 00 00");
  ASSERT_GT(list.data.size(), 4U);
  for (std::size_t offset = 4; offset < list.data.size(); offset += 4) {
    const auto entry = list.as<mmc::StructureListEntry>(offset);
    const Answer structure =
        host.send_cdb(mmc::ReadDiscStructure{.format_code = entry.format_code, .allocation_length = 0xffff});
    ASSERT_TRUE(structure.good()) << int{entry.format_code};
    EXPECT_EQ(structure.as<mmc::DiscStructureHeader>().data_length, entry.structure_length);
  }
}

/// Track AAh of a BD-R with so many is not the lead-out that AAh asks for.
TEST(ReadToc, TheLeadOutIsNoTrackNumber170) {
  Host host(bd_r_25());
  for (int session = 0; session < 180; ++session) host.record_session(32);
  const Answer lead_out = host.send("43 00 00 00 00 00 aa 00 14 00");
  EXPECT_EQ(bytes::to_hex(lead_out.data), "000a01a90014aa0000001680");
  EXPECT_EQ(host.send("43 00 00 00 00 00 a9 00 14 00").data.size(), 20U);
}

}  // namespace
}  // namespace discbench::drive
