#include "result/case_json.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace discbench::result {
namespace {

CaseResult full_case() {
  CaseResult result;
  result.clause = "multisession.in-use.round-trip";
  result.scenario = "cd-r/blank";
  result.verdict = Verdict::blocked;
  result.checks = 7;
  result.failures = {{"get_InUse", "success", "E_FAIL (0x80004005)"}, {"put_InUse", "a", "b"}};
  result.notes = {"put_InUse answered S_FALSE (0x00000001)"};
  result.reason = "get_InUse: expected success";
  result.blocked_by = BlockedBy::subject;
  result.wire = {"READ DISC INFORMATION -> GOOD"};
  result.waivers = {{"ACME-12", "quirk", "me@acme.example", "https://tracker.acme.example/12", "2027-03-31"}};
  return result;
}

TEST(CaseJson, ACaseComesBackAsItWas) { EXPECT_EQ(from_json_line(to_json_line(full_case())), full_case()); }

TEST(CaseJson, EveryVerdictComesBackAsItWas) {
  for (std::size_t i = 0; i < verdict_count; ++i) {
    CaseResult result;
    result.verdict = static_cast<Verdict>(i);
    EXPECT_EQ(from_json_line(to_json_line(result)).verdict, result.verdict);
  }
}

TEST(CaseJson, IsOneLineWhateverASubjectSays) {
  CaseResult result = full_case();
  result.notes = {"a\nb\x1b\xff"};
  const std::string line = to_json_line(result);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(from_json_line(line).notes.front(), "a\\x0Ab\\x1B\\xFF");
}

TEST(CaseJson, WhatIsNoCaseIsRefused) {
  EXPECT_THROW(from_json_line(""), std::runtime_error);
  EXPECT_THROW(from_json_line("[1, 2]"), std::runtime_error);
  EXPECT_THROW(from_json_line("{\"clause\": 1}"), std::runtime_error);
  EXPECT_THROW(from_json_line(R"({"clause":"a","scenario":"b","verdict":"perfect","checks":0})"), std::runtime_error);
}

}  // namespace
}  // namespace discbench::result
