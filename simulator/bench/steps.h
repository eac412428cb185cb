#pragma once

#include <optional>
#include <string>

#include "drive/drive.h"
#include "profile/scenario.h"

namespace discbench::bench {

/// Does one step by the disc's own rules. nullopt: done; else why not, and what was expected, and nothing has changed.
std::optional<std::string> do_step(const profile::Step& step, drive::Drive& drive);

}  // namespace discbench::bench
