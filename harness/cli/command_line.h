// What was typed, and the verbs that it may call for.
#pragma once

#include <boost/program_options.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::cli {

/// Exit 2. One line that names what is wrong.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Exit 3. One line.
class ConfigurationError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Exit 4. One line: what matched nothing, and what was perhaps meant.
class NothingSelected : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Exit 7: a signal came before there was anything to report.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

/// Reads a verb's arguments: options as described, everything else into `positional`. Options are not guessed from
/// their beginnings: what a script says today means the same when options are added. Throws UsageError.
boost::program_options::variables_map parse_arguments(const std::vector<std::string>& arguments,
                                                      const boost::program_options::options_description& options,
                                                      const std::string& positional);

inline constexpr unsigned most_jobs = 256;

/// --jobs: processes at a time; without it, as many as there are processors, 4 at most. Throws UsageError.
unsigned jobs_of(const boost::program_options::variables_map& values);

/// The values of an option that may stand several times; empty where it does not stand at all.
std::vector<std::string> values_of(const boost::program_options::variables_map& values, const std::string& name);

// The verbs. Each answers the exit code, prints on stdout, and throws the errors above.
int list(const std::vector<std::string>& arguments);
int explain(const std::vector<std::string>& arguments);
int run(const std::vector<std::string>& arguments);
int rerun(const std::vector<std::string>& arguments);
int repro(const std::vector<std::string>& arguments);
int report(const std::vector<std::string>& arguments);
int merge(const std::vector<std::string>& arguments);
int coverage(const std::vector<std::string>& arguments);
int mutants(const std::vector<std::string>& arguments);
int selftest(const std::vector<std::string>& arguments);
int diff(const std::vector<std::string>& arguments);
int doctor(const std::vector<std::string>& arguments);

// What their --help prints, and their sections in the manual page.
extern const std::string_view list_help;
extern const std::string_view explain_help;
extern const std::string_view run_help;
extern const std::string_view rerun_help;
extern const std::string_view repro_help;
extern const std::string_view report_help;
extern const std::string_view merge_help;
extern const std::string_view coverage_help;
extern const std::string_view mutants_help;
extern const std::string_view selftest_help;
extern const std::string_view diff_help;
extern const std::string_view doctor_help;

}  // namespace discbench::cli
