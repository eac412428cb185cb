// The failure codes that the pages of the properties list. The lists are open: another code is lawful, and noted.
#pragma once

#include "discbench/imapi2.h"

namespace discbench::check {

/// True for a code of the table that nearly every getter's page repeats, of recorder and medium.
bool is_documented_failure(HRESULT hr);

}  // namespace discbench::check
