#pragma once

#include <string>
#include <string_view>

namespace discbench::result {

/// The text as one word of a POSIX shell's command line: quoted where it has to be, with single quotes.
std::string shell_word(std::string_view text);

}  // namespace discbench::result
