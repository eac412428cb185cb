// MsftDiscFormat2Data: burns a stream of sectors as a session, and tells of the disc before and after.
#pragma once

#include "discbench/imapi2.h"

namespace discbench::imapi {

/// A new MsftDiscFormat2Data, asked for `iid`. E_POINTER, E_NOINTERFACE, E_OUTOFMEMORY; *out is then NULL.
HRESULT create_disc_format_data(REFIID iid, void** out);

}  // namespace discbench::imapi
