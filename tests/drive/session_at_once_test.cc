// CD, Session At Once by commands: mode page 05h, SEND CUE SHEET, WRITE, SYNCHRONIZE CACHE.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/cue_sheet.h"
#include "drive/session_at_once_host.h"

namespace discbench::drive {
namespace {

using disc::cd_r_80;

constexpr mmc::Sense bad_sheet = mmc::sense::invalid_field_in_parameter_list;

TEST(SessionAtOnceMode, IsThereWhereTheFeatureIsCurrent) {
  const auto mastering = [](Host& host) { return host.send("46 02 002e 000000 0020 00"); };
  Host cd(cd_r_80());
  const Answer feature = mastering(cd);
  EXPECT_EQ(bytes::to_hex(std::span(feature.data).subspan(8)), "002e050460000c00") << "version 1, current, BUF and SAO";
  EXPECT_TRUE(cd.select_write_parameters([](auto& page) { page.write_type = 2; }).good());
  cd.record_session(500);
  EXPECT_TRUE(cd.select_write_parameters([](auto& page) { page.write_type = 2; }).good()) << "appendable";

  Host closed(cd_r_80());
  closed.record_session(500, disc::NextSession::not_allowed);
  EXPECT_FALSE(mastering(closed).as<mmc::FeatureDescriptorHeader>(8).current);
  EXPECT_EQ(closed.select_write_parameters([](auto& page) { page.write_type = 2; }).sense(), bad_sheet);
  Host empty(bd_writer());
  EXPECT_EQ(empty.select_write_parameters([](auto& page) { page.write_type = 2; }).sense(), bad_sheet);
  DriveSettings reader = bd_writer();
  reader.writes = {};
  EXPECT_EQ(Host(cd_r_80(), reader).send("46 02 002e 000000 0020 00").data.size(), 8U) << "no such feature";
}

TEST(SessionAtOnceMode, IsForBlankCdsOnlyWhereTheDriveSaysSo) {
  DriveSettings settings = bd_writer();
  settings.appendable_cd_refuses_session_at_once = true;
  Host host(cd_r_80(), settings);
  const auto at_once = [](auto& page) { page.write_type = 2; };
  EXPECT_TRUE(host.select_write_parameters(at_once).good());
  ASSERT_TRUE(host.select_write_parameters([](auto&) {}).good());
  host.record_session(500);
  EXPECT_FALSE(host.send("46 02 002e 000000 0020 00").as<mmc::FeatureDescriptorHeader>(8).current);
  EXPECT_EQ(host.select_write_parameters(at_once).sense(), bad_sheet);
}

TEST(SessionAtOnceMode, TakesTheBlockTypesOfDataAndAudioAndNoTestWrite) {
  Host host(cd_r_80());
  for (unsigned type = 0; type < 16; ++type) {
    const bool known = type == 0 || type == 8;
    EXPECT_EQ(host.select_write_parameters([=](auto& page) {
                    page.write_type = 2;
                    page.data_block_type = static_cast<std::uint8_t>(type);
                    page.track_mode = 0;
                  })
                  .good(),
              known)
        << type;
  }
  EXPECT_FALSE(host.select_write_parameters([](auto& page) {
                     page.write_type = 2;
                     page.test_write = true;
                   })
                   .good());
}

TEST(SessionAtOnceWrite, RunsFromThePreGapToTheLeadOut) {
  SessionAtOnceHost host;
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 0U);
  ASSERT_TRUE(host.select().good());
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 0xffffff6aU) << "-150";
  EXPECT_EQ(host.write(0, 1).sense(), mmc::sense::command_sequence_error) << "no cue sheet yet";
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 608)).good());
  EXPECT_EQ(host.disc_information().disc_status, 0) << "nothing is recorded by the sheet alone";
  EXPECT_EQ(host.write(0, 16).sense(), mmc::sense::invalid_address_for_write);
  ASSERT_TRUE(host.write_at(-150, 150).good());
  EXPECT_EQ(host.track_information(1).next_writable_address, 0U);
  EXPECT_EQ(host.write_at(-150, 1).sense(), mmc::sense::invalid_address_for_write);
  ASSERT_TRUE(host.write_at(0, 600).good());
  EXPECT_EQ(host.synchronise().sense(), mmc::sense::command_sequence_error) << "eight sectors are missing";
  EXPECT_EQ(host.write_at(600, 9).sense(), mmc::sense::end_of_user_area);
  ASSERT_TRUE(host.write_at(600, 8).good());
  EXPECT_EQ(host.write_at(608, 1).sense(), mmc::sense::end_of_user_area);
  EXPECT_EQ(host.last_readable_address(), 0U) << "the session is open until its lead-out is written";
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.last_readable_address(), 607U) << "no run-out";
  EXPECT_EQ(host.disc_information().disc_status, 1);
  EXPECT_EQ(host.disc_information().state_of_last_session, 0) << "no CLOSE SESSION is needed";
  EXPECT_EQ(host.track_information(0xff).track_start_address, 608U + 11400);
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 608U + 11400 - 150);
  EXPECT_TRUE(host.close(2).good()) << "and none does harm";
}

