#include "drive/commands/handlers.h"

#include "mmc/commands/format_unit.h"

namespace discbench::drive {
namespace {

using List = mmc::FormatParameterList;

/// The five options count only where FOV says so; without it they have to be zero.
bool options_without_fov(const List& list) {
  return !list.fov && (list.dpry || list.dcrt || list.stpf || list.ip || list.try_out);
}

disc::Outcome format_dvd_plus_rw(disc::Disc& disc, const List& list) {
  if (list.type_dependent_parameter == List::restart) return disc.restart_format();
  return disc.format(list.number_of_blocks == List::whole_medium ? disc.medium().capacity_sectors
                                                                 : list.number_of_blocks);
}

}  // namespace

bool valid(const mmc::FormatUnit& cdb) { return cdb.format_data && !cdb.complete_list && cdb.format_code == 1; }

/// With Immed the command ends at once, and the drive is not ready until the lead-in is written; without, it ends then.
/// The rest is formatted in the background either way.
Completion format_unit(Exchange& exchange, const mmc::FormatUnit&) {
  disc::Disc& disc = exchange.medium();
  const disc::Technology technology = disc.medium().technology;
  if (!disc.state().formatting || !exchange.drive.settings.writes_technology(technology))
    return check_condition(sense::cannot_format_medium_incompatible_medium);
  if (exchange.request.data_out.size() < bytes::size_of<List>)
    return check_condition(sense::parameter_list_length_error);
  const auto list = bytes::decode<List>(exchange.request.data_out);
  constexpr std::uint16_t one_descriptor = 8;
  if (list.format_descriptor_length != one_descriptor) return check_condition(sense::parameter_list_length_error);
  const bool known = list.format_type == mmc::format_type::dvd_plus_rw_basic && list.format_sub_type == 0 &&
                     list.type_dependent_parameter <= List::restart;
  if (!known || options_without_fov(list)) return check_condition(sense::invalid_field_in_parameter_list);
  Completion completion = exchange.outcome(format_dvd_plus_rw(disc, list));
  if (!completion.good()) return completion;
  if (!list.immed) exchange.drive.pass_time(exchange.drive.busy_ms());
  completion.data_out_length = bytes::size_of<List>;
  return completion;
}

}  // namespace discbench::drive
