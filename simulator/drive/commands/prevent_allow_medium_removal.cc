#include "drive/commands/handlers.h"

#include "mmc/commands/prevent_allow_medium_removal.h"

namespace discbench::drive {

Completion prevent_allow_medium_removal(Exchange& exchange, const mmc::PreventAllowMediumRemoval& cdb) {
  bool& prevented = cdb.persistent ? exchange.drive.removal_prevented_persistently : exchange.drive.removal_prevented;
  prevented = cdb.prevent;
  return {};
}

}  // namespace discbench::drive
