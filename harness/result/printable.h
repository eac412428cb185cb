// Text that a subject had a hand in goes into terminals, XML and JSON: nothing in it may act there.
#pragma once

#include <string>
#include <string_view>

namespace discbench::result {

/// The same text as valid UTF-8 without control characters: bytes that are no UTF-8 and C0, C1 and DEL become \xNN;
/// what turns the direction of writing, breaks lines, is invisible or no character at all becomes \u{NNNN}. Text
/// without such characters stays as it is, so that doing it twice does no harm.
std::string printable(std::string_view text);

}  // namespace discbench::result
