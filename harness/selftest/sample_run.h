// A run that holds every verdict, and hostile text.
#pragma once

#include <span>

#include "contract/clause.h"
#include "result/run_result.h"

namespace discbench::selftest {

std::span<const contract::Clause> sample_clauses();
result::RunResult sample_run();

}  // namespace discbench::selftest
