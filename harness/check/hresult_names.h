// HRESULTs as people read them.
#pragma once

#include <string>
#include <string_view>

#include "discbench/imapi2.h"

namespace discbench::check {

/// "E_POINTER"; empty for a code without a name here.
std::string_view symbol_of(HRESULT hr);

/// "E_POINTER (0x80004003)"; "success code 0x00AA7777" and "failure code 0x8765ABCD" where there is no name.
std::string describe(HRESULT hr);

}  // namespace discbench::check
