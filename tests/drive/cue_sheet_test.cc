// What a cue sheet may say beyond its tracks: pre-gaps that the recorder makes, the catalogue number, recording codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "drive/cue_sheet.h"
#include "drive/session_at_once_host.h"

namespace discbench::drive {
namespace {

constexpr mmc::Sense bad_sheet = mmc::sense::invalid_field_in_parameter_list;

/// Appends lines in hex to a sheet.
Bytes operator+(Bytes sheet, std::string_view lines) {
  const Bytes more = *bytes::from_hex(lines);
  sheet.insert(sheet.end(), more.begin(), more.end());
  return sheet;
}
Bytes operator+(Bytes sheet, const Sheet& lines) { return std::move(sheet) + bytes::to_hex(bytes_of(lines)); }

const std::string catalogue_number = "02 34303036333831 02 33333339333100";  // 4006381 333931
const std::string isrc_of_1 = "03 01 444541424332 03 01 363030303031";       // DEABC2 600001
const std::string isrc_of_2 = "03 02 444541424332 03 02 363030303032";       // DEABC2 600002

const Sheet lead_in{line(0, 0, 0x01, -150)};
const Sheet first_track{line(1, 0, 0x00, -150), line(1, 1, 0x00, 0)};
const Sheet second_track{line(2, 0, 0x00, 400), line(2, 1, 0x00, 550)};
const Sheet lead_out{line(0xaa, 1, 0x01, 850)};

/// Two audio tracks; the pre-gaps are the host's.
Bytes album() {
  return Bytes{} + catalogue_number + lead_in + isrc_of_1 + first_track + isrc_of_2 + second_track + lead_out;
}

TEST(RecorderMadePreGap, IsLeftOutByTheHostAndFullOfZeros) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet({line(0, 0, 0x14, 0), line(1, 0, 0x14, -150), line(1, 1, 0x10, 0), line(2, 0, 0x14, 300),
                               line(2, 1, 0x10, 450), line(0xaa, 1, 0x14, 750)})
                  .good());
  EXPECT_EQ(host.track_information(0xff).next_writable_address, 0U);
  EXPECT_EQ(host.write_at(-150, 150).sense(), mmc::sense::invalid_address_for_write);
  EXPECT_EQ(host.write_at(0, 301).sense(), mmc::sense::illegal_mode_for_this_track) << "into the second pre-gap";
  ASSERT_TRUE(host.write_at(0, 300).good());
  EXPECT_EQ(host.track_information(2).next_writable_address, 450U);
  EXPECT_EQ(host.write_at(300, 1).sense(), mmc::sense::invalid_address_for_write);
  ASSERT_TRUE(host.write_at(450, 300).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.last_readable_address(), 749U);
  EXPECT_EQ(host.track_information(1).track_size, 300U);
  EXPECT_EQ(host.track_information(2).track_start_address, 450U);
  for (const std::string_view in_a_pre_gap : {"28 00 0000012c 00 0001 00", "28 00 000001c1 00 0001 00"})
    EXPECT_EQ(host.send(in_a_pre_gap).data, Bytes(2048));
  EXPECT_EQ(host.send("28 00 000001c2 00 0001 00").data, Bytes(2048, 0x42));
}

TEST(RecorderMadePreGap, OfAudioIsAPause) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet({line(0, 0, 0x01, 0), line(1, 0, 0x01, -150), line(1, 1, 0x00, 0), line(2, 0, 0x01, 300),
                               line(2, 1, 0x00, 450), line(0xaa, 1, 0x01, 750)})
                  .good());
  ASSERT_TRUE(host.write_audio(0, 300).good());
  ASSERT_TRUE(host.write_audio(450, 300).good());
  ASSERT_TRUE(host.synchronise().good());
  // READ CD, any sector type, user data.
  for (const std::string_view in_a_pre_gap :
       {"be 00 ffffff6a 000001 10 00 00", "be 00 0000012c 000001 10 00 00", "be 00 000001c1 000001 10 00 00"})
    EXPECT_EQ(host.send(in_a_pre_gap).data, Bytes(2352)) << in_a_pre_gap;
  EXPECT_EQ(host.send("be 00 000001c2 000001 10 00 00").data, Bytes(2352, 0x33));
}

TEST(RecorderMadePreGap, MayStandInFrontOfOneTrackOnly) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet({line(0, 0, 0x01, 0), line(1, 0, 0x00, -150), line(1, 1, 0x00, 0), line(2, 0, 0x14, 300),
                               line(2, 1, 0x10, 450), line(0xaa, 1, 0x14, 750)})
                  .good());
  ASSERT_TRUE(host.write_audio(-150, 450).good());
  ASSERT_TRUE(host.write_at(450, 300).good());
  EXPECT_TRUE(host.synchronise().good());
}

