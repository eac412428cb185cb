#include "bytes/description.h"

#include <utility>

#include "bytes/hex.h"

namespace discbench::bytes::detail {

std::string printable(std::string_view text) {
  std::string out(text);
  for (char& character : out)
    if (character < ' ' || character > '~') character = '.';
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string hex_text(std::span<const std::uint8_t> in) { return to_hex(in); }

// Filled in place: GCC 12 takes a moved variant's other alternative for an uninitialised value.
void append(Structure& out, std::string_view name, std::uint64_t value) {
  NamedValue& added = out.emplace_back();
  added.name = name;
  added.value = value;
}

void append(Structure& out, std::string_view name, std::string value) {
  NamedValue& added = out.emplace_back();
  added.name = name;
  added.value = std::move(value);
}

}  // namespace discbench::bytes::detail
