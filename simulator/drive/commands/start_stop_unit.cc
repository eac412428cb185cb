#include "drive/commands/handlers.h"

#include "mmc/commands/start_stop_unit.h"

namespace discbench::drive {

Completion start_stop_unit(Exchange& exchange, const mmc::StartStopUnit& cdb) {
  DriveState& drive = exchange.drive;
  // With a power condition the other bits are ignored; every condition is the same to a drive without a motor.
  if (cdb.power_conditions != 0) return {};
  if (cdb.load_eject && !cdb.start) {
    if (!drive.may_remove()) return check_condition(sense::medium_removal_prevented);
    drive.open_tray();
    return {};
  }
  if (cdb.load_eject) drive.close_tray();
  // Without IMMED the command ends when the disc has been recognised, or found missing.
  if (cdb.start && !cdb.immed) drive.wait_until_ready();
  if (cdb.start && !cdb.immed && drive.medium() == nullptr) {
    return check_condition(drive.tray_open ? sense::medium_not_present_tray_open
                                           : sense::medium_not_present_tray_closed);
  }
  return {};
}

}  // namespace discbench::drive
