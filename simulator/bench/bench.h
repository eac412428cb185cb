// Puts one recorder together: a scenario in, a rig out. Who wraps whom is decided here and nowhere else:
// drive <- trace <- serialised <- MsftDiscRecorder2.
#pragma once

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

#include "discbench/imapi2.h"
#include "drive/drive.h"
#include "profile/scenario.h"
#include "transport/serialised.h"
#include "transport/trace.h"

namespace discbench::bench {

/// A scenario's step was refused by the disc: the file asks for what cannot be. what() names file, line, step, refusal.
class StepRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Does the scenario's steps on a fresh drive. Throws StepRefused.
std::unique_ptr<drive::Drive> bring_up(const profile::Scenario& scenario);

class Bench {
 public:
  /// Throws StepRefused. `listener` may be null and must outlive the bench.
  explicit Bench(const profile::Scenario& scenario, transport::TraceListener* listener = nullptr);

  /// What is done to it directly is done while hold() is held, where other threads may send commands.
  drive::Drive& drive() { return *drive_; }
  /// Usable from several threads at once.
  transport::Transport& wire() { return wire_; }
  [[nodiscard]] auto hold() { return wire_.hold(); }

  /// A new MsftDiscRecorder2 over the wire, initialised with recorder_id(); the caller releases it.
  /// Every recorder object of one bench is a handle to the same device.
  IDiscRecorder2* create_recorder();

  /// The unique id of the one recorder, e.g. u"discbench:cd-r/blank".
  const std::u16string& recorder_id() const { return recorder_id_; }

 private:
  std::unique_ptr<drive::Drive> drive_;
  transport::Trace trace_;
  transport::Serialised wire_;
  std::u16string recorder_id_;
  std::atomic<std::uint32_t> next_initiator_ = 1;
};

}  // namespace discbench::bench
