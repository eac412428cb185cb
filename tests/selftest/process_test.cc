#include "selftest/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "selftest/rig.h"

namespace discbench::selftest {
namespace {

using std::chrono::milliseconds;

class ProcessTest : public testing::Test {
 protected:
  Start start(const std::string& commands, std::vector<std::string> words = {}) const {
    return {.program = script(folder_, commands), .words = std::move(words), .folder = folder_.path()};
  }

  ScratchFolder folder_;
};

TEST_F(ProcessTest, SaysHowAProgramEndedAndWhatItSaid) {
  const Ended ended = run_program(start("echo \"to $1\"; echo oh >&2; exit 3", {"you"}));
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_EQ(ended.how, "exit 3");
  EXPECT_EQ(ended.out, "to you\n");
  EXPECT_EQ(ended.err, "oh\n");
}

TEST_F(ProcessTest, ASignalIsNoExitCode) {
  const Ended ended = run_program(start("kill -TERM $$"));
  EXPECT_EQ(ended.exit_code, -1);
  EXPECT_EQ(ended.how, "SIGTERM");
}

TEST_F(ProcessTest, AProgramThatIsNotThereIsNoSuccess) {
  EXPECT_EQ(run_program({.program = folder_.path() / "none", .words = {}, .folder = folder_.path()}).exit_code, 127);
}

TEST_F(ProcessTest, WaitsNoLongerThanItWasTold) {
  Process process(start("exec sleep 60"));
  EXPECT_FALSE(process.ends_within(milliseconds(20)));
  EXPECT_EQ(process.ended().how, "SIGKILL");
  EXPECT_TRUE(process.ends_within(milliseconds(0)));
}

TEST_F(ProcessTest, NobodyReadsAClosedPipe) {
  Start closed = start("echo text; exit 0");
  closed.output = Output::closed_pipe;
  EXPECT_EQ(run_program(closed).how, "SIGPIPE");
}

TEST_F(ProcessTest, NothingFitsOnAFullDevice) {
  Start full = start("echo text || exit 9");
  full.output = Output::full_device;
  EXPECT_EQ(run_program(full).exit_code, 9);
}

TEST_F(ProcessTest, NoFileGrowsBeyondItsBound) {
  Start small = start("trap '' XFSZ; printf 123456789012 > \"$1\" || exit 9", {folder_.path() / "file"});
  small.most_file_bytes = 10;
  const Ended ended = run_program(small);
  EXPECT_EQ(ended.exit_code, 9) << ended.how << ended.err;
  EXPECT_EQ(std::filesystem::file_size(folder_.path() / "file"), 10u);
}

TEST(ScratchFolder, GoesWithAllThatIsInIt) {
  std::filesystem::path path;
  {
    const ScratchFolder folder;
    path = folder.path();
    std::filesystem::create_directories(path / "a/b");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace discbench::selftest
