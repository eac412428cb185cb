// Which clauses a run has looked at.
#include <iostream>
#include <map>

#include "capability/clauses.h"
#include "check/catalogue.h"
#include "cli/command_line.h"
#include "cli/selection.h"
#include "cli/session.h"
#include "cli/terminal.h"

namespace discbench::cli {

const std::string_view coverage_help = R"(usage: msconform coverage [options of run]

Runs every clause in every scenario and says which clauses were looked at: a clause counts
where a case of it was executed in this very run and compared something. The verdicts do
not matter here; 'msconform run' has them.

An error is: a clause that no scenario makes applicable, one that no case has compared
anything for, one that has no check, and a result of a clause that is not in the contract.
A clause about something that the subject does not offer is one, too, unless
--capabilities says that it does not: then it is tested that it does not.
Ineligible clauses are listed with the reason.

  --subject, --generation, --capabilities, --profiles, --jobs, --timeout-case
                            as for 'msconform run'
  -h [ --help ]             this text

The last line on stdout is for programs: msconform-coverage v1 eligible=N covered=N ... exit=N

Exit codes:
  0  every eligible clause was looked at
  1  some were not, or a result is of an unknown clause
  2, 3, 7  as for 'msconform run'

example:
  msconform coverage --subject library:./libacme.so --capabilities acme-capabilities.yaml
)";

namespace {

using contract::Level;
using result::Verdict;

/// What became of a clause's cases.
struct Seen {
  std::uint32_t cases = 0;
  std::uint32_t compared = 0;     ///< executed, and something was compared
  std::uint32_t executed = 0;     ///< by a process, however they ended
  std::uint32_t not_offered = 0;  ///< executed, and the check found nothing of the kind to look at
  std::string reason;             ///< of the first that compared nothing
};

/// A clause of level info compares nothing: it is noted.
bool compared_something(const result::CaseResult& result) {
  if (result.verdict == Verdict::noted) return true;
  return result.checks > 0 && result.verdict != Verdict::not_applicable && result.verdict != Verdict::not_run;
}

std::map<std::string_view, Seen> seen_in(const result::RunResult& run, const runner::Plan& plan) {
  std::map<std::string_view, Seen> all;
  for (std::size_t i = 0; i < run.cases.size(); ++i) {
    const result::CaseResult& result = run.cases[i];
    Seen& seen = all[result.clause];
    ++seen.cases;
    if (compared_something(result)) {
      ++seen.compared;
    } else if (seen.reason.empty()) {
      seen.reason = result.reason;
    }
    if (!plan.cases[i].inapplicable.empty() || result.verdict == Verdict::not_run) continue;
    ++seen.executed;
    if (result.verdict == Verdict::not_applicable) ++seen.not_offered;
  }
  return all;
}

class Coverage {
 public:
  explicit Coverage(bool claims) : claims_(claims) {}

  void look_at(const check::Entry& entry, const Seen& seen, contract::Generation generation) {
    const contract::Clause& clause = entry.clause;
    if (!clause.ineligible.empty()) {
      ineligible_.push_back(std::string(clause.id) + ": " + std::string(clause.ineligible));
      return;
    }
    if (clause.since > generation) return;
    ++eligible_;
    if (entry.check == nullptr) {
      error(clause, "has no check");
    } else if (seen.compared > 0) {
      ++covered_;
      ++covered_of_[static_cast<std::size_t>(clause.level)];
    } else if (seen.executed == 0) {
      error(clause, "no scenario makes it applicable: " + seen.reason);
    } else if (seen.not_offered == seen.executed && claims_) {
      not_offered_.push_back(std::string(clause.id) + ": " + seen.reason);
    } else {
      error(clause, "nothing was compared: " + seen.reason);
    }
  }

  void unknown_clause(std::string_view id) { errors_.push_back(std::string(id) + ": there is no such clause"); }

  int print() const {
    print_list("ineligible", ineligible_);
    print_list("not offered, as claimed", not_offered_);
    print_list("NOT COVERED", errors_);
    const auto of = [this](Level level) { return covered_of_[static_cast<std::size_t>(level)]; };
    std::cout << covered_ << " of " << eligible_ << " eligible clauses were looked at: " << of(Level::must) << " must, "
              << of(Level::may) << " may, " << of(Level::info) << " info.\n"
              << "msconform-coverage v1 eligible=" << eligible_ << " covered=" << covered_
              << " must=" << of(Level::must) << " may=" << of(Level::may) << " info=" << of(Level::info)
              << " not_offered=" << not_offered_.size() << " ineligible=" << ineligible_.size()
              << " errors=" << errors_.size() << " exit=" << (errors_.empty() ? 0 : 1) << '\n';
    return errors_.empty() ? 0 : 1;
  }

 private:
  void error(const contract::Clause& clause, const std::string& what) {
    errors_.push_back(std::string(clause.id) + " (" + std::string(name_of(clause.level)) + "): " + what);
  }

  static void print_list(std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    std::cout << heading << '\n';
    for (const std::string& line : lines) std::cout << "  " << line << '\n';
    std::cout << '\n';
  }

  bool claims_;
  std::size_t eligible_ = 0;
  std::size_t covered_ = 0;
  std::array<std::size_t, 3> covered_of_{};
  std::vector<std::string> ineligible_;
  std::vector<std::string> not_offered_;
  std::vector<std::string> errors_;
};

bool is_claim(std::string_view clause) {
  const auto claims = capability::clauses();
  return std::any_of(claims.begin(), claims.end(), [&](const contract::Clause& claim) { return claim.id == clause; });
}

}  // namespace

int coverage(const std::vector<std::string>& arguments) {
  const boost::program_options::variables_map values = parse_arguments(arguments, run_options(), "clause");
  if (values.count("help") > 0) {
    std::cout << coverage_help;
    return 0;
  }
  const RunRequest request = request_of(values);
  if (!request.clauses.empty() || !request.scenarios.empty() || request.split()) {
    throw UsageError("coverage is about the whole contract: no clauses, scenarios or shards are chosen");
  }
  if (!request.reports.empty()) throw UsageError("coverage writes no reports; 'msconform run' does");
  catch_errors_of_writing();
  const Prepared prepared = prepare(request);
  ReportFiles no_reports({});
  const result::RunResult run = execute(request, prepared, choose_subject(request.subject), no_reports);
  if (run.interrupted) throw Interrupted();
  const std::map<std::string_view, Seen> seen = seen_in(run, prepared.plan);
  Coverage report(!request.capabilities.empty());
  for (const check::Entry& entry : check::catalogue()) {
    const auto found = seen.find(entry.clause.id);
    report.look_at(entry, found == seen.end() ? Seen{} : found->second, request.generation);
  }
  for (const auto& [clause, unused] : seen) {
    if (check::find(clause) == nullptr && !is_claim(clause)) report.unknown_clause(clause);
  }
  return report.print();
}

}  // namespace discbench::cli
