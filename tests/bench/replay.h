// The steps of a scenario as a host would do them: with commands.
#pragma once

#include <vector>

#include "drive/drive.h"
#include "profile/scenario.h"

namespace discbench::bench {

/// Steps that concern the disc only. Every command must end GOOD: a test failure otherwise.
void replay(const std::vector<profile::PlacedStep>& steps, drive::Drive& drive);

}  // namespace discbench::bench
