#pragma once

#include <vector>

#include "mutant/mutants.h"

namespace discbench::mutant {

/// The second half of the table.
std::vector<Mutant> narrow_mutants();

}  // namespace discbench::mutant
