#pragma once

#include "disc/medium.h"
#include "disc/refusal.h"
#include "mmc/sense.h"

namespace discbench::drive {

/// The one table from a disc's refusal to what the drive says of it.
mmc::Sense sense_of(disc::Refusal refusal, disc::Technology technology);

}  // namespace discbench::drive
