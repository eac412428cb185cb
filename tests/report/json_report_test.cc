#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/golden_file.h"
#include "report/report.h"
#include "selftest/sample_run.h"

namespace discbench::report {
namespace {

using selftest::sample_clauses;
using selftest::sample_run;

std::string json_text() {
  std::ostringstream stream;
  const result::RunResult run = sample_run();
  write_json({run, sample_clauses()}, stream);
  return stream.str();
}

TEST(JsonReport, ARunWithEveryVerdictIsTheGoldenOne) {
  const std::string text = json_text();
  EXPECT_EQ(text, golden("every_verdict.json", text));
}

TEST(JsonReport, TheTotalsAreTheSumsOfTheCases) {
  const nlohmann::json json = nlohmann::json::parse(json_text());
  std::map<std::string, int> counted;
  for (const nlohmann::json& one : json["cases"]) ++counted[one["verdict"]];
  EXPECT_EQ(counted.size(), result::verdict_count);
  int sum = 0;
  for (const auto& [verdict, count] : counted) {
    EXPECT_EQ(json["totals"][verdict], count) << verdict;
    sum += count;
  }
  EXPECT_EQ(json["totals"]["cases"], sum);
}

TEST(Formats, EachIsFoundByItsNameAndWritesSomething) {
  const result::RunResult run = sample_run();
  ASSERT_GE(formats().size(), 3u);
  for (const Format& format : formats()) {
    ASSERT_EQ(find_format(format.name), &format);
    std::ostringstream stream;
    format.write({run, sample_clauses()}, stream);
    EXPECT_FALSE(stream.str().empty()) << format.name;
    EXPECT_EQ(stream.str().find('\x1b'), std::string::npos) << format.name << " lets control characters through";
    EXPECT_EQ(stream.str().find('\xff'), std::string::npos) << format.name << " writes what is no UTF-8";
    EXPECT_EQ(stream.str().find("\xe2\x80\xae"), std::string::npos) << format.name << " lets text be turned round";
  }
  EXPECT_EQ(find_format("yaml"), nullptr);
}

}  // namespace
}  // namespace discbench::report
