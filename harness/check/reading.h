// What a getter answered, together with whether it wrote anything at all.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <type_traits>

#include "check/hresult_names.h"
#include "discbench/imapi2.h"

namespace discbench::check {

/// Fills an out value before a call, so that one that is never written shows. No address, size or boolean is near it.
inline constexpr std::uint32_t sentinel = 0x5A5A5A5Au;
/// For a second call: a value that is the first sentinel by chance is not the second, too.
inline constexpr std::uint32_t other_sentinel = 0x25A5A525u;

struct Reading {
  HRESULT hr = E_UNEXPECTED;
  std::int64_t value = 0;
  bool boolean = false;
  bool untouched = false;  ///< the value is still the sentinel
  bool overran = false;    ///< something behind the value was written, too

  bool succeeded() const { return SUCCEEDED(hr); }
  bool is_true() const { return succeeded() && value != 0; }
  bool same_answer(const Reading& other) const {
    return succeeded() == other.succeeded() && (!succeeded() || value == other.value);
  }
};

/// "VARIANT_TRUE (-1, 0xFFFF)", "VARIANT_FALSE (0, 0x0000)", "1 (0x0001), neither VARIANT_TRUE nor VARIANT_FALSE".
std::string describe_boolean(VARIANT_BOOL value);
/// "12010", "VARIANT_TRUE (-1, 0xFFFF)", "1515870810 (0x5A5A5A5A: as before the call, never written)".
std::string describe_value(const Reading& reading);
/// "S_OK (0x00000000) with 12010", "E_FAIL (0x80004005)".
std::string describe(const Reading& reading);

/// Calls a getter of a LONG, VARIANT_BOOL or enumeration with an out value that holds `fill`.
template <class Object, class Interface, class Value>
Reading read(Object* object, HRESULT (STDMETHODCALLTYPE Interface::*get)(Value*), std::uint32_t fill = sentinel) {
  constexpr bool boolean = std::is_same_v<Value, VARIANT_BOOL>;
  const auto before =
      boolean ? static_cast<std::int32_t>(static_cast<std::int16_t>(fill & 0xFFFFu)) : static_cast<std::int32_t>(fill);
  struct {
    Value value;
    std::array<std::uint8_t, 16> behind{};
  } out{.value = static_cast<Value>(before)};
  out.behind.fill(0xC3);
  const auto behind = out.behind;
  const HRESULT hr = (object->*get)(&out.value);
  const auto after = static_cast<std::int64_t>(out.value);
  return {.hr = hr, .value = after, .boolean = boolean, .untouched = after == before, .overran = out.behind != behind};
}

}  // namespace discbench::check
