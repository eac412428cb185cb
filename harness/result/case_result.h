// What became of one case (a clause in a scenario), with the evidence for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::result {

/// The buckets of the result line, in its order. Their sum is the number of cases.
enum class Verdict : std::uint8_t {
  passed,  ///< reached its end, compared something, and nothing differed
  failed,
  crashed,  ///< the process died inside the case, exit(0) included
  timed_out,
  blocked,  ///< something before the clause broke: see blocked_by
  waived,
  noted,           ///< a clause of level info: recorded
  not_applicable,  ///< with the reason
  not_run,
};
inline constexpr std::size_t verdict_count = 9;

std::string_view name_of(Verdict verdict);  // "passed", "timed_out", ...
/// Throws std::invalid_argument for a word that is no verdict.
Verdict verdict_of(std::string_view name);

enum class BlockedBy : std::uint8_t { nobody, subject, rig };

std::string_view name_of(BlockedBy by);  // "nobody", "subject", "rig"
/// Throws std::invalid_argument.
BlockedBy blocked_by_of(std::string_view name);

/// One thing that differed: everything that a reader needs to see why.
struct Failure {
  std::string call;      ///< "get_InUse after put_InUse(VARIANT_FALSE)"
  std::string expected;  ///< "success with VARIANT_FALSE (0)"
  std::string observed;  ///< "S_OK (0x00000000), 0xFFFF (VARIANT_TRUE)"

  friend bool operator==(const Failure&, const Failure&) = default;
};

/// Somebody's word that a failure is known and accepted: whose, why and until when.
struct Waiver {
  std::string id;
  std::string kind;  ///< "erratum", "contingency", "quirk"
  std::string owner;
  std::string link;
  std::string expires;  ///< the last day that it holds, "2027-03-31"

  friend bool operator==(const Waiver&, const Waiver&) = default;
};

/// "get_InUse: expected ..., observed ..."
std::string sentence_of(const Failure& failure);

struct CaseResult {
  std::string clause;
  std::string scenario;
  Verdict verdict = Verdict::not_run;
  std::uint64_t checks = 0;        ///< comparisons made for this case's clause, in all its repetitions
  std::uint32_t sequence = 0;      ///< CRC-32 of what was compared, call after call, whatever came out; 0 for nothing
  std::vector<Failure> failures;   ///< in order; empty unless failed, blocked or waived
  std::vector<std::string> notes;  ///< other success codes, answers of info clauses
  std::string
      reason;  ///< failed: what else is known; not_applicable, blocked, crashed, timed_out, waived, not_run: why
  BlockedBy blocked_by = BlockedBy::nobody;
  std::vector<std::string> wire;  ///< the last commands before a failure, decoded, oldest first
  /// Of a case that ran more than once: how often it ended with each verdict, by the verdict's place. `verdict` and the
  /// rest is then the worst one's, the first of several.
  std::vector<std::uint32_t> times;
  std::vector<Waiver> waivers{};  ///< of a waived case: what covers its failures

  std::string id() const { return clause + "@" + scenario; }

  friend bool operator==(const CaseResult&, const CaseResult&) = default;
};

/// The interface and its member that a clause is about: "multisession.in-use" of "multisession.in-use.round-trip".
std::string_view member_of(std::string_view clause);

/// Failed, crashed, timed out or blocked: something speaks against the subject, or was in its way.
bool is_failure(Verdict verdict);

/// One line: the first thing that differed, or else the reason.
std::string evidence_of(const CaseResult& result);

/// `more` is the result of another repetition, or of several that were added up before: counts it, and keeps the worse
/// of the two.
void add_repetition(CaseResult& all, CaseResult more);

/// Forgets all but the last of the commands that stand with it.
void keep_last_commands(CaseResult& result, std::size_t most);

}  // namespace discbench::result
