// Sense data: what a device says of a command that it did not carry out (or of the state that it is in).
// SPC-3, section 4.5, "Sense data"; the list of codes that a recorder uses is MMC-6's.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace discbench::mmc {

/// A sense key with its additional sense code and qualifier: the "reason" that hosts act upon.
struct Sense {
  std::uint8_t key = 0;
  std::uint8_t asc = 0;
  std::uint8_t ascq = 0;

  friend constexpr auto operator<=>(const Sense&, const Sense&) = default;
};

/// Names for the codes that this recorder answers. Values: SPC-3 annex D, "Numeric order codes".
namespace sense {
inline constexpr Sense none{0x0, 0x00, 0x00};
inline constexpr Sense becoming_ready{0x2, 0x04, 0x01};
inline constexpr Sense format_in_progress{0x2, 0x04, 0x04};
inline constexpr Sense incompatible_medium_installed{0x2, 0x30, 0x00};
inline constexpr Sense cannot_read_medium_incompatible_format{0x5, 0x30, 0x02};
inline constexpr Sense medium_not_present_tray_closed{0x2, 0x3a, 0x01};
inline constexpr Sense medium_not_present_tray_open{0x2, 0x3a, 0x02};
inline constexpr Sense unreadable_sector{0x3, 0x11, 0x05};
inline constexpr Sense parameter_list_length_error{0x5, 0x1a, 0x00};
inline constexpr Sense invalid_command_operation_code{0x5, 0x20, 0x00};
inline constexpr Sense logical_block_address_out_of_range{0x5, 0x21, 0x00};
inline constexpr Sense invalid_address_for_write{0x5, 0x21, 0x02};
inline constexpr Sense invalid_field_in_cdb{0x5, 0x24, 0x00};
inline constexpr Sense invalid_field_in_parameter_list{0x5, 0x26, 0x00};
inline constexpr Sense command_sequence_error{0x5, 0x2c, 0x00};
inline constexpr Sense cannot_write_medium_incompatible_format{0x5, 0x30, 0x05};
inline constexpr Sense cannot_format_medium_incompatible_medium{0x5, 0x30, 0x06};
inline constexpr Sense medium_not_formatted{0x5, 0x30, 0x10};
inline constexpr Sense saving_parameters_not_supported{0x5, 0x39, 0x00};
inline constexpr Sense medium_removal_prevented{0x5, 0x53, 0x02};
inline constexpr Sense end_of_user_area{0x5, 0x63, 0x00};
inline constexpr Sense illegal_mode_for_this_track{0x5, 0x64, 0x00};
inline constexpr Sense empty_or_partially_written_reserved_track{0x5, 0x72, 0x04};
inline constexpr Sense no_more_track_reservations_allowed{0x5, 0x72, 0x05};
inline constexpr Sense medium_may_have_changed{0x6, 0x28, 0x00};
inline constexpr Sense power_on_or_reset{0x6, 0x29, 0x00};
inline constexpr Sense write_protected{0x7, 0x27, 0x00};
inline constexpr Sense aborted_command{0xb, 0x00, 0x00};
}  // namespace sense

/// "INVALID ADDRESS FOR WRITE", as SPC-3 annex D words it; for an unknown code, "key 5, 21/02" in numbers.
std::string name_of(const Sense& sense);

inline constexpr std::size_t fixed_sense_length = 18;
using FixedSense = std::array<std::uint8_t, fixed_sense_length>;

/// Fixed-format sense data (response code 70h). `information` is the block that the sense speaks of; it sets VALID.
/// `progress` is how much of a long operation is done, in 65536ths; it sets SKSV.
FixedSense encode_fixed(const Sense& sense, std::optional<std::uint32_t> information = std::nullopt,
                        std::optional<std::uint16_t> progress = std::nullopt);

/// The three codes of fixed-format sense data; {0, 0, 0} where the response code is neither 70h nor 71h.
Sense decode_fixed(const FixedSense& bytes);

}  // namespace discbench::mmc
