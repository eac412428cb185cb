#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "profile/load_scratch.h"
#include "profile/text_file.h"

namespace discbench::profile {
namespace {

std::string refusal_of(const std::filesystem::path& file) {
  try {
    read_text(file);
    return "read";
  } catch (const ProfileError& error) {
    return error.what();
  }
}

TEST(UnreadableFile, ThatIsNotThere) {
  EXPECT_EQ(refusal_of("/nowhere/at/all.yaml"),
            "/nowhere/at/all.yaml:1:1: cannot be read: No such file or directory, expected a readable file");
}

TEST(UnreadableFile, ThatIsEmpty) {
  const Scratch scratch;
  const auto file = scratch.write("a.yaml", "");
  EXPECT_EQ(refusal_of(file), file.string() + ":1:1: is empty, expected keys and values in YAML");
  const auto blanks = scratch.write("b.yaml", " \n\n");
  EXPECT_EQ(refusal_of(blanks), blanks.string() + ":1:1: is empty, expected keys and values in YAML");
}

TEST(UnreadableFile, ThatIsAFolder) {
  const Scratch scratch;
  EXPECT_EQ(refusal_of(scratch.path()), scratch.path().string() + ":1:1: is a folder, expected a file");
}

TEST(UnreadableFile, ThatIsADevice) {
  EXPECT_EQ(refusal_of("/dev/zero"), "/dev/zero:1:1: is a device, pipe or socket, expected a regular file");
}

TEST(UnreadableFile, ThatIsAPipeNobodyWritesTo) {
  const Scratch scratch;
  const auto pipe = scratch.path() / "pipe.yaml";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0644), 0);
  EXPECT_EQ(refusal_of(pipe), pipe.string() + ":1:1: is a device, pipe or socket, expected a regular file");
}

TEST(UnreadableFile, ThatIsTooLong) {
  const Scratch scratch;
  const auto file = scratch.write("a.yaml", std::string(max_profile_bytes + 1, '#'));
  EXPECT_EQ(refusal_of(file), file.string() + ":1:1: has 1048577 bytes, expected a file of at most 1048576");
  const auto longest = scratch.write("b.yaml", "#" + std::string(max_profile_bytes - 1, '#'));
  EXPECT_EQ(refusal_of(longest), "read");
}

TEST(UnreadableFile, ThatIsSparseAndHugeIsRefusedUnread) {
  const Scratch scratch;
  const auto file = scratch.write("a.yaml", "a: 1\n");
  std::filesystem::resize_file(file, std::uintmax_t{1} << 40);
  EXPECT_THAT(refusal_of(file), testing::HasSubstr("has 1099511627776 bytes"));
}

TEST(UnreadableFile, ThatBelongsToSomebodyElse) {
  const Scratch scratch;
  const auto file = scratch.write("a.yaml", "a: 1\n");
  ASSERT_EQ(::chmod(file.c_str(), 0), 0);
  const std::string expected = file.string() + ":1:1: cannot be read: Permission denied, expected a readable file";
  if (::geteuid() != 0) {
    EXPECT_EQ(refusal_of(file), expected);
    return;
  }
  // To root nothing is unreadable: look as nobody does.
  const ::pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    if (::setgid(65534) != 0 || ::setuid(65534) != 0) ::_exit(2);
    ::_exit(refusal_of(file) == expected ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0) << "2 is: cannot become nobody; 1: another message";
}

}  // namespace
}  // namespace discbench::profile
