// The program compares with what was embedded into it; these tests compare with the files. Both are the same.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "report/report.h"
#include "selftest/golden_reports.h"

namespace discbench::report {
namespace {

std::string file_of(const std::string& name) {
  std::ifstream file(DISCBENCH_SOURCE_DIR "/harness/selftest/golden/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(EmbeddedGolden, IsTheFileToTheByte) {
  EXPECT_EQ(selftest::golden_report("console"), file_of("every_verdict.txt"));
  EXPECT_EQ(selftest::golden_report("json"), file_of("every_verdict.json"));
  EXPECT_EQ(selftest::golden_report("junit"), file_of("every_verdict.xml"));
}

TEST(EmbeddedGolden, IsThereForEveryFormat) {
  for (const Format& format : formats()) EXPECT_FALSE(selftest::golden_report(format.name).empty()) << format.name;
  EXPECT_TRUE(selftest::golden_report("yaml").empty());
}

}  // namespace
}  // namespace discbench::report
