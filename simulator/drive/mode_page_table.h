// Reading and setting mode pages by their codes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "drive/drive_state.h"
#include "mmc/commands/mode_sense.h"

namespace discbench::drive {

/// Appends the page (all of them, ascending, for 3Fh) to the drive's reply. False: there is no such page.
bool append_mode_page(DriveState& drive, std::uint8_t page_code, mmc::PageControl control);

/// Checks one page of a MODE SELECT without setting it. nullopt: acceptable.
std::optional<mmc::Sense> check_mode_page(const DriveState& drive, std::span<const std::uint8_t> page);

/// Sets a page that check_mode_page() found acceptable.
void set_mode_page(DriveState& drive, std::span<const std::uint8_t> page);

}  // namespace discbench::drive
