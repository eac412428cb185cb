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
using AudioSector = std::array<std::uint8_t, disc::audio_sector_size>;

/// Behind the last sector that was written to.
std::int32_t end_of(const disc::DiscState& state) {
  if (!state.formatting) return state.tracks.back().next_writable().value;
  return state.formatting->last_recorded ? state.formatting->last_recorded->value + 1 : 0;
}

/// Where the two discs hold different sectors. Looks into the first pre-gap and behind the last track, too.
std::optional<std::int32_t> first_difference(const disc::Disc& a, const disc::Disc& b) {
  std::int32_t end = end_of(a.state()) + 64;
  for (const disc::Track& track : a.state().tracks)
    if (track.written_sectors > 0) end = std::max(end, track.next_writable().value + 64);
  for (std::int32_t lba = -150; lba < end; ++lba) {
    Sector in_a{};
    Sector in_b{};
    AudioSector audio_in_a{};
    AudioSector audio_in_b{};
    if (a.read({lba}, in_a) != b.read({lba}, in_b) || in_a != in_b) return lba;
    if (a.read_audio({lba}, audio_in_a) != b.read_audio({lba}, audio_in_b) || audio_in_a != audio_in_b) return lba;
  }
  return std::nullopt;
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
  EXPECT_EQ(by_steps->software_write_protect(), by_commands.software_write_protect());
  EXPECT_EQ(first_difference(*by_steps->disc(), *by_commands.disc()), std::nullopt);
}

/// Those whose steps a host could do: everything recorded.
std::vector<std::string> recorded_scenarios() {
  std::vector<std::string> ids{"cd-r/audio-only", "cd-r/audio-then-data", "cd-r/sao-session"};
  for (const std::string family : {"cd-r", "dvd-plus-r", "bd-r"})
    for (const std::string state : {"blank", "one-session", "three-sessions", "two-tracks", "open-track", "finalised"})
      ids.push_back(family + "/" + state);
  for (const char* more :
       {"cd-r/empty-session", "dvd-plus-r/empty-session", "bd-r/empty-session", "cd-r/write-protected",
        "bd-r/write-protected-by-drive", "cd-r/three-sessions-74-min", "dvd-plus-r/one-session-8cm"})
    ids.emplace_back(more);
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
