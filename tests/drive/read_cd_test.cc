// READ CD, READ CD MSF, READ SUB-CHANNEL and MECHANISM STATUS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "disc/pattern.h"
#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::cd_r_80;
using Bytes = std::vector<std::uint8_t>;

disc::SessionPlan one_track(disc::SectorForm form, std::uint32_t sectors) { return {.tracks = {{form, 150, sectors}}}; }

void record_at_once(Host& host, const disc::SessionPlan& plan) {
  disc::Disc& disc = *host.drive.disc();
  ASSERT_EQ(disc.plan_session(plan), std::nullopt);
  const auto sectors = static_cast<std::uint32_t>(plan.sectors());
  ASSERT_EQ(disc.write_pattern(disc.state().at_once->next, sectors, disc::Pattern{6}), std::nullopt);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
}

Answer read_cd(Host& host, std::int32_t lba, std::uint32_t sectors, std::uint8_t flags, std::uint8_t type = 0,
               std::uint8_t sub_channel = 0) {
  auto cdb = bytes::encode(mmc::ReadCd{.expected_sector_type = static_cast<mmc::ExpectedSectorType>(type),
                                       .starting_lba = static_cast<std::uint32_t>(lba),
                                       .transfer_length_sectors = sectors,
                                       .sub_channel_selection = sub_channel});
  cdb[9] = flags;
  return host.send(bytes::to_hex(cdb));
}

Bytes user_data(std::int32_t lba, std::uint64_t seed = 7) {
  Bytes data(2048);
  disc::fill_pattern({seed}, disc::Lba{lba}, data);
  return data;
}

TEST(ReadCd, GivesThePartsOfADataSectorThatItsFlagsAskFor) {
  Host host(cd_r_80());
  host.record_session(500);
  const Answer whole = read_cd(host, 16, 1, 0xf8);
  ASSERT_EQ(whole.data.size(), 2352U);
  const auto part = [&](std::size_t first, std::size_t length) {
    return Bytes(whole.data.begin() + static_cast<std::ptrdiff_t>(first),
                 whole.data.begin() + static_cast<std::ptrdiff_t>(first + length));
  };
  EXPECT_EQ(part(0, 16), *bytes::from_hex("00ffffffffffffffffffff00 00021601"));
  EXPECT_EQ(part(16, 2048), user_data(16));
  // Byte 9: 80h synchronisation, 20h header, 10h user data, 08h EDC and ECC; a sub-header (40h) mode 1 has not.
  EXPECT_EQ(read_cd(host, 16, 1, 0x10).data, part(16, 2048));
  EXPECT_EQ(read_cd(host, 16, 1, 0x20).data, part(12, 4));
  EXPECT_EQ(read_cd(host, 16, 1, 0x30).data, part(12, 2052));
  EXPECT_EQ(read_cd(host, 16, 1, 0x38).data, part(12, 2340));
  EXPECT_EQ(read_cd(host, 16, 1, 0x18).data, part(16, 2336));
  EXPECT_EQ(read_cd(host, 16, 1, 0x08).data, part(2064, 288));
  EXPECT_EQ(read_cd(host, 16, 1, 0xa0).data, part(0, 16));
  EXPECT_EQ(read_cd(host, 16, 1, 0xb0).data, part(0, 2064));
  EXPECT_EQ(read_cd(host, 16, 1, 0xb8).data, whole.data);
  EXPECT_EQ(read_cd(host, 16, 1, 0x50).data, part(16, 2048));
  EXPECT_EQ(read_cd(host, 16, 1, 0x60).data, part(12, 4));
  EXPECT_EQ(read_cd(host, 16, 1, 0x78).data, part(12, 2340));
  EXPECT_EQ(read_cd(host, 16, 1, 0xe0).data, part(0, 16));
  EXPECT_TRUE(read_cd(host, 16, 1, 0x40).good());
  EXPECT_TRUE(read_cd(host, 16, 1, 0x40).data.empty());
}

TEST(ReadCd, RefusesPartsThatDoNotTouch) {
  Host host(cd_r_80());
  host.record_session(500);
  for (const std::uint8_t flags : Bytes{0x90, 0x28, 0xa8, 0x88, 0x98})
    EXPECT_EQ(read_cd(host, 0, 1, flags).sense(), mmc::sense::invalid_field_in_cdb) << int{flags};
}

