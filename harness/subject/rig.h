// The world around a subject, as checks may change it. The runner implements it over a bench; a check never sees more.
#pragma once

#include <string_view>

#include "discbench/imapi2.h"
#include "expectation/expectation.h"

namespace discbench::subject {

class Rig {
 public:
  virtual ~Rig() = default;

  /// A new recorder object for the one device of the scenario; the caller releases it.
  virtual IDiscRecorder2* create_recorder() = 0;

  /// What the scenario says of the medium that is in the drive now.
  virtual const expectation::Expectations& expectations() const = 0;

  /// Takes the medium out (tray open) and puts in the one of another scenario, e.g. "cd-r/one-session", as a person
  /// would: the drive then reports a medium change. expectations() speaks of the new medium from here on.
  virtual void insert_medium_of(std::string_view scenario) = 0;
  /// Opens the tray.
  virtual void open_tray() = 0;

  /// Commands that the device has been sent since the case began.
  virtual std::uint64_t commands_on_the_wire() const = 0;
};

}  // namespace discbench::subject
