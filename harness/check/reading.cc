#include "check/reading.h"

#include "check/hexadecimal.h"

namespace discbench::check {

std::string describe_boolean(VARIANT_BOOL value) {
  if (value == VARIANT_TRUE) return "VARIANT_TRUE (-1, 0xFFFF)";
  if (value == VARIANT_FALSE) return "VARIANT_FALSE (0, 0x0000)";
  return std::to_string(value) + " (" + hexadecimal(static_cast<std::uint16_t>(value), 4) +
         "), neither VARIANT_TRUE nor VARIANT_FALSE";
}

std::string describe_value(const Reading& reading) {
  if (reading.untouched) {
    const std::string bits = reading.boolean ? hexadecimal(static_cast<std::uint16_t>(reading.value), 4)
                                             : hexadecimal(static_cast<std::uint32_t>(reading.value), 8);
    return std::to_string(reading.value) + " (" + bits + ": as before the call, never written)";
  }
  return reading.boolean ? describe_boolean(static_cast<VARIANT_BOOL>(reading.value)) : std::to_string(reading.value);
}

std::string describe(const Reading& reading) {
  if (!reading.succeeded()) return describe(reading.hr);
  return describe(reading.hr) + " with " + describe_value(reading) + (reading.overran ? ", and bytes behind it" : "");
}

}  // namespace discbench::check
