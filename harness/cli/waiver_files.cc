#include "cli/waiver_files.h"

#include <algorithm>

#include "cli/command_line.h"

namespace discbench::cli {
namespace {

waiver::Date day_of(const RunRequest& request) {
  if (request.today.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::optional<waiver::Date> day = waiver::date_of(request.today);
  if (!day.has_value()) throw UsageError("--today " + request.today + ": expected a day that there is, YYYY-MM-DD");
  return *day;
}

}  // namespace

std::optional<waiver::Waivers> waivers_of(const RunRequest& request) {
  if (request.waivers.empty()) {
    if (!request.today.empty()) throw UsageError("option '--today' goes with '--waivers'");
    return std::nullopt;
  }
  return waiver::Waivers::load(request.waivers, day_of(request));
}

waiver::Coverage coverage_of(const RunRequest& request, bool chosen) {
  if (request.split()) return waiver::Coverage::shard;
  const bool whole = request.clauses.empty() && request.scenarios.empty() && !chosen;
  return whole ? waiver::Coverage::whole : waiver::Coverage::narrowed;
}

void add_findings(result::RunResult& run, const waiver::Waivers& waivers, waiver::Coverage coverage) {
  for (std::string& finding : waivers.findings(coverage)) {
    const bool known = std::find(run.troubles.begin(), run.troubles.end(), finding) != run.troubles.end();
    if (!known) run.troubles.push_back(std::move(finding));
  }
}

}  // namespace discbench::cli
