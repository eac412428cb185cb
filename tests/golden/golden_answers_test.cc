// What real drives answered to the same commands on the same discs. Each test bears the mark of its entry in the
// collection of dumps: A is DVD+R, C is DVD+RW, F is BD, G is CD.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::bd_r_25;
using disc::cd_r_80;
using disc::dvd_plus_r;
using disc::dvd_plus_rw;
using testing::ElementsAre;

struct Capacity {
  std::uint32_t blocks;
  unsigned type;
  std::uint32_t parameter;
  friend bool operator==(const Capacity&, const Capacity&) = default;
};

std::vector<Capacity> format_capacities(Host& host) {
  const Answer answer = host.send("23 00 000000 00 00 00fc 00");
  EXPECT_EQ(answer.data[3], answer.data.size() - 4);
  std::vector<Capacity> list;
  const auto current = answer.as<mmc::CurrentMaximumCapacityDescriptor>(4);
  list.push_back({current.number_of_blocks, current.descriptor_type, current.block_length});
  for (std::size_t offset = 12; offset < answer.data.size(); offset += 8) {
    const auto format = answer.as<mmc::FormattableCapacityDescriptor>(offset);
    list.push_back({format.number_of_blocks, format.format_type, format.type_dependent_parameter});
  }
  return list;
}

std::uint32_t physical_format_lead_out(Host& host) {
  const Answer answer = host.send("ad 00 00000000 00 00 0804 00 00");
  EXPECT_EQ(answer.data.size(), 2052U);
  return answer.as<mmc::PhysicalFormatInformation>(4).last_physical_sector + 1 - 0x30000;
}

void expect_disc(Host& host, unsigned status, unsigned last_session, unsigned sessions, unsigned last_track) {
  const auto information = host.disc_information();
  EXPECT_EQ(information.disc_status, status);
  EXPECT_EQ(information.state_of_last_session, last_session);
  EXPECT_EQ(information.number_of_sessions, sessions);
  EXPECT_EQ(information.last_track_number_in_last_session, last_track);
}

void expect_blank_track(Host& host, std::uint32_t number, std::uint32_t start, std::uint32_t free) {
  const auto track = host.track_information(number);
  EXPECT_TRUE(track.blank);
  EXPECT_TRUE(track.next_writable_address_valid);
  EXPECT_EQ(track.track_start_address, start);
  EXPECT_EQ(track.next_writable_address, start);
  EXPECT_EQ(track.free_blocks, free);
  EXPECT_EQ(track.track_size, free);
}

void expect_closed_track(Host& host, std::uint32_t number, std::uint32_t start, std::uint32_t size) {
  const auto track = host.track_information(number);
  EXPECT_FALSE(track.blank);
  EXPECT_FALSE(track.next_writable_address_valid);
  EXPECT_EQ(track.track_start_address, start);
  EXPECT_EQ(track.free_blocks, 0U);
  EXPECT_EQ(track.track_size, size);
}

TEST(GoldenA1, ABlankDvdPlusR) {
  Host host(dvd_plus_r());
  expect_disc(host, 0, 0, 1, 1);
  EXPECT_EQ(host.disc_information().first_track_number_in_last_session, 1);
  expect_blank_track(host, 1, 0, 2295104);
  EXPECT_EQ(host.track_information(1).read_compatibility_lba, 270336U);
  EXPECT_EQ(host.last_readable_address(), 0U);
  EXPECT_EQ(physical_format_lead_out(host), 2295104U);
  EXPECT_EQ(host.send("ad 00 00000000 00 00 0804 00 00").data[4], 0x00) << "book type of a blank one";
  EXPECT_FALSE(host.toc(0).good());
}

