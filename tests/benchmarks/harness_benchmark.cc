// How fast a property is answered, and how fast a clause is checked, beside what lies below them: a property get beside
// the one command on the wire that it stands on, the whole contract in one process. The goals: a get under 5 us, 20,000
// checks a second.
#include <benchmark/benchmark.h>

#include "bench/bench.h"
#include "check/catalogue.h"
#include "com/answer.h"
#include "com/pointer.h"
#include "mmc/commands/read_track_information.h"
#include "profile/load.h"
#include "runner/case_run.h"
#include "subject/subject.h"

namespace discbench {
namespace {

profile::Catalogue own_profiles() {
  return profile::Catalogue({std::filesystem::path(DISCBENCH_SOURCE_DIR "/profiles")});
}

profile::Scenario scenario(std::string_view id) { return profile::load_scenario(own_profiles(), id); }

subject::Subject& builtin() {
  static const auto loaded = subject::load_library(DISCBENCH_BINARY_DIR "/lib/libdiscbench-imapi.so");
  return *loaded;
}

void one_command_on_the_wire(benchmark::State& state) {
  bench::Bench bench(scenario("cd-r/three-sessions"));
  const auto cdb = bytes::encode(mmc::ReadTrackInformation{
      .address_type = mmc::TrackAddressType::track, .address = 0xff, .allocation_length = 36});
  std::array<std::uint8_t, 36> reply{};
  for (auto _ : state) benchmark::DoNotOptimize(bench.wire().execute({.cdb = cdb, .data_in = reply}));
}
BENCHMARK(one_command_on_the_wire);

void get_next_writable_address(benchmark::State& state) {
  bench::Bench bench(scenario("cd-r/three-sessions"));
  const auto recorder = com::Pointer<IDiscRecorder2>::adopt(bench.create_recorder());
  com::Pointer<IDiscFormat2Data> writer;
  com::demand(builtin().create_writer(writer.put()));
  com::demand(writer->put_Recorder(recorder.get()));
  LONG value = 0;
  for (auto _ : state) benchmark::DoNotOptimize(writer->get_NextWritableAddress(&value));
  if (value != 27114) state.SkipWithError("the wrong address");
}
BENCHMARK(get_next_writable_address);

/// Every clause that applies, on one disc, in this process; items are comparisons.
void the_contract_in_one_process(benchmark::State& state) {
  const std::vector<profile::Scenario> scenarios{scenario("cd-r/three-sessions")};
  const runner::Plan plan = runner::make_plan(check::catalogue(), {}, scenarios);
  runner::WireTape tape;
  runner::CaseRunner runner(
      builtin(), [](std::string_view id) { return scenario(id); }, tape);
  std::int64_t checks = 0;
  for (auto _ : state) {
    for (const runner::PlannedCase& planned : plan.cases) {
      if (planned.inapplicable.empty()) checks += runner.run(planned).checks;
    }
  }
  state.SetItemsProcessed(checks);
}
BENCHMARK(the_contract_in_one_process)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace discbench
