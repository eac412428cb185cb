#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include "bundle/reader.h"
#include "bundle/writer.h"
#include "selftest/attempts.h"
#include "selftest/golden_reports.h"
#include "selftest/meta_catalogue.h"
#include "selftest/sample_run.h"

namespace discbench::selftest {
namespace {

using result::Verdict;

std::string report_of(const Setting& setting, std::string_view format, const result::RunResult& run,
                      std::span<const contract::Clause> clauses) {
  for (const report::Format& one : setting.formats) {
    if (one.name != format) continue;
    std::ostringstream text;
    one.write({run, clauses}, text);
    return text.str();
  }
  throw std::runtime_error("there is no report format " + std::string(format));
}

/// The verdict of a case in a JSON report; empty where it is not in it, or where that is no JSON.
std::string verdict_in_json(const std::string& text, const std::string& id) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("cases")) return "";
  for (const nlohmann::json& one : json["cases"]) {
    if (one.value("id", "") == id) return one.value("verdict", "");
  }
  return "";
}

/// "passed", "skipped", "failure", "error": what a build server takes the case for; empty where it is not in it.
std::string verdict_in_junit(const std::string& text, const result::CaseResult& result) {
  pugi::xml_document xml;
  if (!xml.load_string(text.c_str())) return "";
  const std::string path = "//testcase[@classname='" + result.clause + "' and @name='" + result.scenario + "']";
  const pugi::xml_node found = xml.select_node(path.c_str()).node();
  if (!found) return "";
  for (const char* child : {"failure", "error", "skipped"}) {
    if (found.child(child)) return child;
  }
  return "passed";
}

}  // namespace

void crash_loses_nothing(const Setting& setting, Findings& findings) {
  const std::vector<std::string> clauses = {"meta.a-passes", "meta.abort", "meta.fails", "meta.z-passes"};
  std::vector<std::string> ids;
  for (const std::string& clause : clauses) ids.push_back(meta_case(clause));
  bundle::Manifest manifest;
  manifest.options = nlohmann::ordered_json::object();
  bundle::Writer bundle(setting.folder / "bundle", manifest, ids);
  runner::Options options = meta_options();
  options.settle = [&bundle](std::size_t, result::CaseResult& result) { bundle.add(result); };
  const result::RunResult run = run_meta(setting, clauses, options);
  bundle.finish(run);
  findings.equal("cases", clauses.size(), run.cases.size());
  findings.verdict(run, meta_case("meta.abort"), Verdict::crashed);
  findings.verdict(run, meta_case("meta.z-passes"), Verdict::passed);
  const result::RunResult kept = bundle::read(setting.folder / "bundle").run;
  findings.expect(kept.cases == run.cases, "the cases in the bundle", "those of the run", "others");
  const std::string json = report_of(setting, "json", run, meta_clauses());
  const std::string junit = report_of(setting, "junit", run, meta_clauses());
  for (const result::CaseResult& result : run.cases) {
    findings.equal(result.id() + " in JSON", name_of(result.verdict), verdict_in_json(json, result.id()));
    findings.expect(!verdict_in_junit(junit, result).empty(), result.id() + " in JUnit", "a test case", "none");
  }
  const std::string console = report_of(setting, "console", run, meta_clauses());
  findings.says("the console", console, "CRASHED  meta.abort");
  findings.says("the console", console, "FAILED  meta.fails");
}

namespace {

/// How a clause of the meta catalogue ends, and what a build server takes that for.
struct Fate {
  const char* clause;
  Verdict verdict;
  std::string_view junit;
};
constexpr std::array fates{
    Fate{"meta.a-passes", Verdict::passed, "passed"},
    Fate{"meta.abort", Verdict::crashed, "error"},
    Fate{"meta.blocked", Verdict::blocked, "error"},
    Fate{"meta.blocked-by-rig", Verdict::blocked, "error"},
    Fate{"meta.exit", Verdict::crashed, "error"},
    Fate{"meta.fails", Verdict::failed, "failure"},
    Fate{"meta.hang", Verdict::timed_out, "error"},
    Fate{"meta.info", Verdict::noted, "passed"},
    Fate{"meta.not-applicable", Verdict::not_applicable, "skipped"},
    Fate{"meta.nothing-compared", Verdict::blocked, "error"},
    Fate{"meta.throws", Verdict::failed, "failure"},
    Fate{"meta.z-passes", Verdict::passed, "passed"},
};

}  // namespace

