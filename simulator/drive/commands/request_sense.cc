#include "drive/commands/handlers.h"

#include "mmc/commands/request_sense.h"

namespace discbench::drive {

/// Sense of a command travels with its completion, so what is left to ask for is a pending unit attention.
Completion request_sense(Exchange& exchange, const mmc::RequestSense& cdb) {
  const auto attention = exchange.drive.attentions.take_attention(exchange.request.initiator);
  exchange.drive.reply.append_bytes(mmc::encode_fixed(attention.value_or(sense::none)));
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
