#include "cli/command_line.h"

#include <algorithm>
#include <thread>

namespace discbench::cli {

namespace options = boost::program_options;

namespace {

constexpr unsigned most_jobs_by_default = 4;

}  // namespace

options::variables_map parse_arguments(const std::vector<std::string>& arguments,
                                       const options::options_description& description, const std::string& positional) {
  options::options_description all;
  all.add(description).add_options()(positional.c_str(), options::value<std::vector<std::string>>());
  options::positional_options_description places;
  places.add(positional.c_str(), -1);
  namespace style = options::command_line_style;
  constexpr int exactly = style::unix_style & ~style::allow_guessing;
  options::variables_map values;
  try {
    options::store(options::command_line_parser(arguments).options(all).positional(places).style(exactly).run(),
                   values);
    options::notify(values);
  } catch (const options::error& error) {
    throw UsageError(error.what());
  }
  return values;
}

unsigned jobs_of(const options::variables_map& values) {
  if (values.count("jobs") == 0) return std::clamp(std::thread::hardware_concurrency(), 1u, most_jobs_by_default);
  const int jobs = values["jobs"].as<int>();
  if (jobs < 1 || jobs > static_cast<int>(most_jobs)) {
    throw UsageError("--jobs " + std::to_string(jobs) + ": expected 1 to " + std::to_string(most_jobs));
  }
  return static_cast<unsigned>(jobs);
}

std::vector<std::string> values_of(const options::variables_map& values, const std::string& name) {
  return values.count(name) == 0 ? std::vector<std::string>{} : values[name].as<std::vector<std::string>>();
}

}  // namespace discbench::cli