TEST(GoldenA2, ADvdPlusRWithASessionOf192Sectors) {
  Host host(dvd_plus_r());
  host.record_session(192);
  expect_disc(host, 1, 0, 2, 2);
  EXPECT_EQ(host.disc_information().first_track_number_in_last_session, 2);
  expect_closed_track(host, 1, 0, 192);
  EXPECT_FALSE(host.track_information(1).reserved_track);
  expect_blank_track(host, 2, 2240, 2292864);
  EXPECT_EQ(host.last_readable_address(), 191U);
  EXPECT_EQ(host.toc(0).hex(),
            "0012"
            "0101"
            "0017010000000000"
            "0017aa00000000c0");
  EXPECT_EQ(host.toc(1).hex(),
            "000a"
            "0101"
            "0017010000000000");
}

TEST(GoldenA3, TheSameDiscWith25SessionsAndClosed) {
  Host host(dvd_plus_r());
  host.record_session(192);
  // At one time growisofs was given -C 24416,36880: the last session's start, and where the next one goes.
  host.record_session(24416 - 2048 - 2240);
  ASSERT_EQ(host.track_information(0xff).next_writable_address, 24416U);
  host.record_session(36880 - 2048 - 24416);
  ASSERT_EQ(host.track_information(0xff).next_writable_address, 36880U);
  for (int session = 4; session <= 24; ++session) host.record_session(1600);
  ASSERT_EQ(disc::append(*host.drive.disc(), host.track_information(0xff).free_blocks), std::nullopt);
  ASSERT_TRUE(host.close(6).good());
  expect_disc(host, 2, 3, 25, 25);
  expect_closed_track(host, 1, 0, 192);
  EXPECT_EQ(host.last_readable_address(), 2295103U);
}

TEST(GoldenA8, AnAppendableDvdPlusRWithOneLargeSession) {
  Host host(dvd_plus_r());
  host.record_session(1784656);
  expect_disc(host, 1, 0, 2, 2);
  expect_closed_track(host, 1, 0, 1784656);
  EXPECT_EQ(host.track_information(1).read_compatibility_lba, 270336U);
  expect_blank_track(host, 2, 1786704, 508400);
  EXPECT_EQ(host.last_readable_address(), 1784655U);
  EXPECT_EQ(host.toc(0).hex(),
            "0012"
            "0101"
            "0017010000000000"
            "0017aa00001b3b50");
  EXPECT_EQ(physical_format_lead_out(host), 2295104U);
}

TEST(GoldenA9, AClosedDvdPlusR) {
  Host host(dvd_plus_r());
  ASSERT_EQ(disc::append(*host.drive.disc(), 2242464), std::nullopt);
  ASSERT_TRUE(host.close(6).good());
  expect_disc(host, 2, 3, 1, 1);
  expect_closed_track(host, 1, 0, 2242464);
  EXPECT_EQ(host.last_readable_address(), 2242463U);
  EXPECT_EQ(host.toc(0).hex(),
            "0012"
            "0101"
            "0017010000000000"
            "0017aa00002237a0");
  EXPECT_EQ(physical_format_lead_out(host), 2242464U);
  EXPECT_EQ(host.send("46 00 0000 000000 0008 00").as<mmc::FeatureHeader>().current_profile, 0x1b);
}

struct WriteSpeed {
  std::uint32_t end_lba;
  std::uint32_t read_kbps;
  std::uint32_t write_kbps;
  friend bool operator==(const WriteSpeed&, const WriteSpeed&) = default;
};

std::vector<WriteSpeed> write_speeds(Host& host) {
  const Answer answer = host.send("ac 10 00000000 0000 0010 03 00");
  std::vector<WriteSpeed> speeds;
  for (std::size_t offset = 8; offset < answer.data.size(); offset += 16) {
    EXPECT_EQ(answer.data[offset], 0x00) << "rotation control, restore defaults, exact, mixed";
    const auto speed = answer.as<mmc::WriteSpeedDescriptor>(offset);
    speeds.push_back({speed.end_lba, speed.read_speed_kbps, speed.write_speed_kbps});
  }
  return speeds;
}

unsigned book_type(Host& host) { return host.send("ad 00 00000000 00 00 0804 00 00").data.at(4); }
unsigned track_flags(Host& host) { return host.track(1).data.at(6) >> 4; }
unsigned current_profile(Host& host) {
  return host.send("46 00 0000 000000 0008 00").as<mmc::FeatureHeader>().current_profile;
}

