// MsftDiscFormat2Erase.
#pragma once

#include "discbench/imapi2.h"

namespace discbench::imapi {

/// An object with IDiscFormat2Erase and, for DDiscFormat2EraseEvents, IConnectionPointContainer. A recorder is put on
/// it once: the next one after put_Recorder(NULL), which is E_IMAPI_ERASE_ONLY_ONE_RECORDER_SUPPORTED else. Usable from
/// several threads at once; one erases at a time, E_IMAPI_ERASE_RECORDER_IN_USE for the others.
HRESULT create_disc_format_erase(REFIID iid, void** out);

}  // namespace discbench::imapi
