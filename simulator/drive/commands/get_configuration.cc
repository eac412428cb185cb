#include "drive/commands/handlers.h"

#include "drive/features.h"
#include "mmc/commands/get_configuration.h"

namespace discbench::drive {

bool valid(const mmc::GetConfiguration& cdb) { return cdb.requested_type != 3; }

Completion get_configuration(Exchange& exchange, const mmc::GetConfiguration& cdb) {
  Reply& reply = exchange.drive.reply;
  reply.leave_room_for<mmc::FeatureHeader>();
  append_features(exchange.drive, static_cast<RequestedFeatures>(cdb.requested_type), cdb.starting_feature_number);
  constexpr std::size_t length_field = 4;
  reply.put(0, mmc::FeatureHeader{.data_length = static_cast<std::uint32_t>(reply.length() - length_field),
                                  .current_profile = exchange.drive.current_profile()});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
