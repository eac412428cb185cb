#include "drive/commands/handlers.h"

#include <algorithm>

#include "drive/disc_view.h"
#include "mmc/commands/read.h"

namespace discbench::drive {
namespace {

/// READ gives user data of 2048 bytes; an audio track has none. For that there is READ CD.
bool is_audio(const disc::Disc& disc, disc::Lba lba) {
  const disc::Track* track = disc.state().track_at(lba);
  return track != nullptr && track->form == disc::SectorForm::audio && lba < track->next_writable();
}

/// Behind everything that can be read: what READ CAPACITY says, and what lies in tracks that are still open.
std::uint64_t end_of_data(const disc::Disc& disc) {
  std::int64_t end = readable_sectors(disc);
  for (const disc::Track& track : disc.state().tracks) end = std::max(end, std::int64_t{track.next_writable().value});
  return static_cast<std::uint64_t>(end);
}

Completion read(Exchange& exchange, std::uint32_t first, std::uint32_t sectors) {
  const disc::Disc& disc = exchange.medium();
  // The whole range is looked at first: a command that runs out of the disc moves nothing.
  if (sectors > 0 && std::uint64_t{first} + sectors > end_of_data(disc))
    return check_condition(sense::logical_block_address_out_of_range);
  auto room = exchange.request.data_in;
  std::size_t moved = 0;
  std::array<std::uint8_t, disc::sector_size> beyond_the_buffer;
  for (std::uint64_t i = 0; i < sectors; ++i) {
    const disc::Lba lba{static_cast<std::int32_t>(first + i)};
    const bool fits = room.size() >= disc::sector_size;
    const auto target = fits ? room.first<disc::sector_size>() : std::span(beyond_the_buffer);
    if (!disc.read(lba, target))
      return is_audio(disc, lba) ? check_condition(sense::illegal_mode_for_this_track) : unreadable(disc, lba);
    exchange.drive.pick_up = lba;
    if (!fits) continue;
    room = room.subspan(disc::sector_size);
    moved += disc::sector_size;
  }
  return Completion{.data_in_length = moved};
}

}  // namespace

Completion read_10(Exchange& exchange, const mmc::Read10& cdb) {
  return read(exchange, cdb.logical_block_address, cdb.transfer_length_sectors);
}

Completion read_12(Exchange& exchange, const mmc::Read12& cdb) {
  return read(exchange, cdb.logical_block_address, cdb.transfer_length_sectors);
}

}  // namespace discbench::drive
