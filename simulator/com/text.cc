#include "com/text.h"

#include <cstdint>
#include <new>

namespace discbench::com {

namespace {

constexpr char32_t replacement = 0xfffd;

/// The character at `place`, which is moved past it.
char32_t next_of_utf8(std::string_view text, std::size_t& place) {
  const auto first = static_cast<unsigned char>(text[place++]);
  if (first < 0x80) return first;
  const int following = first >= 0xf0 && first < 0xf5   ? 3
                        : first >= 0xe0 && first < 0xf0 ? 2
                        : first >= 0xc2 && first < 0xe0 ? 1
                                                        : 0;
  if (following == 0) return replacement;
  char32_t character = first & (0x3fu >> following);
  for (int i = 0; i < following; ++i) {
    if (place >= text.size() || (static_cast<unsigned char>(text[place]) & 0xc0) != 0x80) return replacement;
    character = (character << 6) | (static_cast<unsigned char>(text[place++]) & 0x3fu);
  }
  const bool too_long = (following == 2 && character < 0x800) || (following == 3 && character < 0x10000);
  const bool surrogate = character >= 0xd800 && character < 0xe000;
  return too_long || surrogate || character > 0x10ffff ? replacement : character;
}

char32_t next_of_utf16(std::u16string_view text, std::size_t& place) {
  const char32_t first = text[place++];
  if (first < 0xd800 || first >= 0xe000) return first;
  if (first >= 0xdc00 || place >= text.size() || text[place] < 0xdc00 || text[place] >= 0xe000) return replacement;
  return 0x10000 + ((first - 0xd800) << 10) + (text[place++] - 0xdc00u);
}

}  // namespace

std::u16string text_of(BSTR string) {
  return string == nullptr ? std::u16string() : std::u16string(string, string + SysStringLen(string));
}

BSTR make_bstr(std::u16string_view text) {
  BSTR string = SysAllocStringLen(reinterpret_cast<const OLECHAR*>(text.data()), static_cast<UINT>(text.size()));
  if (string == nullptr) throw std::bad_alloc();
  return string;
}

std::u16string from_utf8(std::string_view text) {
  std::u16string result;
  for (std::size_t place = 0; place < text.size();) {
    const char32_t character = next_of_utf8(text, place);
    if (character < 0x10000) {
      result += static_cast<char16_t>(character);
    } else {
      result += static_cast<char16_t>(0xd800 + ((character - 0x10000) >> 10));
      result += static_cast<char16_t>(0xdc00 + ((character - 0x10000) & 0x3ff));
    }
  }
  return result;
}

std::string to_utf8(std::u16string_view text) {
  std::string result;
  for (std::size_t place = 0; place < text.size();) {
    const char32_t character = next_of_utf16(text, place);
    if (character < 0x80) {
      result += static_cast<char>(character);
      continue;
    }
    const int following = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    const char32_t mark = following == 1 ? 0xc0 : following == 2 ? 0xe0 : 0xf0;
    result += static_cast<char>(mark | (character >> (6 * following)));
    for (int i = following - 1; i >= 0; --i) result += static_cast<char>(0x80 | ((character >> (6 * i)) & 0x3f));
  }
  return result;
}

}  // namespace discbench::com
