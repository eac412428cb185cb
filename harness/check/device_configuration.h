// What the device itself calls current, asked by a command: evidence about lists that the subject has no hand in.
#pragma once

#include <cstdint>
#include <vector>

#include "check/own_recorder.h"

namespace discbench::check {

/// GET CONFIGURATION with RT 01b. MMC-6, "GET CONFIGURATION Command".
struct CurrentConfiguration {
  std::vector<std::int64_t> features{};
  std::vector<std::int64_t> profiles{};  ///< those with CurrentP
};

/// Not applicable where the device does not answer the command.
CurrentConfiguration current_configuration(Stage& stage, const OwnRecorder& own);

}  // namespace discbench::check
