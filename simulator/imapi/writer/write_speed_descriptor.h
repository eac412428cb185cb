// MsftWriteSpeedDescriptor: one supported write speed as an object.
#pragma once

#include "com/pointer.h"
#include "discbench/imapi2.h"

namespace discbench::imapi {

/// `write_speed` in sectors a second.
com::Pointer<IWriteSpeedDescriptor> make_write_speed_descriptor(IMAPI_MEDIA_PHYSICAL_TYPE media_type, bool pure_cav,
                                                                LONG write_speed);

}  // namespace discbench::imapi
