#include "runner/batch.h"

#include <charconv>
#include <exception>

#include "result/case_json.h"
#include "result/printable.h"
#include "runner/case_run.h"
#include "runner/child_process.h"

namespace discbench::runner {
namespace {

void send_result(int pipe, const result::CaseResult& result) {
  const std::string passed = passed_line(result);
  if (passed.empty()) {
    send_line(pipe, message::end, result::to_json_line(result));
  } else {
    send_line(pipe, message::passed, passed);
  }
}

void run_cases(const Batch& batch, int pipe) {
  const int self = own_process();
  std::unique_ptr<subject::Subject> subject;
  try {
    subject = batch.options.subject();
  } catch (const std::exception& error) {
    send_line(pipe, message::not_loaded, result::printable(error.what()));
    return;
  } catch (...) {
    send_line(pipe, message::not_loaded, "its loading threw an exception");
    return;
  }
  end_if_copied(self);
  send_line(pipe, message::loaded, "");
  CaseRunner runner(*subject, batch.options.scenarios, batch.desk.tape);
  for (const std::size_t unit : batch.units) {
    batch.desk.begun.fetch_add(1, std::memory_order_acq_rel);
    const PlannedCase& planned = batch.plan.cases[unit % batch.plan.cases.size()];
    const std::size_t repetition = unit / batch.plan.cases.size();
    subject->begin_case(seed_of(batch.options.seed, planned, repetition));
    const result::CaseResult result = runner.run(planned);
    end_if_copied(self);
    send_result(pipe, result);
  }
}

}  // namespace

void run_batch(const Batch& batch, int pipe) {
  run_cases(batch, pipe);
  if (memory_leaked()) send_line(pipe, message::leaked, "");
  send_line(pipe, message::done, "");
  end_process();
}

std::string passed_line(const result::CaseResult& result) {
  const bool plain = result.verdict == result::Verdict::passed && result.notes.empty() && result.reason.empty() &&
                     result.wire.empty() && result.failures.empty();
  return plain ? std::to_string(result.checks) + " " + std::to_string(result.sequence) : "";
}

bool read_passed_line(std::string_view line, result::CaseResult& result) {
  const char* const end = line.data() + line.size();
  const auto checks = std::from_chars(line.data(), end, result.checks);
  if (checks.ec != std::errc{} || checks.ptr == end || *checks.ptr != ' ') return false;
  const auto sequence = std::from_chars(checks.ptr + 1, end, result.sequence);
  if (sequence.ec != std::errc{} || sequence.ptr != end || result.checks == 0) return false;
  result.verdict = result::Verdict::passed;
  return true;
}

}  // namespace discbench::runner
