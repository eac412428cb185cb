// What passes between a supervisor and the child process that runs a batch of cases: lines through a pipe, the first
// letter says what.
#pragma once

#include <cstddef>
#include <vector>

#include "runner/run.h"
#include "runner/wire_tape.h"

namespace discbench::runner {

namespace message {
inline constexpr char loaded = 'l';      ///< the subject is there
inline constexpr char not_loaded = 'x';  ///< and why
inline constexpr char begin = 'b';       ///< the next case of the batch
inline constexpr char end = 'e';         ///< the result of the case that began last, as JSON
inline constexpr char leaked = 'k';      ///< the process lost memory, as its leak detector says
inline constexpr char done = 'd';        ///< no case is left; the process ends in order
}  // namespace message

/// A batch: cases of a plan by their index, in the order in which they run.
struct Batch {
  const Plan& plan;
  const Options& options;
  std::vector<std::size_t> cases;
  WireTape& tape;
};

/// Loads the subject, runs the cases and ends the process. Never returns, and no exception leaves it.
[[noreturn]] void run_batch(const Batch& batch, int pipe);

}  // namespace discbench::runner
