// What became of a whole run: the cases in the plan's order, their totals, and the one word for all of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "result/case_result.h"

namespace discbench::result {

struct RunResult {
  std::string subject = "builtin";  ///< as it was asked for: "builtin", "library:./libacme.so"
  std::string generation = "win7";  ///< whose contract the subject was held to: "win7", "xp-vista"
  std::string repeat_options;     ///< what to add to a command that repeats a case, with a blank in front; may be empty
  std::string capabilities;       ///< the file whose claims the run tested; may be empty
  std::vector<CaseResult> cases;  ///< in the plan's order, whatever ran beside what
  std::uint32_t ineligible = 0;   ///< clauses that were selected and cannot be checked here: no cases of theirs
  /// What went wrong with the subject's process outside any case (a leak, a death between two cases), and with the
  /// waivers of the run. Each makes the run not conformant.
  std::vector<std::string> troubles;
  bool interrupted = false;
  double seconds = 0;  ///< the only value of a run that differs between two of them
};

struct Totals {
  std::array<std::uint32_t, verdict_count> by_verdict{};
  std::uint32_t blocked_by_rig = 0;  ///< of the blocked ones
  std::uint32_t cases = 0;           ///< the sum of by_verdict
  std::uint32_t clauses = 0;         ///< different ones among the cases
  std::uint32_t scenarios = 0;
  std::uint64_t checks = 0;  ///< comparisons

  std::uint32_t of(Verdict verdict) const { return by_verdict[static_cast<std::size_t>(verdict)]; }
  /// Cases that count for conformance: neither not applicable nor of a clause that is only recorded.
  std::uint32_t applicable() const { return cases - of(Verdict::not_applicable) - of(Verdict::noted); }
};

Totals totals_of(const std::vector<CaseResult>& cases);

enum class Outcome : std::uint8_t {
  conformant,      ///< something passed, and nothing failed, crashed, timed out, was blocked or left out
  not_conformant,  ///< or blocked by the subject, or trouble with its process
  rig_at_fault,    ///< nothing against the subject, but the rig blocked a case
  no_evidence,     ///< nothing passed
  interrupted,
};

Outcome outcome_of(const RunResult& run);
std::string_view name_of(Outcome outcome);  // "conformant", "not-conformant", "rig-at-fault", ...
int exit_code_of(Outcome outcome);          // 0, 1, 3, 4, 7

/// "msconform-result v1 verdict=conformant scenarios=21 ... exit=0", without a line end.
std::string result_line(const RunResult& run);

/// What a person types to see this case again: "msconform run CLAUSE --scenario SCENARIO ...".
std::string repeat_command(const RunResult& run, const CaseResult& result);

}  // namespace discbench::result
