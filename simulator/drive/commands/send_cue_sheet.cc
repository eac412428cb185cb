#include "drive/commands/handlers.h"

#include "drive/cue_sheet.h"
#include "mmc/commands/send_cue_sheet.h"

namespace discbench::drive {

/// The state of things is looked at before the sheet: 5/2C/00 where no session at once could begin now.
Completion send_cue_sheet(Exchange& exchange, const mmc::SendCueSheet& cdb) {
  disc::Disc& disc = exchange.medium();
  if (!exchange.drive.settings.writes_technology(disc.medium().technology))
    return check_condition(sense::cannot_write_medium_incompatible_format);
  const bool session_can_begin = disc.state().status != disc::DiscStatus::complete &&
                                 disc.state().last_session().state == disc::SessionState::empty;
  if (!exchange.drive.writes_session_at_once() || !session_can_begin)
    return check_condition(sense::command_sequence_error);
  const std::size_t size = cdb.cue_sheet_size_bytes;
  if (size == 0) return {};
  if (size % bytes::size_of<mmc::CueSheetEntry> != 0 || size > maximum_cue_sheet_bytes)
    return check_condition(sense::parameter_list_length_error);
  if (exchange.request.data_out.size() < size) return check_condition(sense::aborted_command);
  const disc::Track& room = disc.state().tracks.back();
  auto plan = plan_of(exchange.request.data_out.first(size), room.number, room.start);
  if (!plan) return check_condition(sense::invalid_field_in_parameter_list);
  plan->next = exchange.drive.next_session();
  Completion completion = exchange.outcome(disc.plan_session(*plan));
  if (completion.good()) completion.data_out_length = size;
  return completion;
}

}  // namespace discbench::drive
