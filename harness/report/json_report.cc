#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "report/report.h"
#include "result/case_json.h"

namespace discbench::report {
namespace {

using Json = nlohmann::ordered_json;
using result::Verdict;

Json totals_json(const result::Totals& totals) {
  Json json;
  json["scenarios"] = totals.scenarios;
  json["clauses"] = totals.clauses;
  json["cases"] = totals.cases;
  for (std::size_t i = 0; i < result::verdict_count; ++i) {
    json[std::string(name_of(static_cast<Verdict>(i)))] = totals.by_verdict[i];
  }
  json["checks"] = totals.checks;
  return json;
}

Json clause_json(const contract::Clause& clause) {
  Json json;
  json["id"] = clause.id;
  json["level"] = name_of(clause.level);
  json["page"] = clause.page;
  json["statement"] = clause.statement;
  json["since"] = name_of(clause.since);
  return json;
}

Json clauses_json(const Document& document) {
  std::set<std::string_view> used;
  for (const result::CaseResult& result : document.run.cases) used.insert(result.clause);
  Json list = Json::array();
  for (const contract::Clause& clause : document.clauses) {
    if (used.contains(clause.id)) list.push_back(clause_json(clause));
  }
  return list;
}

Json case_json(const result::RunResult& run, const result::CaseResult& result) {
  Json json;
  json["id"] = result.id();
  json.update(result::json_of(result));
  json["repeat"] = repeat_command(run, result);
  return json;
}

}  // namespace

void write_json(const Document& document, std::ostream& stream) {
  const result::RunResult run = with_printable_text(document.run);
  const result::Outcome outcome = outcome_of(run);
  Json json;
  json["format"] = "msconform-run";
  json["version"] = 1;
  json["subject"] = run.subject;
  json["generation"] = run.generation;
  json["verdict"] = name_of(outcome);
  json["exit"] = exit_code_of(outcome);
  json["seconds"] = run.seconds;
  json["totals"] = totals_json(totals_of(run.cases));
  json["ineligible_clauses"] = run.ineligible;
  json["troubles"] = run.troubles;
  json["clauses"] = clauses_json(document);
  json["cases"] = Json::array();
  for (const result::CaseResult& result : run.cases) json["cases"].push_back(case_json(run, result));
  stream << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace discbench::report
