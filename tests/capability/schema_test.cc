// docs/capabilities.schema.json and our reader are of one mind on every sample.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "capability/claims.h"
#include "profile/problem.h"
#include "schema/json_schema.h"

namespace discbench::capability {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path schema_file = DISCBENCH_SOURCE_DIR "/docs/capabilities.schema.json";
const fs::path samples = DISCBENCH_SOURCE_DIR "/tests/capability/samples";

std::vector<std::string> refusals_of(const fs::path& file) {
  try {
    read_claims(file);
  } catch (const profile::ProfileError& error) {
    return error.lines();
  }
  return {};
}

TEST(Schema, AndReaderAcceptTheValidSamples) {
  ASSERT_THAT(schema::files_in(samples / "valid"), SizeIs(testing::Ge(4u)));
  for (const fs::path& file : schema::files_in(samples / "valid")) {
    EXPECT_EQ(schema::complaint(schema_file, file), "") << file;
    EXPECT_THAT(refusals_of(file), IsEmpty()) << file;
  }
}

TEST(Schema, AndReaderRefuseTheInvalidSamples) {
  ASSERT_THAT(schema::files_in(samples / "invalid"), SizeIs(testing::Ge(16u)));
  for (const fs::path& file : schema::files_in(samples / "invalid")) {
    EXPECT_NE(schema::complaint(schema_file, file), "") << file;
    EXPECT_THAT(refusals_of(file), SizeIs(1)) << file << ": each has one thing wrong";
  }
}

TEST(Schema, LeavesToTheReaderWhatNoSchemaCanSay) {
  ASSERT_THAT(schema::files_in(samples / "not-for-a-schema"), SizeIs(2));
  for (const fs::path& file : schema::files_in(samples / "not-for-a-schema")) {
    EXPECT_THAT(refusals_of(file), SizeIs(1)) << file;
  }
}

TEST(Schema, AsksForEveryCapabilityAndNoOther) {
  std::ifstream stream(schema_file);
  const nlohmann::json mapping = nlohmann::json::parse(stream).at("properties").at("capabilities");
  std::vector<std::string> names;
  for (const Capability& capability : capabilities()) names.emplace_back(capability.name);
  EXPECT_EQ(mapping.at("required").get<std::vector<std::string>>(), names);
  EXPECT_EQ(mapping.at("properties").size(), names.size());
}

TEST(Page, ShowsAnExampleThatBothAccept) {
  std::ifstream stream(DISCBENCH_SOURCE_DIR "/docs/waivers-and-capabilities.md");
  const std::string page(std::istreambuf_iterator<char>(stream), {});
  const std::string begin = "```yaml\ncapabilities:\n";
  const std::size_t from = page.find(begin);
  ASSERT_NE(from, std::string::npos);
  const std::size_t text = from + std::string("```yaml\n").size();
  const fs::path file = fs::path(testing::TempDir()) / "page-capability.yaml";
  std::ofstream(file) << page.substr(text, page.find("```", text) - text);
  EXPECT_EQ(schema::complaint(schema_file, file), "");
  EXPECT_THAT(refusals_of(file), IsEmpty());
  fs::remove(file);
}

TEST(Page, ExplainsEveryCapability) {
  std::ifstream stream(DISCBENCH_SOURCE_DIR "/docs/waivers-and-capabilities.md");
  const std::string page(std::istreambuf_iterator<char>(stream), {});
  for (const Capability& capability : capabilities()) {
    const std::string row = "| `" + std::string(capability.name) + "` | ";
    ASSERT_NE(page.find(row), std::string::npos) << row;
    const std::string line = page.substr(page.find(row), page.find('\n', page.find(row)) - page.find(row));
    EXPECT_THAT(line, testing::HasSubstr("| `" + std::string(capability.scenario) + "` |"));
    std::string plain = line;
    std::erase(plain, '`');
    EXPECT_THAT(plain, testing::HasSubstr("| " + std::string(capability.what) + " |"));
    EXPECT_THAT(plain, testing::HasSubstr("| " + std::string(capability.absence) + " |"));
  }
}

}  // namespace
}  // namespace discbench::capability
