// The tables of READ TOC/PMA/ATIP, one for each format.
#pragma once

#include <cstdint>
#include <optional>

#include "disc/disc.h"
#include "drive/reply.h"
#include "mmc/commands/read_toc_pma_atip.h"

namespace discbench::drive {

/// The two numbers of the response header: tracks or sessions, by the format.
struct TocNumbers {
  std::uint8_t first = 0;
  std::uint8_t last = 0;
};

/// Appends the descriptors behind the header. `control` is that of the disc's tracks (disc_view.h). nullopt: this disc
/// has no such table, or the number asked for is none.
std::optional<TocNumbers> append_toc(Reply& reply, const disc::Disc& disc, std::uint8_t control, std::uint8_t format,
                                     const mmc::ReadTocPmaAtip& cdb);

}  // namespace discbench::drive
