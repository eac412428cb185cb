// Numbers as documentation prints codes: "0x5A5A".
#pragma once

#include <cstdint>
#include <string>

namespace discbench::check {

/// "0x" and at least `digits` digits of the value.
std::string hexadecimal(std::uint32_t value, int digits = 1);

}  // namespace discbench::check
