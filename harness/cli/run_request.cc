#include "cli/run_request.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <thread>

#include "cli/command_line.h"
#include "result/shell_word.h"

namespace discbench::cli {
namespace {

namespace options = boost::program_options;

constexpr double longest_limit_seconds = 86400;
constexpr unsigned most_jobs = 256;
constexpr unsigned most_jobs_by_default = 4;

contract::Generation generation_of(const options::variables_map& values) {
  const std::string name = values["generation"].as<std::string>();
  const std::optional<contract::Generation> generation = contract::generation_named(name);
  if (!generation.has_value()) throw UsageError("--generation " + name + ": expected win7 or xp-vista");
  return *generation;
}

unsigned jobs_of(const options::variables_map& values) {
  if (values.count("jobs") == 0) return std::clamp(std::thread::hardware_concurrency(), 1u, most_jobs_by_default);
  const int jobs = values["jobs"].as<int>();
  if (jobs < 1 || jobs > static_cast<int>(most_jobs)) {
    throw UsageError("--jobs " + std::to_string(jobs) + ": expected 1 to " + std::to_string(most_jobs));
  }
  return static_cast<unsigned>(jobs);
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
  description.add_options()("timeout-case", options::value<double>());
  for (const char* file : {"capabilities", "waivers", "today"})
    description.add_options()(file, options::value<std::string>());
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
  request.case_limit = limit_of(values, "timeout-case", request.case_limit);
  request.capabilities = text_of(values, "capabilities");
  request.waivers = text_of(values, "waivers");
  request.today = text_of(values, "today");
  return request;
}

std::string repeat_options_of(const RunRequest& request) {
  std::string text;
  if (request.subject != "builtin") text += " --subject " + result::shell_word(request.subject);
  if (request.generation != contract::Generation::win7) {
    text += " --generation " + std::string(name_of(request.generation));
  }
  for (const std::string& tree : request.profiles) text += " --profiles " + result::shell_word(tree);
  return text;
}

}  // namespace discbench::cli
