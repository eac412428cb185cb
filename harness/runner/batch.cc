#include "runner/batch.h"

#include <exception>
#include <string>

#include "result/case_json.h"
#include "result/printable.h"
#include "runner/case_run.h"
#include "runner/child_process.h"

namespace discbench::runner {
namespace {

void run_cases(const Batch& batch, int pipe) {
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
  send_line(pipe, message::loaded, "");
  CaseRunner runner(*subject, batch.options.scenarios, batch.tape);
  for (const std::size_t index : batch.cases) {
    send_line(pipe, message::begin, "");
    const result::CaseResult result = runner.run(batch.plan.cases[index]);
    send_line(pipe, message::end, result::to_json_line(result));
  }
}

}  // namespace

void run_batch(const Batch& batch, int pipe) {
  run_cases(batch, pipe);
  if (memory_leaked()) send_line(pipe, message::leaked, "");
  send_line(pipe, message::done, "");
  end_process();
}

}  // namespace discbench::runner
