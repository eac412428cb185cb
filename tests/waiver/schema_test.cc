// docs/waivers.schema.json and our reader are of one mind on every sample.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "profile/problem.h"
#include "schema/json_schema.h"
#include "waiver/waiver_file.h"

namespace discbench::waiver {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const fs::path schema_file = DISCBENCH_SOURCE_DIR "/docs/waivers.schema.json";
const fs::path samples = DISCBENCH_SOURCE_DIR "/tests/waiver/samples";

std::vector<std::string> refusals_of(const fs::path& file) {
  try {
    read_waivers(file);
  } catch (const profile::ProfileError& error) {
    return error.lines();
  }
  return {};
}

TEST(Schema, AndReaderAcceptTheValidSamples) {
  ASSERT_THAT(schema::files_in(samples / "valid"), SizeIs(testing::Ge(9u)));
  for (const fs::path& file : schema::files_in(samples / "valid")) {
    EXPECT_EQ(schema::complaint(schema_file, file), "") << file;
    EXPECT_THAT(refusals_of(file), IsEmpty()) << file;
  }
}

TEST(Schema, AndReaderRefuseTheInvalidSamples) {
  ASSERT_THAT(schema::files_in(samples / "invalid"), SizeIs(testing::Ge(38u)));
  for (const fs::path& file : schema::files_in(samples / "invalid")) {
    EXPECT_NE(schema::complaint(schema_file, file), "") << file;
    EXPECT_THAT(refusals_of(file), SizeIs(1)) << file << ": each has one thing wrong";
  }
}

TEST(Schema, LeavesToTheReaderWhatNoSchemaCanSay) {
  ASSERT_THAT(schema::files_in(samples / "not-for-a-schema"), Not(IsEmpty()));
  for (const fs::path& file : schema::files_in(samples / "not-for-a-schema")) {
    EXPECT_THAT(refusals_of(file), SizeIs(1)) << file;
  }
}

TEST(Page, ShowsAnExampleThatBothAccept) {
  std::ifstream stream(DISCBENCH_SOURCE_DIR "/docs/waivers-and-capabilities.md");
  const std::string page(std::istreambuf_iterator<char>(stream), {});
  const std::string begin = "```yaml\nwaivers:\n";
  const std::size_t from = page.find(begin);
  ASSERT_NE(from, std::string::npos);
  const std::size_t text = from + std::string("```yaml\n").size();
  const fs::path file = fs::path(testing::TempDir()) / "page-waiver.yaml";
  std::ofstream(file) << page.substr(text, page.find("```", text) - text);
  EXPECT_EQ(schema::complaint(schema_file, file), "");
  EXPECT_THAT(refusals_of(file), IsEmpty());
  fs::remove(file);
}

}  // namespace
}  // namespace discbench::waiver
