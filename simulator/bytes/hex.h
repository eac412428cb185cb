// Hexadecimal text to bytes and back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::bytes {

/// "2a00ff": lower case, no blanks.
std::string to_hex(std::span<const std::uint8_t> in);

/// Reads pairs of hexadecimal digits, blanks between pairs allowed ("2A 00 ff", "2a00ff"). nullopt: an odd digit left
/// over, or a character that is neither digit nor blank.
std::optional<std::vector<std::uint8_t>> from_hex(std::string_view text);

}  // namespace discbench::bytes