TEST(SessionAtOnceWrite, ClosesTheDiscWhereNoNextSessionIsAllowed) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select(0).good());
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 300)).good());
  ASSERT_TRUE(host.write_at(-150, 450).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.disc_information().disc_status, 2);
  EXPECT_EQ(host.send_sheet(data_sheet(0, 300)).sense(), mmc::sense::command_sequence_error);
}

TEST(SessionAtOnceWrite, AFollowingSessionBeginsBehindTheOneBefore) {
  SessionAtOnceHost host;
  host.record_session(608);
  ASSERT_TRUE(host.select().good());
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 12010U - 150);
  EXPECT_EQ(host.send_sheet(data_sheet(12010, 300, 1)).sense(), bad_sheet) << "its track is number 2";
  EXPECT_EQ(host.send_sheet(data_sheet(12011, 300, 2)).sense(), bad_sheet);
  ASSERT_TRUE(host.send_sheet(data_sheet(12010, 300, 2)).good());
  ASSERT_TRUE(host.write_at(12010 - 150, 450).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.disc_information().number_of_sessions, 3);
}

TEST(SessionAtOnceWrite, AudioSectorsAre2352Bytes) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet({line(0, 0, 0x01, -150), line(1, 0, 0x00, -150), line(1, 1, 0x00, 0),
                               line(2, 0, 0x10, 300), line(2, 1, 0x10, 450), line(0xaa, 1, 0x14, 750)})
                  .good());
  EXPECT_EQ(host.write_at(-150, 150).sense(), mmc::sense::aborted_command) << "2048 bytes are too few";
  ASSERT_TRUE(host.write_audio(-150, 449).good());
  EXPECT_EQ(host.write_audio(299, 2).sense(), mmc::sense::illegal_mode_for_this_track) << "half audio, half data";
  ASSERT_TRUE(host.write_audio(299, 1).good());
  ASSERT_TRUE(host.write_at(300, 450).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.last_readable_address(), 749U);
  EXPECT_EQ(host.track_information(1).track_mode, 0);
  EXPECT_EQ(host.track_information(1).data_mode, 0xf);
  EXPECT_EQ(host.track_information(2).track_mode, 4);
  EXPECT_EQ(host.track_information(2).data_mode, 1);
  EXPECT_EQ(host.toc(0).hex(),
            "001a"
            "0102"
            "0010010000000000"
            "00140200000001c2"
            "0014aa00000002ee");
  // Points A0 and the multi-session pointers repeat the first track's CONTROL, A1 and A2 the last one's.
  const Answer full = host.toc(2);
  const auto control_of_point = [&](std::uint8_t point) {
    for (std::size_t at = 4; at < full.data.size(); at += 11) {
      const auto entry = full.as<mmc::FullTocDescriptor>(at);
      if (entry.point == point) return int{entry.control};
    }
    return -1;
  };
  EXPECT_EQ(control_of_point(0xa0), 0);
  EXPECT_EQ(control_of_point(0xa1), 4);
  EXPECT_EQ(control_of_point(0xa2), 4);
  EXPECT_EQ(control_of_point(1), 0);
  EXPECT_EQ(control_of_point(2), 4);
  EXPECT_EQ(control_of_point(0xb0), 0);
  EXPECT_EQ(host.toc(3).as<mmc::FullTocDescriptor>(4).control, 0);
  EXPECT_EQ(host.toc(3).as<mmc::FullTocDescriptor>(15).control, 4);
  EXPECT_EQ(host.send("28 00 00000000 00 0001 00").sense(), mmc::sense::illegal_mode_for_this_track);
  EXPECT_TRUE(host.send("28 00 000001c2 00 0001 00").good());
}

