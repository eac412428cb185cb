#include "mmc/commands/mechanism_status.h"
#include "drive/commands/handlers.h"

namespace discbench::drive {

Completion mechanism_status(Exchange& exchange, const mmc::MechanismStatus& cdb) {
  const DriveState& drive = exchange.drive;
  const bool reading = drive.medium() != nullptr && drive.pick_up.value >= 0;
  exchange.drive.reply.append(mmc::MechanismStatusHeader{
      .door_open = drive.tray_open, .current_lba = reading ? static_cast<std::uint32_t>(drive.pick_up.value) : 0});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
