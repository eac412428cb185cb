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

TEST(BringUp, EveryScenarioOfOursComesUpAndIsQuiet) {
  int scenarios = 0;
  for (const std::string& id : catalogue().ids(profile::Kind::scenario)) {
    const auto scenario = load_scenario(catalogue(), id);
    const auto drive = bring_up(scenario);
    const mmc::Sense expected = id == "no-disc/tray-open" ? mmc::sense::medium_not_present_tray_open
                                : id == "no-disc/empty"   ? mmc::sense::medium_not_present_tray_closed
                                                          : mmc::sense::none;
    EXPECT_EQ(test_unit_ready(*drive), expected) << id;
    ++scenarios;
  }
  EXPECT_EQ(scenarios, 24);
}

/// The next writable address and the free space of the oracle's half are those of the disc that the steps made.
TEST(BringUp, TheDiscIsAsTheScenarioExpectsIt) {
  int compared = 0;
  for (const std::string& id : catalogue().ids(profile::Kind::scenario)) {
    const auto scenario = load_scenario(catalogue(), id);
    const auto drive = bring_up(scenario);
    const auto& next = scenario.expect.at("sequential.next-writable-address");
    const auto& free = scenario.expect.at("sequential.free-sectors-on-media");
    if (next.values.empty()) continue;
    ASSERT_NE(drive->disc(), nullptr) << id;
    const disc::Track* track = drive->disc()->state().growing_track();
    ASSERT_NE(track, nullptr) << id;
    EXPECT_TRUE(next.accepts(track->next_writable().value)) << id << ": " << track->next_writable().value;
    ASSERT_TRUE(free.range) << id;
    EXPECT_EQ(free.range->max, track->free_sectors()) << id;
    ++compared;
  }
  EXPECT_EQ(compared, 18);
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