TEST(SendCueSheet, ComesInItsTurnOnly) {
  SessionAtOnceHost host;
  EXPECT_EQ(host.send_sheet(data_sheet(0, 300)).sense(), mmc::sense::command_sequence_error) << "Track At Once";
  ASSERT_TRUE(host.write_at(0, 300).good());
  ASSERT_TRUE(host.select().good());
  EXPECT_EQ(host.send_sheet(data_sheet(0, 300)).sense(), mmc::sense::command_sequence_error) << "the session is open";
  SessionAtOnceHost dvd(disc::dvd_plus_r());
  ASSERT_TRUE(dvd.select().good()) << "the page means nothing there";
  EXPECT_EQ(dvd.send_sheet(data_sheet(0, 300)).sense(), mmc::sense::command_sequence_error);
  EXPECT_TRUE(dvd.write_at(0, 16).good());
  SessionAtOnceHost pressed(disc::pressed_cd());
  EXPECT_EQ(pressed.send_sheet(data_sheet(0, 300)).sense(), mmc::sense::cannot_write_medium_incompatible_format);
}

TEST(SendCueSheet, OfAWrongLengthIsRefused) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  EXPECT_TRUE(host.send("5d 00 00 00 00 00 000000 00").good());
  EXPECT_EQ(host.send("5d 00 00 00 00 00 000021 00", Bytes(33)).sense(), mmc::sense::parameter_list_length_error);
  EXPECT_EQ(host.send("5d 00 00 00 00 00 000c08 00", Bytes(3080)).sense(), mmc::sense::parameter_list_length_error);
  EXPECT_EQ(host.send("5d 00 00 00 00 00 000020 00", Bytes(31)).sense(), mmc::sense::aborted_command);
  EXPECT_EQ(host.write_at(-150, 1).sense(), mmc::sense::command_sequence_error);
}

TEST(SendCueSheet, TakesIndicesWithinATrack) {
  const Sheet sheet{line(0, 0, 0x14, -150), line(1, 0, 0x10, -150), line(1, 1, 0x10, 0),
                    line(1, 2, 0x10, 400),  line(2, 1, 0x10, 500),  line(0xaa, 1, 0x14, 800)};
  const auto plan = plan_of(bytes_of(sheet), 1, disc::Lba{0});
  ASSERT_TRUE(plan.has_value());
  EXPECT_THAT(plan->tracks, testing::ElementsAre(disc::PlannedTrack{disc::SectorForm::data, 150, 500},
                                                 disc::PlannedTrack{disc::SectorForm::data, 0, 300}));
}

struct BadSheet {
  const char* what;
  Sheet sheet;
};

