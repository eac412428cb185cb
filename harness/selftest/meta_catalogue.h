// Clauses of no contract: each check misbehaves in one way, so that what the runner makes of it can be known before.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "check/catalogue.h"
#include "selftest/trial.h"

namespace discbench::selftest {

/// meta.a-passes, then the misbehaviours in the order of the alphabet, then meta.z-passes.
std::span<const check::Entry> meta_catalogue();

/// The clauses of it, as reports ask for them.
std::vector<contract::Clause> meta_clauses();

/// One job, ten seconds for a case, a subject that makes no objects, no scenario to bring a medium from.
runner::Options meta_options();

/// Runs the clauses that the globs select in one scenario, "none/empty": a drive without a medium. Its time is no
/// part of the result.
result::RunResult run_meta(const Setting& setting, const std::vector<std::string>& globs,
                           const runner::Options& options = meta_options());

/// "meta.exit@none/empty"
std::string meta_case(const std::string& clause);

}  // namespace discbench::selftest
