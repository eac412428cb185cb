#include "runner/run.h"

#include <algorithm>

#include "runner/case_run.h"
#include "runner/worker.h"

namespace discbench::runner {
namespace {

using Clock = std::chrono::steady_clock;
using result::Verdict;

/// How long the supervisor sleeps at most: the delay of an interruption, and of noticing the end of a process whose
/// pipe a process of its own still holds.
constexpr std::chrono::milliseconds longest_nap{50};

bool interrupted(const Options& options) { return options.interrupted != nullptr && *options.interrupted != 0; }

/// Loads the subject once in a child, before any case: what is wrong with the file is no verdict on the subject.
void try_subject(const Options& options) {
  const Plan nothing;
  WireTape tape;
  ChildProcess child([&](int pipe) { run_batch({nothing, options, {}, tape}, pipe); });
  const Clock::time_point begin = Clock::now();
  while (!interrupted(options)) {
    const std::optional<std::string> how = child.ended();
    for (const std::string& line : child.read_lines()) {
      if (line.front() == message::loaded) return;
      if (line.front() == message::not_loaded) throw SubjectUnusable(line.substr(1));
    }
    if (how.has_value()) throw SubjectUnusable("the process died while it loaded the subject: " + *how);
    if (Clock::now() - begin > options.case_limit) {
      throw SubjectUnusable("the subject did not load within " + std::to_string(options.case_limit.count()) + " ms");
    }
    wait_for_news({&child}, longest_nap);
  }
}

/// Equal contiguous slices of the cases that need a process.
std::vector<std::vector<std::size_t>> slices_of(const std::vector<std::size_t>& cases, std::size_t jobs) {
  const std::size_t count = std::min(std::max<std::size_t>(jobs, 1), std::max<std::size_t>(cases.size(), 1));
  std::vector<std::vector<std::size_t>> slices(count);
  for (std::size_t i = 0; i < cases.size(); ++i) slices[i * count / cases.size()].push_back(cases[i]);
  return slices;
}

class Supervisor {
 public:
  Supervisor(const Plan& plan, const Options& options) : plan_(plan), options_(options) {}

  result::RunResult run() {
    const Clock::time_point begin = Clock::now();
    const std::vector<std::size_t> cases = settle_without_a_process();
    if (!cases.empty()) {
      try_subject(options_);
      work(cases);
    }
    run_.ineligible = plan_.ineligible;
    run_.interrupted = interrupted(options_);
    run_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return std::move(run_);
  }

 private:
  /// Every case begins as not run; those that do not apply are settled here. Answers the others.
  std::vector<std::size_t> settle_without_a_process() {
    std::vector<std::size_t> cases;
    for (std::size_t i = 0; i < plan_.cases.size(); ++i) {
      result::CaseResult result = result_for(plan_.cases[i]);
      if (plan_.cases[i].inapplicable.empty()) {
        result.reason = "interrupted";
        cases.push_back(i);
      } else {
        result.verdict = Verdict::not_applicable;
        result.reason = plan_.cases[i].inapplicable;
      }
      run_.cases.push_back(std::move(result));
    }
    ended_ = plan_.cases.size() - cases.size();
    return cases;
  }

  void work(const std::vector<std::size_t>& cases) {
    const Ledger ledger{run_.cases, run_.troubles, [this] {
                          ++ended_;
                          if (options_.progress) options_.progress(ended_, plan_.cases.size());
                        }};
    std::vector<std::unique_ptr<Worker>> workers;
    for (std::vector<std::size_t>& slice : slices_of(cases, options_.jobs)) {
      workers.push_back(std::make_unique<Worker>(plan_, options_, std::move(slice), ledger));
    }
    while (!interrupted(options_)) {
      std::vector<ChildProcess*> processes;
      bool all_finished = true;
      for (const std::unique_ptr<Worker>& worker : workers) {
        worker->advance();
        all_finished = all_finished && worker->finished();
        if (worker->process() != nullptr) processes.push_back(worker->process());
      }
      if (all_finished) return;
      if (!processes.empty()) wait_for_news(processes, longest_nap);
    }
  }

  const Plan& plan_;
  const Options& options_;
  result::RunResult run_;
  std::size_t ended_ = 0;
};

}  // namespace

result::RunResult run(const Plan& plan, const Options& options) { return Supervisor(plan, options).run(); }

}  // namespace discbench::runner
