#pragma once

#include <cstdint>

#include "disc/lba.h"

namespace discbench::disc {

/// What a sector brings along for the host. DVD and BD have data sectors only; on CD it is a matter of the track.
enum class SectorForm : std::uint8_t {
  data,   ///< 2048 bytes of user data, on CD in mode 1 (ECMA-130, "Sector mode (01)")
  audio,  ///< 2352 bytes: 588 samples of two channels (Red Book)
};

inline constexpr std::uint32_t audio_sector_size = 2352;

constexpr std::uint32_t bytes_of(SectorForm form) {
  return form == SectorForm::audio ? audio_sector_size : sector_size;
}

}  // namespace discbench::disc
