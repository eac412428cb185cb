// Strings between the two sides of a COM interface: BSTR out there, std::u16string in here.
#pragma once

#include <string>
#include <string_view>

#include "discbench/com.h"

namespace discbench::com {

/// A copy of the string; NULL is the empty one.
std::u16string text_of(BSTR string);

/// A new BSTR for the caller to free; never NULL. Throws std::bad_alloc.
BSTR make_bstr(std::u16string_view text);

/// UTF-8 to UTF-16 and back; what is not valid becomes U+FFFD.
std::u16string from_utf8(std::string_view text);
std::string to_utf8(std::u16string_view text);

/// A BSTR that is freed with its holder, for calls that take one.
class String {
 public:
  explicit String(std::u16string_view text) : string_(make_bstr(text)) {}
  ~String() { SysFreeString(string_); }
  String(const String&) = delete;
  String& operator=(const String&) = delete;

  BSTR get() const { return string_; }

 private:
  BSTR string_;
};

}  // namespace discbench::com
