#include "drive/commands/handlers.h"

#include "mmc/commands/reserve_track.h"

namespace discbench::drive {
namespace {

/// ARSV: the room before the address becomes a reserved track. Not on CD, where the next track would need a gap.
Completion reserve_up_to(Exchange& exchange, std::uint32_t address) {
  disc::Disc& disc = exchange.medium();
  const disc::Track* growing = disc.state().growing_track();
  if (traits_of(disc.medium().technology).medium_class == MediumClass::cd)
    return check_condition(sense::invalid_field_in_cdb);
  if (growing == nullptr) return exchange.outcome(disc.reserve_track(1));
  const std::int64_t sectors = std::int64_t{address} - growing->start.value;
  if (sectors <= 0 || sectors >= growing->size_sectors) return check_condition(sense::invalid_field_in_cdb);
  return exchange.outcome(disc.reserve_track(static_cast<std::uint32_t>(sectors)));
}

}  // namespace

Completion reserve_track(Exchange& exchange, const mmc::ReserveTrack& cdb) {
  if (!exchange.drive.settings.writes_technology(exchange.medium().medium().technology))
    return check_condition(sense::cannot_write_medium_incompatible_format);
  if (!cdb.address_given) return exchange.outcome(exchange.medium().reserve_track(cdb.reservation_size_sectors));
  const auto at_address = bytes::decode<mmc::ReserveTrackAtAddress>(exchange.request.cdb);
  return reserve_up_to(exchange, at_address.reservation_lba);
}

}  // namespace discbench::drive
