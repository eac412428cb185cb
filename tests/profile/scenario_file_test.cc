#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profile/load_scratch.h"

namespace discbench::profile {
namespace {

const std::string good_scenario = R"(description: a test
drive: bd-writer
medium: cd-r-80
steps:
  - write: {sectors: 608, pattern: 18}
  - synchronize-cache
  - close-session: {next-session: not-allowed}
expect: {}
)";

TEST(ScenarioFile, NamesItsDriveItsMediumAndItsSteps) {
  const Scratch scratch;
  const auto file = scratch.write("mine.yaml", good_scenario);
  const Scenario scenario = load_scenario(our_catalogue(), file.string());
  EXPECT_EQ(scenario.description, "a test");
  EXPECT_EQ(scenario.file, file.string());
  EXPECT_EQ(scenario.drive.id, "bd-writer");
  ASSERT_TRUE(scenario.medium);
  EXPECT_EQ(scenario.medium->id, "cd-r-80");
  ASSERT_EQ(scenario.steps.size(), 3U);
  const auto& write = std::get<step::Write>(scenario.steps[0].step);
  EXPECT_EQ(write.at, std::nullopt);
  EXPECT_EQ(write.sectors, 608U);
  EXPECT_EQ(write.pattern, 18U);
  EXPECT_EQ(scenario.steps[1].name, "synchronize-cache");
  EXPECT_EQ(scenario.steps[1].line, 6);
  EXPECT_EQ(scenario.steps[1].column, 5);
  EXPECT_FALSE(std::get<step::CloseSession>(scenario.steps[2].step).next_session_allowed);
}

TEST(ScenarioFile, EveryStepHasItsName) {
  const Scratch scratch;
  const std::string steps = R"(steps:
  - reserve-track: {sectors: 4294967295}
  - press: {sectors: 1, pattern: 0}
  - close-track
  - close-session
  - finalise
  - open-tray
  - close-tray
  - power-on
  - damage
  - write-protect: {by: medium}
  - write-protect: {by: drive}
  - format
  - stop-format
  - restart-format
  - wait: {seconds: 86400}
  - write: {at: 2147483647, sectors: 1, pattern: 0}
expect: {}
)";
  const auto file = scratch.write("mine.yaml", "description: a\ndrive: bd-writer\nmedium: none\n" + steps);
  const Scenario scenario = load_scenario(our_catalogue(), file.string());
  EXPECT_FALSE(scenario.medium);
  ASSERT_EQ(scenario.steps.size(), 16U);
  EXPECT_EQ(std::get<step::ReserveTrack>(scenario.steps[0].step).sectors, 4294967295U);
  EXPECT_TRUE(std::holds_alternative<step::Press>(scenario.steps[1].step));
  EXPECT_TRUE(std::holds_alternative<step::CloseTrack>(scenario.steps[2].step));
  EXPECT_TRUE(std::get<step::CloseSession>(scenario.steps[3].step).next_session_allowed);
  EXPECT_TRUE(std::holds_alternative<step::Finalise>(scenario.steps[4].step));
  EXPECT_TRUE(std::holds_alternative<step::OpenTray>(scenario.steps[5].step));
  EXPECT_TRUE(std::holds_alternative<step::CloseTray>(scenario.steps[6].step));
  EXPECT_TRUE(std::holds_alternative<step::PowerOn>(scenario.steps[7].step));
  EXPECT_TRUE(std::holds_alternative<step::Damage>(scenario.steps[8].step));
  EXPECT_EQ(std::get<step::WriteProtect>(scenario.steps[9].step).by, step::ProtectedBy::medium);
  EXPECT_EQ(std::get<step::WriteProtect>(scenario.steps[10].step).by, step::ProtectedBy::drive);
  EXPECT_TRUE(std::holds_alternative<step::Format>(scenario.steps[11].step));
  EXPECT_TRUE(std::holds_alternative<step::StopFormat>(scenario.steps[12].step));
  EXPECT_TRUE(std::holds_alternative<step::RestartFormat>(scenario.steps[13].step));
  EXPECT_EQ(std::get<step::Wait>(scenario.steps[14].step).seconds, 86400U);
  EXPECT_EQ(std::get<step::Write>(scenario.steps[15].step).at, 2147483647);
}

TEST(ScenarioFile, ASessionAtOnceHasItsTracksInOrder) {
  const Scratch scratch;
  const std::string text = with(good_scenario, "- synchronize-cache",
                                "- record-session-at-once: {next-session: not-allowed, tracks: "
                                "[{form: audio, sectors: 300, pattern: 5}, {form: data, sectors: 400, pattern: 6}]}");
  const Scenario scenario = load_scenario(our_catalogue(), scratch.write("s.yaml", text).string());
  const auto& step = std::get<step::RecordSessionAtOnce>(scenario.steps[1].step);
  EXPECT_FALSE(step.next_session_allowed);
  ASSERT_EQ(step.tracks.size(), 2U);
  EXPECT_EQ(step.tracks[0].form, disc::SectorForm::audio);
  EXPECT_EQ(step.tracks[0].sectors, 300U);
  EXPECT_EQ(step.tracks[0].pattern, 5U);
  EXPECT_EQ(step.tracks[1].form, disc::SectorForm::data);
}

TEST(ScenarioFile, ARelativePathInItBeginsAtItsOwnFolder) {
  const Scratch scratch;
  scratch.write("media/own.yaml", "technology: pressed-cd\ncapacity-sectors: 400\n");
  const auto file = scratch.write("scenarios/a/b.yaml",
                                  "description: a\ndrive: bd-writer\n"
                                  "medium: ../../media/own.yaml\nsteps: []\nexpect: {}\n");
  const Scenario scenario = load_scenario(our_catalogue(), file.string());
  ASSERT_TRUE(scenario.medium);
  EXPECT_EQ(scenario.medium->capacity_sectors, 400U);
}

