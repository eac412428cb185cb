// The run: the plan's cases in child processes, and what became of each.
#pragma once

#include <chrono>
#include <csignal>
#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>

#include "result/run_result.h"
#include "runner/bench_rig.h"
#include "runner/plan.h"
#include "subject/subject.h"

namespace discbench::runner {

/// Called in each child process, once. Throws std::exception with one line where there is no subject.
using SubjectSource = std::function<std::unique_ptr<subject::Subject>()>;

/// Nothing ran: the subject does not load, or dies of being loaded. One line.
class SubjectUnusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Options {
  SubjectSource subject;
  ScenarioSource scenarios;  ///< for checks that bring in another scenario's medium
  unsigned jobs = 1;         ///< child processes at a time, at least 1
  /// A case that has not ended by then is ended (SIGKILL), and so is a subject that does not load.
  std::chrono::milliseconds case_limit{30000};
  /// Set by a signal handler; looked at a few times a second. May be null.
  const volatile std::sig_atomic_t* interrupted = nullptr;
  /// Called in the supervisor after every case that ended. May be empty.
  std::function<void(std::size_t ended, std::size_t cases)> progress;
};

/// Cases run in slices of the plan, one child process for each, case after case. A child that dies or hangs costs the
/// case that it was in; a new child goes on with the next. The results stand in the plan's order whatever `jobs` is.
/// Must be called from a process with one thread. Throws SubjectUnusable before any case ran, std::system_error where
/// the system has no processes or memory left.
result::RunResult run(const Plan& plan, const Options& options);

}  // namespace discbench::runner
