// How fast cases go through child processes when the check itself costs nothing, and what the supervisor keeps in
// memory for them. The goals: 100,000 cases a second in batch mode, 200 with a process for each, 1.5 times the cases
// with two workers, under 100 MB for a million cases. Items are cases.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>

#include "runner/fake_catalogue.h"

namespace discbench::runner {
namespace {

/// In two members of interfaces, so that two workers have something to share.
Plan trivial_plan(const std::vector<profile::Scenario>& scenarios) {
  return make_plan(fake_catalogue(), {"fake.a-passes", "fake.z-passes"}, scenarios);
}

/// Runs the cases of a plan `repeat` times each. False unless every one passed.
bool all_pass(const Plan& plan, Options options, unsigned repeat) {
  options.repeat = repeat;
  options.case_limit = std::chrono::seconds(30);
  const result::RunResult run = runner::run(plan, options);
  const std::uint32_t passed = result::totals_of(run.cases).of(result::Verdict::passed);
  return passed == plan.cases.size() * repeat;
}

void run_trivial_cases(benchmark::State& state, unsigned jobs, Isolation isolation, unsigned repeat) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  const Plan plan = trivial_plan(scenarios);
  Options options = fake_options();
  options.jobs = jobs;
  options.isolation = isolation;
  for (auto _ : state) {
    if (!all_pass(plan, options, repeat)) return state.SkipWithError("a trivial case did not pass");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * plan.cases.size() * repeat));
}

void batch(benchmark::State& state) {
  run_trivial_cases(state, static_cast<unsigned>(state.range(0)), Isolation::batch, 25000);
}
BENCHMARK(batch)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime()->ArgName("jobs");

void a_process_for_each_case(benchmark::State& state) {
  run_trivial_cases(state, static_cast<unsigned>(state.range(0)), Isolation::every_case, 100);
}
BENCHMARK(a_process_for_each_case)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime()->ArgName("jobs");

/// The most that this process ever held: the benchmarks before hold less.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void a_million_cases(benchmark::State& state) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  const Plan plan = trivial_plan(scenarios);
  for (auto _ : state) {
    if (!all_pass(plan, fake_options(), 250000)) return state.SkipWithError("a trivial case did not pass");
  }
  state.counters["supervisor_peak_MB"] = peak_megabytes();
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * plan.cases.size() * 250000));
}
BENCHMARK(a_million_cases)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace discbench::runner
