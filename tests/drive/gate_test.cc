#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "drive/command_table.h"
#include "drive/host.h"

namespace discbench::drive {
namespace {

using mmc::Initiator;

constexpr std::string_view test_unit_ready = "00 00 00 00 00 00";
constexpr std::string_view read_disc_information = "51 00 000000 00 00 0022 00";

TEST(CommandTable, HasTheseCommandsAndNoOthers) {
  std::set<int> known{0x00, 0x03, 0x04, 0x12, 0x1b, 0x1e, 0x23, 0x25, 0x28, 0xa8, 0x2a, 0x2e,
                      0xaa, 0x35, 0x43, 0x46, 0x4a, 0x51, 0x52, 0x53, 0x54, 0x55, 0x5a, 0x5b,
                      0x5c, 0xac, 0xad, 0xb6, 0xbb, 0x42, 0x5d, 0xb9, 0xbd, 0xbe};
  for (int opcode = 0; opcode < 256; ++opcode)
    EXPECT_EQ(find_command(static_cast<std::uint8_t>(opcode)) != nullptr, known.contains(opcode)) << opcode;
}

TEST(Gate, AnUnknownOpcodeIsRefusedBeforeEverythingElse) {
  Host host(disc::cd_r_80());
  host.drive.power_on();
  EXPECT_EQ(host.send("a1 00 00 00 00 00 00 00 00 00 00 01").sense(), mmc::sense::invalid_command_operation_code);
  EXPECT_EQ(host.send(test_unit_ready).sense(), mmc::sense::power_on_or_reset) << "the attention is still pending";
}

TEST(Gate, AnEmptyCdbIsNoCommand) {
  Host host(disc::cd_r_80());
  EXPECT_EQ(host.send("").sense(), mmc::sense::invalid_command_operation_code);
}

TEST(Gate, AttentionsComeInOrderOnceForEachInitiator) {
  Host host(disc::cd_r_80());
  host.drive.power_on();
  host.drive.insert(disc::blank(disc::cd_r_80()));
  for (const Initiator initiator : {Initiator{1}, Initiator{2}}) {
    EXPECT_EQ(host.send(test_unit_ready, {}, initiator).sense(), mmc::sense::power_on_or_reset);
    EXPECT_EQ(host.send(test_unit_ready, {}, initiator).sense(), mmc::sense::medium_may_have_changed);
    EXPECT_TRUE(host.send(test_unit_ready, {}, initiator).good());
  }
}

TEST(Gate, SomeCommandsRunUnderAnAttentionAndLeaveItPending) {
  Host host(disc::cd_r_80());
  host.drive.insert(disc::blank(disc::cd_r_80()));
  EXPECT_TRUE(host.send("12 00 00 0024 00").good());
  EXPECT_TRUE(host.send("46 00 0000 000000 0008 00").good());
  EXPECT_TRUE(host.send("4a 01 0000 10 0000 0008 00").good());
  EXPECT_EQ(host.send(read_disc_information).sense(), mmc::sense::medium_may_have_changed);
}

TEST(Gate, RequestSenseReportsAPendingAttentionAndClearsIt) {
  Host host(disc::cd_r_80());
  host.drive.insert(disc::blank(disc::cd_r_80()));
  const auto sense = host.send("03 00 00 00 12 00").as<mmc::FixedSenseData>();
  EXPECT_EQ(sense.sense_key, 6);
  EXPECT_EQ(sense.additional_sense_code, 0x28);
  EXPECT_TRUE(host.send(test_unit_ready).good());
  EXPECT_EQ(host.send("03 00 00 00 12 00").as<mmc::FixedSenseData>().sense_key, 0);
}

TEST(Gate, LinkedCommandsAreRefused) {
  Host host(disc::cd_r_80());
  EXPECT_EQ(host.send("00 00 00 00 00 01").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("25 00 00000000 0000 00 01").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("ac 10 00000000 0000 0001 03 01").sense(), mmc::sense::invalid_field_in_cdb);
}

TEST(Gate, FieldsOfTheCdbAreLookedAtBeforeTheMedium) {
  Host host(bd_writer());
  EXPECT_EQ(host.send("52 03 00000001 00 0024 00").sense(), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(host.send("52 01 00000001 00 0024 00").sense(), mmc::sense::medium_not_present_tray_closed);
}

TEST(Gate, ReservedBitsAreIgnored) {
  Host host(disc::cd_r_80());
  EXPECT_TRUE(host.send("00 ff ff ff ff 00").good());
}

TEST(Gate, SaysWhetherTheTrayIsOpenWhenThereIsNoMedium) {
  Host host(disc::cd_r_80());
  host.drive.open_tray();
  EXPECT_EQ(host.send(test_unit_ready).sense(), mmc::sense::medium_not_present_tray_open);
  host.drive.remove();
  host.drive.close_tray();
  EXPECT_EQ(host.send(test_unit_ready).sense(), mmc::sense::medium_not_present_tray_closed);
}

TEST(Gate, AMediumThatTheDriveDoesNotKnowIsIncompatible) {
  Host host(disc::bd_r_25(), cd_writer());
  EXPECT_EQ(host.send(test_unit_ready).sense(), mmc::sense::incompatible_medium_installed);
  EXPECT_EQ(host.send("46 00 0000 000000 0008 00").as<mmc::FeatureHeader>().current_profile, 0);
}

TEST(Gate, CommandsThatNeedNoMediumWorkWithoutOne) {
  Host host(bd_writer());
  for (const char* cdb :
       {"12 00 00 0024 00", "03 00 00 00 12 00", "46 00 0000 000000 00ff 00", "4a 01 0000 10 0000 0008 00",
        "5a 00 3f 00 000000 00ff 00", "1e 00 00 00 01 00", "23 00 000000 00 00 00fc 00", "5c 00 000000 00 00 000c 00",
        "bb 00 ffff ffff 000000000000", "ac 10 00000000 0000 0020 03 00", "1b 00 00 00 00 00"})
    EXPECT_TRUE(host.send(cdb).good()) << cdb;
}

TEST(Gate, ExclusiveAccessKeepsOthersOutUntilTheLastRelease) {
  Host host(disc::cd_r_80());
  ASSERT_TRUE(host.drive.acquire_exclusive(Initiator{1}));
  ASSERT_TRUE(host.drive.acquire_exclusive(Initiator{1}));
  EXPECT_FALSE(host.drive.acquire_exclusive(Initiator{2}));
  EXPECT_EQ(host.send(test_unit_ready, {}, Initiator{2}).completion.status, mmc::Status::reservation_conflict);
  EXPECT_TRUE(host.send("12 00 00 0024 00", {}, Initiator{2}).good());
  host.drive.release_exclusive(Initiator{1});
  EXPECT_FALSE(host.drive.acquire_exclusive(Initiator{2}));
  host.drive.release_exclusive(Initiator{2});
  host.drive.release_exclusive(Initiator{1});
  EXPECT_TRUE(host.drive.acquire_exclusive(Initiator{2}));
}

TEST(Gate, RepliesAreCutToTheAllocationLengthAndKeepTheirLengthFields) {
  Host host(disc::cd_r_80());
  const Answer whole = host.send("51 00 000000 00 00 00ff 00");
  EXPECT_EQ(whole.data.size(), 34U);
  for (const char* cdb : {"51 00 000000 00 00 0000 00", "51 00 000000 00 00 0001 00", "51 00 000000 00 00 0007 00"}) {
    const Answer cut = host.send(cdb);
    EXPECT_TRUE(cut.good());
    EXPECT_TRUE(std::equal(cut.data.begin(), cut.data.end(), whole.data.begin())) << cdb;
    EXPECT_EQ(cut.data.size(), (*bytes::from_hex(cdb))[8]);
  }
}

TEST(Clock, MovesByCommands) {
  Host host(disc::cd_r_80());
  const auto before = host.drive.clock().now_ms();
  host.send(test_unit_ready);
  host.send("a1");
  EXPECT_EQ(host.drive.clock().now_ms(), before + 2);
}

}  // namespace
}  // namespace discbench::drive