std::vector<BadSheet> bad_sheets() {
  const auto changed = [](std::size_t entry, auto&& change) {
    Sheet sheet = data_sheet(0, 300);
    change(sheet[entry]);
    return sheet;
  };
  Sheet no_lead_in = data_sheet(0, 300);
  no_lead_in.erase(no_lead_in.begin());
  Sheet no_lead_out = data_sheet(0, 300);
  no_lead_out.pop_back();
  Sheet no_pre_gap = data_sheet(0, 300);
  no_pre_gap.erase(no_pre_gap.begin() + 1);
  Sheet no_index_1 = data_sheet(0, 300);
  no_index_1.erase(no_index_1.begin() + 2);
  Sheet twice = data_sheet(0, 300);
  twice.insert(twice.begin() + 2, twice[2]);
  return {
      {"no lead-in", no_lead_in},
      {"no lead-out", no_lead_out},
      {"no pre-gap in front of the first track", no_pre_gap},
      {"a track without index 1", no_index_1},
      {"index 1 twice", twice},
      {"a track of less than four seconds", data_sheet(0, 299)},
      {"more than fits", data_sheet(0, 359847)},
      {"a lead-in from the host", changed(0, [](auto& e) { e.main_form = 0x10; })},
      {"CD-TEXT in the lead-in", changed(0, [](auto& e) { e.sub_channel_form = 1; })},
      {"a pre-gap of audio that the recorder makes",
       changed(1, [](auto& e) { e.main_form = 1, e.control_nibble = 0; })},
      {"a track that the recorder makes", changed(2, [](auto& e) { e.main_form = 0x14; })},
      {"a track number out of turn", changed(2, [](auto& e) { e.tno = 2; })},
      {"raw sectors of mode 1", changed(2, [](auto& e) { e.main_form = 0x11; })},
      {"audio in a track that began as data", changed(2, [](auto& e) { e.main_form = e.control_nibble = 0; })},
      {"data with the CONTROL of audio", changed(2, [](auto& e) { e.control_nibble = 0; })},
      {"sub-channel from the host", changed(2, [](auto& e) { e.sub_channel_form = 3; })},
      {"ADR 2 where a pre-gap should be", changed(1, [](auto& e) { e.adr = 2; })},
      {"sixty seconds", changed(2, [](auto& e) { e.sec = 60; })},
      {"time that runs back", changed(1, [](auto& e) { e.min = 1; })},
      {"a lead-out before the track", changed(3, [](auto& e) { e.min = e.sec = e.frame = 0; })},
      {"a lead-out from the host", changed(3, [](auto& e) { e.main_form = 0x10; })},
  };
}

TEST(SendCueSheet, ThatIsNoneIsRefusedAndPlansNothing) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(plan_of(bytes_of(data_sheet(0, 300)), 1, disc::Lba{0}).has_value());
  for (const BadSheet& bad : bad_sheets()) {
    EXPECT_EQ(host.send_sheet(bad.sheet).sense(), bad_sheet) << bad.what;
    EXPECT_EQ(host.write_at(-150, 1).sense(), mmc::sense::command_sequence_error) << bad.what;
  }
}

TEST(SendCueSheet, MayBeSentAgainUntilTheFirstWrite) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 300)).good());
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 400)).good());
  ASSERT_TRUE(host.write_at(-150, 550).good());
  EXPECT_EQ(host.send_sheet(data_sheet(0, 300)).sense(), mmc::sense::command_sequence_error);
  EXPECT_EQ(host.select(0).sense(), mmc::sense::command_sequence_error) << "the lead-in is written";
  EXPECT_TRUE(host.synchronise().good());
}

TEST(SendCueSheet, IsVoidWithOtherWriteParametersAndWithTheTrayOpen) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 300)).good());
  ASSERT_TRUE(host.select().good());
  EXPECT_TRUE(host.drive.disc()->state().at_once.has_value()) << "the same parameters again";
  ASSERT_TRUE(host.select(0).good());
  EXPECT_EQ(host.write_at(-150, 1).sense(), mmc::sense::command_sequence_error);
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 300)).good());
  host.drive.open_tray();
  host.drive.close_tray();
  host.drive.clear_attentions();
  EXPECT_TRUE(host.write_at(0, 16).good()) << "Track At Once is the default of a new medium";
}

TEST(SessionAtOnceWrite, ThatThePowerInterruptsLeavesAnOpenSession) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet(data_sheet(0, 1000)).good());
  ASSERT_TRUE(host.write_at(-150, 550).good());
  host.drive.power_on();
  host.drive.clear_attentions();
  EXPECT_EQ(host.disc_information().state_of_last_session, 1);
  EXPECT_EQ(host.track_information(1).track_size, 400U);
  EXPECT_TRUE(host.close(2).good());
}

}  // namespace
}  // namespace discbench::drive
