#include "runner/worker.h"

#include <algorithm>
#include <utility>

#include "result/case_json.h"
#include "runner/case_run.h"

namespace discbench::runner {
namespace {

using result::Verdict;

std::string seconds_text(std::chrono::milliseconds limit) {
  const auto whole = limit.count() / 1000;
  const auto rest = limit.count() % 1000;
  return rest == 0 ? std::to_string(whole) + " s" : std::to_string(limit.count()) + " ms";
}

}  // namespace

Worker::Worker(const Plan& plan, const Options& options, std::vector<std::size_t> cases, Ledger ledger)
    : plan_(plan), options_(options), todo_(cases.rbegin(), cases.rend()), ledger_(std::move(ledger)) {}

void Worker::start() {
  loaded_ = in_case_ = done_ = false;
  load_problem_.clear();
  (*tape_).clear();
  const Batch batch{plan_, options_, {todo_.rbegin(), todo_.rend()}, *tape_};
  process_ = std::make_unique<ChildProcess>([&batch](int pipe) { run_batch(batch, pipe); });
  last_news_ = Clock::now();
}

void Worker::advance() {
  if (finished()) return;
  if (process_ == nullptr) start();
  // In this order: what a process wrote before its end is then read, whenever it ended.
  const std::optional<std::string> how = process_->ended();
  for (const std::string& line : process_->read_lines()) take(line);
  if (how.has_value()) {
    child_ended(*how);
  } else if (Clock::now() - last_news_ > options_.case_limit) {
    child_hangs();
  }
}

void Worker::take(const std::string& line) {
  last_news_ = Clock::now();
  if (line.empty()) return;
  switch (line.front()) {
    case message::loaded:
      loaded_ = true;
      break;
    case message::not_loaded:
      load_problem_ = line.substr(1);
      break;
    case message::begin:
      in_case_ = !todo_.empty();
      break;
    case message::end:
      if (in_case_) take_result(std::string_view(line).substr(1));
      break;
    case message::leaked:
      ledger_.troubles.emplace_back("the subject's process leaked memory; the leak detector's report is on stderr");
      break;
    case message::done:
      done_ = true;
      break;
    default:
      break;
  }
}

void Worker::take_result(std::string_view json) {
  result::CaseResult result;
  try {
    result = result::from_json_line(json);
  } catch (const std::exception&) {
    lose_case(Verdict::crashed, "the process wrote into the pipe that its results come through");
    return;
  }
  close_case(std::move(result));
}

void Worker::close_case(result::CaseResult result) {
  ledger_.results[todo_.back()] = std::move(result);
  todo_.pop_back();
  in_case_ = false;
  ledger_.case_ended();
}

void Worker::lose_case(Verdict verdict, const std::string& why) {
  result::CaseResult lost = result_for(plan_.cases[todo_.back()]);
  lost.verdict = verdict;
  lost.reason = why;
  lost.wire = (*tape_).last_commands(commands_in_a_result);
  close_case(std::move(lost));
}

void Worker::child_ended(const std::string& how) {
  process_.reset();
  if (in_case_) {
    lose_case(Verdict::crashed, "the process died in the case: " + how);
  } else if (!load_problem_.empty()) {
    give_up("the subject does not load any more: " + load_problem_);
  } else if (!loaded_) {
    give_up("the subject does not load any more: the process died of it: " + how);
  } else if (!done_) {
    ledger_.troubles.push_back("the subject's process died between two cases: " + how);
  }
}

void Worker::child_hangs() {
  process_.reset();
  const std::string limit = seconds_text(options_.case_limit);
  if (in_case_) {
    lose_case(Verdict::timed_out, "no end within " + limit);
  } else if (!loaded_) {
    give_up("the subject did not load any more within " + limit);
  } else {
    ledger_.troubles.push_back("the subject's process hung after its last case for " + limit);
  }
}

void Worker::give_up(const std::string& why) {
  while (!todo_.empty()) {
    result::CaseResult blocked = result_for(plan_.cases[todo_.back()]);
    blocked.verdict = Verdict::blocked;
    blocked.blocked_by = result::BlockedBy::subject;
    blocked.reason = why;
    close_case(std::move(blocked));
  }
}

}  // namespace discbench::runner
