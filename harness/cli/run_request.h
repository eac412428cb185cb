// What a run was asked to do: the command line of `msconform run`, read and checked.
#pragma once

#include <boost/program_options.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "contract/clause.h"

namespace discbench::cli {

struct RunRequest {
  std::vector<std::string> clauses;    ///< globs; none selects everything
  std::vector<std::string> scenarios;  ///< globs, and paths of scenarios of one's own
  std::string subject = "builtin";
  contract::Generation generation = contract::Generation::win7;
  std::vector<std::string> reports;   ///< FORMAT=FILE
  std::vector<std::string> profiles;  ///< at most one folder
  unsigned jobs = 1;
  std::chrono::milliseconds case_limit{30000};
  std::string capabilities{};  ///< file of claims; may be empty, as the next two
  std::string waivers{};       ///< file of failures that are accepted
  std::string today{};         ///< the day on which waivers have to hold, as typed
};

boost::program_options::options_description run_options();

/// Throws UsageError for a value that is out of range.
RunRequest request_of(const boost::program_options::variables_map& values);

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
