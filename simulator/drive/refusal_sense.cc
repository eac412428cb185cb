#include "drive/refusal_sense.h"

#include <array>

#include "drive/technology.h"

namespace discbench::drive {
namespace {

struct Row {
  disc::Refusal refusal;
  mmc::Sense cd;
  mmc::Sense dvd;
  mmc::Sense bd;
};

// What real drives answered: 5/21/02 for a write beside the next writable address, 5/63/00 behind the user area of a
// CD, 5/64/00 on a closed track of CD and DVD+R, 5/30/05 on a medium that cannot be written. A write before the format:
// no dump shows one; growisofs takes every additional sense code 30h on its first write for a missing format, and 30/10
// is the one that says so. A restart without a stopped format: inferred, as a command out of its order.
constexpr auto rows = std::to_array<Row>({
    {disc::Refusal::not_recordable, mmc::sense::cannot_write_medium_incompatible_format,
     mmc::sense::cannot_write_medium_incompatible_format, mmc::sense::cannot_write_medium_incompatible_format},
    {disc::Refusal::wrong_address, mmc::sense::invalid_address_for_write, mmc::sense::invalid_address_for_write,
     mmc::sense::invalid_address_for_write},
    {disc::Refusal::end_of_medium, mmc::sense::end_of_user_area, mmc::sense::logical_block_address_out_of_range,
     mmc::sense::logical_block_address_out_of_range},
    {disc::Refusal::disc_is_closed, mmc::sense::illegal_mode_for_this_track, mmc::sense::illegal_mode_for_this_track,
     mmc::sense::cannot_write_medium_incompatible_format},
    {disc::Refusal::track_is_closed, mmc::sense::illegal_mode_for_this_track, mmc::sense::illegal_mode_for_this_track,
     mmc::sense::invalid_address_for_write},
    {disc::Refusal::track_is_open, mmc::sense::command_sequence_error, mmc::sense::command_sequence_error,
     mmc::sense::command_sequence_error},
    {disc::Refusal::reservation_not_full, mmc::sense::empty_or_partially_written_reserved_track,
     mmc::sense::empty_or_partially_written_reserved_track, mmc::sense::empty_or_partially_written_reserved_track},
    {disc::Refusal::no_more_reservations, mmc::sense::no_more_track_reservations_allowed,
     mmc::sense::no_more_track_reservations_allowed, mmc::sense::no_more_track_reservations_allowed},
    {disc::Refusal::no_such_track, mmc::sense::invalid_field_in_cdb, mmc::sense::invalid_field_in_cdb,
     mmc::sense::invalid_field_in_cdb},
    {disc::Refusal::reservation_too_large, mmc::sense::invalid_field_in_cdb, mmc::sense::invalid_field_in_cdb,
     mmc::sense::invalid_field_in_cdb},
    {disc::Refusal::not_formatted, mmc::sense::medium_not_formatted, mmc::sense::medium_not_formatted,
     mmc::sense::medium_not_formatted},
    {disc::Refusal::not_formattable, mmc::sense::cannot_format_medium_incompatible_medium,
     mmc::sense::cannot_format_medium_incompatible_medium, mmc::sense::cannot_format_medium_incompatible_medium},
    {disc::Refusal::format_size_not_offered, mmc::sense::invalid_field_in_parameter_list,
     mmc::sense::invalid_field_in_parameter_list, mmc::sense::invalid_field_in_parameter_list},
    {disc::Refusal::format_in_progress, mmc::sense::format_in_progress, mmc::sense::format_in_progress,
     mmc::sense::format_in_progress},
    {disc::Refusal::no_format_to_restart, mmc::sense::command_sequence_error, mmc::sense::command_sequence_error,
     mmc::sense::command_sequence_error},
    {disc::Refusal::function_not_of_this_medium, mmc::sense::invalid_field_in_cdb, mmc::sense::invalid_field_in_cdb,
     mmc::sense::invalid_field_in_cdb},
});

}  // namespace

mmc::Sense sense_of(disc::Refusal refusal, disc::Technology technology) {
  for (const Row& row : rows) {
    if (row.refusal != refusal) continue;
    switch (traits_of(technology).medium_class) {
      case MediumClass::cd:
        return row.cd;
      case MediumClass::dvd:
        return row.dvd;
      case MediumClass::bd:
        return row.bd;
    }
  }
  return mmc::sense::command_sequence_error;
}

}  // namespace discbench::drive
