#pragma once

#include <cstdint>

#include "drive/drive_state.h"

namespace discbench::drive {

/// The RT field of GET CONFIGURATION.
enum class RequestedFeatures : std::uint8_t { all = 0, current = 1, one = 2 };

/// Appends the descriptors from `first` on, ascending, to the drive's reply.
void append_features(DriveState& drive, RequestedFeatures requested, std::uint16_t first);

/// Whether the drive has the feature, and it is current.
bool has_current_feature(const DriveState& drive, std::uint16_t code);

}  // namespace discbench::drive
