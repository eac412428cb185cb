// MsftMultisessionSequential: the previous session and the next place on a disc that is written in order.
#pragma once

#include <memory>

#include "com/pointer.h"
#include "discbench/imapi2.h"
#include "imapi/writer/recorder_slot.h"

namespace discbench::imapi {

/// An element for IDiscFormat2Data::get_MultisessionInterfaces.
com::Pointer<IMultisessionSequential2> make_multisession_sequential(std::shared_ptr<const RecorderSlot> recorder);

}  // namespace discbench::imapi