TEST(RecorderMadePreGap, LeavesTheSessionUnbegunUntilTheFirstWrite) {
  SessionAtOnceHost host;
  const Sheet sheet{line(0, 0, 0x14, 0), line(1, 0, 0x14, -150), line(1, 1, 0x10, 0), line(0xaa, 1, 0x14, 300)};
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet(sheet).good());
  EXPECT_TRUE(host.send_sheet(sheet).good());
  EXPECT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.disc_information().disc_status, 0);
  ASSERT_TRUE(host.write_at(0, 300).good());
  EXPECT_EQ(host.send_sheet(sheet).sense(), mmc::sense::command_sequence_error);
  EXPECT_TRUE(host.synchronise().good());
}

TEST(CueSheetCodes, AreReadFromTheDiscAfterwards) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet(album()).good());
  ASSERT_TRUE(host.write_audio(-150, 1000 - 500).good());
  ASSERT_TRUE(host.write_audio(350, 500).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_EQ(host.send("42 00 40 02 00 00 00 0018 00").hex(),
            "00150014"
            "02000000"
            "80"
            "34303036333831333333393331"
            "0000");
  EXPECT_EQ(host.send("42 00 40 03 00 00 01 0018 00").hex(),
            "00150014"
            "03100100"
            "80"
            "444541424332363030303031"
            "000000");
  const Answer second = host.send("42 00 40 03 00 00 02 0018 00");
  EXPECT_TRUE(second.as<mmc::TrackIsrc>(4).tcval);
  EXPECT_EQ(second.as<mmc::TrackIsrc>(4).characters.view(), "DEABC2600002");
}

TEST(CueSheetCodes, AreOfTheirTrackAndSessionAlone) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  ASSERT_TRUE(host.send_sheet(Bytes{} + lead_in + first_track + isrc_of_2 + second_track + lead_out).good());
  ASSERT_TRUE(host.write_audio(-150, 500).good());
  ASSERT_TRUE(host.write_audio(350, 500).good());
  ASSERT_TRUE(host.synchronise().good());
  EXPECT_FALSE(host.send("42 00 40 02 00 00 00 0018 00").as<mmc::MediaCatalogueNumber>(4).mcval);
  EXPECT_FALSE(host.send("42 00 40 03 00 00 01 0018 00").as<mmc::TrackIsrc>(4).tcval);
  EXPECT_TRUE(host.send("42 00 40 03 00 00 02 0018 00").as<mmc::TrackIsrc>(4).tcval);
}

struct BadCodes {
  const char* what;
  Bytes sheet;
};

std::vector<BadCodes> bad_codes() {
  const auto with_number = [](std::string_view number) {
    return Bytes{} + number + lead_in + first_track + second_track + lead_out;
  };
  const auto with_isrc = [](std::string_view isrc) {
    return Bytes{} + lead_in + first_track + isrc + second_track + lead_out;
  };
  return {
      {"half a catalogue number", with_number("02 34303036333831")},
      {"a letter in a catalogue number", with_number("02 41303036333831 02 33333339333100")},
      {"fourteen digits", with_number("02 34303036333831 02 33333339333131")},
      {"two catalogue numbers", with_number(catalogue_number + catalogue_number)},
      {"a catalogue number behind the lead-in",
       Bytes{} + lead_in + catalogue_number + first_track + second_track + lead_out},
      {"a catalogue number and nothing else", Bytes{} + catalogue_number},
      {"half a recording code", with_isrc("03 02 444541424332")},
      {"halves of two tracks", with_isrc("03 02 444541424332 03 01 363030303031")},
      {"another track's recording code", with_isrc(isrc_of_1)},
      {"two recording codes", with_isrc(isrc_of_2 + isrc_of_2)},
      {"small letters in a recording code", with_isrc("03 02 646541424332 03 02 363030303031")},
      {"a letter in a recording code's number", with_isrc("03 02 444541424332 03 02 363030303041")},
      {"a recording code of no track", Bytes{} + lead_in + first_track + second_track + "03 03 444541424332" +
                                           "03 03 363030303031" + Sheet{line(0xaa, 1, 0x01, 850)}},
  };
}

TEST(CueSheetCodes, ThatAreNoneAreRefused) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  for (const BadCodes& bad : bad_codes()) {
    EXPECT_EQ(host.send_sheet(bad.sheet).sense(), bad_sheet) << bad.what;
    EXPECT_FALSE(host.drive.disc()->state().at_once.has_value()) << bad.what;
  }
}

TEST(CueSheetCdText, IsNotOfThisRecorder) {
  SessionAtOnceHost host;
  ASSERT_TRUE(host.select().good());
  // The feature CD Mastering says so, too: R-W is off.
  const Bytes sheet = Bytes{} + "01 00 00 41 00 000000" + first_track + second_track + lead_out;
  EXPECT_EQ(host.send_sheet(sheet).sense(), bad_sheet);
  EXPECT_FALSE(host.send("46 02 002e 000000 0020 00").as<mmc::CdMasteringFeature>(12).r_w);
}

}  // namespace
}  // namespace discbench::drive
