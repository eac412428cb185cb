#include "runner/bench_rig.h"

#include <utility>

namespace discbench::runner {
namespace {

/// So that the tape is empty when the bench begins to be built.
WireTape& cleared(WireTape& tape) {
  tape.clear();
  return tape;
}

}  // namespace

const profile::Scenario& ScenarioShelf::scenario(std::string_view id) {
  const auto found = scenarios_.find(id);
  if (found != scenarios_.end()) return found->second;
  try {
    return scenarios_.emplace(id, source_(id)).first->second;
  } catch (const std::exception& error) {
    throw RigFailed("the medium of " + std::string(id) + " is not to be had: " + error.what());
  }
}

BenchRig::BenchRig(const profile::Scenario& scenario, ScenarioShelf& shelf, WireTape& tape)
    : present_(&scenario), shelf_(shelf), tape_(cleared(tape)), recorder_(tape_), bench_(scenario, &recorder_) {}

IDiscRecorder2* BenchRig::create_recorder() {
  IDiscRecorder2* recorder = bench_.create_recorder();
  if (recorder == nullptr) throw RigFailed("the bench made no recorder object");
  return recorder;
}

void BenchRig::insert_medium_of(std::string_view id) {
  const profile::Scenario& scenario = shelf_.scenario(id);
  // The subject may have threads of its own.
  const auto held = bench_.hold();
  drive::Drive& drive = bench_.drive();
  drive.remove();
  try {
    // Recorded in a drive of its own: what happened to the medium elsewhere is not this drive's history.
    const std::unique_ptr<drive::Drive> elsewhere = bench::bring_up(scenario);
    const bool leave_open = elsewhere->tray_open();
    std::optional<disc::Disc> disc = elsewhere->remove();
    if (disc.has_value()) drive.insert(std::move(*disc));
    if (leave_open) {
      drive.open_tray();
    } else if (drive.tray_open()) {
      drive.close_tray();
    }
  } catch (const bench::StepRefused& refused) {
    throw RigFailed(refused.what());
  }
  present_ = &scenario;
}

void BenchRig::open_tray() {
  const auto held = bench_.hold();
  bench_.drive().open_tray();
}

}  // namespace discbench::runner
