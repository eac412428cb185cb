#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "drive/host.h"

namespace discbench::drive {
namespace {

using disc::bd_r_25;
using disc::cd_r_80;
using disc::dvd_plus_r;

constexpr std::string_view all_features = "46 00 0000 000000 ffff 00";

struct ListedFeature {
  mmc::FeatureDescriptorHeader header;
  std::size_t payload = 0;
};

std::map<std::uint16_t, ListedFeature> features(const Answer& answer) {
  std::map<std::uint16_t, ListedFeature> listed;
  for (std::size_t offset = 8; offset + 4 <= answer.data.size();) {
    const auto header = answer.as<mmc::FeatureDescriptorHeader>(offset);
    EXPECT_EQ(header.additional_length % 4, 0) << header.feature_code;
    listed[header.feature_code] = {header, offset + 4};
    offset += 4U + header.additional_length;
  }
  return listed;
}

void expect_current(Host& host, std::uint16_t profile, const std::vector<std::uint16_t>& mandatory) {
  const Answer answer = host.send(all_features);
  EXPECT_EQ(answer.as<mmc::FeatureHeader>().current_profile, profile);
  EXPECT_EQ(answer.as<mmc::FeatureHeader>().data_length, answer.data.size() - 4);
  auto listed = features(answer);
  for (const std::uint16_t code : mandatory) {
    ASSERT_TRUE(listed.contains(code)) << code;
    EXPECT_TRUE(listed[code].header.current) << code;
  }
}

TEST(GetConfiguration, ListsTheMandatoryFeaturesOfTheCurrentProfile) {
  const std::vector<std::uint16_t> always{0x0000, 0x0001, 0x0002, 0x0003, 0x0100, 0x0105};
  const auto with = [&](std::vector<std::uint16_t> more) {
    more.insert(more.end(), always.begin(), always.end());
    return more;
  };
  Host none(bd_writer());
  expect_current(none, 0x0000, always);
  Host cd(cd_r_80());
  expect_current(cd, 0x0009, with({0x0010, 0x001e, 0x0021, 0x002d, 0x0107}));
  Host dvd(dvd_plus_r());
  expect_current(dvd, 0x001b, with({0x0010, 0x001f, 0x002b, 0x0107}));
  Host bd(bd_r_25());
  expect_current(bd, 0x0041, with({0x0010, 0x0021, 0x0040, 0x0041, 0x0107}));
  Host pressed(disc::pressed_cd());
  expect_current(pressed, 0x0008, with({0x0010, 0x001e}));
}

TEST(GetConfiguration, WritingFeaturesAreNotCurrentOnAFinalisedDisc) {
  Host cd(cd_r_80());
  cd.record_session(500, disc::NextSession::not_allowed);
  auto listed = features(cd.send(all_features));
  EXPECT_FALSE(listed[0x0021].header.current);
  EXPECT_FALSE(listed[0x002d].header.current);
  EXPECT_EQ(cd.send(all_features).as<mmc::FeatureHeader>().current_profile, 0x0009);
  Host bd(bd_r_25());
  bd.record_session(500);
  ASSERT_TRUE(bd.close(6).good());
  EXPECT_FALSE(features(bd.send(all_features))[0x0041].header.current);
  Host dvd(dvd_plus_r());
  dvd.record_session(500);
  ASSERT_TRUE(dvd.close(6).good());
  const Answer answer = dvd.send(all_features);
  EXPECT_FALSE(answer.as<mmc::DvdPlusRFeature>(features(answer)[0x002b].payload).write);
}

TEST(GetConfiguration, ADvdPlusRwIsRandomWritableAndFormattable) {
  Host host(disc::dvd_plus_rw());
  const Answer answer = host.send(all_features);
  EXPECT_EQ(answer.as<mmc::FeatureHeader>().current_profile, 0x001a);
  auto listed = features(answer);
  for (const int code : {0x0010, 0x001f, 0x0020, 0x0023, 0x002a, 0x0107})
    EXPECT_TRUE(listed.at(static_cast<std::uint16_t>(code)).header.current) << code;
  for (const int code : {0x0021, 0x002b, 0x002d, 0x0041})
    EXPECT_FALSE(listed.at(static_cast<std::uint16_t>(code)).header.current) << code;
  const auto writable = answer.as<mmc::RandomWritableFeature>(listed[0x0020].payload);
  EXPECT_EQ(writable.last_lba, 2295103U);
  EXPECT_EQ(writable.logical_block_size, 2048U);
  EXPECT_EQ(writable.blocking, 16);
  EXPECT_TRUE(answer.as<mmc::DvdPlusRwFeature>(listed[0x002a].payload).write);
  EXPECT_EQ(listed.at(0x0023).header.additional_length, 8);
  host.format_to_the_end();
  EXPECT_TRUE(features(host.send(all_features)).at(0x0020).header.current);
}

TEST(GetConfiguration, ADriveThatOnlyReadsDvdPlusRwDoesNotClaimToWriteIt) {
  DriveSettings reader = bd_writer();
  reader.writes = {disc::Technology::cd_r};
  Host host(disc::dvd_plus_rw(), reader);
  const Answer answer = host.send(all_features);
  auto listed = features(answer);
  EXPECT_FALSE(listed.contains(0x0020));
  EXPECT_FALSE(listed.contains(0x0023));
  EXPECT_FALSE(answer.as<mmc::DvdPlusRwFeature>(listed.at(0x002a).payload).write);
}

TEST(GetConfiguration, CanBeAskedForCurrentOnesOrForOne) {
  Host host(cd_r_80());
  for (const auto& [code, feature] : features(host.send("46 01 0000 000000 ffff 00")))
    EXPECT_TRUE(feature.header.current) << code;
  const Answer one = host.send("46 02 0010 000000 ffff 00");
  EXPECT_EQ(features(one).size(), 1U);
  EXPECT_EQ(host.send("46 02 0038 000000 ffff 00").hex(), "0000000400000009") << "no such feature: the header alone";
  EXPECT_EQ(features(host.send("46 00 0105 000000 ffff 00")).begin()->first, 0x0105);
  EXPECT_EQ(host.send("46 03 0000 000000 ffff 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(GetConfiguration, ACdWriterKnowsNothingOfDvdAndBd) {
  Host host(cd_r_80(), cd_writer());
  const auto listed = features(host.send(all_features));
  for (const std::uint16_t code : {std::uint16_t{0x1f}, std::uint16_t{0x2b}, std::uint16_t{0x40}, std::uint16_t{0x41}})
    EXPECT_FALSE(listed.contains(code)) << code;
}

TEST(Inquiry, SaysWhoItIsInNinetySixBytes) {
  Host host(bd_writer());
  const Answer answer = host.send("12 00 00 00ff 00");
  EXPECT_EQ(answer.data.size(), 96U);
  const auto data = answer.as<mmc::StandardInquiryData>();
  EXPECT_EQ(data.peripheral_device_type, 5);
  EXPECT_TRUE(data.rmb);
  EXPECT_EQ(data.t10_vendor_identification.view(), "DISCBNCH");
  EXPECT_EQ(host.send("12 01 80 00ff 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(Events, ANewMediumAndItsRemovalAreToldOnce) {
  Host host(cd_r_80());
  const auto event = [&] { return host.send("4a 01 0000 10 0000 0008 00").as<mmc::MediaEvent>(4); };
  EXPECT_EQ(event().event_code, 0);
  EXPECT_TRUE(event().media_present);
  host.drive.open_tray();
  const auto removal = event();
  EXPECT_EQ(removal.event_code, 3);
  EXPECT_FALSE(removal.media_present);
  EXPECT_TRUE(removal.door_or_tray_open);
  EXPECT_EQ(event().event_code, 0);
  host.drive.close_tray();
  EXPECT_EQ(event().event_code, 2);
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::medium_may_have_changed);
}

TEST(Events, TheHeaderAloneTakesNoEventAway) {
  Host host(cd_r_80());
  host.drive.open_tray();
  EXPECT_EQ(host.send("4a 01 0000 10 0000 0004 00").hex(), "00060410");
  EXPECT_EQ(host.send("4a 01 0000 10 0000 0008 00").as<mmc::MediaEvent>(4).event_code, 3);
}

TEST(Events, OnlyPollingAndOnlyTheMediaClass) {
  Host host(cd_r_80());
  EXPECT_EQ(host.send("4a 00 0000 10 0000 0008 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("4a 01 0000 04 0000 0008 00").hex(), "00028010");
}

TEST(Tray, OpensAndClosesByCommandUnlessPrevented) {
  Host host(cd_r_80());
  ASSERT_TRUE(host.send("1e 00 00 00 01 00").good());
  EXPECT_EQ(host.send("1b 00 00 00 02 00").sense(), mmc::sense::medium_removal_prevented);
  host.drive.open_tray();
  EXPECT_FALSE(host.drive.tray_open());
  EXPECT_EQ(host.send("4a 01 0000 10 0000 0008 00").as<mmc::MediaEvent>(4).event_code, 1) << "an eject request";
  ASSERT_TRUE(host.send("1e 00 00 00 00 00").good());
  ASSERT_TRUE(host.send("1b 00 00 00 02 00").good());
  EXPECT_TRUE(host.drive.tray_open());
  ASSERT_TRUE(host.send("1b 00 00 00 03 00").good());
  EXPECT_EQ(host.send("00 00 00 00 00 00").sense(), mmc::sense::medium_may_have_changed);
  EXPECT_TRUE(host.send("00 00 00 00 00 00").good());
}

TEST(Tray, LoadingAnEmptyOneSaysSo) {
  Host host(bd_writer());
  host.drive.open_tray();
  EXPECT_EQ(host.send("1b 00 00 00 03 00").sense(), mmc::sense::medium_not_present_tray_closed);
  EXPECT_TRUE(host.send("1b 01 00 00 03 00").good()) << "with IMMED nobody waits";
}

TEST(ModeSense, AllPagesAscendAndTheirLengthsAddUp) {
  Host host(cd_r_80());
  const Answer answer = host.send("5a 00 3f 00 000000 ffff 00");
  EXPECT_EQ(answer.as<mmc::ModeParameterHeader10>().mode_data_length, answer.data.size() - 2);
  std::vector<int> codes;
  std::size_t offset = 8;
  while (offset < answer.data.size()) {
    codes.push_back(answer.data[offset] & 0x3f);
    offset += 2U + answer.data[offset + 1];
  }
  EXPECT_EQ(offset, answer.data.size());
  EXPECT_THAT(codes, testing::ElementsAre(0x01, 0x05, 0x1a, 0x1c, 0x1d, 0x2a));
}

TEST(ModeSense, SavedValuesAndUnknownPagesAreErrors) {
  Host host(cd_r_80());
  EXPECT_EQ(host.send("5a 00 c5 00 000000 00ff 00").sense(), mmc::sense::saving_parameters_not_supported);
  EXPECT_EQ(host.send("5a 00 07 00 000000 00ff 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("5a 00 05 01 000000 00ff 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ModeSense, TheCapabilitiesPageFollowsTheMedium) {
  Host host(dvd_plus_r());
  const auto page = host.send("5a 00 2a 00 000000 00ff 00").as<mmc::CapabilitiesPage>(8);
  EXPECT_EQ(page.page_length, 30 + 4 * 4);
  EXPECT_EQ(page.maximum_write_speed_kbps, 11080);
  EXPECT_EQ(page.write_speed_count, 4);
  EXPECT_EQ(Host(bd_writer()).send("5a 00 2a 00 000000 00ff 00").as<mmc::CapabilitiesPage>(8).write_speed_count, 0);
}

TEST(ModeSelect, SetsWriteParametersAndReadsThemBack) {
  Host host(cd_r_80());
  host.allow_next_session();
  EXPECT_EQ(host.send("5a 00 05 00 000000 00ff 00").as<mmc::WriteParametersPage>(8).multi_session, 3);
  EXPECT_EQ(host.send("5a 00 85 00 000000 00ff 00").as<mmc::WriteParametersPage>(8).multi_session, 0) << "defaults";
  host.drive.insert(disc::blank(cd_r_80()));
  host.drive.clear_attentions();
  EXPECT_EQ(host.send("5a 00 05 00 000000 00ff 00").as<mmc::WriteParametersPage>(8).multi_session, 0)
      << "another medium starts with the defaults";
}

TEST(ModeSelect, RefusesOnCdWhatTheFeaturesDoNotClaim) {
  Host host(cd_r_80());
  const auto refused = [&](auto&& change) {
    const Answer answer = host.select_write_parameters(change);
    return answer.sense() == mmc::sense::invalid_field_in_parameter_list;
  };
  EXPECT_TRUE(refused([](auto& page) { page.write_type = 0; }));
  EXPECT_TRUE(refused([](auto& page) { page.write_type = 2; }));
  EXPECT_TRUE(refused([](auto& page) { page.test_write = true; }));
  EXPECT_TRUE(refused([](auto& page) { page.data_block_type = 0; }));
  EXPECT_TRUE(refused([](auto& page) { page.track_mode = 0; }));
  EXPECT_TRUE(refused([](auto& page) { page.multi_session = 2; }));
  EXPECT_TRUE(refused([](auto& page) { page.page_length = 0x30; }) ||
              host.select_write_parameters([](auto& page) { page.page_length = 0x30; }).sense() ==
                  mmc::sense::parameter_list_length_error);
  Host dvd(dvd_plus_r());
  EXPECT_TRUE(dvd.select_write_parameters([](auto& page) { page.write_type = 0; }).good())
      << "on DVD+R the page means nothing and is taken";
}

TEST(ModeSelect, ChecksItsListBeforeItSetsAnything) {
  Host host(cd_r_80());
  EXPECT_EQ(host.send("55 10 00 00 00 00 00 0004 00", {0, 0, 0, 0}).sense(), mmc::sense::parameter_list_length_error);
  EXPECT_EQ(host.send("55 10 00 00 00 00 00 000a 00", {0, 0, 0, 0, 0, 0, 0, 0, 0x05, 0x32}).sense(),
            mmc::sense::parameter_list_length_error);
  EXPECT_EQ(host.send("55 10 00 00 00 00 00 000a 00", {0, 0, 0, 0, 0, 0, 0, 0, 0x3e, 0x00}).sense(),
            mmc::sense::invalid_field_in_parameter_list);
  EXPECT_EQ(host.send("55 10 00 00 00 00 00 0010 00", {0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0x09, 0x30}).sense(),
            mmc::sense::invalid_field_in_parameter_list)
      << "blocks of 2352 bytes";
  EXPECT_EQ(host.send("55 10 00 00 00 00 00 0008 00", {0, 0}).sense(), mmc::sense::aborted_command);
  EXPECT_EQ(host.send("55 00 00 00 00 00 00 0000 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_TRUE(host.send("55 10 00 00 00 00 00 0000 00").good());
}

TEST(Speed, SetBothWaysShowsInTheCapabilitiesAndInThePerformance) {
  Host host(dvd_plus_r());
  const auto speed = [&] {
    const auto page = host.send("5a 00 2a 00 000000 00ff 00").as<mmc::CapabilitiesPage>(8).current_write_speed_kbps;
    const auto nominal = host.send("ac 14 00000000 0000 0001 00 00").as<mmc::NominalPerformanceDescriptor>(8);
    EXPECT_EQ(nominal.end_performance_kbps, page);
    EXPECT_EQ(nominal.end_lba, 2295103U);
    return page;
  };
  EXPECT_EQ(speed(), 11080);
  ASSERT_TRUE(host.send("bb 00 ffff 1770 000000000000").good());
  EXPECT_EQ(speed(), 5540) << "the next lower one than 6000";
  const mmc::StreamingPerformanceDescriptor wanted{.end_lba = 100,
                                                   .read_size_kilobytes = 22160,
                                                   .read_time_ms = 1000,
                                                   .write_size_kilobytes = 8310,
                                                   .write_time_ms = 1000};
  const auto list = bytes::encode(wanted);
  ASSERT_TRUE(host.send("b6 00 00000000 0000 00 001c 00", {list.begin(), list.end()}).good());
  EXPECT_EQ(speed(), 8310);
}

TEST(SetStreaming, RefusesASpeedThatMustBeExactAndIsNot) {
  Host host(dvd_plus_r());
  auto wanted = mmc::StreamingPerformanceDescriptor{
      .exact = true, .read_size_kilobytes = 1, .read_time_ms = 1, .write_size_kilobytes = 1, .write_time_ms = 1};
  auto list = bytes::encode(wanted);
  EXPECT_EQ(host.send("b6 00 00000000 0000 00 001c 00", {list.begin(), list.end()}).sense(),
            mmc::sense::invalid_field_in_parameter_list);
  wanted.write_time_ms = 0;
  list = bytes::encode(wanted);
  EXPECT_EQ(host.send("b6 00 00000000 0000 00 001c 00", {list.begin(), list.end()}).sense(),
            mmc::sense::invalid_field_in_parameter_list);
}

TEST(GetPerformance, CountsAllSpeedsAndSendsThoseThatWereAskedFor) {
  Host host(bd_r_25());
  const Answer one = host.send("ac 10 00000000 0000 0001 03 00");
  EXPECT_EQ(one.as<mmc::PerformanceHeader>().performance_data_length, 4U + 5 * 16);
  EXPECT_EQ(one.data.size(), 8U + 16);
  const auto fastest = one.as<mmc::WriteSpeedDescriptor>(8);
  EXPECT_EQ(fastest.write_speed_kbps, 53952U);
  EXPECT_EQ(fastest.end_lba, 12219391U);
  EXPECT_EQ(fastest.rotation_control, 1) << "constant angular velocity";
  EXPECT_EQ(Host(bd_writer()).send("ac 10 00000000 0000 0020 03 00").data.size(), 8U);
  EXPECT_EQ(host.send("ac 10 00000000 0000 0020 05 00").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(ReadBufferCapacity, AllOfItIsFree) {
  Host host(cd_r_80());
  const auto capacity = host.send("5c 00 000000 00 00 000c 00").as<mmc::BufferCapacity>();
  EXPECT_EQ(capacity.buffer_length, 4096U * 1024);
  EXPECT_EQ(capacity.available_length, capacity.buffer_length);
  EXPECT_EQ(host.send("5c 01 000000 00 00 000c 00").as<mmc::BufferCapacity>().available_length, 2048U);
}

}  // namespace
}  // namespace discbench::drive