void every_ending_has_its_verdict(const Setting& setting, Findings& findings) {
  std::vector<std::string> clauses;
  for (const Fate& fate : fates) clauses.emplace_back(fate.clause);
  runner::Options options = meta_options();
  options.case_limit = std::chrono::milliseconds(1500);
  const result::RunResult run = run_meta(setting, clauses, options);
  findings.equal("cases", fates.size(), run.cases.size());
  const std::string json = report_of(setting, "json", run, meta_clauses());
  const std::string junit = report_of(setting, "junit", run, meta_clauses());
  for (const Fate& fate : fates) {
    const std::string id = meta_case(fate.clause);
    if (!findings.verdict(run, id, fate.verdict)) continue;
    findings.equal(id + " in JSON", name_of(fate.verdict), verdict_in_json(json, id));
    findings.equal(id + " in JUnit", fate.junit, verdict_in_junit(junit, *find_case(run, id)));
  }
  findings.says(
      "the console", report_of(setting, "console", run, meta_clauses()),
      "2 passed, 2 failed, 2 crashed, 1 timed out, 3 blocked, 0 waived, 1 noted, 1 not applicable, 0 not run");
  findings.outcome(run, result::Outcome::not_conformant);
}

void skips_are_no_score(const Setting& setting, Findings& findings) {
  const result::RunResult run =
      run_meta(setting, {"meta.a-passes", "meta.fails", "meta.info", "meta.not-applicable", "meta.z-passes"});
  findings.equal("applicable cases of 5, one skipped and one noted", 3, totals_of(run.cases).applicable());
  const std::string console = report_of(setting, "console", run, meta_clauses());
  findings.says("the console's score", console, "Score: 2 of 3 applicable cases passed");
  findings.says("the console's matrix", console, "2/3");
}

void skip_is_not_shown_as_passed(const Setting& setting, Findings& findings) {
  const result::RunResult run = run_meta(setting, {"meta.a-passes", "meta.not-applicable"});
  const std::string id = meta_case("meta.not-applicable");
  const result::CaseResult* skipped = find_case(run, id);
  if (!findings.expect(skipped != nullptr, id, "a case of the run", "none")) return;
  const std::string console = report_of(setting, "console", run, meta_clauses());
  findings.says("the console", console, ": 1 passed, ");
  findings.says("the console", console, " 1 not applicable, ");
  findings.equal("JSON", "not_applicable", verdict_in_json(report_of(setting, "json", run, meta_clauses()), id));
  findings.equal("JUnit", "skipped", verdict_in_junit(report_of(setting, "junit", run, meta_clauses()), *skipped));
}

namespace {

void expect_golden(const Setting& setting, std::string_view format, Findings& findings) {
  const result::RunResult run = sample_run();
  std::set<Verdict> verdicts;
  for (const result::CaseResult& result : run.cases) verdicts.insert(result.verdict);
  findings.equal("verdicts in the run", result::verdict_count, verdicts.size());
  findings.equal("the report", golden_report(format), report_of(setting, format, run, sample_clauses()));
}

}  // namespace

void console_is_golden(const Setting& setting, Findings& findings) { expect_golden(setting, "console", findings); }
void json_is_golden(const Setting& setting, Findings& findings) { expect_golden(setting, "json", findings); }
void junit_is_golden(const Setting& setting, Findings& findings) { expect_golden(setting, "junit", findings); }

}  // namespace discbench::selftest
