#include <ostream>
#include <pugixml.hpp>

#include "report/interface_of.h"
#include "report/report.h"

namespace discbench::report {
namespace {

using result::CaseResult;
using result::Verdict;

constexpr char mapping[] =
    "failed: failure; crashed, timed_out, blocked, not_run: error; not_applicable, waived: skipped; "
    "noted: passed, with its notes in system-out";

struct Counts {
  std::uint32_t tests = 0;
  std::uint32_t failures = 0;
  std::uint32_t errors = 0;
  std::uint32_t skipped = 0;

  void add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(std::string(value).c_str());
}

void set(pugi::xml_node node, const Counts& counts) {
  node.append_attribute("tests").set_value(counts.tests);
  node.append_attribute("failures").set_value(counts.failures);
  node.append_attribute("errors").set_value(counts.errors);
  node.append_attribute("skipped").set_value(counts.skipped);
}

void add_property(pugi::xml_node properties, const char* name, std::string_view value) {
  pugi::xml_node property = properties.append_child("property");
  set(property, "name", name);
  set(property, "value", value);
}

void add_text(pugi::xml_node node, const std::string& text) {
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

std::string evidence_of(const result::RunResult& run, const CaseResult& result) {
  std::string text;
  for (const result::Failure& failure : result.failures) {
    text += failure.call + "\n  expected " + failure.expected + "\n  observed " + failure.observed + "\n";
  }
  for (const std::string& line : result.wire) text += "wire: " + line + "\n";
  return text + "repeat: " + repeat_command(run, result) + "\n";
}

std::string headline_of(const CaseResult& result) {
  // Of other verdicts the reason says more: what was blocked, or how it had ended before it was waived.
  return result.reason.empty() || result.verdict == Verdict::failed ? evidence_of(result) : result.reason;
}

void add_problem(pugi::xml_node node, const char* kind, const result::RunResult& run, const CaseResult& result) {
  pugi::xml_node problem = node.append_child(kind);
  set(problem, "type", name_of(result.verdict));
  set(problem, "message", headline_of(result));
  add_text(problem, evidence_of(run, result));
}

pugi::xml_node add_skipped(pugi::xml_node node, const CaseResult& result) {
  pugi::xml_node skipped = node.append_child("skipped");
  set(skipped, "message", std::string(name_of(result.verdict)) + ": " + result.reason);
  return skipped;
}

Counts add_outcome(pugi::xml_node node, const result::RunResult& run, const CaseResult& result) {
  switch (result.verdict) {
    case Verdict::failed:
      add_problem(node, "failure", run, result);
      return {.tests = 1, .failures = 1};
    case Verdict::crashed:
    case Verdict::timed_out:
    case Verdict::blocked:
    case Verdict::not_run:
      add_problem(node, "error", run, result);
      return {.tests = 1, .errors = 1};
    case Verdict::not_applicable:
      add_skipped(node, result);
      return {.tests = 1, .skipped = 1};
    case Verdict::waived:
      add_text(add_skipped(node, result), evidence_of(run, result));
      return {.tests = 1, .skipped = 1};
    case Verdict::passed:
    case Verdict::noted:
      break;
  }
  return {.tests = 1};
}

Counts add_case(pugi::xml_node suite, const Document& document, const CaseResult& result) {
  pugi::xml_node node = suite.append_child("testcase");
  set(node, "classname", result.clause);
  set(node, "name", result.scenario);
  node.append_attribute("assertions").set_value(result.checks);
  pugi::xml_node properties = node.append_child("properties");
  add_property(properties, "verdict", name_of(result.verdict));
  if (const contract::Clause* clause = document.clause(result.clause); clause != nullptr) {
    add_property(properties, "level", name_of(clause->level));
  }
  for (const result::Waiver& waiver : result.waivers) {
    add_property(properties, "waiver", waiver.id);
    add_property(properties, "waiver-kind", waiver.kind);
    add_property(properties, "waiver-owner", waiver.owner);
    add_property(properties, "waiver-link", waiver.link);
    add_property(properties, "waiver-expires", waiver.expires);
  }
  const Counts counts = add_outcome(node, document.run, result);
  std::string notes;
  for (const std::string& note : result.notes) notes += note + "\n";
  if (!notes.empty()) add_text(node.append_child("system-out"), notes);
  return counts;
}

pugi::xml_node begin_suite(pugi::xml_node root, const result::RunResult& run, std::string_view name) {
  pugi::xml_node suite = root.append_child("testsuite");
  set(suite, "name", name);
  pugi::xml_node properties = suite.append_child("properties");
  add_property(properties, "subject", run.subject);
  add_property(properties, "mapping", mapping);
  return suite;
}

Counts add_suite(pugi::xml_node root, const Document& document, std::string_view interface) {
  pugi::xml_node suite = begin_suite(root, document.run, interface);
  Counts counts;
  for (const CaseResult& result : document.run.cases) {
    if (interface_of(result.clause) == interface) counts.add(add_case(suite, document, result));
  }
  set(suite, counts);
  return counts;
}

/// What went wrong outside any case must not be green anywhere.
Counts add_troubles(pugi::xml_node root, const result::RunResult& run) {
  pugi::xml_node suite = begin_suite(root, run, "process");
  Counts counts;
  for (const std::string& trouble : run.troubles) {
    pugi::xml_node node = suite.append_child("testcase");
    set(node, "classname", "process");
    set(node, "name", "trouble " + std::to_string(counts.tests + 1));
    set(node.append_child("error"), "message", trouble);
    counts.add({.tests = 1, .errors = 1});
  }
  set(suite, counts);
  return counts;
}

}  // namespace

void write_junit(const Document& document, std::ostream& stream) {
  const result::RunResult run = with_printable_text(document.run);
  const Document clean{run, document.clauses};
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("testsuites");
  set(root, "name", "msconform");
  Counts counts;
  for (const std::string& interface : interfaces_of(run.cases)) counts.add(add_suite(root, clean, interface));
  if (!run.troubles.empty()) counts.add(add_troubles(root, run));
  set(root, counts);
  root.append_attribute("time").set_value(run.seconds, 3);
  xml.save(stream, "  ");
}

}  // namespace discbench::report
