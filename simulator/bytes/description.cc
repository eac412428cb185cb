#include "bytes/description.h"

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

}  // namespace discbench::bytes::detail
