// One lane of a run: a slice of the plan, and the child processes that work it off one after another.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/batch.h"
#include "runner/child_process.h"
#include "runner/shared_tape.h"

namespace discbench::runner {

/// Where a worker puts what it learns.
struct Ledger {
  std::vector<result::CaseResult>& results;  ///< by index in the plan
  std::vector<std::string>& troubles;
  std::function<void()> case_ended;
};

class Worker {
 public:
  Worker(const Plan& plan, const Options& options, std::vector<std::size_t> cases, Ledger ledger);

  bool finished() const { return process_ == nullptr && todo_.empty(); }
  ChildProcess* process() { return process_.get(); }  ///< nullptr between two

  /// Starts a child where none is, takes in what has come, and deals with one that died or hangs. Never blocks.
  void advance();
  /// Ends the child, whatever it is doing.
  void stop() { process_.reset(); }

 private:
  using Clock = std::chrono::steady_clock;

  void start();
  void take(const std::string& line);
  void take_result(std::string_view json);
  void close_case(result::CaseResult result);
  void child_ended(const std::string& how);
  void child_hangs();
  void lose_case(result::Verdict verdict, const std::string& why);
  void give_up(const std::string& why);

  const Plan& plan_;
  const Options& options_;
  std::vector<std::size_t> todo_;  ///< not yet ended, in reverse: the next one is at the back
  Ledger ledger_;
  SharedTape tape_;
  std::unique_ptr<ChildProcess> process_;
  Clock::time_point last_news_{};
  bool loaded_ = false;   ///< this child has its subject
  bool in_case_ = false;  ///< the case at the back has begun
  bool done_ = false;     ///< this child said that it ends in order
  std::string load_problem_;
};

}  // namespace discbench::runner
