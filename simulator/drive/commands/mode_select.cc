#include "drive/commands/handlers.h"

#include "drive/mode_page_table.h"
#include "mmc/commands/mode_select.h"
#include "mmc/commands/mode_sense.h"

namespace discbench::drive {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t block_descriptor_size = 8;

/// Old hosts send one block descriptor; the one block length that there is is 2048.
std::optional<mmc::Sense> check_block_descriptor(Bytes descriptor) {
  const std::uint32_t block_length =
      (std::uint32_t{descriptor[5]} << 16) | (std::uint32_t{descriptor[6]} << 8) | descriptor[7];
  if (block_length == disc::sector_size || block_length == 0) return std::nullopt;
  return sense::invalid_field_in_parameter_list;
}

/// Calls visit(page) for each page; stops at the first sense that it gives.
template <typename Visit>
std::optional<mmc::Sense> for_each_page(Bytes pages, Visit&& visit) {
  while (!pages.empty()) {
    constexpr std::size_t page_header = 2;
    if (pages.size() < page_header) return sense::parameter_list_length_error;
    const std::size_t length = page_header + pages[1];
    if (pages.size() < length) return sense::parameter_list_length_error;
    if (const auto wrong = visit(pages.first(length))) return wrong;
    pages = pages.subspan(length);
  }
  return std::nullopt;
}

/// All pages are checked before one is set.
std::optional<mmc::Sense> select(DriveState& drive, Bytes list) {
  constexpr std::size_t header_size = bytes::size_of<mmc::ModeParameterHeader10>;
  if (list.size() < header_size) return sense::parameter_list_length_error;
  const std::size_t descriptors = bytes::decode<mmc::ModeParameterHeader10>(list).block_descriptor_length;
  if (descriptors != 0 && descriptors != block_descriptor_size) return sense::invalid_field_in_parameter_list;
  if (list.size() < header_size + descriptors) return sense::parameter_list_length_error;
  if (descriptors != 0)
    if (const auto wrong = check_block_descriptor(list.subspan(header_size))) return wrong;
  const Bytes pages = list.subspan(header_size + descriptors);
  if (const auto wrong = for_each_page(pages, [&](Bytes page) { return check_mode_page(drive, page); })) return wrong;
  return for_each_page(pages, [&](Bytes page) -> std::optional<mmc::Sense> {
    set_mode_page(drive, page);
    return std::nullopt;
  });
}

}  // namespace

bool valid(const mmc::ModeSelect10& cdb) { return cdb.page_format && !cdb.save_pages; }

Completion mode_select(Exchange& exchange, const mmc::ModeSelect10& cdb) {
  if (cdb.parameter_list_length == 0) return {};
  if (exchange.request.data_out.size() < cdb.parameter_list_length) return check_condition(sense::aborted_command);
  disc::Disc* medium = exchange.drive.medium();
  const bool session_is_being_written =
      medium != nullptr && medium->state().at_once && medium->state().at_once->begun();
  if (session_is_being_written) return check_condition(sense::command_sequence_error);
  const auto before = bytes::encode(exchange.drive.mode_pages.write_parameters);
  const auto wrong = select(exchange.drive, exchange.request.data_out.first(cdb.parameter_list_length));
  if (wrong) return check_condition(*wrong);
  // A cue sheet was made for the write parameters that it met.
  const bool others = bytes::encode(exchange.drive.mode_pages.write_parameters) != before;
  if (medium != nullptr && others) medium->forget_plan();
  return Completion{.data_out_length = cdb.parameter_list_length};
}

}  // namespace discbench::drive
