#include "cli/run_request.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

#include "cli/command_line.h"
#include "cli/shard_option.h"
#include "profile/catalogue.h"
#include "result/shell_word.h"

namespace discbench::cli {
namespace {

namespace options = boost::program_options;
using Json = nlohmann::ordered_json;

constexpr double longest_limit_seconds = 86400;
constexpr unsigned most_repetitions = 1000000;

contract::Generation generation_of(const options::variables_map& values) {
  const std::string name = values["generation"].as<std::string>();
  const std::optional<contract::Generation> generation = contract::generation_named(name);
  if (!generation.has_value()) throw UsageError("--generation " + name + ": expected win7 or xp-vista");
  return *generation;
}

runner::Isolation isolation_named(const std::string& name) {
  if (name == "batch") return runner::Isolation::batch;
  if (name == "case") return runner::Isolation::every_case;
  throw UsageError("--isolate " + name + ": expected batch or case");
}

std::string name_of(runner::Isolation isolation) { return isolation == runner::Isolation::batch ? "batch" : "case"; }

unsigned repeat_of(const options::variables_map& values) {
  const auto repeat = values["repeat"].as<std::int64_t>();
  if (repeat < 1 || repeat > most_repetitions) {
    throw UsageError("--repeat " + std::to_string(repeat) + ": expected 1 to " + std::to_string(most_repetitions));
  }
  return static_cast<unsigned>(repeat);
}

std::string absolute(const std::string& path) {
  return path.empty() ? path : std::filesystem::absolute(path).lexically_normal().string();
}

std::string absolute_subject(const std::string& subject) {
  constexpr std::string_view prefix = "library:";
  return subject.rfind(prefix, 0) == 0 ? std::string(prefix) + absolute(subject.substr(prefix.size())) : subject;
}

std::vector<std::string> absolute_scenarios(const std::vector<std::string>& scenarios) {
  std::vector<std::string> list;
  for (const std::string& one : scenarios) list.push_back(profile::is_path(one) ? absolute(one) : one);
  return list;
}

}  // namespace

std::chrono::milliseconds limit_of(const options::variables_map& values, const std::string& option,
                                   std::chrono::milliseconds otherwise) {
  if (values.count(option) == 0) return otherwise;
  const double seconds = values[option].as<double>();
  if (!(seconds >= 0.001 && seconds <= longest_limit_seconds)) {
    throw UsageError("--" + option + ": expected seconds, 0.001 to 86400");
  }
  return std::chrono::milliseconds(std::llround(seconds * 1000));
}

std::string text_of(const options::variables_map& values, const std::string& option) {
  if (values.count(option) == 0) return "";
  const std::string text = values[option].as<std::string>();
  if (text.empty()) throw UsageError("--" + option + ": expected a value");
  return text;
}

options::options_description run_options() {
  options::options_description description;
  description.add_options()("help,h", "");
  description.add_options()("scenario", options::value<std::vector<std::string>>());
  description.add_options()("subject", options::value<std::string>()->default_value("builtin"));
  description.add_options()("generation", options::value<std::string>()->default_value("win7"));
  description.add_options()("report", options::value<std::vector<std::string>>());
  description.add_options()("profiles", options::value<std::vector<std::string>>());
  description.add_options()("jobs", options::value<int>());
  description.add_options()("isolate", options::value<std::string>()->default_value("batch"));
  description.add_options()("repeat", options::value<std::int64_t>()->default_value(1));
  description.add_options()("seed", options::value<std::uint64_t>()->default_value(0));
  description.add_options()("timeout-case", options::value<double>());
  description.add_options()("timeout-run", options::value<double>());
  description.add_options()("shard", options::value<std::string>());
  for (const char* option : {"out", "capabilities", "waivers", "today"}) {
    description.add_options()(option, options::value<std::string>());
  }
  return description;
}

RunRequest request_of(const options::variables_map& values) {
  RunRequest request;
  request.clauses = values_of(values, "clause");
  request.scenarios = values_of(values, "scenario");
  request.subject = values["subject"].as<std::string>();
  request.generation = generation_of(values);
  request.reports = values_of(values, "report");
  request.profiles = values_of(values, "profiles");
  request.jobs = jobs_of(values);
  request.isolation = isolation_named(values["isolate"].as<std::string>());
  request.repeat = repeat_of(values);
  request.seed = values["seed"].as<std::uint64_t>();
  request.run_limit = limit_of(values, "timeout-run", request.run_limit);
  request.shard = shard_asked_for(text_of(values, "shard"));
  request.shard_by_environment = values.count("shard") == 0;
  request.out = text_of(values, "out");
  request.case_limit = limit_of(values, "timeout-case", request.case_limit);
  request.capabilities = text_of(values, "capabilities");
  request.waivers = text_of(values, "waivers");
  request.today = text_of(values, "today");
  return request;
}

Json json_of(const RunRequest& request) {
  Json json;
  json["clauses"] = request.clauses;
  json["scenarios"] = absolute_scenarios(request.scenarios);
  json["subject"] = absolute_subject(request.subject);
  json["generation"] = name_of(request.generation);
  json["profiles"] = Json::array();
  for (const std::string& tree : request.profiles) json["profiles"].push_back(absolute(tree));
  json["jobs"] = request.jobs;
  json["isolate"] = name_of(request.isolation);
  json["repeat"] = request.repeat;
  json["seed"] = request.seed;
  json["timeout_case_ms"] = request.case_limit.count();
  json["timeout_run_ms"] = request.run_limit.count();
  json["shard"] = {{"index", request.shard.index}, {"total", request.shard.total}};
  json["capabilities"] = absolute(request.capabilities);
  json["waivers"] = absolute(request.waivers);
  json["today"] = request.today;
  json["reports"] = request.reports;
  json["folder"] = std::filesystem::current_path().string();
  return json;
}

RunRequest request_from(const Json& json) {
  try {
    RunRequest request;
    request.clauses = json.at("clauses").get<std::vector<std::string>>();
    request.scenarios = json.at("scenarios").get<std::vector<std::string>>();
    request.subject = json.at("subject");
    const std::string generation = json.at("generation");
    request.generation = contract::generation_named(generation).value_or(contract::Generation::win7);
    request.profiles = json.at("profiles").get<std::vector<std::string>>();
    request.jobs = std::clamp(json.at("jobs").get<unsigned>(), 1u, most_jobs);
    request.isolation = isolation_named(json.at("isolate").get<std::string>());
    request.repeat = std::clamp(json.at("repeat").get<unsigned>(), 1u, most_repetitions);
    request.seed = json.at("seed");
    request.case_limit = std::chrono::milliseconds(json.at("timeout_case_ms").get<std::int64_t>());
    request.run_limit = std::chrono::milliseconds(json.at("timeout_run_ms").get<std::int64_t>());
    request.capabilities = json.at("capabilities");
    request.waivers = json.at("waivers");
    request.today = json.at("today");
    return request;
  } catch (const std::exception& error) {
    throw ConfigurationError(std::string("the manifest's options cannot be read: ") + error.what());
  }
}

std::string repeat_options_of(const RunRequest& request) {
  std::string text;
  if (request.subject != "builtin") text += " --subject " + result::shell_word(request.subject);
  if (request.generation != contract::Generation::win7) {
    text += " --generation " + std::string(name_of(request.generation));
  }
  if (request.seed != 0) text += " --seed " + std::to_string(request.seed);
  for (const std::string& tree : request.profiles) text += " --profiles " + result::shell_word(tree);
  return text;
}

}  // namespace discbench::cli
