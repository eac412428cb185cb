// docs/waivers.schema.json and our reader are of one mind on every sample.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace discbench::waiver
