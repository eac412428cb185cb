#include "check/hexadecimal.h"

#include <string_view>

namespace discbench::check {

std::string hexadecimal(std::uint32_t value, int digits) {
  constexpr std::string_view symbols = "0123456789ABCDEF";
  std::string text;
  for (int written = 0; written < digits || value != 0; ++written, value >>= 4u) {
    text.insert(text.begin(), symbols[value & 15u]);
  }
  return "0x" + text;
}

}  // namespace discbench::check
