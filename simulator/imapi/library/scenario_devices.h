// Devices for recorders that a program makes by class: the id of one is a scenario.
#pragma once

#include <string>

#include "imapi/recorder/recorder.h"

namespace discbench::imapi {

/// The device of "cd-r/blank", "discbench:cd-r/blank" or a path that ends in ".yaml", brought up at the first use and
/// kept while a recorder is bound to it: a second recorder with the same scenario is another handle to the same device.
/// Throws com::Failure: E_INVALIDARG where there is no such scenario or its file is wrong, E_FAIL where a step of it
/// cannot be done.
Device find_scenario_device(const std::u16string& id);

}  // namespace discbench::imapi
