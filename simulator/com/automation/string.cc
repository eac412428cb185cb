// BSTR: a length in bytes, the units, a terminating zero. The pointer points to the first unit.
#include <cstdlib>
#include <cstring>

#include "discbench/com.h"

namespace {

// Eight bytes in front, the last four of them the length: the text then lies on malloc's alignment, as on Windows.
constexpr std::size_t header_size = 8;
constexpr std::size_t length_size = sizeof(std::uint32_t);
constexpr std::uint32_t longest = 0xfffffff0u;

BSTR allocate(std::uint32_t bytes) {
  if (bytes > longest) return nullptr;
  // Two bytes of zero after the text; a third one evens out a text of an odd number of bytes.
  const std::size_t size = header_size + bytes + sizeof(OLECHAR) + 1;
  auto* block = static_cast<unsigned char*>(std::malloc(size));
  if (block == nullptr) return nullptr;
  std::memset(block, 0, header_size);
  std::memcpy(block + header_size - length_size, &bytes, length_size);
  std::memset(block + header_size + bytes, 0, sizeof(OLECHAR) + 1);
  return reinterpret_cast<BSTR>(block + header_size);
}

unsigned char* block_of(BSTR string) { return reinterpret_cast<unsigned char*>(string) - header_size; }

UINT units_of(const OLECHAR* text) {
  UINT units = 0;
  while (text[units] != 0) ++units;
  return units;
}

}  // namespace

extern "C" {

BSTR SysAllocStringLen(const OLECHAR* text, UINT units) {
  if (units > longest / sizeof(OLECHAR)) return nullptr;
  const auto bytes = static_cast<std::uint32_t>(units * sizeof(OLECHAR));
  BSTR string = allocate(bytes);
  if (string == nullptr) return nullptr;
  if (text != nullptr) {
    std::memcpy(string, text, bytes);
  } else {
    std::memset(string, 0, bytes);
  }
  return string;
}

BSTR SysAllocString(const OLECHAR* text) { return text == nullptr ? nullptr : SysAllocStringLen(text, units_of(text)); }

BSTR SysAllocStringByteLen(const char* bytes, UINT length) {
  BSTR string = allocate(length);
  if (string == nullptr) return nullptr;
  if (bytes != nullptr) {
    std::memcpy(string, bytes, length);
  } else {
    std::memset(string, 0, length);
  }
  return string;
}

INT SysReAllocString(BSTR* string, const OLECHAR* text) {
  if (string == nullptr) return FALSE;
  BSTR fresh = SysAllocString(text);
  if (fresh == nullptr && text != nullptr) return FALSE;
  SysFreeString(*string);
  *string = fresh;
  return TRUE;
}

INT SysReAllocStringLen(BSTR* string, const OLECHAR* text, UINT units) {
  if (string == nullptr) return FALSE;
  BSTR fresh = SysAllocStringLen(text, units);
  if (fresh == nullptr) return FALSE;
  if (text == nullptr && *string != nullptr) {
    // Without a text the old one is kept, as far as it reaches.
    const UINT kept =
        SysStringByteLen(*string) < SysStringByteLen(fresh) ? SysStringByteLen(*string) : SysStringByteLen(fresh);
    std::memcpy(fresh, *string, kept);
  }
  SysFreeString(*string);
  *string = fresh;
  return TRUE;
}

void SysFreeString(BSTR string) {
  if (string != nullptr) std::free(block_of(string));
}

UINT SysStringByteLen(BSTR string) {
  if (string == nullptr) return 0;
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, reinterpret_cast<unsigned char*>(string) - length_size, length_size);
  return bytes;
}

UINT SysStringLen(BSTR string) { return SysStringByteLen(string) / static_cast<UINT>(sizeof(OLECHAR)); }

}  // extern "C"
