// One case, from a fresh bench to its verdict, in the process that holds the subject.
#pragma once

#include "result/case_result.h"
#include "runner/bench_rig.h"
#include "runner/plan.h"
#include "runner/wire_tape.h"
#include "subject/subject.h"

namespace discbench::runner {

/// Commands that a failure is shown with.
inline constexpr std::size_t commands_on_a_card = 3;
/// Commands that a result keeps.
inline constexpr std::size_t commands_in_a_result = 12;

/// Catches whatever the check, the rig or the subject throws. `tape` holds the case's commands afterwards.
result::CaseResult run_case(const PlannedCase& planned, subject::Subject& subject, ScenarioShelf& shelf,
                            WireTape& tape);

/// The shell of a result: which case it is.
result::CaseResult result_for(const PlannedCase& planned);

}  // namespace discbench::runner
