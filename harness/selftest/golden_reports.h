// What the reports of sample_run() have to be, to the byte: the files in golden/, as they were when this was built.
#pragma once

#include <string_view>

namespace discbench::selftest {

/// "console", "json", "junit"; empty for a format without one.
std::string_view golden_report(std::string_view format);

}  // namespace discbench::selftest
