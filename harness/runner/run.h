// The run: the plan's cases in child processes, and what became of each.
#pragma once

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
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

enum class Isolation : std::uint8_t {
  batch,       ///< a child process runs case after case, and is replaced when it dies
  every_case,  ///< a child process for each
};

struct Options {
  SubjectSource subject;
  ScenarioSource scenarios;  ///< for checks that bring in another scenario's medium
  unsigned jobs = 1;         ///< child processes at a time, at least 1
  Isolation isolation = Isolation::batch;
  unsigned repeat = 1;     ///< how often every case runs, at least 1
  std::uint64_t seed = 0;  ///< for subjects that draw lots: the same seed and case, the same lots
  /// Whether a failure that came after other cases is tried alone, the first of each clause: where it passes, its
  /// reason says so.
  bool second_looks = true;
  /// A case that has not ended by then is ended (SIGKILL), and so is a subject that does not load.
  std::chrono::milliseconds case_limit{30000};
  /// What has not run by then is left out. Zero: no limit.
  std::chrono::milliseconds run_limit{0};
  /// Set by a signal handler; looked at a few times a second. May be null.
  const volatile std::sig_atomic_t* interrupted = nullptr;
  /// Called in the supervisor for every result before it is counted, with its place in the plan; may change the
  /// result. A place may come again: with every repetition (those that end without running come at once, see
  /// CaseResult::times), and where a case is found guilty of another's death. May be empty. What it throws ends the
  /// run.
  std::function<void(std::size_t place, result::CaseResult& result)> settle;
  /// Called in the supervisor after every case that ended. May be empty.
  std::function<void(std::size_t ended, std::size_t cases)> progress;
};

/// What a case draws its lots from.
std::uint64_t seed_of(std::uint64_t seed, const PlannedCase& planned, std::size_t repetition);

/// The plan is cut between members of interfaces into as many parts as there are jobs, each with a child process that
/// runs case after case. A child that dies or hangs costs the case that it was in; a new child goes on with the next.
/// - A case whose child died is run again in a child of its own. If it ends there, an earlier case is guilty: it is
///   looked for, and takes the blame.
/// - After two hangs in the same member of an interface, its other cases are left out.
/// The results stand in the plan's order, and are the same whatever `jobs` is. Must be called from a process with one
/// thread. Throws SubjectUnusable before any case ran, std::system_error where the system has no processes or memory
/// left.
result::RunResult run(const Plan& plan, const Options& options);

}  // namespace discbench::runner
