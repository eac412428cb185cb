#include "runner/judge.h"

#include <utility>

namespace discbench::runner {
namespace {

using result::BlockedBy;
using result::Verdict;

result::CaseResult noted(result::CaseResult result) {
  result.verdict = Verdict::noted;
  for (const result::Failure& failure : result.failures) result.notes.push_back(sentence_of(failure));
  result.failures.clear();
  return result;
}

Verdict verdict_of(const Evidence& evidence, bool differed) {
  if (evidence.ending == Ending::escaped || differed) return Verdict::failed;
  if (evidence.ending == Ending::blocked) return Verdict::blocked;
  if (evidence.ending == Ending::not_applicable) return Verdict::not_applicable;
  return evidence.checks > 0 ? Verdict::passed : Verdict::blocked;
}

}  // namespace

result::CaseResult judge(contract::Level level, Evidence evidence) {
  const bool info = level == contract::Level::info;
  const bool by_the_subject = evidence.ending == Ending::blocked && evidence.blocked_by == BlockedBy::subject;
  const bool differed = !info && evidence.failures.size() > (evidence.of_the_block ? 1u : 0u);
  result::CaseResult result;
  result.verdict = verdict_of(evidence, differed);
  result.checks = evidence.checks;
  result.sequence = evidence.sequence;
  result.failures = std::move(evidence.failures);
  result.notes = std::move(evidence.notes);
  if (info && (evidence.ending == Ending::reached || by_the_subject)) return noted(std::move(result));
  if (result.verdict == Verdict::not_applicable) result.reason = std::move(evidence.reason);
  if (result.verdict == Verdict::blocked) {
    const bool compared_nothing = evidence.ending == Ending::reached;
    result.blocked_by = compared_nothing ? BlockedBy::rig : evidence.blocked_by;
    result.reason = compared_nothing ? "no evidence: the check compared nothing" : std::move(evidence.reason);
  }
  return result;
}

}  // namespace discbench::runner
