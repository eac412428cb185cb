// Checks and subjects that behave badly in one way each, and the smallest of scenarios to run them in.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "check/catalogue.h"
#include "profile/scenario.h"
#include "runner/run.h"

namespace discbench::runner {

/// fake.a-passes, then the misbehaviours in the order of the alphabet, then fake.z-passes.
std::span<const check::Entry> fake_catalogue();

/// An empty drive without a medium, twice: "none/one" and "none/two".
std::vector<profile::Scenario> fake_scenarios();

/// A subject that makes no writers.
std::unique_ptr<subject::Subject> fake_subject();

/// One job, half a second for a case, a shelf without scenarios.
Options fake_options();

/// The run of the clauses that the globs select.
result::RunResult run_fakes(const std::vector<std::string>& globs, const Options& options = fake_options());

/// The one result of a case.
const result::CaseResult& result_of(const result::RunResult& run, const std::string& id);

}  // namespace discbench::runner