TEST(GoldenC1, AnUnformattedDvdPlusRw) {
  Host host(dvd_plus_rw());
  EXPECT_EQ(current_profile(host), 0x1aU);
  EXPECT_THAT(write_speeds(host), ElementsAre(WriteSpeed{2295103, 11080, 5540}, WriteSpeed{2295103, 11080, 3324}));
  EXPECT_EQ(book_type(host), 0x00U);
  EXPECT_EQ(physical_format_lead_out(host), 2295104U);
  expect_disc(host, 0, 0, 1, 1);
  EXPECT_EQ(host.disc_information().first_track_number_in_last_session, 1);
  EXPECT_THAT(format_capacities(host), ElementsAre(Capacity{2295104, 1, 0x800}, Capacity{2295104, 0x26, 0}));
  const auto track = host.track_information(1);
  EXPECT_EQ(track_flags(host), 6U) << "invisible incremental: RT 0, Blank 1, Packet/Inc 1; no fixed packets";
  EXPECT_FALSE(track.next_writable_address_valid);
  EXPECT_FALSE(track.last_recorded_address_valid);
  EXPECT_EQ(track.track_start_address, 0U);
  EXPECT_EQ(track.free_blocks, 2295104U);
  EXPECT_EQ(track.track_size, 2295104U);
  EXPECT_EQ(host.last_readable_address(), 0U);
  EXPECT_FALSE(host.toc(0).good());
}

/// Formatted for as long as its lead-in took, written to, and closed: the background format is suspended.
void suspend(Host& host) {
  ASSERT_TRUE(host.format({.immed = false}).good());
  ASSERT_TRUE(host.write(0, 160).good());
  ASSERT_TRUE(host.close(0).good());
  ASSERT_TRUE(host.close(2).good());
}

void expect_suspended(Host& host) {
  expect_disc(host, 2, 3, 1, 1);
  EXPECT_EQ(host.disc_information().bg_format_status, 1);
  const auto track = host.track_information(1);
  EXPECT_FALSE(track.next_writable_address_valid);
  EXPECT_FALSE(track.last_recorded_address_valid);
  EXPECT_EQ(track.track_start_address, 0U);
  EXPECT_EQ(track.free_blocks, 0U);
  EXPECT_EQ(track.track_size, 2295104U);
  EXPECT_EQ(host.last_readable_address(), 2295103U);
}

TEST(GoldenC2, ASuspendedDvdPlusRw) {
  Host host(dvd_plus_rw());
  suspend(host);
  expect_suspended(host);
  EXPECT_THAT(format_capacities(host), ElementsAre(Capacity{2295104, 2, 0x800}, Capacity{2295104, 0x26, 0}));
  EXPECT_EQ(track_flags(host), 0U) << "complete";
  EXPECT_EQ(host.track_information(1).fixed_packet_size, 0U);
  EXPECT_EQ(host.toc(0).hex(),
            "0012"
            "0101"
            "0014010000000000"
            "0014aa0000230540");
  EXPECT_EQ(host.toc(1).hex(),
            "000a"
            "0101"
            "0014010000000000");
}

TEST(GoldenC3, ASuspendedDvdPlusRwOfADriveThatSpeaksOfPackets) {
  DriveSettings settings = bd_writer();
  settings.dvd_plus_rw_fixed_packets = true;
  Host host(dvd_plus_rw(), settings);
  suspend(host);
  expect_suspended(host);
  EXPECT_EQ(book_type(host), 0x92U);
  EXPECT_EQ(track_flags(host), 3U) << "complete incremental, fixed packets";
  EXPECT_EQ(host.track_information(1).fixed_packet_size, 16U);
  EXPECT_EQ(host.track_information(1).track_mode, 7);
  EXPECT_EQ(host.toc(0).hex(),
            "0012"
            "0101"
            "0017010000000000"
            "0017aa0000230540");
}

