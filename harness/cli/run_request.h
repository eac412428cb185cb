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
};

boost::program_options::options_description run_options();

/// Throws UsageError for a value that is out of range.
RunRequest request_of(const boost::program_options::variables_map& values);

/// What a command that repeats a case of this run has to say besides clause and scenario, with a blank in front.
std::string repeat_options_of(const RunRequest& request);

}  // namespace discbench::cli
