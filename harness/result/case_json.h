// A case as JSON: the line that a child sends to its supervisor, and the entry in the JSON report.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "result/case_result.h"

namespace discbench::result {

/// Keys in a fixed order; text is made printable. Keys whose value is empty are left out, but for clause, scenario,
/// verdict and checks.
nlohmann::ordered_json json_of(const CaseResult& result);
/// Unknown keys are passed over. Throws std::runtime_error for what is no case.
CaseResult case_of(const nlohmann::ordered_json& json);

std::string to_json_line(const CaseResult& result);  ///< without the line end
/// Throws std::runtime_error.
CaseResult from_json_line(std::string_view line);

}  // namespace discbench::result
