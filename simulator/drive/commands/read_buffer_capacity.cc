#include "drive/commands/handlers.h"

#include "mmc/commands/read_buffer_capacity.h"

namespace discbench::drive {

/// What is written is on the disc at once, so that all of the buffer is always free.
Completion read_buffer_capacity(Exchange& exchange, const mmc::ReadBufferCapacity& cdb) {
  const std::uint32_t length = exchange.drive.settings.buffer_kilobytes * 1024;
  exchange.drive.reply.append(
      mmc::BufferCapacity{.in_blocks = cdb.in_blocks,
                          .buffer_length = cdb.in_blocks ? 0 : length,
                          .available_length = cdb.in_blocks ? length / disc::sector_size : length});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
