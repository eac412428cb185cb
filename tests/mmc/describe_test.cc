#include "mmc/describe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bytes/hex.h"

namespace discbench::mmc {
namespace {

std::vector<std::uint8_t> hex(std::string_view text) { return *bytes::from_hex(text); }

std::uint64_t number(const bytes::Structure& structure, std::string_view name) {
  for (const bytes::NamedValue& value : structure)
    if (value.name == name) return std::get<std::uint64_t>(value.value);
  ADD_FAILURE() << "no field " << name;
  return ~std::uint64_t{0};
}

const bytes::List& list(const bytes::Structure& structure, std::string_view name) {
  for (const bytes::NamedValue& value : structure)
    if (value.name == name) return std::get<bytes::List>(value.value);
  ADD_FAILURE() << "no list " << name;
  static const bytes::List none;
  return none;
}

TEST(CommandName, IsTheStandardsOrTheOpcode) {
  EXPECT_EQ(command_name(hex("52 01 00000001 00 0024 00")), "READ TRACK INFORMATION");
  EXPECT_EQ(command_name(hex("a1 00")), "OPCODE A1h");
  EXPECT_EQ(command_name({}), "EMPTY CDB");
}

TEST(DescribeCdb, AnUnknownOpcodeHasNoDescription) { EXPECT_FALSE(describe_cdb(hex("a1 00 00 00 00 00"))); }

TEST(DescribeCdb, AShortCdbIsPaddedWithZeros) {
  const auto described = describe_cdb(hex("28 00 00 00 00 10"));
  ASSERT_TRUE(described);
  EXPECT_EQ(number(described->fields, "Logical Block Address"), 0x10U);
  EXPECT_EQ(number(described->fields, "Transfer Length"), 0U);
}

TEST(DescribeCdb, ReserveTrackAtAnAddressHasFieldsOfItsOwn) {
  const auto described = describe_cdb(hex("53 01 00 01 00 20 00 00 00 00"));
  ASSERT_TRUE(described);
  EXPECT_EQ(number(described->fields, "Reservation LBA"), 0x10020U);
}

TEST(DescribeReply, ACutReplyShowsTheFieldsThatAreThere) {
  const auto fields = describe_reply(hex("51 00 00 00 00 00 00 00 03 00"), hex("00 20 05"));
  EXPECT_EQ(number(fields, "Disc Status"), 1U);
  for (const bytes::NamedValue& value : fields) EXPECT_NE(value.name, "Number of Sessions");
}

TEST(DescribeReply, ATableOfContentsIsAListOfTracks) {
  const auto toc = describe_reply(hex("43 00 00 00 00 00 00 03 24 00"),
                                  hex("0012 01 01  00 17 01 00 00000000  00 17 aa 00 000000c0"));
  ASSERT_EQ(list(toc, "TOC Track Descriptors").size(), 2U);
  EXPECT_EQ(number(list(toc, "TOC Track Descriptors")[1], "Track Start Address"), 192U);
}

TEST(DescribeReply, FeaturesAreDecodedByTheirCodes) {
  const auto reply = describe_reply(hex("46 00 0000 000000 0100 00"),
                                    hex("00000014 0000 0041  0000 03 04 0041 01 00  0010 01 08 00000800 0020 01 00"));
  const auto& features = list(reply, "Feature Descriptors");
  ASSERT_EQ(features.size(), 2U);
  EXPECT_EQ(number(list(features[0], "Profile Descriptors")[0], "Profile Number"), 0x41U);
  EXPECT_EQ(number(features[1], "Blocking"), 32U);
}

TEST(DescribeReply, ASubChannelIsDecodedByItsFormat) {
  const auto position =
      describe_reply(hex("42 00 40 01 00 00 00 0010 00"), hex("0015000c 01 14 02 01 00000300 00000010"));
  EXPECT_EQ(number(position, "Track Number"), 2U);
  EXPECT_EQ(number(position, "Absolute CD Address"), 0x300U);
  const auto catalogue = describe_reply(hex("42 00 40 02 00 00 00 0018 00"), hex("00150014 02 000000 80"));
  EXPECT_EQ(number(catalogue, "MCVal"), 1U);
  const auto recording = describe_reply(hex("42 00 40 03 00 00 05 0018 00"), hex("00150014 03 10 05 00 80"));
  EXPECT_EQ(number(recording, "TCVal"), 1U);
  EXPECT_EQ(describe_reply(hex("42 00 00 01 00 00 00 0004 00"), hex("00150000")).size(), 2U) << "the header alone";
}

TEST(DescribeReply, MechanismAndMasteringAreDecoded) {
  EXPECT_EQ(number(describe_reply(hex("bd 00 00 00 00 00 00 00 0008 00 00"), hex("0010000000010000")), "Door Open"),
            1U);
  const auto reply = describe_reply(hex("46 02 002e 000000 0100 00"), hex("0000000c 0000 0009 002e 05 04 60000c00"));
  EXPECT_EQ(number(list(reply, "Feature Descriptors").at(0), "Maximum Cue Sheet Length"), 3072U);
}

TEST(DescribeReply, LengthsThatLieDoNotReadBeyondTheData) {
  const auto reply = describe_reply(hex("46 00 0000 000000 0100 00"), hex("ffffffff 0000 0041  0010 01 ff 0000"));
  EXPECT_EQ(list(reply, "Feature Descriptors").size(), 1U);
  const auto pages = describe_reply(hex("5a 00 3f 00 000000 00ff 00"), hex("00ff 00 00 0000 0000  05 ff"));
  EXPECT_EQ(list(pages, "Mode Pages").size(), 1U);
}

TEST(TraceLine, SaysCommandFieldsAndOutcome) {
  const auto cdb = hex("52 01 000000ff 00 0024 00");
  EXPECT_EQ(trace_line(cdb, Completion{.data_in_length = 36}),
            "READ TRACK INFORMATION, Address/Number Type 1, Logical Block Address/Track/Session Number FFh -> GOOD, 36 "
            "bytes in");
  EXPECT_EQ(trace_line(hex("a1"), check_condition(sense::invalid_command_operation_code)),
            "OPCODE A1h -> CHECK CONDITION 5/20/00 INVALID COMMAND OPERATION CODE");
}

}  // namespace
}  // namespace discbench::mmc
