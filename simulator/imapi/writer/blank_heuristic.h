// The guess that a medium is blank though it was written or formatted before: IDiscFormat2,
// get_MediaHeuristicallyBlank.
#pragma once

#include "imapi/writer/mmc_device.h"

namespace discbench::imapi {

/// True where the first and the last 2 MB of what can be read hold nothing but zeros, or were never recorded. No file
/// system leaves both alone. Throws what MmcDevice throws: a sector that cannot be read is no sign of a blank medium.
bool zero_at_both_ends(MmcDevice& device);

}  // namespace discbench::imapi