TEST(ScenarioFile, ABadMediumIsToldWithTheMediumsOwnPlace) {
  const Scratch scratch;
  const auto medium = scratch.write("own.yaml", "technology: pressed-cd\ncapacity-sectors: 1\n");
  const auto file = scratch.write("s.yaml", with(good_scenario, "cd-r-80", "own.yaml"));
  EXPECT_THAT(check_file(our_catalogue(), file).problems,
              testing::ElementsAre(testing::StartsWith(medium.string() + ":2:19: key 'capacity-sectors': 1 is out")));
}

class BadScenarioFile : public testing::TestWithParam<BadFile> {};

TEST_P(BadScenarioFile, GivesOneLine) {
  EXPECT_THAT(problems_of(with(good_scenario, GetParam().part, GetParam().replacement)),
              testing::ElementsAre(GetParam().line));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadScenarioFile,
    testing::Values(
        BadFile{"UnknownDrive", "bd-writer", "bd-writr",
                "2:8: key 'drive': there is no drive 'bd-writr', expected 'bd-writer' or a path that ends in .yaml"},
        BadFile{"UnknownMedium", "cd-r-80", "cd-r-90",
                "3:9: key 'medium': there is no medium 'cd-r-90', expected 'cd-r-80' or a path that ends in .yaml"},
        BadFile{"UnknownStep", "- synchronize-cache", "- synchronise-cache",
                "6:5: key 'steps': 'synchronise-cache' is unknown, expected 'synchronize-cache'"},
        BadFile{"UnknownStepWithKeys", "- write: {sectors: 608, pattern: 18}", "- wriet: {sectors: 608, pattern: 18}",
                "5:5: key 'wriet': 'wriet' is unknown, expected 'write'"},
        BadFile{"TwoStepsInOne", "- synchronize-cache", "- {synchronize-cache: , close-track: }",
                "6:5: key 'steps': a mapping is no step, expected a name or 'name: {...}'"},
        BadFile{"StepWithoutItsKeys", "- write: {sectors: 608, pattern: 18}", "- write",
                "5:5: key 'write': nothing is no mapping, expected the keys of write"},
        BadFile{"StepWithKeysNotItsOwn", "- synchronize-cache", "- synchronize-cache: 5",
                "6:24: key 'synchronize-cache': '5' does not belong to this step, expected no value"},
        BadFile{"ProtectedByNobody", "- synchronize-cache", "- write-protect: {by: luck}",
                "6:25: key 'by': 'luck' is unknown, expected one of medium, drive"},
        BadFile{"NoSectors", "sectors: 608", "sectors: 0",
                "5:22: key 'sectors': 0 is out of range, expected an integer from 1 to 4294967295"},
        BadFile{"AddressBelowZero", "sectors: 608", "at: -1, sectors: 608",
                "5:17: key 'at': -1 is out of range, expected an integer from 0 to 2147483647"},
        BadFile{"WaitsForNothing", "- synchronize-cache", "- wait: {seconds: 0}",
                "6:21: key 'seconds': 0 is out of range, expected an integer from 1 to 86400"},
        BadFile{"PressAtAnAddress", "- synchronize-cache", "- press: {at: 0, sectors: 300, pattern: 1}",
                "6:13: key 'at': is not a key of press, expected one of sectors, pattern"},
        BadFile{"SessionAtOnceWithoutTracks", "- synchronize-cache",
                "- record-session-at-once: {next-session: allowed, tracks: []}",
                "6:61: key 'tracks': a list does not fit, expected a list of 1 to 99 tracks"},
        BadFile{"SessionAtOnceWithAShortTrack", "- synchronize-cache",
                "- record-session-at-once: {next-session: allowed, tracks: [{form: data, sectors: 299, pattern: 0}]}",
                "6:84: key 'sectors': 299 is out of range, expected an integer from 300 to 404849"},
        BadFile{"SessionAtOnceWithAnUnknownForm", "- synchronize-cache",
                "- record-session-at-once: {next-session: allowed, tracks: [{form: video, sectors: 300, pattern: 0}]}",
                "6:69: key 'form': 'video' is unknown, expected one of data, audio"},
        BadFile{
            "SessionAtOnceWithAnUnknownKey", "- synchronize-cache",
            "- record-session-at-once: {next-session: allowed, tracks: "
            "[{form: data, sectors: 300, pattern: 0, gap: 2}]}",
            "6:101: key 'gap': is not a key of a track of a session at once, expected one of form, sectors, pattern"},
        BadFile{"StepsAreNoList", "expect: {}", "steps: {}\nexpect: {}",
                "8:1: key 'steps': is here a second time, expected once"},
        BadFile{"NoExpect", "expect: {}", "",
                "1:1: key 'expect': is missing, expected a mapping of properties to expectations"}),
    name_of_bad_file);

TEST(ScenarioFile, AMissingDriveFileIsToldWithItsName) {
  const std::string text = with(good_scenario, "bd-writer", "nowhere.yaml");
  const Scratch scratch;
  const auto file = scratch.write("s.yaml", text);
  EXPECT_THAT(check_file(our_catalogue(), file).problems,
              testing::ElementsAre((scratch.path() / "nowhere.yaml").string() +
                                   ":1:1: cannot be read: No such file or directory, expected a readable file"));
}

}  // namespace
}  // namespace discbench::profile
