#include "bundle/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bundle/bundle_error.h"
#include "bundle/sample_bundle.h"
#include "profile/scratch.h"

namespace discbench::bundle {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

/// While it lives no file can grow beyond `bytes`, as on a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
};

std::string refusal_to_begin(const std::filesystem::path& folder) {
  try {
    const Writer writer(folder, sample_manifest(), sample_ids());
    return "begun";
  } catch (const BundleError& error) {
    return error.what();
  }
}

class WriterOf : public testing::Test {
 protected:
  Scratch scratch;
  std::filesystem::path folder = scratch.path() / "runs" / "today";
};

TEST_F(WriterOf, EveryResultIsOnDiskAtOnce) {
  Writer writer(folder, sample_manifest(), sample_ids());
  EXPECT_EQ(read(folder).without_result, 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    writer.add(passed(sample_ids()[i]));
    EXPECT_EQ(read(folder).without_result, 3 - i);
    EXPECT_FALSE(read(folder).finished);
  }
  writer.finish({});
  EXPECT_TRUE(read(folder).finished);
}

TEST_F(WriterOf, AnEmptyFolderWillDoAndIsKept) {
  std::filesystem::create_directories(folder);
  { const Writer writer(folder, sample_manifest(), sample_ids()); }
  EXPECT_TRUE(std::filesystem::is_empty(folder)) << "nothing ran: the next run finds it as it was";
  write_run(folder);
  EXPECT_EQ(refusal_of(folder), "read");
}

TEST_F(WriterOf, AFolderMayBeNamedWithASlashBehindIt) {
  write_run(folder / "");
  EXPECT_EQ(refusal_of(folder), "read");
}

TEST_F(WriterOf, WithoutAnyResultNothingIsLeft) {
  { const Writer writer(folder, sample_manifest(), sample_ids()); }
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(WriterOf, ARunThatWasEmptyIsOneAllTheSame) {
  {
    Writer writer(folder, sample_manifest(), {});
    writer.finish({});
  }
  EXPECT_TRUE(read(folder).finished);
}

TEST_F(WriterOf, WhatIsThereIsNotTouched) {
  write_run(folder);
  const std::string cases = text_of(folder / cases_file);
  EXPECT_THAT(refusal_to_begin(folder), EndsWith("today is not empty; name a folder that is not there yet"));
  EXPECT_EQ(text_of(folder / cases_file), cases);
  const auto plain = scratch.write("plain", "text");
  EXPECT_THAT(refusal_to_begin(plain), EndsWith("plain is no folder; name one that is not there yet"));
  EXPECT_THAT(refusal_to_begin(plain / "below"), HasSubstr("plain/below cannot be made: Not a directory"));
  EXPECT_EQ(text_of(plain), "text");
}

TEST_F(WriterOf, AFolderThatMayNotBeWrittenIsRefused) {
  ASSERT_EQ(chmod(scratch.path().c_str(), 0555), 0);
  const auto as_expected = [this] {
    const std::string refusal = refusal_to_begin(scratch.path() / "today");
    return refusal == (scratch.path() / "today").string() + " cannot be made: Permission denied";
  };
  if (geteuid() != 0) {
    EXPECT_TRUE(as_expected());
    ASSERT_EQ(chmod(scratch.path().c_str(), 0755), 0);
    return;
  }
  // Root may write anywhere: try as nobody does.
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    if (setgid(65534) != 0 || setuid(65534) != 0) _exit(2);
    _exit(as_expected() ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0) << "2 is: cannot become nobody; 1: another message";
}

TEST_F(WriterOf, OnAFullDiskNothingBegins) {
  std::string refusal;
  {
    const FullDisk full(10);
    refusal = refusal_to_begin(folder);
  }
  EXPECT_THAT(refusal, HasSubstr("cannot be written: File too large"));
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(WriterOf, WhatFitsTheDiskStaysWhole) {
  Manifest manifest = sample_manifest();
  manifest.repeat = 1000;
  Writer writer(folder, manifest, sample_ids());
  std::size_t added = 0;
  std::string refusal;
  {
    const FullDisk full(2000);
    try {
      for (; added < 1000; ++added) writer.add(passed(sample_ids()[0]));
    } catch (const BundleError& error) {
      refusal = error.what();
    }
  }
  EXPECT_THAT(refusal, HasSubstr("cases.jsonl cannot be written: File too large; the " + std::to_string(added) +
                                 " results before it stay: 'msconform report " + folder.string() + "'"));
  EXPECT_GT(added, 10u);
  EXPECT_EQ(text_of(folder / cases_file).back(), '\n') << "no half line";
  EXPECT_EQ(read(folder).without_result, 4000 - added);
}

TEST_F(WriterOf, AnEndThatDoesNotFitTheDiskCostsNoResult) {
  Writer writer(folder, sample_manifest(), sample_ids());
  for (const std::string& id : sample_ids()) writer.add(passed(id));
  std::string refusal;
  {
    const FullDisk full(10);
    try {
      writer.finish({});
    } catch (const BundleError& error) {
      refusal = error.what();
    }
  }
  EXPECT_THAT(refusal, HasSubstr("the 4 results before it stay"));
  EXPECT_EQ(read(folder).without_result, 0u);
  EXPECT_FALSE(read(folder).finished);
}

}  // namespace
}  // namespace discbench::bundle