TEST(ReadCd, RefusesCodesThatAreNone) {
  Host host(cd_r_80());
  host.record_session(500);
  for (const std::uint8_t type : Bytes{6, 7})
    EXPECT_EQ(read_cd(host, 0, 1, 0x10, type).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(read_cd(host, 0, 1, 0x16).sense(), mmc::sense::invalid_field_in_cdb) << "C2 11b";
  for (const std::uint8_t sub_channel : Bytes{3, 5, 6, 7})
    EXPECT_EQ(read_cd(host, 0, 1, 0x10, 0, sub_channel).sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadCd, OfNothingIsGood) {
  Host host(cd_r_80());
  host.record_session(500);
  EXPECT_TRUE(read_cd(host, 0, 5, 0x00).good());
  EXPECT_TRUE(read_cd(host, 0, 5, 0x00).data.empty());
  EXPECT_TRUE(read_cd(host, 0, 0, 0xf8).good());
}

TEST(ReadCd, HoldsTheExpectedTypeAgainstTheSector) {
  Host data(cd_r_80());
  data.record_session(500);
  Host audio(cd_r_80());
  record_at_once(audio, one_track(disc::SectorForm::audio, 300));
  for (std::uint8_t type = 0; type <= 5; ++type) {
    const bool data_matches = type == 0 || type == 2;
    const bool audio_matches = type == 0 || type == 1;
    const Answer of_data = read_cd(data, 0, 1, 0xf8, type);
    const Answer of_audio = read_cd(audio, 0, 1, 0xf8, type);
    EXPECT_EQ(of_data.good(), data_matches) << int{type};
    EXPECT_EQ(of_audio.good(), audio_matches) << int{type};
    if (!data_matches) {
      EXPECT_EQ(of_data.sense(), mmc::sense::illegal_mode_for_this_track);
    }
    if (!audio_matches) {
      EXPECT_EQ(of_audio.sense(), mmc::sense::illegal_mode_for_this_track);
    }
  }
}

TEST(ReadCd, OfAudioGives2352BytesWhereUserDataIsAskedFor) {
  Host host(cd_r_80());
  record_at_once(host, one_track(disc::SectorForm::audio, 300));
  Bytes samples(2352);
  disc::fill_pattern({6}, disc::Lba{299}, samples);
  EXPECT_EQ(read_cd(host, 299, 1, 0x10).data, samples);
  EXPECT_EQ(read_cd(host, 299, 1, 0xf8).data, samples);
  EXPECT_EQ(read_cd(host, 299, 1, 0x90).data, samples) << "flags that audio does not have count for nothing";
  EXPECT_TRUE(read_cd(host, 299, 1, 0x20).data.empty());
}

TEST(ReadCd, ReachesIntoThePreGapAndNoFurther) {
  Host host(cd_r_80());
  host.record_session(500);
  const Answer silent = read_cd(host, -150, 1, 0x10);
  EXPECT_THAT(silent.data, testing::AllOf(testing::SizeIs(2048), testing::Each(0)));
  EXPECT_EQ(read_cd(host, -151, 1, 0x10).sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(read_cd(host, 502, 1, 0x10).sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(read_cd(host, 499, 2, 0x10).sense(), mmc::sense::unreadable_sector) << "run-out";
  Host blank(cd_r_80());
  EXPECT_EQ(read_cd(blank, -150, 1, 0x10).sense(), mmc::sense::logical_block_address_out_of_range);
  Host at_once(cd_r_80());
  record_at_once(at_once, one_track(disc::SectorForm::data, 300));
  EXPECT_EQ(read_cd(at_once, -150, 1, 0x10).data, user_data(-150, 6)) << "what the host wrote there";
}

TEST(ReadCd, AddsC2AndSubChannelBehindTheMainChannel) {
  Host host(cd_r_80());
  host.record_session(500);
  EXPECT_EQ(read_cd(host, 0, 1, 0xfa).data.size(), 2352U + 294);
  EXPECT_EQ(read_cd(host, 0, 1, 0xfc).data.size(), 2352U + 296);
  const Answer q = read_cd(host, 75, 2, 0x12, 0, 2);
  ASSERT_EQ(q.data.size(), 2U * (2048 + 294 + 16));
  EXPECT_EQ(bytes::to_hex(std::span(q.data).subspan(2048 + 294, 10)), "41010100010000000300");
  EXPECT_EQ(bytes::to_hex(std::span(q.data).subspan(2 * (2048 + 294) + 16, 10)), "41010100010100000301");
  EXPECT_EQ(read_cd(host, 0, 1, 0x00, 0, 1).data.size(), 96U);
  EXPECT_THAT(read_cd(host, 0, 1, 0x00, 0, 4).data, testing::AllOf(testing::SizeIs(96), testing::Each(0)));
}

TEST(ReadCd, IsForCdsOnly) {
  Host host(disc::dvd_plus_r());
  host.record_session(160);
  EXPECT_EQ(read_cd(host, 0, 1, 0x10).sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("b9 00 00 000200 000201 10 00 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("42 00 40 01 00 00 00 0010 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadCdMsf, ReadsUpToItsEnd) {
  Host host(cd_r_80());
  host.record_session(500);
  EXPECT_EQ(host.send("b9 00 00 000210 000212 10 00 00").data.size(), 2U * 2048) << "00:02:16 and 17";
  EXPECT_EQ(host.send("b9 00 00 000210 000211 10 00 00").data, user_data(16));
  EXPECT_EQ(host.send("b9 00 00 ffffff 000213 10 00 00").data.size(), 2U * 2048) << "on from where it was: 17 and 18";
  EXPECT_TRUE(host.send("b9 00 00 000210 000210 10 00 00").good());
  EXPECT_EQ(host.send("b9 00 00 000211 000210 10 00 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("b9 00 00 003c00 010000 10 00 00").sense(), mmc::sense::invalid_field_in_cdb) << "60 seconds";
  EXPECT_EQ(host.send("b9 00 00 611a42 000200 10 00 00").sense(), mmc::sense::logical_block_address_out_of_range)
      << "in the lead-in";
}

TEST(ReadSubChannel, TellsWhereTheDriveIs) {
  Host host(cd_r_80());
  host.record_session(500);
  ASSERT_TRUE(host.send("28 00 00000050 00 0002 00").good());
  EXPECT_EQ(host.send("42 00 40 01 00 00 00 0010 00").hex(),
            "0015000c01140101"
            "00000051"
            "00000051");
  EXPECT_EQ(host.send("42 02 40 01 00 00 00 0010 00").hex(),
            "0015000c01140101"
            "00000306"
            "00000106");
  EXPECT_EQ(host.send("42 00 00 01 00 00 00 0010 00").hex(), "00150000") << "without SubQ the header alone";
  EXPECT_EQ(host.send("42 00 40 01 00 00 00 0004 00").hex(), "0015000c");
  EXPECT_EQ(Host(cd_r_80()).send("42 00 40 01 00 00 00 0010 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadSubChannel, HasNoCatalogueNumberAndNoRecordingCode) {
  Host host(cd_r_80());
  record_at_once(host, one_track(disc::SectorForm::audio, 300));
  EXPECT_EQ(host.send("42 00 40 02 00 00 00 0018 00").hex(), "0015001402" + std::string(38, '0'));
  EXPECT_EQ(host.send("42 00 40 03 00 00 01 0018 00").hex(),
            "00150014"
            "031001" +
                std::string(34, '0'));
  EXPECT_EQ(host.send("42 00 40 03 00 00 02 0018 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("42 00 40 04 00 00 01 0018 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(MechanismStatus, TellsOfDoorAndPosition) {
  Host host(cd_r_80());
  host.record_session(500);
  EXPECT_EQ(host.send("bd 00 00 00 00 00 00 00 0008 00 00").hex(), "0000000000010000");
  ASSERT_TRUE(read_cd(host, 300, 1, 0x10).good());
  EXPECT_EQ(host.send("bd 00 00 00 00 00 00 00 0008 00 00").hex(), "000000012c010000");
  host.drive.open_tray();
  EXPECT_EQ(host.send("bd 00 00 00 00 00 00 00 0008 00 00").hex(), "0010000000010000");
  EXPECT_EQ(host.send("bd 00 00 00 00 00 00 00 0002 00 00").data.size(), 2U);
}

}  // namespace
}  // namespace discbench::drive
