// What passes between a supervisor and the child process that runs a batch of cases: lines through a pipe, the first
// letter says what. That a case has begun is said on the desk, which costs nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "runner/run.h"
#include "runner/shared_desk.h"

namespace discbench::runner {

namespace message {
inline constexpr char loaded = 'l';      ///< the subject is there
inline constexpr char not_loaded = 'x';  ///< and why
inline constexpr char passed = 'p';  ///< the case that began last passed and has nothing else to say: see passed_line()
inline constexpr char end = 'e';     ///< the result of the case that began last, as JSON
inline constexpr char leaked = 'k';  ///< the process lost memory, as its leak detector says
inline constexpr char done = 'd';    ///< no case is left; the process ends in order
}  // namespace message

/// Units of a plan, in the order in which they run.
struct Batch {
  const Plan& plan;
  const Options& options;
  std::vector<std::size_t> units;
  Desk& desk;
};

/// Loads the subject, runs the cases and ends the process. Never returns, and no exception leaves it.
[[noreturn]] void run_batch(const Batch& batch, int pipe);

/// The short form of a result that says nothing but that it passed; empty for any other.
std::string passed_line(const result::CaseResult& result);
/// Fills checks and sequence, and makes it passed. False for what is no such line.
bool read_passed_line(std::string_view line, result::CaseResult& result);

}  // namespace discbench::runner
