// MsftMultisessionRandomWrite: a disc that is written in any order and has no physical sessions.
#pragma once

#include <memory>

#include "com/pointer.h"
#include "discbench/imapi2.h"
#include "imapi/writer/recorder_slot.h"

namespace discbench::imapi {

/// An element for IDiscFormat2Data::get_MultisessionInterfaces.
com::Pointer<IMultisessionRandomWrite> make_multisession_random_write(std::shared_ptr<const RecorderSlot> recorder);

}  // namespace discbench::imapi
