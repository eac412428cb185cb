#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "result/case_result.h"

namespace discbench::report {

/// The first word of a clause's id: "multisession" of "multisession.in-use.round-trip".
inline std::string_view interface_of(std::string_view clause) { return clause.substr(0, clause.find('.')); }

/// "cd-r" of "cd-r/blank".
inline std::string_view family_of(std::string_view scenario) { return scenario.substr(0, scenario.find('/')); }

/// Those of the cases' clauses, in the order in which they first occur.
std::vector<std::string> interfaces_of(const std::vector<result::CaseResult>& cases);

}  // namespace discbench::report
