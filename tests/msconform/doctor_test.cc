// msconform doctor: what it finds, and that it judges nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "msconform/program.h"
#include "result/digest.h"

namespace discbench {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::string library(const std::string& name) { return DISCBENCH_SUBJECTS "/libsubject_" + name + ".so"; }

Ended doctor(const std::string& path, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"doctor", "--subject", "library:" + path, "--timeout-case", "0.5"};
  words.insert(words.end(), more.begin(), more.end());
  return msconform(words);
}

/// Exit 3, one line for what is wrong, and the other lines all the same.
void expect_found(const Ended& ended, const std::string& step, const std::string& why) {
  EXPECT_EQ(ended.exit_code, 3) << ended.out;
  std::string padded = step;
  padded.resize(14, ' ');
  EXPECT_THAT(ended.out, HasSubstr(padded + "FAILED  "));
  EXPECT_THAT(ended.out, HasSubstr(why));
  EXPECT_THAT(ended.out, AllOf(HasSubstr("known-good    ok"), HasSubstr("known-bad     ok")));
  EXPECT_THAT(ended.out, Not(HasSubstr("msconform-result"))) << "no verdict";
  EXPECT_THAT(ended.err, Not(HasSubstr("msconform"))) << "the lines are the report";
}

TEST(Doctor, FindsTheBuiltinSubjectAndThisMachineFit) {
  const auto begin = std::chrono::steady_clock::now();
  const Ended ended = msconform({"doctor"});
  const auto end = std::chrono::steady_clock::now();
  EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  for (const char* line : {"library       ok", "mapped        ok", "exports       ok      DllGetClassObject",
                           "profiles      ok", "known-good    ok", "known-bad     ok"}) {
    EXPECT_THAT(ended.out, HasSubstr(line));
  }
  EXPECT_THAT(ended.out, Not(HasSubstr("msconform-result")));
#ifdef NDEBUG  // a build under sanitizers takes its time
  EXPECT_LT(end - begin, std::chrono::seconds(1));
#else
  static_cast<void>(end - begin);
#endif
}

TEST(Doctor, NamesTheFileThatIsMappedBehindALinkAndItsDigest) {
  const TemporaryFolder folder;
  fs::copy_file(library("refuses"), folder.file("libacme.so.3"));
  fs::create_symlink("libacme.so.3", folder.file("libacme.so"));
  const Ended ended = doctor(folder.file("libacme.so"));
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_THAT(ended.out, HasSubstr("mapped        ok      " + fs::canonical(folder.file("libacme.so.3")).string() +
                                   ", SHA-256 " + result::sha256_of_file(library("refuses")) + "\n"));
}

TEST(Doctor, LooksAtAFileThatIsNoLibrary) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("text.so")) << "#!/bin/sh\necho this is a text, not a library\n";
  expect_found(doctor(folder.file("text.so")), "library", "is not an ELF file");
  expect_found(doctor("/tmp"), "library", "/tmp: is a directory");
  expect_found(doctor("/nonexistent/libacme.so"), "library", "/nonexistent/libacme.so: there is no such file");
}

TEST(Doctor, LooksAtALibraryForAnotherMachine) {
  const TemporaryFolder folder;
  std::string bytes = text_of(library("refuses"));
  ASSERT_GT(bytes.size(), 20u);
  bytes[18] = static_cast<char>(bytes[18] + 1);  // e_machine
  std::ofstream(folder.file("libacme.so"), std::ios::binary) << bytes;
  expect_found(doctor(folder.file("libacme.so")), "library", "is made for another processor");
}

TEST(Doctor, LooksAtALibraryThatIsCutOff) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("libacme.so"), std::ios::binary) << text_of(library("refuses")).substr(0, 200);
  expect_found(doctor(folder.file("libacme.so")), "library", "cannot be loaded");
}

TEST(Doctor, SaysWhichFileHasNoDoorAndWhoseDoorWasFound) {
  const Ended without = doctor(library("no_entry"));
  expect_found(without, "exports", "does not export DllGetClassObject");
  EXPECT_THAT(without.out, AllOf(HasSubstr("library       ok"), HasSubstr("mapped        ok")));
  expect_found(doctor(library("borrows_entry")), "exports", "DllGetClassObject is not the library's own");
}

TEST(Doctor, OutlivesWhatALibraryDoesWhenItIsLoaded) {
  expect_found(doctor(library("dies_of_loading")), "library", "died while it loaded the subject: SIGABRT");
  expect_found(doctor(library("hangs_while_loading")), "library", "did not load within 500 ms");
}

