// SHA-256: which file a verdict is about.
#pragma once

#include <string>
#include <string_view>

namespace discbench::result {

/// 64 digits in lower-case hexadecimal. FIPS 180-4, section 6.2, "SHA-256".
std::string sha256_of(std::string_view bytes);

/// The same of a file's content. Throws std::runtime_error, one line with the path and why, for what cannot be read to
/// its end (nothing there, no permission, a directory). Devices and pipes are not refused: the caller looks first.
std::string sha256_of_file(const std::string& path);

}  // namespace discbench::result
