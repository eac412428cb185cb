#pragma once

#include <iosfwd>

#include "report/report.h"

namespace discbench::report {

/// Passed of applicable cases, by family of media (by scenario where there is one family only) and interface.
void write_matrix(const result::RunResult& run, std::ostream& stream);

}  // namespace discbench::report
