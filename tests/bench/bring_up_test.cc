#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "bench/bench.h"
#include "profile/load.h"

namespace discbench::bench {
namespace {

namespace step = profile::step;

const profile::Catalogue& catalogue() {
  static const profile::Catalogue ours({DISCBENCH_SOURCE_DIR "/profiles"});
  return ours;
}

/// A scenario of ours with steps of the test's own, one a line from line 5 on.
profile::Scenario scenario_with(const std::string& id, const std::vector<profile::Step>& steps) {
  profile::Scenario scenario = load_scenario(catalogue(), id);
  scenario.file = "the.yaml";
  scenario.steps.clear();
  for (const profile::Step& step : steps)
    scenario.steps.push_back(
        {.step = step, .name = "the-step", .line = 5 + static_cast<int>(scenario.steps.size()), .column = 3});
  return scenario;
}

mmc::Sense test_unit_ready(transport::Transport& wire) {
  constexpr std::array<std::uint8_t, 6> cdb{};
  return wire.execute({.cdb = cdb}).sense;
}

std::string refusal_of(const profile::Scenario& scenario) {
  try {
    bring_up(scenario);
    return "done";
  } catch (const StepRefused& error) {
    return error.what();
  }
}

/// What the first TEST UNIT READY of a scenario answers: none but where its state says otherwise.
mmc::Sense first_answer(const std::string& id) {
  if (id == "no-disc/tray-open") return mmc::sense::medium_not_present_tray_open;
  if (id == "no-disc/empty") return mmc::sense::medium_not_present_tray_closed;
  if (id.ends_with("/foreign")) return mmc::sense::incompatible_medium_installed;
  return id.ends_with("/becoming-ready") ? mmc::sense::becoming_ready : mmc::sense::none;
}

TEST(BringUp, EveryScenarioOfOursComesUpAndIsQuiet) {
  int scenarios = 0;
  for (const std::string& id : catalogue().ids(profile::Kind::scenario)) {
    const auto scenario = load_scenario(catalogue(), id);
    const auto drive = bring_up(scenario);
    EXPECT_EQ(test_unit_ready(*drive), first_answer(id)) << id;
    ++scenarios;
  }
  EXPECT_GE(scenarios, 21);
}

/// The spin-up ends within the ten times that a check asks, with an attention in between.
TEST(BringUp, ADiscThatIsBecomingReadyIsSoAfterANumberOfCommands) {
  const auto drive = bring_up(load_scenario(catalogue(), "cd-r/becoming-ready"));
  for (int command = 0; command < 7; ++command) EXPECT_EQ(test_unit_ready(*drive), mmc::sense::becoming_ready);
  EXPECT_EQ(test_unit_ready(*drive), mmc::sense::medium_may_have_changed);
  EXPECT_EQ(test_unit_ready(*drive), mmc::sense::none);
}

TEST(BringUp, ASlowDriveIsReadyUnlessTheTrayWasClosedLast) {
  const auto slow = load_scenario(catalogue(), "cd-r/becoming-ready");
  auto scenario = slow;
  scenario.steps.pop_back();
  EXPECT_EQ(test_unit_ready(*bring_up(scenario)), mmc::sense::medium_not_present_tray_open);
  scenario = slow;
  scenario.steps.push_back({.step = step::SynchronizeCache{}, .name = "synchronize-cache"});
  EXPECT_EQ(test_unit_ready(*bring_up(scenario)), mmc::sense::none);
}

/// The next writable address and the free space of the oracle's half are those of the disc that the steps made.
TEST(BringUp, TheDiscIsAsTheScenarioExpectsIt) {
  int compared = 0;
  for (const std::string& id : catalogue().ids(profile::Kind::scenario)) {
    const auto scenario = load_scenario(catalogue(), id);
    const auto drive = bring_up(scenario);
    const auto& next = scenario.expect.at("sequential.next-writable-address");
    const auto& free = scenario.expect.at("sequential.free-sectors-on-media");
    if (next.values.empty() || id.starts_with("dvd-plus-rw/")) continue;  // written at any address
    ASSERT_NE(drive->disc(), nullptr) << id;
    const disc::Track* track = drive->disc()->state().growing_track();
    ASSERT_NE(track, nullptr) << id;
    EXPECT_TRUE(next.accepts(track->next_writable().value)) << id << ": " << track->next_writable().value;
    ASSERT_TRUE(free.range) << id;
    EXPECT_EQ(free.range->max, track->free_sectors()) << id;
    ++compared;
  }
  EXPECT_GE(compared, 15);
}

TEST(BringUp, OnlyWhatIsBeingWrittenCanBeDamagedAndOnlySomeMediaProtected) {
  EXPECT_EQ(refusal_of(scenario_with("cd-r/blank", {step::Damage{}})),
            "the.yaml:5:3: key 'the-step': this step cannot be done: there is no such track, expected a step that the "
            "disc allows in this state");
  EXPECT_EQ(refusal_of(scenario_with("cd-r/blank", {step::WriteProtect{step::ProtectedBy::medium}})),
            "the.yaml:5:3: key 'the-step': this step cannot be done: this medium has no such function, expected a step "
            "that the disc allows in this state");
  EXPECT_EQ(refusal_of(scenario_with("bd-r/blank", {step::WriteProtect{}, step::Write{.sectors = 32, .pattern = 1}})),
            "the.yaml:6:3: key 'the-step': this step cannot be done: the disc is write-protected, expected a step that "
            "the disc allows in this state");
  EXPECT_EQ(refusal_of(scenario_with("no-disc/empty", {step::WriteProtect{step::ProtectedBy::drive}})), "done");
}

TEST(BringUp, APowerOnAsTheLastStepIsForTheHostToFindOut) {
  const auto last = bring_up(scenario_with("cd-r/blank", {step::PowerOn{}}));
  EXPECT_EQ(test_unit_ready(*last), mmc::sense::power_on_or_reset);
  const auto before = bring_up(scenario_with("cd-r/blank", {step::PowerOn{}, step::Write{.sectors = 1}}));
  EXPECT_EQ(test_unit_ready(*before), mmc::sense::none);
}

TEST(BringUp, AnInsertionAsTheLastStepIsForTheHostToFindOut) {
  const auto drive = bring_up(scenario_with("cd-r/blank", {step::OpenTray{}, step::CloseTray{}}));
  EXPECT_EQ(test_unit_ready(*drive), mmc::sense::medium_may_have_changed);
}

TEST(RefusedStep, IsToldWithItsPlace) {
  EXPECT_EQ(refusal_of(scenario_with(
                "cd-r/blank", {step::Write{.sectors = 359844}, step::SynchronizeCache{}, step::Write{.sectors = 1}})),
            "the.yaml:7:3: key 'the-step': this step cannot be done: there is not so much room left, expected a step "
            "that the disc allows in this state");
}

TEST(RefusedStep, ThereIsNoRoom) {
  EXPECT_THAT(refusal_of(scenario_with("cd-r/blank", {step::Write{.sectors = 359845}})),
              testing::StartsWith("the.yaml:5:3: "));
  EXPECT_EQ(refusal_of(scenario_with("dvd-plus-r/blank", {step::Write{.sectors = 2295104}})), "done");
  EXPECT_NE(refusal_of(scenario_with("dvd-plus-r/blank", {step::Write{.sectors = 2295105}})), "done");
  EXPECT_NE(refusal_of(scenario_with("bd-r/blank", {step::Write{.sectors = 4294967295}})), "done");
}

TEST(RefusedStep, TheDiscIsFinalised) {
  for (const char* id : {"cd-r/blank", "dvd-plus-r/blank", "bd-r/blank"})
    EXPECT_THAT(refusal_of(scenario_with(id, {step::Write{.sectors = 1}, step::SynchronizeCache{}, step::Finalise{},
                                              step::Write{.sectors = 1}})),
                testing::HasSubstr("the.yaml:8:3: key 'the-step': this step cannot be done: the disc is finalised"))
        << id;
}

TEST(RefusedStep, TheMediumIsOfAnotherKind) {
  EXPECT_NE(refusal_of(scenario_with("cd-rom/one-session", {step::Write{.sectors = 1}})), "done");
  EXPECT_NE(refusal_of(scenario_with("cd-r/blank", {step::Press{.sectors = 400}})), "done");
  EXPECT_EQ(refusal_of(scenario_with("cd-rom/one-session", {step::Press{.sectors = 400}})), "done");
}

TEST(RefusedStep, TheMediumHasToBeFormattedFirst) {
  EXPECT_THAT(refusal_of(scenario_with("dvd-plus-rw/blank", {step::Write{.at = 0, .sectors = 1}})),
              testing::HasSubstr("the medium has to be formatted first"));
  EXPECT_THAT(refusal_of(scenario_with("dvd-plus-rw/blank", {step::Format{}, step::Write{.at = 0, .sectors = 1}})),
              testing::HasSubstr("the medium is being formatted and its lead-in not yet written"));
  EXPECT_EQ(refusal_of(scenario_with("dvd-plus-rw/blank", {step::Format{}, step::Wait{.seconds = 40},
                                                           step::Write{.at = 2295103, .sectors = 1}})),
            "done");
  EXPECT_THAT(refusal_of(scenario_with("cd-r/blank", {step::Format{}})),
              testing::HasSubstr("a medium of this kind is not formatted"));
  EXPECT_THAT(refusal_of(scenario_with("dvd-plus-rw/blank", {step::RestartFormat{}})),
              testing::HasSubstr("there is no stopped format to go on with"));
}

TEST(RefusedStep, AnAddressBelongsToRandomWriteMediaAndToNoOthers) {
  EXPECT_EQ(refusal_of(scenario_with("cd-r/blank", {step::Write{.at = 0, .sectors = 300}})),
            "the.yaml:5:3: key 'the-step': this step cannot be done: this medium is written at its next writable "
            "address, expected no 'at'");
  EXPECT_EQ(refusal_of(scenario_with("dvd-plus-rw/formatted", {step::Write{.sectors = 300}})),
            "the.yaml:5:3: key 'the-step': this step cannot be done: this medium is written at any address, expected "
            "'at'");
}

TEST(RefusedStep, ASessionAtOnceIsForCdsWithRoomAndWithoutAnOpenSession) {
  const auto at_once = [](std::uint32_t sectors) {
    return step::RecordSessionAtOnce{.tracks = {{.sectors = sectors}}, .next_session_allowed = true};
  };
  EXPECT_EQ(refusal_of(scenario_with("cd-r/blank", {at_once(359846)})), "done");
  EXPECT_THAT(refusal_of(scenario_with("cd-r/blank", {at_once(359847)})),
              testing::HasSubstr("the planned session does not fit the disc"));
  EXPECT_NE(refusal_of(scenario_with("dvd-plus-r/blank", {at_once(400)})), "done");
  EXPECT_NE(refusal_of(scenario_with("cd-r/blank", {step::Write{.sectors = 300}, at_once(400)})), "done");
  EXPECT_EQ(refusal_of(scenario_with("cd-r/blank", {step::Write{.sectors = 300}, step::SynchronizeCache{},
                                                    step::CloseSession{}, at_once(400)})),
            "done");
}

TEST(RefusedStep, ThereIsNoDiscToDoItWith) {
  EXPECT_THAT(refusal_of(scenario_with("no-disc/empty", {step::Write{.sectors = 1}})),
              testing::HasSubstr("there is no disc in the drive"));
  EXPECT_THAT(refusal_of(scenario_with("cd-r/blank", {step::OpenTray{}, step::SynchronizeCache{}})),
              testing::HasSubstr("the tray is open"));
}

TEST(BringUp, TimePassesOnlyWhereAScenarioSaysSo) {
  const auto drive = bring_up(load_scenario(catalogue(), "dvd-plus-rw/formatting"));
  EXPECT_EQ(drive->clock().now_ms(), 300'000U);
  EXPECT_EQ(drive->disc()->state().end_of_complete_sessions(), disc::Lba{421984});
  EXPECT_EQ(bring_up(load_scenario(catalogue(), "dvd-plus-rw/blank"))->clock().now_ms(), 0U);
}

class Counter final : public transport::TraceListener {
 public:
  void heard(const mmc::Request&, const mmc::Completion&) override { ++commands; }
  int commands = 0;
};

TEST(Bench, WhatGoesOverItsWireIsHeard) {
  Counter counter;
  Bench bench(load_scenario(catalogue(), "cd-r/blank"), &counter);
  EXPECT_EQ(bench.recorder_id(), u"discbench:cd-r/blank");
  EXPECT_EQ(counter.commands, 0);
  test_unit_ready(bench.wire());
  EXPECT_EQ(counter.commands, 1);
}

TEST(Bench, EveryRecorderIsAnObjectOfItsOwnForTheSameDevice) {
  Bench bench(load_scenario(catalogue(), "cd-r/blank"));
  IDiscRecorder2* first = bench.create_recorder();
  IDiscRecorder2* second = bench.create_recorder();
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_NE(first, second);
  EXPECT_EQ(first->Release(), 0U);
  EXPECT_EQ(second->Release(), 0U);
}

}  // namespace
}  // namespace discbench::bench
