#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profile/load_scratch.h"

namespace discbench::profile {
namespace {

const std::string good_drive = R"(vendor: ACME
product: WRITER
revision: "1.00"
serial-number: S1
firmware-date: 20240131235959
interface: usb
profiles: [bd-r-srm, cd-r, cd-rom]
writes: [bd-r-srm, cd-r]
buffer-kilobytes: 2048
read-speeds-kbps: {bd-r-srm: [8990], cd-r: [1764, 706], pressed-cd: [1764]}
write-speeds-kbps: {bd-r-srm: [8990], cd-r: [706]}
command-time-ms: 2
spin-up-time-ms: 9
quirks: {inquiry-version: 5, blank-cd-next-writable-is-minus-150: true, bd-session-gap-sectors: 64}
)";

TEST(DriveFile, EveryKeyArrivesInTheSettings) {
  const Scratch scratch;
  const auto file = scratch.write("mine.yaml", good_drive);
  const drive::DriveSettings drive = load_drive(our_catalogue(), file.string());
  EXPECT_EQ(drive.id, file.string());
  EXPECT_EQ(drive.vendor, "ACME");
  EXPECT_EQ(drive.product, "WRITER");
  EXPECT_EQ(drive.revision, "1.00");
  EXPECT_EQ(drive.serial_number, "S1");
  EXPECT_EQ(drive.firmware_date, "20240131235959");
  EXPECT_EQ(drive.interface_standard, 8U);
  EXPECT_THAT(drive.profiles, testing::ElementsAre(0x41, 0x09, 0x08));
  EXPECT_THAT(drive.writes, testing::ElementsAre(disc::Technology::bd_r_srm, disc::Technology::cd_r));
  EXPECT_EQ(drive.buffer_kilobytes, 2048U);
  EXPECT_THAT(drive.read_speeds_kbps.at(disc::Technology::cd_r), testing::ElementsAre(1764, 706));
  EXPECT_THAT(drive.write_speeds_kbps.at(disc::Technology::cd_r), testing::ElementsAre(706));
  EXPECT_EQ(drive.command_time_ms, 2U);
  EXPECT_EQ(drive.spin_up_time_ms, 9U);
  EXPECT_EQ(drive.inquiry_version, 5);
  EXPECT_TRUE(drive.blank_cd_next_writable_is_minus_150);
  EXPECT_FALSE(drive.appendable_cd_refuses_session_at_once);
  EXPECT_EQ(drive.bd_session_gap_sectors, 64U);
}

TEST(DriveFile, ADriveMayKeepSessionAtOnceForBlankCds) {
  const Scratch scratch;
  const auto file = scratch.write(
      "d.yaml", with(good_drive, "blank-cd-next-writable-is-minus-150", "appendable-cd-refuses-session-at-once"));
  EXPECT_TRUE(load_drive(our_catalogue(), file.string()).appendable_cd_refuses_session_at_once);
}

class BadDriveFile : public testing::TestWithParam<BadFile> {};

TEST_P(BadDriveFile, GivesOneLine) {
  EXPECT_THAT(problems_of(with(good_drive, GetParam().part, GetParam().replacement)),
              testing::ElementsAre(GetParam().line));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadDriveFile,
    testing::Values(
        BadFile{"UnknownKey", "command-time-ms: 2", "command-time: 2",
                "12:1: key 'command-time': is not a key of a drive, expected 'command-time-ms'"},
        BadFile{"MissingKey", "vendor: ACME\n", "",
                "1:1: key 'vendor': is missing, expected 1 to 8 printable ASCII characters"},
        BadFile{"KeyTwice", "command-time-ms: 2", "vendor: AGAIN",
                "12:1: key 'vendor': is here a second time, expected once"},
        BadFile{"TextTooLong", "ACME", "ACMEACMEA",
                "1:9: key 'vendor': 'ACMEACMEA' does not fit, expected 1 to 8 printable ASCII characters"},
        BadFile{"TextNotAscii", "ACME", "ACMÉ",
                "1:9: key 'vendor': 'ACMÉ' does not fit, expected 1 to 8 printable ASCII characters"},
        BadFile{"TextMissing", "ACME", "",
                "1:1: key 'vendor': nothing does not fit, expected 1 to 8 printable ASCII characters"},
        BadFile{"TextIsAList", "ACME", "[A]",
                "1:9: key 'vendor': a list does not fit, expected 1 to 8 printable ASCII characters"},
        BadFile{"NoDate", "20240131235959", "20241331235959",
                "5:16: key 'firmware-date': '20241331235959' is no date, expected 14 digits YYYYMMDDhhmmss"},
        BadFile{"UnknownWord", "usb", "usb3", "6:12: key 'interface': 'usb3' is unknown, expected 'usb'"},
        BadFile{"UnknownWordFarOff", "usb", "firewire",
                "6:12: key 'interface': 'firewire' is unknown, expected one of atapi, sata, usb"},
        BadFile{"ListTwice", "[bd-r-srm, cd-r, cd-rom]", "[bd-r-srm, cd-r, cd-r, cd-rom]",
                "7:28: key 'profiles': 'cd-r' is here a second time, expected once"},
        BadFile{"ListEmpty", "writes: [bd-r-srm, cd-r]", "writes: []",
                "8:9: key 'writes': a list does not fit, expected a list of one or more names"},
        BadFile{"Hexadecimal", "2048", "0x800",
                "9:19: key 'buffer-kilobytes': '0x800' is no integer that fits, expected an integer from 64 to 65535"},
        BadFile{"LeadingZero", "2048", "02048",
                "9:19: key 'buffer-kilobytes': '02048' is no integer that fits, expected an integer from 64 to 65535"},
        BadFile{"Point", "2048", "2048.0",
                "9:19: key 'buffer-kilobytes': '2048.0' is no integer that fits, expected an integer from 64 to 65535"},
        BadFile{"Plus", "2048", "+2048",
                "9:19: key 'buffer-kilobytes': '+2048' is no integer that fits, expected an integer from 64 to 65535"},
        BadFile{
            "Quoted", "2048", "'2048'",
            "9:19: key 'buffer-kilobytes': '2048' in quotes is no integer that fits, expected an integer from 64 to "
            "65535"},
        BadFile{"TooLarge", "2048", "65536",
                "9:19: key 'buffer-kilobytes': 65536 is out of range, expected an integer from 64 to 65535"},
        BadFile{"SpinUpWithoutEnd", "command-time-ms: 2", "command-time-ms: 0",
                "13:18: key 'spin-up-time-ms': never ends where 'command-time-ms' is 0, expected 0"},
        BadFile{
            "BeyondSixtyFourBits", "2048", "18446744073709553664",
            "9:19: key 'buffer-kilobytes': '18446744073709553664' is no integer that fits, expected an integer from "
            "64 to 65535"},
        BadFile{"NoTruthValue", "minus-150: true", "minus-150: yes",
                "14:67: key 'blank-cd-next-writable-is-minus-150': 'yes' is no truth value, expected true or false"},
        BadFile{"NoMultiple", "sectors: 64", "sectors: 33",
                "14:97: key 'bd-session-gap-sectors': 33 is out of range, expected a multiple of 32 from 0 to 65536"},
        BadFile{"SpeedsAscending", "[1764, 706]", "[706, 1764]",
                "10:50: key 'cd-r': 1764 follows 706, expected the fastest speed first"},
        BadFile{"SpeedsOfWhat", "read-speeds-kbps: {bd-r-srm: [8990], ", "read-speeds-kbps: {bd-r: [8990], ",
                "10:20: key 'read-speeds-kbps': 'bd-r' is unknown, expected 'cd-r'"},
        BadFile{"WritesWithoutProfile", "writes: [bd-r-srm, cd-r]", "writes: [bd-r-srm, cd-r, dvd-plus-r]",
                "8:9: key 'writes': 'dvd-plus-r' is not among 'profiles', expected its profile there"},
        BadFile{"NoMapping",
                "{inquiry-version: 5, blank-cd-next-writable-is-minus-150: true, bd-session-gap-sectors: 64}", "7",
                "14:9: key 'quirks': '7' is no mapping, expected the keys of a drive's quirks"}),
    name_of_bad_file);

TEST(DriveFile, EveryProblemOfAFileIsToldInItsOrder) {
  const std::string text = with(with(good_drive, "interface: usb", "interface: tape"), "vendor: ACME", "vendr: ACME");
  EXPECT_THAT(problems_of(text), testing::ElementsAre(testing::StartsWith("1:1: key 'vendr'"),
                                                      testing::StartsWith("1:1: key 'vendor': is missing"),
                                                      testing::StartsWith("6:12: key 'interface'")));
}

TEST(DriveFile, WhatItWritesMustHaveSpeeds) {
  const std::string text = with(good_drive, "write-speeds-kbps: {bd-r-srm: [8990], ", "write-speeds-kbps: {");
  EXPECT_THAT(problems_of(text),
              testing::ElementsAre("11:20: key 'write-speeds-kbps': has no 'bd-r-srm', expected its speeds"));
}

}  // namespace
}  // namespace discbench::profile
