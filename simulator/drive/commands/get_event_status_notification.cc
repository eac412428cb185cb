#include "drive/commands/handlers.h"

#include "mmc/commands/get_event_status_notification.h"

namespace discbench::drive {
namespace {

constexpr std::uint8_t media_class = 4;
constexpr std::uint8_t supported_classes = 1U << media_class;

}  // namespace

/// Only polling: there is no way for a drive to speak first.
bool valid(const mmc::GetEventStatusNotification& cdb) { return cdb.polled; }

Completion get_event_status_notification(Exchange& exchange, const mmc::GetEventStatusNotification& cdb) {
  DriveState& drive = exchange.drive;
  const bool media_asked = (cdb.notification_class_request & supported_classes) != 0;
  if (!media_asked) {
    drive.reply.append(
        mmc::EventHeader{.event_descriptor_length = 2, .nea = true, .supported_event_classes = supported_classes});
    return exchange.send_reply(cdb.allocation_length);
  }
  drive.reply.append(mmc::EventHeader{
      .event_descriptor_length = 6, .notification_class = media_class, .supported_event_classes = supported_classes});
  // A host that asks for the header alone has not been told of the event.
  const bool event_delivered = cdb.allocation_length > bytes::size_of<mmc::EventHeader>;
  const MediaEventCode code =
      event_delivered ? drive.attentions.take_event(exchange.request.initiator) : MediaEventCode::none;
  drive.reply.append(mmc::MediaEvent{.event_code = static_cast<std::uint8_t>(code),
                                     .media_present = drive.disc.has_value() && !drive.tray_open,
                                     .door_or_tray_open = drive.tray_open});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
