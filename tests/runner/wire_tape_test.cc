#include "runner/wire_tape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::runner {
namespace {

void send(WireTape& tape, std::vector<std::uint8_t> cdb, mmc::Completion completion = {}) {
  TapeRecorder(tape).heard({.cdb = cdb}, completion);
}

TEST(WireTape, RemembersTheLastCommandsOldestFirst) {
  WireTape tape;
  send(tape, {0x00, 0, 0, 0, 0, 0});
  send(tape, {0x51, 0, 0, 0, 0, 0, 0, 0, 34, 0});
  send(tape, {0x00, 0, 0, 0, 0, 0}, mmc::check_condition(mmc::sense::medium_not_present_tray_open));
  EXPECT_EQ(tape.count(), 3u);
  const std::vector<std::string> lines = tape.last_commands(2);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], testing::HasSubstr("READ DISC INFORMATION"));
  EXPECT_THAT(lines[1], testing::HasSubstr("TEST UNIT READY"));
}

TEST(WireTape, CountsMoreThanItKeeps) {
  WireTape tape;
  for (std::size_t i = 0; i < WireTape::capacity + 5; ++i) send(tape, {0x00, 0, 0, 0, 0, 0});
  EXPECT_EQ(tape.count(), WireTape::capacity + 5);
  EXPECT_EQ(tape.last_commands(1000).size(), WireTape::capacity);
  tape.clear();
  EXPECT_EQ(tape.count(), 0u);
  EXPECT_TRUE(tape.last_commands(10).empty());
}

TEST(WireTape, ACommandThatIsTooLongForAnyStandardIsCut) {
  WireTape tape;
  send(tape, std::vector<std::uint8_t>(64, 0));
  EXPECT_EQ(tape.last_commands(1).size(), 1u);
}

}  // namespace
}  // namespace discbench::runner
