// Subjects that cannot be checked: one line that says what is wrong with the file, and exit 3.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "msconform/program.h"

namespace discbench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string library(const std::string& name) { return DISCBENCH_SUBJECTS "/libsubject_" + name + ".so"; }

Ended run_with(const std::string& path) {
  return msconform({"run", "--subject", "library:" + path, "--scenario", "cd-r/blank", "--timeout-case", "0.5"});
}

void expect_unusable(const std::string& path, const std::string& why) {
  const Ended ended = run_with(path);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr(why));
  EXPECT_THAT(ended.out, IsEmpty()) << "there is no verdict";
}

TEST(Subject, ThatIsNotThere) { expect_unusable("/nonexistent/libacme.so", "/nonexistent/libacme.so: there is no"); }

TEST(Subject, ThatIsADirectory) { expect_unusable("/tmp", "/tmp: is a directory"); }

TEST(Subject, ThatIsNoElfFile) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("libacme.so")) << "#!/bin/sh\necho not a library at all\n";
  expect_unusable(folder.file("libacme.so"), "is not an ELF file");
  std::ofstream(folder.file("short.so")) << "\x7f"
                                            "ELF";
  expect_unusable(folder.file("short.so"), "is not an ELF file");
}

TEST(Subject, ThatIsForAnotherMachine) {
  const TemporaryFolder folder;
  std::string bytes = text_of(library("refuses"));
  ASSERT_GT(bytes.size(), 20u);
  bytes[18] = static_cast<char>(bytes[18] + 1);  // e_machine
  std::ofstream(folder.file("libacme.so"), std::ios::binary) << bytes;
  expect_unusable(folder.file("libacme.so"), "is made for another processor");
}

TEST(Subject, ThatIsAProgram) {
  const TemporaryFolder folder;
  std::string bytes = text_of(library("refuses"));
  ASSERT_GT(bytes.size(), 20u);
  bytes[16] = 2;  // e_type: ET_EXEC
  std::ofstream(folder.file("libacme.so"), std::ios::binary) << bytes;
  expect_unusable(folder.file("libacme.so"), "no shared library");
}

TEST(Subject, ThatIsCutOff) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("libacme.so"), std::ios::binary) << text_of(library("refuses")).substr(0, 200);
  expect_unusable(folder.file("libacme.so"), "cannot be loaded");
}

TEST(Subject, WithoutTheDoor) { expect_unusable(library("no_entry"), "does not export DllGetClassObject"); }

TEST(Subject, ThatDiesOfBeingLoaded) {
  expect_unusable(library("dies_of_loading"), "died while it loaded the subject: SIGABRT");
}

TEST(Subject, ThatHangsWhileItIsLoaded) {
  expect_unusable(library("hangs_while_loading"), "did not load within 500 ms");
}

TEST(Subject, ThatMakesNothingBlocksEveryClauseAndIsNotConformant) {
  const Ended ended = run_with(library("refuses"));
  EXPECT_EQ(ended.exit_code, 1);
  const std::string line = last_line(ended.out);
  EXPECT_EQ(value_in(line, "verdict"), "not-conformant");
  EXPECT_EQ(value_in(line, "passed"), "0");
  EXPECT_NE(value_in(line, "blocked"), "0");
  EXPECT_THAT(ended.out, HasSubstr("BLOCKED by the subject"));
  EXPECT_THAT(ended.out, testing::Not(HasSubstr("a library is talking")));
  EXPECT_THAT(ended.err, HasSubstr("a library is talking"));
}

}  // namespace
}  // namespace discbench
