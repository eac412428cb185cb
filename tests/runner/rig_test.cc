#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "discbench/imapi2.h"
#include "runner/bench_rig.h"
#include "runner/shared_desk.h"

namespace discbench::runner {
namespace {

profile::Scenario scenario_with_cd(std::string id) {
  profile::Scenario scenario;
  scenario.id = std::move(id);
  scenario.drive.vendor = "DISCBENC";
  scenario.drive.profiles = {0x09};
  scenario.drive.writes = {disc::Technology::cd_r};
  disc::Medium medium;
  medium.id = "cd-r-80";
  medium.capacity_sectors = 359844;
  medium.lead_in_start = {-11634};
  medium.last_possible_lead_out = {359846};
  scenario.medium = medium;
  scenario.expect["of-the-cd"] = {};
  return scenario;
}

struct RigTest : testing::Test {
  ScenarioShelf shelf{[](std::string_view id) {
    if (id != "cd-r/other") throw std::runtime_error("there is no scenario " + std::string(id));
    return scenario_with_cd(std::string(id));
  }};
  WireTape tape;
  profile::Scenario empty = [] {
    profile::Scenario scenario = scenario_with_cd("no-disc/empty");
    scenario.medium.reset();
    scenario.expect.clear();
    scenario.expect["of-nothing"] = {};
    return scenario;
  }();

  /// What TEST UNIT READY answers through the subject's own way to the device: no sense, or key/asc/ascq.
  mmc::Sense readiness(BenchRig& rig) {
    IDiscRecorder2* recorder = rig.create_recorder();
    IDiscRecorder2Ex* device = nullptr;
    EXPECT_EQ(recorder->QueryInterface(IID_IDiscRecorder2Ex, reinterpret_cast<void**>(&device)), S_OK);
    mmc::Sense sense;
    BYTE cdb[6]{};
    BYTE bytes[18]{};
    device->SendCommandNoData(cdb, sizeof cdb, bytes, 10);
    sense = {static_cast<std::uint8_t>(bytes[2] & 0x0f), bytes[12], bytes[13]};
    device->Release();
    recorder->Release();
    return sense;
  }
};

TEST_F(RigTest, SpeaksOfTheMediumThatIsInTheDrive) {
  BenchRig rig(empty, shelf, tape);
  EXPECT_TRUE(rig.expectations().contains("of-nothing"));
  rig.insert_medium_of("cd-r/other");
  EXPECT_TRUE(rig.expectations().contains("of-the-cd"));
}

TEST_F(RigTest, AnInsertedMediumIsReportedByTheDriveAsAChange) {
  BenchRig rig(empty, shelf, tape);
  EXPECT_EQ(readiness(rig), mmc::sense::medium_not_present_tray_closed);
  rig.insert_medium_of("cd-r/other");
  EXPECT_EQ(readiness(rig), mmc::sense::medium_may_have_changed);
}

TEST_F(RigTest, AnOpenTrayIsReportedByTheDrive) {
  const profile::Scenario with_disc = scenario_with_cd("cd-r/blank");
  BenchRig rig(with_disc, shelf, tape);
  rig.open_tray();
  readiness(rig);
  EXPECT_EQ(readiness(rig), mmc::sense::medium_not_present_tray_open);
}

TEST_F(RigTest, CountsTheCommandsOfItsOwnCaseOnly) {
  {
    BenchRig rig(empty, shelf, tape);
    readiness(rig);
    EXPECT_GE(rig.commands_on_the_wire(), 1u);
  }
  BenchRig rig(empty, shelf, tape);
  const std::uint64_t before = rig.commands_on_the_wire();
  EXPECT_EQ(before, 0u);
}

TEST_F(RigTest, AMediumThatIsNotThereIsTheRigsFault) {
  BenchRig rig(empty, shelf, tape);
  EXPECT_THROW(rig.insert_medium_of("cd-r/none"), RigFailed);
}

TEST(SharedDesk, IsEmptyAtFirst) {
  const SharedDesk desk;
  EXPECT_EQ(desk->tape.count(), 0u);
}

}  // namespace
}  // namespace discbench::runner
