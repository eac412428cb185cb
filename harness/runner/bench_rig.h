// The rig of a case: the recorder of its scenario, and what a person may do to it.
#pragma once

#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "bench/bench.h"
#include "runner/wire_tape.h"
#include "subject/rig.h"

namespace discbench::runner {

/// Reads a scenario by its id. Throws std::exception with one line where there is none.
using ScenarioSource = std::function<profile::Scenario(std::string_view id)>;

/// The rig could not do what a check asked of it: no fault of the subject.
class RigFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Scenarios that checks ask for by name, each read once.
class ScenarioShelf {
 public:
  explicit ScenarioShelf(ScenarioSource source) : source_(std::move(source)) {}
  /// Throws RigFailed.
  const profile::Scenario& scenario(std::string_view id);

 private:
  ScenarioSource source_;
  std::map<std::string, profile::Scenario, std::less<>> scenarios_;
};

class BenchRig final : public subject::Rig {
 public:
  /// Throws bench::StepRefused. Clears the tape. All arguments must outlive the rig.
  BenchRig(const profile::Scenario& scenario, ScenarioShelf& shelf, WireTape& tape);

  IDiscRecorder2* create_recorder() override;
  const expectation::Expectations& expectations() const override { return present_->expect; }
  void insert_medium_of(std::string_view scenario) override;
  void open_tray() override;
  std::uint64_t commands_on_the_wire() const override { return tape_.count(); }

 private:
  const profile::Scenario* present_;  ///< whose medium is in the drive
  ScenarioShelf& shelf_;
  WireTape& tape_;
  TapeRecorder recorder_;
  bench::Bench bench_;
};

}  // namespace discbench::runner
