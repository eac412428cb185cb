#include "drive/commands/handlers.h"

#include "drive/mode_page_table.h"
#include "mmc/commands/mode_sense.h"

namespace discbench::drive {

bool valid(const mmc::ModeSense10& cdb) { return cdb.subpage_code == 0 || cdb.subpage_code == 0xff; }

/// Block descriptors are never returned: MMC drives have none, whatever DBD says.
Completion mode_sense(Exchange& exchange, const mmc::ModeSense10& cdb) {
  Reply& reply = exchange.drive.reply;
  if (cdb.page_control == mmc::PageControl::saved) return check_condition(sense::saving_parameters_not_supported);
  reply.leave_room_for<mmc::ModeParameterHeader10>();
  if (!append_mode_page(exchange.drive, cdb.page_code, cdb.page_control))
    return check_condition(sense::invalid_field_in_cdb);
  constexpr std::size_t length_field = 2;
  reply.put(0,
            mmc::ModeParameterHeader10{.mode_data_length = static_cast<std::uint16_t>(reply.length() - length_field)});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
