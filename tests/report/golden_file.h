#pragma once

#include <string>

namespace discbench::report {

/// The text of harness/selftest/golden/NAME. With UPDATE_GOLDEN=1 in the environment the file is written first, so that
/// the difference is seen where changes are reviewed; the next build embeds it.
std::string golden(const std::string& name, const std::string& observed);

}  // namespace discbench::report
