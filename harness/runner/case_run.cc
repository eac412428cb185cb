#include "runner/case_run.h"

#include <exception>
#include <utility>

#include "runner/judge.h"

namespace discbench::runner {
namespace {

void blocked_by_rig(Evidence& evidence, const std::string& why) {
  evidence.ending = Ending::blocked;
  evidence.blocked_by = result::BlockedBy::rig;
  evidence.reason = why;
}

void escaped(Evidence& evidence, const std::string& what) {
  evidence.ending = Ending::escaped;
  evidence.reason = "exception crossed the interface";
  evidence.failures.push_back(
      {"a call of this check", "no C++ exception leaves a COM method", "exception crossed the interface: " + what});
}

/// Runs the check and says how it came to its end. What a subject throws ends here, whatever its type.
Evidence perform(const PlannedCase& planned, subject::Subject& subject, subject::Rig& rig) {
  check::Checker checker;
  Evidence evidence;
  const auto collect = [&] {
    evidence.checks = checker.checks();
    evidence.sequence = checker.checks() > 0 ? checker.sequence() : 0;
    evidence.failures = checker.failures();
    evidence.notes = checker.notes();
  };
  try {
    check::Stage stage{subject, rig, checker, planned.generation};
    planned.entry->check(stage);
    collect();
  } catch (const check::Blocked& blocked) {
    collect();
    evidence.ending = Ending::blocked;
    evidence.blocked_by = blocked.by;
    evidence.reason = blocked.what();
    evidence.failures.push_back(blocked.failure);
    evidence.of_the_block = true;
  } catch (const check::NotApplicable& not_applicable) {
    collect();
    evidence.ending = Ending::not_applicable;
    evidence.reason = not_applicable.what();
  } catch (const RigFailed& failed) {
    collect();
    blocked_by_rig(evidence, failed.what());
  } catch (const std::exception& exception) {
    collect();
    escaped(evidence, exception.what());
  } catch (...) {
    collect();
    escaped(evidence, "of a type that is no std::exception");
  }
  return evidence;
}

}  // namespace

result::CaseResult result_for(const PlannedCase& planned) {
  result::CaseResult result;
  result.clause = planned.entry->clause.id;
  result.scenario = planned.scenario->id;
  return result;
}

result::CaseResult CaseRunner::run(const PlannedCase& planned) {
  Evidence evidence;
  try {
    auto rig = std::make_unique<BenchRig>(*planned.scenario, shelf_, tape_);
    evidence = perform(planned, subject_, *rig);
    retire(std::move(rig));
  } catch (const std::exception& error) {
    blocked_by_rig(evidence, error.what());
  }
  result::CaseResult result = judge(planned.entry->clause.level, std::move(evidence));
  const result::CaseResult name = result_for(planned);
  result.clause = name.clause;
  result.scenario = name.scenario;
  if (result.verdict == result::Verdict::failed || result.verdict == result::Verdict::blocked) {
    result.wire = tape_.last_commands(commands_in_a_trace);
  }
  return result;
}

void CaseRunner::retire(std::unique_ptr<BenchRig> rig) {
  constexpr std::size_t kept = 16;
  retired_.push_back(std::move(rig));
  if (retired_.size() > kept) retired_.pop_front();
}

}  // namespace discbench::runner
