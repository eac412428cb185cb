// What a run was asked to do: the command line of `msconform run`, read and checked.
#pragma once

#include <boost/program_options.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "bundle/manifest.h"
#include "contract/clause.h"
#include "runner/run.h"

namespace discbench::cli {

struct RunRequest {
  std::vector<std::string> clauses;    ///< globs; none selects everything
  std::vector<std::string> scenarios;  ///< globs, and paths of scenarios of one's own
  std::string subject = "builtin";
  contract::Generation generation = contract::Generation::win7;
  std::vector<std::string> reports;   ///< FORMAT=FILE
  std::vector<std::string> profiles;  ///< at most one folder
  unsigned jobs = 1;
  runner::Isolation isolation = runner::Isolation::batch;
  unsigned repeat = 1;
  std::uint64_t seed = 0;
  std::chrono::milliseconds case_limit{30000};
  std::chrono::milliseconds run_limit{0};  ///< 0: none
  bundle::Shard shard;
  bool shard_by_environment = false;  ///< nobody typed it
  std::string out;                    ///< the folder of a bundle; empty: none
  std::string capabilities{};         ///< file of claims; may be empty, as the next two
  std::string waivers{};              ///< file of failures that are accepted
  std::string today{};                ///< the day on which waivers have to hold, as typed

  bool split() const { return shard.total > 1; }
};

/// Those of `msconform run`, and of whatever else runs cases.
boost::program_options::options_description run_options();

/// Throws UsageError for a value that is out of range.
RunRequest request_of(const boost::program_options::variables_map& values);

/// Every option with its value, for a bundle's manifest; paths are absolute. And back; throws ConfigurationError for
/// what is no such object.
nlohmann::ordered_json json_of(const RunRequest& request);
RunRequest request_from(const nlohmann::ordered_json& json);

// Single options, for verbs that have some of them.
/// Empty where the option does not stand. Throws UsageError where it stands without a value: a file without a name is
/// nobody's intention.
std::string text_of(const boost::program_options::variables_map& values, const std::string& option);
/// Seconds, from a thousandth to a day. Throws UsageError.
std::chrono::milliseconds limit_of(const boost::program_options::variables_map& values, const std::string& option,
                                   std::chrono::milliseconds otherwise);

/// What a command that repeats a case of this run has to say besides clause and scenario, with a blank in front.
std::string repeat_options_of(const RunRequest& request);

}  // namespace discbench::cli
