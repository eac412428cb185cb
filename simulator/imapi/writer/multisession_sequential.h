// MsftMultisessionSequential: the previous session and the next place on a disc that is written in order.
#pragma once

#include <memory>

#include "com/pointer.h"
#include "discbench/imapi2.h"
#include "imapi/writer/recorder_slot.h"

namespace discbench::imapi {

/// An element for IDiscFormat2Data::get_MultisessionInterfaces. It holds the recorder's slot and not the writer, so
/// that the two hold no reference to each other in a circle.
com::Pointer<IMultisessionSequential2> make_multisession_sequential(std::shared_ptr<const RecorderSlot> recorder);

}  // namespace discbench::imapi
