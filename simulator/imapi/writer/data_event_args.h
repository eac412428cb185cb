// What a sink of DDiscFormat2DataEvents gets with each Update: IDiscFormat2DataEventArgs.
#pragma once

#include "com/pointer.h"
#include "discbench/imapi2.h"
#include "imapi/writer/burn_progress.h"

namespace discbench::imapi {

/// A picture of the moment: it stays as it is while the burn goes on, and a sink may keep it.
com::Pointer<IDiscFormat2DataEventArgs> make_data_event_args(const Progress& progress);

}  // namespace discbench::imapi
