// The cue sheet of SEND CUE SHEET, read as a plan of a session.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "disc/session_plan.h"

namespace discbench::drive {

/// MMC-6, CD Mastering feature (002Eh), Maximum Cue Sheet Length, as a HL-DT-ST GH40L has it.
inline constexpr std::uint32_t maximum_cue_sheet_bytes = 3072;

/// What the sheet says of the session whose first track has that number and begins (index 1) at that address. nullopt:
/// it is no sheet, or asks for what this recorder does not do. It does: audio (2352 bytes) and mode 1 (2048 bytes) from
/// the host; pre-gaps from the host, or of zeros that it makes itself; CONTROL 0 and 4; any index; a catalogue number
/// (ADR 2) and recording codes (ADR 3). It does not: sub-channels and lead-ins from the host, and so no CD-TEXT, and
/// other sectors (raw, mode 2).
std::optional<disc::SessionPlan> plan_of(std::span<const std::uint8_t> cue_sheet, std::uint16_t first_number,
                                         disc::Lba first_start);

}  // namespace discbench::drive
