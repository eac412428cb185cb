#include "drive/commands/handlers.h"

#include "mmc/commands/request_sense.h"

namespace discbench::drive {

namespace {

/// What the drive is doing. While the lead-in is written it is not ready; the background format is no error, and its
/// progress comes without a sense key. MMC-6, REQUEST SENSE command, "Progress indication".
mmc::FixedSense sense_of_operation(const DriveState& drive) {
  const disc::Disc* disc = drive.medium();
  if (disc == nullptr || !disc->state().formatting) return mmc::encode_fixed(sense::none);
  switch (disc->state().formatting->status) {
    case disc::Formatting::Status::lead_in:
      return mmc::encode_fixed(sense::format_in_progress, std::nullopt, disc->format_progress());
    case disc::Formatting::Status::background:
      return mmc::encode_fixed(sense::none, std::nullopt, disc->format_progress());
    default:
      return mmc::encode_fixed(sense::none);
  }
}

}  // namespace

/// Sense of a command travels with its completion, so what is left to ask for is a pending unit attention, and what the
/// drive is doing.
Completion request_sense(Exchange& exchange, const mmc::RequestSense& cdb) {
  const auto attention = exchange.drive.attentions.take_attention(exchange.request.initiator);
  exchange.drive.reply.append_bytes(attention ? mmc::encode_fixed(*attention) : sense_of_operation(exchange.drive));
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
