// What the device says of a medium that is written at any address.
#pragma once

#include "context.h"

namespace mutant {

/// The medium that is in takes random writes, formatted or not: feature 0020h is current.
bool is_random_write_medium(Context& context);
/// The same, and it is formatted.
HRESULT takes_random_writes(Context& context, VARIANT_BOOL* value);

// As real getters of bent_number(): the object is a Context.
HRESULT unit_of_medium(void* context, LONG* value);
HRESULT last_of_medium(void* context, LONG* value);
HRESULT total_of_medium(void* context, LONG* value);

}  // namespace mutant
