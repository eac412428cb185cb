#pragma once

#include <string>

namespace discbench::report {

/// The text of tests/report/golden/NAME. With UPDATE_GOLDEN=1 in the environment the file is written first, so that the
/// difference is seen where changes are reviewed.
std::string golden(const std::string& name, const std::string& observed);

}  // namespace discbench::report
