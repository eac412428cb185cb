#include "drive/commands/handlers.h"

#include "mmc/commands/send_opc_information.h"

namespace discbench::drive {

/// There is no laser: calibration always succeeds where something could be written.
Completion send_opc_information(Exchange& exchange, const mmc::SendOpcInformation& cdb) {
  if (!exchange.drive.medium_takes_recording()) return check_condition(sense::cannot_write_medium_incompatible_format);
  constexpr std::uint16_t table_entry = 8;
  if (cdb.parameter_list_length % table_entry != 0) return check_condition(sense::parameter_list_length_error);
  if (exchange.request.data_out.size() < cdb.parameter_list_length) return check_condition(sense::aborted_command);
  return Completion{.data_out_length = cdb.parameter_list_length};
}

}  // namespace discbench::drive
