#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "result/run_result.h"

namespace discbench::report {

/// A success code that is not S_OK: lawful, and worth knowing.
struct SuccessCode {
  std::string code;  ///< "S_FALSE (0x00000001)"
  std::uint32_t cases = 0;
  std::string example;  ///< one call that was answered so
};

/// From the cases' notes, which say "CALL answered CODE"; in the order in which the codes first occur.
std::vector<SuccessCode> success_codes_of(const result::RunResult& run);

}  // namespace discbench::report