TEST(GoldenC5, AFormattedDvdPlusRwIsErasableAndComplete) {
  Host host(dvd_plus_rw());
  host.format_to_the_end();
  expect_disc(host, 2, 3, 1, 1);
  EXPECT_TRUE(host.disc_information().erasable);
  EXPECT_FALSE(host.disc_information().uru) << "not unrestricted";
  EXPECT_EQ(host.track_information(1).track_size, 2295104U);
}

TEST(GoldenC6, ABlankDvdPlusRwIsErasableAndEmpty) {
  Host host(dvd_plus_rw());
  const auto information = host.disc_information();
  EXPECT_TRUE(information.erasable);
  EXPECT_FALSE(information.uru) << "not unrestricted";
  EXPECT_EQ(information.bg_format_status, 0);
  EXPECT_EQ(information.number_of_first_track_on_disc, 1);
  expect_disc(host, 0, 0, 1, 1);
  EXPECT_TRUE(host.track_information(1).blank);
  EXPECT_EQ(host.track_information(1).next_writable_address, 0U);
  EXPECT_EQ(host.track_information(1).free_blocks, 2295104U);
}

TEST(GoldenF1, ABlankBdR) {
  Host host(bd_r_25());
  EXPECT_EQ(host.send("46 00 0000 000000 0008 00").as<mmc::FeatureHeader>().current_profile, 0x41);
  expect_disc(host, 0, 0, 1, 1);
  EXPECT_EQ(host.disc_information().first_track_number_in_last_session, 1);
  EXPECT_THAT(format_capacities(host),
              ElementsAre(Capacity{12219392, 1, 0x800}, Capacity{11826176, 0x00, 0x3000}, Capacity{11826176, 0x32, 0},
                          Capacity{5796864, 0x32, 0}, Capacity{12088320, 0x32, 0}));
  expect_blank_track(host, 1, 0, 12219392);
  EXPECT_EQ(host.track(1).data[6] >> 5, 3) << "invisible incremental: RT 0, Blank 1, Packet/Inc 1";
  EXPECT_EQ(host.last_readable_address(), 0U);
  const Answer spare_area = host.send("ad 01 00000000 00 0a 0010 00 00");
  EXPECT_EQ(spare_area.sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(GoldenG1, ABlankCdROf80Minutes) {
  Host host(cd_r_80(), cd_writer());
  const auto information = host.disc_information();
  EXPECT_FALSE(information.erasable);
  expect_disc(host, 0, 0, 1, 1);
  EXPECT_EQ(information.number_of_first_track_on_disc, 1);
  EXPECT_EQ(information.last_session_lead_in_start_address, 0x611a42U) << "-11634 is 97:26:66";
  EXPECT_EQ(information.last_possible_lead_out_start_address, 0x4f3b47U) << "359846 is 79:59:71";
  expect_blank_track(host, 1, 0, 359844);
  EXPECT_EQ(host.track(0xff).hex(), host.track(1).hex());
  EXPECT_EQ(host.last_readable_address(), 0U);
}

TEST(GoldenG6, ATrackAtOnceDataTrackEndsTwoSectorsBehindItsData) {
  Host host(cd_r_80(), cd_writer());
  host.record_session(335564);
  // Control 4, ADR 1; the lead-out at 335566 is 00051ECEh.
  EXPECT_EQ(host.toc(0).hex(),
            "0012"
            "0101"
            "0014010000000000"
            "0014aa0000051ece");
  EXPECT_EQ(host.last_readable_address(), 335565U);
  const auto track = host.track_information(1);
  EXPECT_EQ(track.track_mode, 4);
  EXPECT_EQ(track.data_mode, 1);
}

TEST(GoldenG7, AClosedTrackAnswers36BytesWithoutFlags) {
  // 00 22 01 01 00 04 01 00, zeros, size, zeros: a CD with one closed data track of 8581 sectors.
  Host host(cd_r_80(), cd_writer());
  host.record_session(8579, disc::NextSession::not_allowed);
  EXPECT_EQ(host.track(1).hex(),
            "0022010100040100"
            "00000000"
            "00000000"
            "00000000"
            "00000000"
            "00002185"
            "00000000"
            "00000000");
}

}  // namespace
}  // namespace discbench::drive
