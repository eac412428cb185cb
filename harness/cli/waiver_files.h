// --waivers and --today.
#pragma once

#include <optional>

#include "cli/run_request.h"
#include "result/run_result.h"
#include "waiver/waivers.h"

namespace discbench::cli {

/// The waivers that a run was given, as of the day that it was given, or else of today (UTC); none without --waivers.
/// Throws UsageError for a --today that is no day, ProfileError for the file.
std::optional<waiver::Waivers> waivers_of(const RunRequest& request);

/// How much of the whole plan the run was asked for; `chosen`: nothing but cases that were named one by one.
waiver::Coverage coverage_of(const RunRequest& request, bool chosen);

/// After the run, every case of which was settled: what is wrong with the waivers becomes trouble of the run, once.
void add_findings(result::RunResult& run, const waiver::Waivers& waivers, waiver::Coverage coverage);

}  // namespace discbench::cli
