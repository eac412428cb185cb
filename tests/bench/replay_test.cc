// A scenario's steps are done by the disc's rules, a host's writes by the drive's commands: they must give one disc.
#include <gtest/gtest.h>

#include <array>

#include "bench/bench.h"
#include "bench/replay.h"
#include "disc/memory_store.h"
#include "profile/load.h"

namespace discbench::bench {
namespace {

using Sector = std::array<std::uint8_t, disc::sector_size>;

/// Behind the last sector that was written to.
std::int32_t end_of(const disc::DiscState& state) {
  if (!state.formatting) return state.tracks.back().next_writable().value;
  return state.formatting->last_recorded ? state.formatting->last_recorded->value + 1 : 0;
}

/// Where the two discs hold different sectors; -1: nowhere. Looks behind the last one, too.
std::int64_t first_difference(const disc::Disc& a, const disc::Disc& b) {
  const std::int32_t end = end_of(a.state()) + 64;
  for (std::int32_t lba = 0; lba < end; ++lba) {
    Sector in_a{};
    Sector in_b{};
    if (a.read({lba}, in_a) != b.read({lba}, in_b) || in_a != in_b) return lba;
  }
  return -1;
}

class Replay : public testing::TestWithParam<std::string> {};

TEST_P(Replay, CommandsGiveTheDiscOfTheSteps) {
  const profile::Catalogue catalogue({DISCBENCH_SOURCE_DIR "/profiles"});
  const profile::Scenario scenario = load_scenario(catalogue, GetParam());
  const std::unique_ptr<drive::Drive> by_steps = bring_up(scenario);

  // Steps take no time; what a format does meanwhile must be the same.
  drive::DriveSettings settings = scenario.drive;
  settings.command_time_ms = 0;
  drive::Drive by_commands(settings);
  by_commands.insert(disc::Disc(*scenario.medium, std::make_unique<disc::MemoryStore>()));
  by_commands.clear_attentions();
  replay(scenario.steps, by_commands);

  ASSERT_NE(by_commands.disc(), nullptr);
  EXPECT_TRUE(by_steps->disc()->state() == by_commands.disc()->state());
  EXPECT_EQ(first_difference(*by_steps->disc(), *by_commands.disc()), -1);
}

/// Those whose steps a host could do: everything recorded.
std::vector<std::string> recorded_scenarios() {
  std::vector<std::string> ids;
  for (const std::string family : {"cd-r", "dvd-plus-r", "bd-r"})
    for (const std::string state : {"blank", "one-session", "three-sessions", "two-tracks", "open-track", "finalised"})
      ids.push_back(family + "/" + state);
  for (const std::string state : {"blank", "formatting", "formatted", "written", "closed"})
    ids.push_back("dvd-plus-rw/" + state);
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Of, Replay, testing::ValuesIn(recorded_scenarios()), [](const auto& id) {
  std::string name = id.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
});

}  // namespace
}  // namespace discbench::bench
