#include "runner/run.h"

#include <boost/crc.hpp>
#include <numeric>
#include <string_view>

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
  Desk desk;
  ChildProcess child([&](int pipe) { run_batch({nothing, options, {}, desk}, pipe); });
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

/// Contiguous parts of the cases that need a process, about equal; no member of an interface is in two of them, so that
/// what is left out after its hangs does not depend on the number of parts.
std::vector<std::vector<std::size_t>> parts_of(const Plan& plan, const std::vector<std::size_t>& cases,
                                               std::size_t jobs) {
  std::vector<std::vector<std::size_t>> parts;
  std::string_view last_member;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string_view member = result::member_of(plan.cases[cases[i]].entry->clause.id);
    const bool due = i * jobs >= parts.size() * cases.size();
    if (parts.empty() || (due && member != last_member)) parts.emplace_back();
    parts.back().push_back(cases[i]);
    last_member = member;
  }
  return parts;
}

/// Every unit of a part: all of it, repetition after repetition.
std::vector<std::size_t> units_of(const std::vector<std::size_t>& part, std::size_t plan_size, unsigned repeat) {
  std::vector<std::size_t> units;
  units.reserve(part.size() * repeat);
  for (std::size_t repetition = 0; repetition < repeat; ++repetition) {
    for (const std::size_t place : part) units.push_back(repetition * plan_size + place);
  }
  return units;
}

class Supervisor {
 public:
  Supervisor(const Plan& plan, const Options& options) : plan_(plan), options_(options) {}

  result::RunResult run() {
    const Clock::time_point begin = Clock::now();
    end_ = options_.run_limit.count() > 0 ? begin + options_.run_limit : Clock::time_point::max();
    const std::vector<std::size_t> cases = cases_for_a_process();
    if (!cases.empty()) try_subject(options_);
    settle_the_others();
    if (!cases.empty()) work(cases);
    leave_out_the_rest(cases);
    run_.ineligible = plan_.ineligible;
    run_.interrupted = interrupted(options_) || late_;
    run_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return std::move(run_);
  }

 private:
  std::vector<std::size_t> cases_for_a_process() {
    std::vector<std::size_t> cases;
    for (std::size_t place = 0; place < plan_.cases.size(); ++place) {
      run_.cases.push_back(result_for(plan_.cases[place]));
      if (plan_.cases[place].inapplicable.empty()) cases.push_back(place);
    }
    return cases;
  }

  /// Those that do not apply.
  void settle_the_others() {
    for (std::size_t place = 0; place < plan_.cases.size(); ++place) {
      if (plan_.cases[place].inapplicable.empty()) continue;
      result::CaseResult result = result_for(plan_.cases[place]);
      result.verdict = Verdict::not_applicable;
      result.reason = plan_.cases[place].inapplicable;
      record(place, several(std::move(result), options_.repeat));
      ended_ += options_.repeat - 1;
    }
  }

  /// Repetitions that all end like this one.
  result::CaseResult several(result::CaseResult result, std::uint32_t repetitions) const {
    if (options_.repeat == 1) return result;
    result.times.resize(result::verdict_count);
    result.times[static_cast<std::size_t>(result.verdict)] = repetitions;
    return result;
  }

  void record(std::size_t unit, result::CaseResult result) {
    const std::size_t place = unit % plan_.cases.size();
    if (options_.settle) options_.settle(place, result);
    keep_last_commands(result, commands_in_a_result);
    if (options_.repeat == 1) {
      run_.cases[place] = std::move(result);
    } else {
      add_repetition(run_.cases[place], std::move(result));
    }
    ++ended_;
  }

  void revise(std::size_t unit, result::CaseResult result) {
    if (options_.repeat > 1) {
      run_.troubles.push_back(result.id() + ": " + result.reason);
      return;
    }
    result.checks = run_.cases[unit].checks;
    if (options_.settle) options_.settle(unit, result);
    keep_last_commands(result, commands_in_a_result);
    run_.cases[unit] = std::move(result);
  }

  void leave_out_the_rest(const std::vector<std::size_t>& cases) {
    if (!interrupted(options_) && !late_) return;
    const std::string why = late_ ? "the time for the whole run was over" : "interrupted";
    for (const std::size_t place : cases) {
      const result::CaseResult& result = run_.cases[place];
      const std::uint32_t ended = std::accumulate(result.times.begin(), result.times.end(), 0u);
      if (options_.repeat == 1 && (result.verdict != Verdict::not_run || !result.reason.empty())) continue;
      if (ended == options_.repeat) continue;
      result::CaseResult left_out = result_for(plan_.cases[place]);
      left_out.reason = why;
      record(place, several(std::move(left_out), options_.repeat - ended));
    }
  }

  void work(const std::vector<std::size_t>& cases) {
    const Ledger ledger{
        .close =
            [this](std::size_t unit, result::CaseResult result) {
              record(unit, std::move(result));
              if (options_.progress) options_.progress(ended_, plan_.cases.size() * options_.repeat);
            },
        .revise = [this](std::size_t unit, result::CaseResult result) { revise(unit, std::move(result)); },
        .troubles = run_.troubles};
    std::vector<std::unique_ptr<Worker>> workers;
    for (const std::vector<std::size_t>& part : parts_of(plan_, cases, options_.jobs)) {
      workers.push_back(
          std::make_unique<Worker>(plan_, options_, units_of(part, plan_.cases.size(), options_.repeat), ledger));
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
      late_ = Clock::now() > end_;
      if (late_) return;
      if (!processes.empty()) wait_for_news(processes, longest_nap);
    }
  }

  const Plan& plan_;
  const Options& options_;
  result::RunResult run_;
  Clock::time_point end_{};
  bool late_ = false;
  std::size_t ended_ = 0;
};

}  // namespace

std::uint64_t seed_of(std::uint64_t seed, const PlannedCase& planned, std::size_t repetition) {
  boost::crc_optimal<64, 0x42f0e1eba9ea3693, 0, 0, false, false> crc;
  const std::string text = std::to_string(seed) + " " + result_for(planned).id() + " " + std::to_string(repetition);
  crc.process_bytes(text.data(), text.size());
  return crc.checksum();
}

result::RunResult run(const Plan& plan, const Options& options) { return Supervisor(plan, options).run(); }

}  // namespace discbench::runner
