#include "imapi/recorder/volume_name.h"

#include <array>
#include <cstdint>

namespace discbench::imapi {

namespace {

// FNV-1a, 64 bits, over the bytes of the text, the lower one of each unit first.
constexpr std::uint64_t fnv_offset_basis = 0xcbf29ce484222325;
constexpr std::uint64_t fnv_prime = 0x100000001b3;

std::uint64_t fnv_1a(std::uint64_t hash, std::u16string_view text) {
  for (const char16_t unit : text) {
    hash = (hash ^ (unit & 0xff)) * fnv_prime;
    hash = (hash ^ (unit >> 8)) * fnv_prime;
  }
  return hash;
}

void append_hexadecimal(std::u16string& text, std::uint8_t byte) {
  constexpr std::u16string_view digits = u"0123456789abcdef";
  text += digits[byte >> 4];
  text += digits[byte & 0xf];
}

}  // namespace

std::u16string volume_name(std::u16string_view device_name) {
  const std::uint64_t upper = fnv_1a(fnv_offset_basis, device_name);
  const std::uint64_t lower = fnv_1a(upper, device_name);
  std::array<std::uint8_t, 16> guid{};
  for (std::size_t i = 0; i < 8; ++i) {
    guid[i] = static_cast<std::uint8_t>(upper >> (56 - 8 * i));
    guid[8 + i] = static_cast<std::uint8_t>(lower >> (56 - 8 * i));
  }
  guid[6] = static_cast<std::uint8_t>((guid[6] & 0x0f) | 0x80);  // version 8: a scheme of one's own
  guid[8] = static_cast<std::uint8_t>((guid[8] & 0x3f) | 0x80);  // the variant of RFC 9562

  std::u16string name = u"\\\\?\\Volume{";
  for (std::size_t i = 0; i < guid.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) name += u'-';
    append_hexadecimal(name, guid[i]);
  }
  return name + u"}\\";
}

}  // namespace discbench::imapi
