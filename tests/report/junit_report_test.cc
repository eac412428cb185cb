#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <sstream>

#include "report/golden_file.h"
#include "report/report.h"
#include "selftest/sample_run.h"

namespace discbench::report {
namespace {

using selftest::sample_clauses;
using selftest::sample_run;

std::string junit_text() {
  std::ostringstream stream;
  const result::RunResult run = sample_run();
  write_junit({run, sample_clauses()}, stream);
  return stream.str();
}

struct JUnit : testing::Test {
  JUnit() { parsed = xml.load_string(junit_text().c_str()); }

  pugi::xml_node test_case(const std::string& clause, const std::string& scenario) const {
    const std::string path = "//testcase[@classname='" + clause + "' and @name='" + scenario + "']";
    return xml.select_node(path.c_str()).node();
  }
  /// Of all test cases, or of those that hold such a child.
  std::size_t count(const std::string& child, pugi::xml_node below) const {
    return below.select_nodes((child.empty() ? ".//testcase" : ".//testcase[" + child + "]").c_str()).size();
  }

  pugi::xml_document xml;
  pugi::xml_parse_result parsed;
};

TEST_F(JUnit, ARunWithEveryVerdictIsTheGoldenOne) {
  const std::string text = junit_text();
  EXPECT_EQ(text, golden("every_verdict.xml", text));
}

TEST_F(JUnit, IsXmlWhateverASubjectSays) {
  EXPECT_TRUE(parsed) << parsed.description();
  EXPECT_STREQ(test_case("com.odd-values", "cd-r/blank").child_value("system-out"),
               "put_InUse(1), then get_InUse: 1 <b>&\\xFF\\u{202E}\\x07]]> \"quoted\"\n");
}

TEST_F(JUnit, EveryVerdictHasItsElement) {
  const std::string in_use = "multisession.in-use.round-trip";
  EXPECT_TRUE(test_case(in_use, "cd-r/blank").child("failure"));
  EXPECT_TRUE(test_case(in_use, "bd-r/blank").child("error"));
  EXPECT_TRUE(test_case(in_use, "no-disc/empty").child("skipped"));
  EXPECT_TRUE(test_case("multisession.in-use.null", "cd-r/blank").child("error"));
  EXPECT_TRUE(test_case("multisession.in-use.null", "cd-r/one-session").child("error"));
  EXPECT_TRUE(test_case("sequential.next-writable-address.value", "bd-r/blank").child("error"));
  EXPECT_TRUE(test_case("sequential.free-sectors.value", "cd-r/one-session").child("skipped"));
  const pugi::xml_node passed = test_case("sequential.free-sectors.value", "cd-r/blank");
  EXPECT_TRUE(passed);
  EXPECT_FALSE(passed.child("failure") || passed.child("error") || passed.child("skipped"));
}

TEST_F(JUnit, TheCountsOfSuitesAndRunAreThoseOfTheElements) {
  for (const pugi::xpath_node& found : xml.select_nodes("//testsuite | /testsuites")) {
    const pugi::xml_node node = found.node();
    EXPECT_EQ(node.attribute("tests").as_uint(), count("", node));
    EXPECT_EQ(node.attribute("failures").as_uint(), count("failure", node));
    EXPECT_EQ(node.attribute("errors").as_uint(), count("error", node));
    EXPECT_EQ(node.attribute("skipped").as_uint(), count("skipped", node));
  }
  // 15 cases, and the one trouble outside of them.
  EXPECT_EQ(xml.child("testsuites").attribute("tests").as_uint(), 16u);
}

TEST_F(JUnit, EveryCaseStandsOnce) {
  for (const result::CaseResult& result : sample_run().cases) {
    const std::string path = "//testcase[@classname='" + result.clause + "' and @name='" + result.scenario + "']";
    EXPECT_EQ(xml.select_nodes(path.c_str()).size(), 1u) << result.id();
  }
}

}  // namespace
}  // namespace discbench::report
