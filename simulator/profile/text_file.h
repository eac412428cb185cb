#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace discbench::profile {

inline constexpr std::uintmax_t max_profile_bytes = 1024 * 1024;

/// The whole text of a profile. Throws ProfileError for whatever is not a readable, regular, non-empty file of UTF-8
/// text of at most max_profile_bytes; a larger one, a device or a pipe is refused unread.
std::string read_text(const std::filesystem::path& file);

}  // namespace discbench::profile