TEST(Doctor, DraftsClaimsThatARunFindsTrue) {
  for (const std::string subject : {"builtin", "mutant:none", "mutant:without-sequential2"}) {
    const TemporaryFolder folder;
    const std::string file = folder.file("claims.yaml");
    const Ended draft = msconform({"doctor", "--subject", subject, "--draft", file});
    EXPECT_EQ(draft.exit_code, 0) << draft.out << draft.err;
    const Ended run = msconform({"run", "capability.*", "--subject", subject, "--capabilities", file});
    EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
    EXPECT_EQ(value_in(last_line(run.out), "passed"), "10");
    const Ended again = msconform({"doctor", "--subject", subject, "--capabilities", file});
    EXPECT_EQ(again.exit_code, 0) << again.out;
    EXPECT_THAT(again.out, HasSubstr("capabilities  ok      " + file + ": every claim holds"));
  }
}

TEST(Doctor, FindsAClaimThatDoesNotHold) {
  const TemporaryFolder folder;
  const std::string file = folder.file("claims.yaml");
  ASSERT_EQ(msconform({"doctor", "--draft", file}).exit_code, 0);
  const Ended ended = msconform({"doctor", "--subject", "mutant:no-burning", "--capabilities", file});
  expect_found(ended, "capabilities", "write: IDiscFormat2Data::Write, claimed: yes: expected offered");
}

TEST(Doctor, WritesOverNoFile) {
  const TemporaryFolder folder;
  const std::string file = folder.file("claims.yaml");
  std::ofstream(file) << "edited by hand";
  expect_found(msconform({"doctor", "--draft", file}), "draft", "is there already");
  EXPECT_EQ(text_of(file), "edited by hand");
  expect_found(msconform({"doctor", "--draft", "/nonexistent/c.yaml"}), "draft", "cannot be written: No such file");
}

TEST(Doctor, LeavesToAPersonWhatASubjectDoesNotAnswer) {
  const TemporaryFolder folder;
  const Ended ended = doctor(library("refuses"), {"--draft", folder.file("claims.yaml")});
  expect_found(ended, "draft", "claims are yours to make");
  EXPECT_THAT(text_of(folder.file("claims.yaml")), HasSubstr("# write: no answer: "));
}

TEST(Doctor, DraftsNothingForALibraryThatDoesNotLoad) {
  const TemporaryFolder folder;
  const Ended ended = doctor(library("dies_of_loading"), {"--draft", folder.file("claims.yaml")});
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.out, HasSubstr("draft         -       not looked at"));
  EXPECT_FALSE(fs::exists(folder.file("claims.yaml")));
}

TEST(Doctor, ReadsClaimsStrictly) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("claims.yaml")) << "capabilities: all\n";
  expect_found(msconform({"doctor", "--capabilities", folder.file("claims.yaml")}), "capabilities",
               folder.file("claims.yaml") + ":1:15: key 'capabilities': 'all' is no mapping");
}

TEST(Doctor, WithoutItsMutantsSaysThatItCannotTell) {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("bin"));
  fs::create_directory(folder.file("lib"));
  fs::copy_file(DISCBENCH_MSCONFORM, folder.file("bin/msconform"));
  for (const auto& entry : fs::directory_iterator(fs::path(DISCBENCH_MSCONFORM).parent_path().parent_path() / "lib")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("libdiscbench-") && name.find("mutant") == std::string::npos)
      fs::copy(entry.path(), folder.file("lib/" + name));
  }
  const std::string out = folder.file("out");
  const int status = std::system(("DISCBENCH_PROFILES='" DISCBENCH_SOURCE_DIR "/profiles' '" +
                                  folder.file("bin/msconform") + "' doctor > '" + out + "' 2>&1")
                                     .c_str());
  EXPECT_EQ(WEXITSTATUS(status), 3);
  EXPECT_THAT(text_of(out), ContainsRegex("known-good    FAILED  .*libdiscbench-mutant.so: there is no such file"));
}

TEST(Doctor, TakesOptionsOnly) {
  EXPECT_EQ(msconform({"doctor", "sequential.*"}).exit_code, 2);
  EXPECT_EQ(msconform({"doctor", "--draft", ""}).exit_code, 2);
  EXPECT_EQ(msconform({"doctor", "--subject", "mutant:nobody"}).exit_code, 2);
  EXPECT_THAT(msconform({"doctor", "--help"}).out, HasSubstr("example"));
}

}  // namespace
}  // namespace discbench
