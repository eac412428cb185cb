// One case, from a fresh bench to its verdict, in the process that holds the subject.
#pragma once

#include <deque>
#include <memory>

#include "result/case_result.h"
#include "runner/bench_rig.h"
#include "runner/plan.h"
#include "runner/wire_tape.h"
#include "subject/subject.h"

namespace discbench::runner {

/// Commands that come with a result that is not a pass; of those, a result in memory keeps the last few.
inline constexpr std::size_t commands_in_a_trace = WireTape::capacity;
inline constexpr std::size_t commands_in_a_result = 12;

/// The shell of a result: which case it is.
result::CaseResult result_for(const PlannedCase& planned);

/// Runs case after case with one subject.
class CaseRunner {
 public:
  /// Subject and tape must outlive it.
  CaseRunner(subject::Subject& subject, ScenarioSource scenarios, WireTape& tape)
      : subject_(subject), shelf_(std::move(scenarios)), tape_(tape) {}

  /// Catches whatever the check, the rig or the subject throws. The tape holds the case's commands afterwards.
  result::CaseResult run(const PlannedCase& planned);

 private:
  void retire(std::unique_ptr<BenchRig> rig);

  subject::Subject& subject_;
  ScenarioShelf shelf_;
  WireTape& tape_;
  /// A subject that kept a recorder past its case lets go of it in a later one: the device is then still there.
  std::deque<std::unique_ptr<BenchRig>> retired_;
};

}  // namespace discbench::runner
