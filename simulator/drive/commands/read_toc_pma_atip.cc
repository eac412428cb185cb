#include "mmc/commands/read_toc_pma_atip.h"
#include "drive/commands/handlers.h"
#include "drive/disc_view.h"
#include "drive/toc.h"

namespace discbench::drive {

/// The format stands in byte 2; where that is 0, hosts of MMC-1's time have it in the control byte.
Completion read_toc_pma_atip(Exchange& exchange, const mmc::ReadTocPmaAtip& cdb) {
  const std::uint8_t format = cdb.format != 0 ? cdb.format : cdb.legacy_format;
  Reply& reply = exchange.drive.reply;
  const disc::Disc& disc = exchange.medium();
  reply.leave_room_for<mmc::TocHeader>();
  const auto numbers = append_toc(reply, disc, control_of(exchange.drive.settings, disc), format, cdb);
  if (!numbers) return check_condition(sense::invalid_field_in_cdb);
  constexpr std::size_t length_field = 2;
  reply.put(0, mmc::TocHeader{.data_length = static_cast<std::uint16_t>(reply.length() - length_field),
                              .first_number = numbers->first,
                              .last_number = numbers->last});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
