#include "bench/bench.h"

#include <filesystem>

#include "bench/steps.h"
#include "disc/memory_store.h"
#include "imapi/recorder/recorder.h"

namespace discbench::bench {
namespace {

/// Ids hold file names: UTF-8.
std::u16string in_utf16(const std::string& text) { return std::filesystem::path(text).u16string(); }

/// A power-on or an insertion that nothing followed is for the host to find out.
bool leaves_attention(const std::vector<profile::PlacedStep>& steps) {
  return !steps.empty() && (std::holds_alternative<profile::step::PowerOn>(steps.back().step) ||
                            std::holds_alternative<profile::step::CloseTray>(steps.back().step));
}

}  // namespace

std::unique_ptr<drive::Drive> bring_up(const profile::Scenario& scenario) {
  auto drive = std::make_unique<drive::Drive>(scenario.drive);
  if (scenario.medium) drive->insert(disc::Disc(*scenario.medium, std::make_unique<disc::MemoryStore>()));
  for (const profile::PlacedStep& step : scenario.steps) {
    if (const std::optional<std::string> refusal = do_step(step.step, *drive))
      throw StepRefused(scenario.file + ":" + std::to_string(step.line) + ":" + std::to_string(step.column) +
                        ": key '" + step.name + "': this step cannot be done: " + *refusal);
  }
  if (!leaves_attention(scenario.steps)) drive->clear_attentions();
  return drive;
}

Bench::Bench(const profile::Scenario& scenario, transport::TraceListener* listener)
    : drive_(bring_up(scenario)),
      trace_(*drive_, listener),
      wire_(trace_),
      recorder_id_(u"discbench:" + in_utf16(scenario.id)) {}

IDiscRecorder2* Bench::create_recorder() {
  return imapi::create_recorder(wire_, mmc::Initiator{next_initiator_++}, recorder_id_);
}

}  // namespace discbench::bench
