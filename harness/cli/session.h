// A run from its request to its exit code: what `run`, `rerun` and `repro` have in common.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bundle/reader.h"
#include "cli/claimed_cases.h"
#include "cli/report_files.h"
#include "cli/run_request.h"
#include "cli/subject_choice.h"
#include "profile/catalogue.h"
#include "profile/scenario.h"
#include "result/run_result.h"
#include "runner/plan.h"

namespace discbench::cli {

/// What a request means: read, checked, and not yet begun.
struct Prepared {
  ClaimedCases claims;
  profile::Catalogue catalogue;
  std::vector<profile::Scenario> scenarios;
  runner::Plan whole;   ///< all that was selected
  runner::Plan plan;    ///< the part of it that this process runs
  bool chosen = false;  ///< nothing but cases that were named one by one
};

/// `only`: nothing but these cases. Throws NothingSelected, UsageError, ConfigurationError, profile::ProfileError.
Prepared prepare(const RunRequest& request, const std::optional<std::set<std::string>>& only = std::nullopt);

/// Makes the bundle, opens the reports, runs it, and writes the bundle as it goes. Throws ConfigurationError where the
/// subject does not load or the bundle cannot be written.
result::RunResult execute(const RunRequest& request, const Prepared& prepared, const SubjectChoice& subject,
                          ReportFiles& reports);

/// Runs it, writes the bundle as it goes and the reports at the end, prints the findings and the result line. Answers
/// the exit code. Throws ConfigurationError where the subject does not load or something cannot be written.
int carry_out(const RunRequest& request, const Prepared& prepared);

/// The same from the beginning. Where nothing was selected, prints the result line that says so before it throws.
int carry_out(const RunRequest& request);

/// A bundle that --out kept. Throws ConfigurationError.
bundle::Bundle read_bundle(const std::string& folder);

/// Findings, reports (opened already), result line and exit code of a run that is over.
int publish(const result::RunResult& run, ReportFiles& reports);

}  // namespace discbench::cli
