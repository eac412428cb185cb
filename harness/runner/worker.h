// One lane of a run: a part of the plan, and the child processes that work it off one after another.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runner/batch.h"
#include "runner/child_process.h"
#include "runner/poison.h"
#include "runner/shared_desk.h"

namespace discbench::runner {

/// Where a worker puts what it learns. A unit is a case of the plan in one of its repetitions: repetition times the
/// plan's size, plus its place.
struct Ledger {
  std::function<void(std::size_t unit, result::CaseResult result)> close;
  /// What was said of this case before does not hold.
  std::function<void(std::size_t unit, result::CaseResult result)> revise;
  std::vector<std::string>& troubles;
};

class Worker {
 public:
  Worker(const Plan& plan, const Options& options, std::vector<std::size_t> units, Ledger ledger);

  bool finished() const {
    return process_ == nullptr && todo_.empty() && !search_.wants_a_trial() && second_looks_.empty();
  }
  ChildProcess* process() { return process_.get(); }  ///< nullptr between two

  /// Starts a child where none is, takes in what has come, and deals with one that died or hangs. Never blocks.
  void advance();
  /// Ends the child, whatever it is doing.
  void stop() { process_.reset(); }

 private:
  using Clock = std::chrono::steady_clock;

  bool start();
  void take_units();
  const PlannedCase& planned(std::size_t unit) const { return plan_.cases[unit % plan_.cases.size()]; }
  bool in_case() const;
  void take(const std::string& line);
  void take_result_line(char letter, std::string_view text);
  void take_result(result::CaseResult result);
  void pipe_is_abused();
  result::CaseResult lost(std::size_t unit, result::Verdict verdict, const std::string& why) const;
  void put_back_from(std::size_t index);
  void child_ended(const std::string& how);
  void batch_died(const std::string& how);
  void child_hangs();
  void trial_ended(bool died_in_its_last);
  void want_second_look(std::size_t unit, const result::CaseResult& failed);
  void second_look_ended();
  void give_up(const std::string& why);
  void leave_out(std::size_t unit, result::Verdict verdict, const std::string& why);

  const Plan& plan_;
  const Options& options_;
  std::vector<std::size_t> todo_;  ///< not yet handed to a child, in reverse: the next one is at the back
  Ledger ledger_;
  SharedDesk desk_;
  std::unique_ptr<ChildProcess> process_;
  std::vector<std::size_t> units_;  ///< that this child runs, in order
  std::size_t ended_ = 0;           ///< of them
  PoisonSearch search_;
  bool trial_ = false;                              ///< this child is one of the search's, or a second look
  bool look_ = false;                               ///< it is a second look
  std::optional<result::CaseResult> trial_result_;  ///< of the last case of a trial
  /// The first failure of each clause that came after other cases of its process: tried alone when all else is done.
  std::vector<std::pair<std::size_t, result::CaseResult>> second_looks_;
  std::set<std::string, std::less<>> looked_at_;  ///< clauses
  Clock::time_point last_news_{};
  Clock::time_point pipe_closed_since_{};
  bool loaded_ = false;  ///< this child has its subject
  bool done_ = false;    ///< this child said that it ends in order
  std::string load_problem_;
  std::map<std::string, unsigned, std::less<>> hangs_of_member_;
};

}  // namespace discbench::runner
