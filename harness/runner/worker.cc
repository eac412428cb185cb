#include "runner/worker.h"

#include <algorithm>
#include <utility>

#include "result/case_json.h"
#include "runner/case_run.h"

namespace discbench::runner {
namespace {

using result::Verdict;

/// So that what a search for a guilty case has to try is bounded, and what a subject piles up in its process too.
constexpr std::size_t most_units_of_a_child = 4096;

/// Hangs of one member that are waited for.
constexpr unsigned most_hangs = 2;

/// A process that ends in order closes its pipe, too; one that goes on without it can tell nothing any more.
constexpr std::chrono::milliseconds longest_life_without_pipe{200};

constexpr char passes_alone[] =
    ": it passes where it runs alone; an earlier case left something behind (--isolate case keeps them apart)";

std::string seconds_text(std::chrono::milliseconds limit) {
  const auto whole = limit.count() / 1000;
  const auto rest = limit.count() % 1000;
  return rest == 0 ? std::to_string(whole) + " s" : std::to_string(limit.count()) + " ms";
}

}  // namespace

Worker::Worker(const Plan& plan, const Options& options, std::vector<std::size_t> units, Ledger ledger)
    : plan_(plan), options_(options), todo_(std::move(units)), ledger_(std::move(ledger)) {
  std::reverse(todo_.begin(), todo_.end());
}

bool Worker::in_case() const { return desk_->begun.load(std::memory_order_acquire) > ended_ && ended_ < units_.size(); }

void Worker::take_units() {
  const std::size_t most = options_.isolation == Isolation::every_case ? 1 : most_units_of_a_child;
  while (units_.size() < most && !todo_.empty()) {
    const std::size_t unit = todo_.back();
    todo_.pop_back();
    const std::string_view member = result::member_of(planned(unit).entry->clause.id);
    const auto hangs = hangs_of_member_.find(member);
    if (hangs != hangs_of_member_.end() && hangs->second >= most_hangs) {
      leave_out(unit, Verdict::not_run, std::string(member) + " hung twice before: not waited for again");
    } else {
      units_.push_back(unit);
    }
  }
}

bool Worker::start() {
  units_.clear();
  ended_ = 0;
  loaded_ = done_ = false;
  load_problem_.clear();
  desk_->clear();
  look_ = !search_.wants_a_trial() && todo_.empty() && !second_looks_.empty();
  trial_ = look_ || search_.wants_a_trial();
  if (look_) {
    units_ = {second_looks_.back().first};
  } else if (trial_) {
    units_ = search_.next_trial();
  } else {
    take_units();
  }
  if (units_.empty()) return false;
  const Batch batch{plan_, options_, units_, *desk_};
  process_ = std::make_unique<ChildProcess>([&batch](int pipe) { run_batch(batch, pipe); });
  last_news_ = Clock::now();
  pipe_closed_since_ = {};
  return true;
}

void Worker::advance() {
  if (finished()) return;
  if (process_ == nullptr && !start()) return;
  // In this order: what a process wrote before its end is then read, whenever it ended.
  const std::optional<std::string> how = process_->ended();
  for (const std::string& line : process_->read_lines()) {
    take(line);
    if (process_ == nullptr) return;
  }
  const Clock::time_point now = Clock::now();
  if (how.has_value()) return child_ended(*how);
  if (process_->pipe_closed()) {
    if (pipe_closed_since_ == Clock::time_point{}) pipe_closed_since_ = now;
    if (now - pipe_closed_since_ > longest_life_without_pipe) {
      child_ended("it closed the pipe that its results come through");
    }
  } else if (now - last_news_ > options_.case_limit) {
    child_hangs();
  }
}

void Worker::take(const std::string& line) {
  last_news_ = Clock::now();
  const std::string_view text = std::string_view(line).substr(line.empty() ? 0 : 1);
  switch (line.empty() ? '\0' : line.front()) {
    case message::loaded:
      loaded_ = true;
      break;
    case message::not_loaded:
      load_problem_ = text;
      break;
    case message::passed:
    case message::end:
      take_result_line(line.front(), text);
      break;
    case message::leaked:
      if (trial_) break;
      ledger_.troubles.emplace_back("the subject's process leaked memory; the leak detector's report is on stderr");
      break;
    case message::done:
      done_ = true;
      break;
    default:
      pipe_is_abused();
  }
}

void Worker::take_result_line(char letter, std::string_view text) {
  if (!in_case()) return pipe_is_abused();
  result::CaseResult result = result_for(planned(units_[ended_]));
  if (letter == message::passed) {
    if (!read_passed_line(text, result)) return pipe_is_abused();
  } else {
    try {
      const std::string expected = result.id();
      result = result::from_json_line(text);
      if (result.id() != expected) return pipe_is_abused();
    } catch (const std::exception&) {
      return pipe_is_abused();
    }
  }
  take_result(std::move(result));
}

void Worker::pipe_is_abused() {
  // Whatever it says from here on is not to be believed, and perhaps not what it said last.
  const std::string why = "it wrote into the pipe that its results come through";
  if (!trial_ && !in_case() && ended_ > 0) {
    const std::size_t unit = units_[ended_ - 1];
    ledger_.revise(unit, lost(unit, Verdict::crashed, why));
  }
  child_ended(why);
}

void Worker::take_result(result::CaseResult result) {
  const std::size_t unit = units_[ended_++];
  if (!trial_) {
    if (result.verdict == Verdict::failed && ended_ > 1) want_second_look(unit, result);
    ledger_.close(unit, std::move(result));
  } else if (ended_ == units_.size()) {
    trial_result_ = std::move(result);
  }
}

result::CaseResult Worker::lost(std::size_t unit, Verdict verdict, const std::string& why) const {
  result::CaseResult lost = result_for(planned(unit));
  lost.verdict = verdict;
  lost.reason = why;
  lost.wire = desk_->tape.last_commands(commands_in_a_trace);
  return lost;
}

void Worker::put_back_from(std::size_t index) {
  todo_.insert(todo_.end(), units_.rbegin(), units_.rend() - static_cast<std::ptrdiff_t>(index));
}

void Worker::child_ended(const std::string& how) {
  process_.reset();
  if (trial_) {
    trial_ended(in_case() && ended_ + 1 == units_.size());
  } else if (in_case()) {
    batch_died(how);
  } else if (!load_problem_.empty()) {
    give_up("the subject does not load any more: " + load_problem_);
  } else if (!loaded_) {
    give_up("the subject does not load any more: the process died of it: " + how);
  } else {
    if (!done_) ledger_.troubles.push_back("the subject's process died between two cases: " + how);
    put_back_from(ended_);
  }
}

void Worker::batch_died(const std::string& how) {
  const std::size_t unit = units_[ended_];
  result::CaseResult dead = lost(unit, Verdict::crashed, "the process died in the case: " + how);
  put_back_from(ended_ + 1);
  if (ended_ == 0) {
    ledger_.close(unit, std::move(dead));  // alone already
    return;
  }
  units_.resize(ended_);
  search_.begin(unit, units_, std::move(dead));
}

void Worker::want_second_look(std::size_t unit, const result::CaseResult& failed) {
  if (!options_.second_looks || options_.repeat > 1) return;
  if (!looked_at_.insert(failed.clause).second) return;
  second_looks_.emplace_back(unit, failed);
}

void Worker::second_look_ended() {
  auto [unit, failed] = std::move(second_looks_.back());
  second_looks_.pop_back();
  const std::optional<result::CaseResult> alone = std::exchange(trial_result_, std::nullopt);
  if (!alone.has_value() || alone->verdict != Verdict::passed) return;
  failed.reason = failed.scenario + std::string(passes_alone);
  ledger_.revise(unit, std::move(failed));
}

void Worker::trial_ended(bool died_in_its_last) {
  if (look_) return second_look_ended();
  PoisonSearch::Finding finding = search_.trial_ended(died_in_its_last, std::exchange(trial_result_, std::nullopt));
  const std::size_t dead = search_.dead();
  if (finding.result.has_value()) ledger_.close(dead, std::move(*finding.result));
  if (!finding.trouble.empty()) ledger_.troubles.push_back(std::move(finding.trouble));
  if (!finding.guilty.has_value()) return;
  result::CaseResult guilty = result_for(planned(*finding.guilty));
  guilty.verdict = Verdict::crashed;
  guilty.reason = "it broke its process: " + result_for(planned(dead)).id() + " died after it, and does not die alone";
  ledger_.revise(*finding.guilty, std::move(guilty));
}

void Worker::child_hangs() {
  process_.reset();
  const std::string limit = seconds_text(options_.case_limit);
  if (trial_) {
    trial_ended(false);
  } else if (in_case()) {
    const std::size_t unit = units_[ended_];
    ++hangs_of_member_[std::string(result::member_of(planned(unit).entry->clause.id))];
    put_back_from(ended_ + 1);
    ledger_.close(unit, lost(unit, Verdict::timed_out, "no end within " + limit));
  } else if (!loaded_) {
    give_up("the subject did not load any more within " + limit);
  } else {
    ledger_.troubles.push_back("the subject's process hung after its last case for " + limit);
    put_back_from(ended_);
  }
}

void Worker::give_up(const std::string& why) {
  put_back_from(ended_);
  while (!todo_.empty()) {
    const std::size_t unit = todo_.back();
    todo_.pop_back();
    leave_out(unit, Verdict::blocked, why);
  }
}

void Worker::leave_out(std::size_t unit, Verdict verdict, const std::string& why) {
  result::CaseResult left_out = result_for(planned(unit));
  left_out.verdict = verdict;
  if (verdict == Verdict::blocked) left_out.blocked_by = result::BlockedBy::subject;
  left_out.reason = why;
  ledger_.close(unit, std::move(left_out));
}

}  // namespace discbench::runner
