#include "result/case_json.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "result/printable.h"

namespace discbench::result {
namespace {

using Json = nlohmann::ordered_json;

Json texts(const std::vector<std::string>& lines) {
  Json list = Json::array();
  for (const std::string& line : lines) list.push_back(printable(line));
  return list;
}

Json failures_of(const CaseResult& result) {
  Json list = Json::array();
  for (const Failure& failure : result.failures) {
    list.push_back({{"call", printable(failure.call)},
                    {"expected", printable(failure.expected)},
                    {"observed", printable(failure.observed)}});
  }
  return list;
}

/// Verdicts that did not come are left out.
Json times_of(const CaseResult& result) {
  Json json = Json::object();
  for (std::size_t i = 0; i < result.times.size(); ++i) {
    if (result.times[i] > 0) json[std::string(name_of(static_cast<Verdict>(i)))] = result.times[i];
  }
  return json;
}

std::vector<std::uint32_t> times_from(const Json& json) {
  std::vector<std::uint32_t> times(verdict_count);
  for (const auto& [name, count] : json.items()) times[static_cast<std::size_t>(verdict_of(name))] = count;
  return times;
}

Json waivers_of(const CaseResult& result) {
  Json list = Json::array();
  for (const Waiver& waiver : result.waivers) {
    list.push_back({{"id", printable(waiver.id)},
                    {"kind", printable(waiver.kind)},
                    {"owner", printable(waiver.owner)},
                    {"link", printable(waiver.link)},
                    {"expires", printable(waiver.expires)}});
  }
  return list;
}

}  // namespace

Json json_of(const CaseResult& result) {
  Json json;
  json["clause"] = printable(result.clause);
  json["scenario"] = printable(result.scenario);
  json["verdict"] = name_of(result.verdict);
  json["checks"] = result.checks;
  if (result.sequence != 0) json["sequence"] = result.sequence;
  if (!result.times.empty()) json["times"] = times_of(result);
  if (!result.reason.empty()) json["reason"] = printable(result.reason);
  if (result.blocked_by != BlockedBy::nobody) json["blocked_by"] = name_of(result.blocked_by);
  if (!result.failures.empty()) json["failures"] = failures_of(result);
  if (!result.waivers.empty()) json["waivers"] = waivers_of(result);
  if (!result.notes.empty()) json["notes"] = texts(result.notes);
  if (!result.wire.empty()) json["wire"] = texts(result.wire);
  return json;
}

CaseResult case_of(const Json& json) {
  try {
    CaseResult result;
    result.clause = json.at("clause");
    result.scenario = json.at("scenario");
    result.verdict = verdict_of(json.at("verdict").get<std::string>());
    result.checks = json.at("checks");
    result.sequence = json.value("sequence", std::uint32_t{0});
    if (json.contains("times")) result.times = times_from(json.at("times"));
    result.reason = json.value("reason", "");
    result.blocked_by = blocked_by_of(json.value("blocked_by", "nobody"));
    for (const Json& failure : json.value("failures", Json::array())) {
      result.failures.push_back({failure.at("call"), failure.at("expected"), failure.at("observed")});
    }
    for (const Json& waiver : json.value("waivers", Json::array())) {
      result.waivers.push_back(
          {waiver.at("id"), waiver.at("kind"), waiver.at("owner"), waiver.at("link"), waiver.at("expires")});
    }
    result.notes = json.value("notes", std::vector<std::string>{});
    result.wire = json.value("wire", std::vector<std::string>{});
    return result;
  } catch (const std::exception& error) {
    throw std::runtime_error("not the JSON of a case: " + std::string(error.what()));
  }
}

std::string to_json_line(const CaseResult& result) { return json_of(result).dump(); }

CaseResult from_json_line(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) throw std::runtime_error("not the JSON of a case: no JSON at all");
  return case_of(json);
}

}  // namespace discbench::result
