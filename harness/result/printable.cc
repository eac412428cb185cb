#include "result/printable.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace discbench::result {
namespace {

constexpr char digits[] = "0123456789ABCDEF";

struct Decoded {
  std::uint32_t code_point = 0;
  std::size_t length = 0;  ///< 0: the first byte begins no valid sequence
};

std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

/// RFC 3629, section 4, "Syntax of UTF-8 Byte Sequences": no overlong forms, no surrogates, nothing past 10FFFFh.
Decoded decode(std::string_view text) {
  const std::uint8_t first = byte_at(text, 0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return {};
  std::uint32_t code_point = first & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, i) & 0xc0) != 0x80) return {};
    code_point = code_point << 6 | (byte_at(text, i) & 0x3fu);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
  if (code_point < least[length] || code_point > 0x10ffff || surrogate) return {};
  return {code_point, length};
}

bool is_control(std::uint32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

/// Unicode 15, general categories Cf, Zl and Zp, as far as they change how the text around them is shown; and
/// noncharacters.
bool acts_on_its_surroundings(std::uint32_t c) {
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x00ad ||
         c == 0x061c || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xfdd0 && c <= 0xfdef) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xe0000 && c <= 0xe0fff);
}

void append_byte(std::string& to, std::uint32_t value) {
  to += "\\x";
  to += digits[value >> 4 & 0xf];
  to += digits[value & 0xf];
}

void append_code_point(std::string& to, std::uint32_t value) {
  to += "\\u{";
  for (int shift = value > 0xffff ? 20 : 12; shift >= 0; shift -= 4) to += digits[value >> shift & 0xf];
  to += '}';
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Decoded next = decode(text);
    const std::size_t length = next.length == 0 ? 1 : next.length;
    if (next.length == 0) {
      append_byte(result, byte_at(text, 0));
    } else if (is_control(next.code_point)) {
      append_byte(result, next.code_point);
    } else if (acts_on_its_surroundings(next.code_point)) {
      append_code_point(result, next.code_point);
    } else {
      result += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return result;
}

}  // namespace discbench::result
