// What real drives said of themselves, of the groove of their discs, and of what they would not do. Each test bears the
// mark of its entry in the collection of dumps.
//
// Of the refusals under H these have no test, because the recorder has no such state or command: SEND OPC INFORMATION
// and BLANK on a dirty CD (3/73/03), WRITE on a bad DVD (3/0C/00): no medium here is dirty or bad; WRITE at -150 after
// a cue sheet (5/24/00): one LG alone, every other drive takes it, and so does this one; and vendor data in bytes 8 to
// 11 of the sense data.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"
#include "mmc/msf.h"
#include "mmc/sense.h"

namespace discbench::drive {
namespace {

using disc::Lba;
using disc::Technology;
using testing::ElementsAre;

// G4: what cdrecord -atip printed, and the bytes that say so.

struct Groove {
  const char* maker;
  std::int32_t lead_in;
  std::int32_t lead_out;
  std::uint8_t power;
  std::uint8_t sub_type;
  bool unrestricted;
  const char* atip;  ///< READ TOC/PMA/ATIP, format 4, header included
};

class GoldenG4 : public testing::TestWithParam<Groove> {};

TEST_P(GoldenG4, TheGrooveOfACdR) {
  const Groove& groove = GetParam();
  disc::Medium medium = disc::cd_r_80();
  medium.lead_in_start = Lba{groove.lead_in};
  medium.last_possible_lead_out = Lba{groove.lead_out};
  medium.indicative_write_power = groove.power;
  medium.disc_sub_type = groove.sub_type;
  medium.unrestricted_use = groove.unrestricted;
  Host host(medium, cd_writer());
  EXPECT_EQ(host.toc(4, true).hex(), groove.atip);
  const auto atip = host.toc(4, true).as<mmc::AtipDescriptor>(4);
  EXPECT_EQ(host.disc_information().last_session_lead_in_start_address,
            mmc::msf_field(
                {atip.atip_start_min_of_lead_in, atip.atip_start_sec_of_lead_in, atip.atip_start_frame_of_lead_in}))
      << "READ DISC INFORMATION of the blank disc says the same";
}

// Byte 4: 80h and the power; 5: 40h where unrestricted; 6: 80h and the sub-type in bits 5 to 3. Then the lead-in and
// the last lead-out as minute, second and frame: 97:26:66 is 61 1A 42h, 79:59:71 is 4F 3B 47h.
INSTANTIATE_TEST_SUITE_P(
    Discs, GoldenG4,
    testing::Values(
        Groove{"Cmc", -11634, 359846, 5, 3, false, "001a0000d0009800611a42004f3b4700000000000000000000000000"},
        Groove{"Sony", -11834, 359849, 5, 4, false, "001a0000d000a000611810004f3b4a00000000000000000000000000"},
        Groove{"Maxell", -11753, 359849, 4, 4, true, "001a0000c040a000611916004f3b4a00000000000000000000000000"},
        Groove{"Ritek", -12508, 359845, 4, 2, false, "001a0000c0009000610f11004f3b4600000000000000000000000000"}),
    [](const auto& groove) { return std::string(groove.param.maker); });

// H: what real drives refused, and how.

// The dump's address 0020C126h is said to be one of a CD, where it lies behind every disc's end; here it is tried where
// it is inside, on a DVD.
TEST(GoldenH, AWriteBesideTheNextWritableAddress) {
  Host dvd(disc::dvd_plus_r());
  EXPECT_EQ(dvd.send("2a 00 0020c126 00 0001 00", std::vector<std::uint8_t>(2048)).sense(), (mmc::Sense{5, 0x21, 2}));
  Host cd(disc::cd_r_80());
  cd.record_session(1000);
  EXPECT_EQ(cd.send("2a 00 00002ac1 00 0001 00", std::vector<std::uint8_t>(2048)).sense(), (mmc::Sense{5, 0x21, 2}));
}

TEST(GoldenH, AWriteIntoTheLeadIn) {
  Host host(disc::cd_r_80());
  EXPECT_EQ(host.send("2a 00 ffffd7ad 00 0001 00", std::vector<std::uint8_t>(2048)).sense(), (mmc::Sense{5, 0x21, 2}));
}

TEST(GoldenH, AWritePastTheUserAreaOfACd) {
  Host host(disc::cd_r_80());
  ASSERT_EQ(disc::append(*host.drive.disc(), 359817), std::nullopt);
  EXPECT_EQ(host.write(359817, 31).sense(), (mmc::Sense{5, 0x63, 0}));
}

TEST(GoldenH, AWriteOnAClosedTrack) {
  Host cd(disc::cd_r_80());
  cd.record_session(1000, disc::NextSession::not_allowed);
  EXPECT_EQ(cd.write(0, 1).sense(), (mmc::Sense{5, 0x64, 0}));
  Host dvd(disc::dvd_plus_r());
  dvd.record_session(1600);
  EXPECT_EQ(dvd.write(0, 16).sense(), (mmc::Sense{5, 0x64, 0}));
}

TEST(GoldenH, AWriteOnAMediumThatTheDriveCannotWrite) {
  Host host(disc::pressed_cd());
  ASSERT_EQ(host.drive.disc()->press(1000, {}), std::nullopt);
  EXPECT_EQ(host.write(1000, 1).sense(), (mmc::Sense{5, 0x30, 5}));
}

TEST(GoldenH, AReservationTooMany) {
  Host host(disc::dvd_plus_r());
  for (int i = 0; i < 15; ++i) ASSERT_TRUE(host.send("53 00 000000 00000010 00").good());
  EXPECT_EQ(host.send("53 00 000000 00000010 00").sense(), (mmc::Sense{5, 0x72, 5}));
}

TEST(GoldenH, ABlockLengthThatIsNone) {
  Host host(disc::cd_r_80());
  // Header, one block descriptor of 2352 (0930h) bytes, and the first bytes of a page: 14h in all.
  const auto list = bytes::from_hex("0000000000000008 0000000000000930 010a0000");
  EXPECT_EQ(host.send("55 10 0000000000 0014 00", *list).sense(), (mmc::Sense{5, 0x26, 0}));
}

TEST(GoldenH, NoDisc) {
  Host host(cd_writer());
  const Answer answer = host.send("00 00 00 00 00 00");
  EXPECT_EQ(answer.sense().key, 2);
  EXPECT_EQ(answer.sense().asc, 0x3a);
  // The drive of the dump says 3A/00; this one says whether the tray is closed, 3A/01, as most later ones do.
  mmc::FixedSense sense = mmc::encode_fixed(answer.sense());
  EXPECT_EQ(sense[13], 1);
  sense[13] = 0;
  EXPECT_EQ(bytes::to_hex(sense), "700002000000000a000000003a0000000000");
}

TEST(GoldenH, TheCapacityOfABlankDvdPlusR) {
  EXPECT_EQ(Host(disc::dvd_plus_r()).send("25 00 00000000 0000 00 00").hex(), "0000000000000800");
}

// I and D13: drives with the names, profiles, speeds and buffers of real ones.

std::vector<unsigned> profile_order(Host& host) {
  const Answer answer = host.send("46 02 0000 000000 1000 00");
  std::vector<unsigned> order;
  const std::size_t end = 12 + std::size_t{answer.data[11]};
  for (std::size_t at = 12; at < end; at += 4) order.push_back(answer.as<mmc::ProfileDescriptor>(at).profile_number);
  return order;
}

std::vector<unsigned> current_profiles(Host& host) {
  const Answer answer = host.send("46 02 0000 000000 1000 00");
  std::vector<unsigned> current;
  for (std::size_t at = 12; at < answer.data.size(); at += 4) {
    const auto profile = answer.as<mmc::ProfileDescriptor>(at);
    if (profile.current) current.push_back(profile.profile_number);
  }
  return current;
}

DriveSettings dvd_writer(std::vector<std::uint16_t> profiles, SpeedList write_speeds) {
  DriveSettings settings = bd_writer();
  settings.interface_standard = 2;
  settings.profiles = std::move(profiles);
  settings.writes = {Technology::cd_r, Technology::dvd_plus_r};
  settings.buffer_kilobytes = 2048;
  settings.read_speeds_kbps[Technology::dvd_plus_r] = {write_speeds.front()};
  settings.write_speeds_kbps[Technology::dvd_plus_r] = std::move(write_speeds);
  return settings;
}

/// wodim -prcap of an Optiarc AD-7590S; there is no double-layer disc here, so a DVD+R stands for it.
TEST(GoldenI, TheCapabilitiesPageOfAnOptiarc) {
  Host host(disc::dvd_plus_r(),
            dvd_writer({0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x1a, 0x1b, 0x2b, 0x08, 0x09, 0x0a}, {8310, 5540, 3324}));
  EXPECT_EQ(host.send("12 00 00 0060 00").as<mmc::StandardInquiryData>().response_data_format, 2);
  const Answer answer = host.send("5a 08 2a 00 000000 00ff 00");
  EXPECT_EQ(answer.data.size(), 8U + 32 + 3 * 4) << "32 bytes and 4 for each speed";
  EXPECT_EQ(answer.data[8 + 1], 30 + 3 * 4);
  const auto page = answer.as<mmc::CapabilitiesPage>(8);
  EXPECT_TRUE(page.cd_r_read && page.cd_rw_read && page.dvd_rom_read && page.dvd_r_read && page.dvd_ram_read);
  EXPECT_TRUE(page.cd_r_write && page.method_2 && page.buf && page.multi_session);
  EXPECT_EQ(page.loading_mechanism_type, 1) << "a tray";
  EXPECT_TRUE(page.eject && page.lock);
  EXPECT_FALSE(page.lock_state);
  EXPECT_EQ(page.number_of_volume_levels_supported, 0);
  EXPECT_EQ(page.maximum_read_speed_kbps, 8310);
  EXPECT_EQ(page.current_read_speed_kbps, 8310);
  EXPECT_EQ(page.maximum_write_speed_kbps, 8310);
  EXPECT_EQ(page.current_write_speed_kbps, 8310);
  EXPECT_EQ(page.buffer_kilobytes, 2048);
  EXPECT_EQ(page.copy_management_revision_supported, 1);
  EXPECT_EQ(page.write_speed_count, 3);
  EXPECT_EQ(bytes::to_hex(std::span(answer.data).subspan(40)), "00002076000015a400000cfc");
}

TEST(GoldenI, TheProfilesOfASamsung) {
  const std::vector<std::uint16_t> order{0x15, 0x16, 0x17, 0x2b, 0x1b, 0x1a, 0x14, 0x13, 0x12, 0x11, 0x10, 0x0a, 0x09};
  Host host(disc::dvd_plus_r(), dvd_writer(order, {8310}));
  EXPECT_THAT(profile_order(host),
              ElementsAre(0x15, 0x16, 0x17, 0x2b, 0x1b, 0x1a, 0x14, 0x13, 0x12, 0x11, 0x10, 0x0a, 0x09));
  EXPECT_THAT(current_profiles(host), ElementsAre(0x1b));
}

/// HL-DT-ST BD-RE BU40N, PIONEER DVR-115, PLEXTOR PX-755A.
TEST(GoldenI, InquiryHas96BytesInVersion0) {
  DriveSettings settings = bd_writer();
  settings.serial_number = " 08/07/25  PIONEER  ";
  const Answer answer = Host(settings).send("12 00 00 00ff 00");
  const auto inquiry = answer.as<mmc::StandardInquiryData>();
  EXPECT_EQ(inquiry.version, 0);
  EXPECT_EQ(inquiry.response_data_format, 2);
  EXPECT_EQ(inquiry.additional_length, 91);
  EXPECT_EQ(answer.data.size(), 91U + 5);
  EXPECT_EQ(inquiry.vendor_specific.view(), " 08/07/25  PIONEER  ");
}

/// HL-DT-ST GSA-T20L. Its disc was a DVD-R, which this house does not have: a DVD+R stands for it.
class GoldenD13 : public testing::Test {
 protected:
  Host host{disc::dvd_plus_r(),
            dvd_writer({0x12, 0x11, 0x15, 0x14, 0x13, 0x1a, 0x1b, 0x2b, 0x10, 0x09, 0x0a, 0x08, 0x02}, {11080, 5540})};
};

TEST_F(GoldenD13, GetPerformanceHasADescriptorForEachSpeed) {
  const Answer answer = host.send("ac 00 00000000 00 00 00c8 03 00");
  EXPECT_EQ(answer.as<mmc::PerformanceHeader>().performance_data_length, 36U) << "4 + 2 * 16";
  EXPECT_EQ(answer.as<mmc::WriteSpeedDescriptor>(8).write_speed_kbps, 11080U);
  EXPECT_EQ(answer.as<mmc::WriteSpeedDescriptor>(24).write_speed_kbps, 5540U);
}

TEST_F(GoldenD13, ProfilesStandInTheDrivesOrder) {
  EXPECT_THAT(profile_order(host),
              ElementsAre(0x12, 0x11, 0x15, 0x14, 0x13, 0x1a, 0x1b, 0x2b, 0x10, 0x09, 0x0a, 0x08, 0x02));
  EXPECT_THAT(current_profiles(host), ElementsAre(0x1b));
}

TEST_F(GoldenD13, WriteParametersAre52BytesBehindAHeaderOf8) {
  const Answer answer = host.send("5a 08 05 00 000000 00ff 00");
  EXPECT_EQ(answer.data.size(), 60U);
  EXPECT_EQ(answer.data[1], 58);
  EXPECT_EQ(answer.data[9], 50);
}

}  // namespace
}  // namespace discbench::drive
