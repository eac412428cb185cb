#include "mmc/sense.h"

#include <array>
#include <cstdio>

#include "bytes/layout.h"
#include "mmc/commands/request_sense.h"

namespace discbench::mmc {
namespace {

struct NamedSense {
  Sense sense;
  std::string_view name;
};

// Wording: SPC-3 annex D, "Numeric order codes".
constexpr auto names = std::to_array<NamedSense>({
    {sense::none, "NO ADDITIONAL SENSE INFORMATION"},
    {sense::becoming_ready, "LOGICAL UNIT IS IN PROCESS OF BECOMING READY"},
    {sense::format_in_progress, "LOGICAL UNIT NOT READY, FORMAT IN PROGRESS"},
    {{0x2, 0x04, 0x07}, "LOGICAL UNIT NOT READY, OPERATION IN PROGRESS"},
    {{0x2, 0x04, 0x08}, "LOGICAL UNIT NOT READY, LONG WRITE IN PROGRESS"},
    {sense::incompatible_medium_installed, "INCOMPATIBLE MEDIUM INSTALLED"},
    {{0x2, 0x3a, 0x00}, "MEDIUM NOT PRESENT"},
    {sense::medium_not_present_tray_closed, "MEDIUM NOT PRESENT - TRAY CLOSED"},
    {sense::medium_not_present_tray_open, "MEDIUM NOT PRESENT - TRAY OPEN"},
    {{0x3, 0x0c, 0x00}, "WRITE ERROR"},
    {{0x3, 0x0c, 0x09}, "WRITE ERROR - LOSS OF STREAMING"},
    {sense::unreadable_sector, "L-EC UNCORRECTABLE ERROR"},
    {sense::parameter_list_length_error, "PARAMETER LIST LENGTH ERROR"},
    {sense::invalid_command_operation_code, "INVALID COMMAND OPERATION CODE"},
    {sense::logical_block_address_out_of_range, "LOGICAL BLOCK ADDRESS OUT OF RANGE"},
    {sense::invalid_address_for_write, "INVALID ADDRESS FOR WRITE"},
    {sense::invalid_field_in_cdb, "INVALID FIELD IN CDB"},
    {sense::invalid_field_in_parameter_list, "INVALID FIELD IN PARAMETER LIST"},
    {sense::command_sequence_error, "COMMAND SEQUENCE ERROR"},
    {sense::cannot_read_medium_incompatible_format, "CANNOT READ MEDIUM - INCOMPATIBLE FORMAT"},
    {sense::cannot_write_medium_incompatible_format, "CANNOT WRITE MEDIUM - INCOMPATIBLE FORMAT"},
    {sense::cannot_format_medium_incompatible_medium, "CANNOT FORMAT MEDIUM - INCOMPATIBLE MEDIUM"},
    {sense::medium_not_formatted, "MEDIUM NOT FORMATTED"},
    {sense::saving_parameters_not_supported, "SAVING PARAMETERS NOT SUPPORTED"},
    {sense::medium_removal_prevented, "MEDIUM REMOVAL PREVENTED"},
    {sense::end_of_user_area, "END OF USER AREA ENCOUNTERED ON THIS TRACK"},
    {sense::illegal_mode_for_this_track, "ILLEGAL MODE FOR THIS TRACK"},
    {{0x5, 0x72, 0x03}, "SESSION FIXATION ERROR - INCOMPLETE TRACK IN SESSION"},
    {sense::empty_or_partially_written_reserved_track, "EMPTY OR PARTIALLY WRITTEN RESERVED TRACK"},
    {sense::no_more_track_reservations_allowed, "NO MORE TRACK RESERVATIONS ALLOWED"},
    {sense::medium_may_have_changed, "NOT READY TO READY CHANGE, MEDIUM MAY HAVE CHANGED"},
    {sense::power_on_or_reset, "POWER ON, RESET, OR BUS DEVICE RESET OCCURRED"},
    {sense::write_protected, "WRITE PROTECTED"},
    {sense::aborted_command, "ABORTED COMMAND"},
});

}  // namespace

std::string name_of(const Sense& sense) {
  for (const NamedSense& named : names)
    if (named.sense == sense) return std::string(named.name);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "key %x, %02x/%02x", sense.key, sense.asc, sense.ascq);
  return text.data();
}

FixedSense encode_fixed(const Sense& sense, std::optional<std::uint32_t> information,
                        std::optional<std::uint16_t> progress) {
  return bytes::encode(FixedSenseData{.valid = information.has_value(),
                                      .sense_key = sense.key,
                                      .information = information.value_or(0),
                                      .additional_sense_code = sense.asc,
                                      .additional_sense_code_qualifier = sense.ascq,
                                      .sksv = progress.has_value(),
                                      .sense_key_specific = progress.value_or(0)});
}

Sense decode_fixed(const FixedSense& in) {
  const auto data = bytes::decode<FixedSenseData>(in);
  if (data.response_code != 0x70 && data.response_code != 0x71) return sense::none;
  return Sense{data.sense_key, data.additional_sense_code, data.additional_sense_code_qualifier};
}

}  // namespace discbench::mmc
