#include "report/interface_of.h"

#include <algorithm>

namespace discbench::report {

std::vector<std::string> interfaces_of(const std::vector<result::CaseResult>& cases) {
  std::vector<std::string> interfaces;
  for (const result::CaseResult& result : cases) {
    const std::string_view interface = interface_of(result.clause);
    if (std::find(interfaces.begin(), interfaces.end(), interface) == interfaces.end()) {
      interfaces.emplace_back(interface);
    }
  }
  return interfaces;
}

}  // namespace discbench::report
