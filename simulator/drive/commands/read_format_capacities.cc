#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/format_unit.h"
#include "mmc/commands/read_format_capacities.h"

namespace discbench::drive {
namespace {

using Current = mmc::CurrentMaximumCapacityDescriptor;

constexpr std::uint32_t cluster_sectors = 32;

/// A blank BD-R could be formatted with spare areas of three sizes. The numbers are those of a blank 25 GB disc:
/// 11826176 (12288 clusters spare, and that number is the parameter), 5796864 (200704) and 12088320 (4096).
void append_bd_r_formats(Reply& reply, std::uint32_t capacity) {
  constexpr std::uint32_t default_spare = 12288;
  constexpr std::uint32_t largest_spare = 200704;
  constexpr std::uint32_t smallest_spare = 4096;
  constexpr std::uint8_t full_format = 0x00;
  constexpr std::uint8_t full_format_with_spare = 0x32;
  const auto without = [&](std::uint32_t spare) { return capacity - spare * cluster_sectors; };
  if (capacity <= largest_spare * cluster_sectors) return;
  reply.append(mmc::FormattableCapacityDescriptor{.number_of_blocks = without(default_spare),
                                                  .format_type = full_format,
                                                  .type_dependent_parameter = default_spare});
  for (const std::uint32_t spare : {default_spare, largest_spare, smallest_spare})
    reply.append(
        mmc::FormattableCapacityDescriptor{.number_of_blocks = without(spare), .format_type = full_format_with_spare});
}

/// One format, of the whole medium, whether the disc is formatted already or not.
void append_dvd_plus_rw_capacities(Reply& reply, const disc::Disc& disc) {
  const std::uint32_t capacity = disc.medium().capacity_sectors;
  const bool formatted = disc.state().formatting->usable();
  reply.append(Current{.number_of_blocks = formatted ? readable_sectors(disc) : capacity,
                       .descriptor_type = formatted ? Current::formatted : Current::unformatted_or_blank});
  reply.append(mmc::FormattableCapacityDescriptor{.number_of_blocks = capacity,
                                                  .format_type = mmc::format_type::dvd_plus_rw_basic});
}

}  // namespace

Completion read_format_capacities(Exchange& exchange, const mmc::ReadFormatCapacities& cdb) {
  Reply& reply = exchange.drive.reply;
  const disc::Disc* disc = exchange.drive.medium();
  reply.leave_room_for<mmc::CapacityListHeader>();
  if (disc == nullptr) {
    reply.append(Current{.descriptor_type = Current::no_medium});
  } else if (disc->state().formatting) {
    append_dvd_plus_rw_capacities(reply, *disc);
  } else if (const std::uint32_t recorded = readable_sectors(*disc); recorded != 0) {
    reply.append(Current{.number_of_blocks = recorded, .descriptor_type = Current::formatted});
  } else {
    const std::uint32_t capacity = disc->medium().capacity_sectors;
    reply.append(Current{.number_of_blocks = capacity, .descriptor_type = Current::unformatted_or_blank});
    const bool blank = disc->state().status == disc::DiscStatus::blank;
    if (blank && disc->medium().technology == disc::Technology::bd_r_srm) append_bd_r_formats(reply, capacity);
  }
  const auto list_length = reply.length() - bytes::size_of<mmc::CapacityListHeader>;
  reply.put(0, mmc::CapacityListHeader{.capacity_list_length = static_cast<std::uint8_t>(list_length)});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
