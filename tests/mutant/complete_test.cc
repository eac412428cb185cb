// Every mutant, those that are wrong in one member alone included, as the verb tries them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace discbench {
namespace {

TEST(Mutants, AreAllCaughtByTheirOwnClausesAndNoLawfulOneIsFailed) {
  const std::string command =
      "DISCBENCH_PROFILES='" DISCBENCH_SOURCE_DIR "/profiles' '" DISCBENCH_MSCONFORM "' mutants --ablate 2>&1";
  std::FILE* output = popen(command.c_str(), "r");
  ASSERT_NE(output, nullptr);
  std::string text;
  std::array<char, 4096> buffer;
  while (std::fgets(buffer.data(), buffer.size(), output) != nullptr) text += buffer.data();
  const int status = pclose(output);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << text;
  EXPECT_THAT(text, testing::ContainsRegex("msconform-mutants v1 mutants=[0-9]+ caught=[0-9]+ survived=0 foreign=0 "
                                           "lawful=[0-9]+ failed_lawful=0 exit=0"));
}

}  // namespace
}  // namespace discbench
