// The sub-channel of a CD: where on the disc a sector lies, as the disc itself says it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "disc/disc.h"
#include "mmc/commands/read_cd.h"

namespace discbench::drive {

struct CdPosition {
  std::uint8_t track = 0;
  std::uint8_t index = 1;              ///< 0: in the pre-gap
  std::uint8_t control = 0;            ///< CONTROL: 4 is data, 0 audio
  std::uint32_t relative_sectors = 0;  ///< from index 1 on; in the pre-gap what is still to go, 0 at its last sector
};

/// CONTROL of the Q sub-channel, which is Track Mode of READ TRACK INFORMATION, too.
std::uint8_t control_of(const disc::Disc& disc, const disc::Track& track);

/// nullopt: between two sessions, or outside of what is recorded.
std::optional<CdPosition> position_of(const disc::Disc& disc, disc::Lba lba);

/// Q in mode 1, with its check word (x^16 + x^12 + x^5 + 1, recorded inverted). ECMA-130, "Q-channel".
mmc::FormattedQ formatted_q(const CdPosition& position, disc::Lba lba);

/// All eight channels, a bit each in 96 bytes: P in bit 7, Q in bit 6, nothing in R to W.
std::array<std::uint8_t, 96> raw_sub_channel(const mmc::FormattedQ& q);

}  // namespace discbench::drive
