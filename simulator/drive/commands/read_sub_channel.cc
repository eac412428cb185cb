#include "mmc/commands/read_sub_channel.h"
#include "drive/cd_sub_channel.h"
#include "drive/commands/handlers.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

using mmc::SubChannelList;

/// The sector that was read or written last. False: there is none yet.
bool append_position(DriveState& drive, bool as_msf) {
  const auto position = position_of(*drive.medium(), drive.pick_up);
  if (!position) return false;
  const std::uint32_t relative = position->relative_sectors;
  const mmc::Msf relative_time{static_cast<std::uint8_t>(relative / 4500),
                               static_cast<std::uint8_t>(relative / 75 % 60), static_cast<std::uint8_t>(relative % 75)};
  drive.reply.append(mmc::CurrentPosition{.control_nibble = position->control,
                                          .track_number = position->track,
                                          .index_number = position->index,
                                          .absolute_address = as_msf ? mmc::msf_field(mmc::to_msf(drive.pick_up.value))
                                                                     : static_cast<std::uint32_t>(drive.pick_up.value),
                                          .track_relative_address = as_msf ? mmc::msf_field(relative_time) : relative});
  return true;
}

/// Of the first session that has one.
void append_catalogue_number(DriveState& drive) {
  mmc::MediaCatalogueNumber list{};
  for (const disc::Session& session : drive.medium()->state().sessions) {
    if (session.media_catalogue_number.empty() || list.mcval) continue;
    list.mcval = true;
    list.digits = session.media_catalogue_number;
  }
  drive.reply.append(list);
}

bool append_isrc(DriveState& drive, std::uint8_t number) {
  const disc::Track* track = drive.medium()->state().track(number);
  if (track == nullptr || track->blank()) return false;
  mmc::TrackIsrc list{.control_nibble = control_of(*drive.medium(), *track), .track_number = number};
  if (!track->isrc.empty()) {
    list.tcval = true;
    list.characters = track->isrc;
  }
  drive.reply.append(list);
  return true;
}

bool append_list(DriveState& drive, const mmc::ReadSubChannel& cdb) {
  switch (cdb.parameter_list) {
    case SubChannelList::current_position:
      return append_position(drive, cdb.msf);
    case SubChannelList::media_catalogue_number:
      append_catalogue_number(drive);
      return true;
    case SubChannelList::isrc:
      return append_isrc(drive, cdb.track_number);
  }
  return false;
}

}  // namespace

Completion read_sub_channel(Exchange& exchange, const mmc::ReadSubChannel& cdb) {
  DriveState& drive = exchange.drive;
  if (traits_of(exchange.medium().medium().technology).medium_class != MediumClass::cd)
    return check_condition(sense::invalid_field_in_cdb);
  drive.reply.leave_room_for<mmc::SubChannelHeader>();
  if (cdb.sub_q && !append_list(drive, cdb)) return check_condition(sense::invalid_field_in_cdb);
  const std::size_t length = drive.reply.length() - bytes::size_of<mmc::SubChannelHeader>;
  drive.reply.put(0, mmc::SubChannelHeader{.sub_channel_data_length = static_cast<std::uint16_t>(length)});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
