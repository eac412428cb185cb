// Devices for recorders that a program makes by class: the id of one is a scenario.
//
// Which devices there are before anybody asks for one, and in which order MsftDiscMaster2 numbers them, is decided at
// the first use of the library, from the environment:
//
//   DISCBENCH_RECORDERS not set      one for every scenario of the profiles, in ascending order of their ids
//   DISCBENCH_RECORDERS=a,b,c        these, in this order; each is what InitializeDiscRecorder takes
//   DISCBENCH_RECORDERS=             none: a host without recorders
//
// A device that is not among them comes when a recorder is first bound to it (another scenario, or a file outside of
// the profiles) and goes with its last recorder. MsftDiscMaster2 lists it for that time, and tells of both.
#pragma once

#include <memory>
#include <string>

#include "imapi/master/device_list.h"
#include "imapi/recorder/recorder.h"

namespace discbench::imapi {

/// The device of "cd-r/blank", "discbench:cd-r/blank" or a path that ends in ".yaml", brought up at the first use and
/// kept while a recorder is bound to it: a second recorder with the same scenario is another handle to the same device.
/// Throws com::Failure: E_INVALIDARG where there is no such scenario or its file is wrong, E_FAIL where a step of it
/// cannot be done.
Device find_scenario_device(const std::u16string& id);

/// The devices that there are, by their ids: "discbench:cd-r/blank". A name in DISCBENCH_RECORDERS that is no
/// scenario's is listed all the same; it is InitializeDiscRecorder that says so. Throws com::Failure: E_FAIL where
/// there are no profiles.
std::shared_ptr<DeviceList> scenario_device_list();

}  // namespace discbench::imapi
