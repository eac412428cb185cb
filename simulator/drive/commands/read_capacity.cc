#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/read_capacity.h"

namespace discbench::drive {

/// GOOD with a last address of 0 where no session is complete: real drives answer blank and open discs so.
Completion read_capacity(Exchange& exchange, const mmc::ReadCapacity&) {
  const std::uint32_t sectors = readable_sectors(exchange.medium());
  exchange.drive.reply.append(mmc::ReadCapacityData{.last_logical_block_address = sectors == 0 ? 0 : sectors - 1});
  return exchange.send_reply(bytes::size_of<mmc::ReadCapacityData>);
}

}  // namespace discbench::drive
