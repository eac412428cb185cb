#include "report/success_codes.h"

#include <algorithm>
#include <set>

namespace discbench::report {
namespace {

constexpr std::string_view answered = " answered ";

}  // namespace

std::vector<SuccessCode> success_codes_of(const result::RunResult& run) {
  std::vector<SuccessCode> codes;
  for (const result::CaseResult& result : run.cases) {
    std::set<std::string> seen;
    for (const std::string& note : result.notes) {
      const std::size_t at = note.rfind(answered);
      if (at == std::string::npos) continue;
      const std::string code = note.substr(at + answered.size());
      if (!seen.insert(code).second) continue;
      auto known = std::find_if(codes.begin(), codes.end(), [&](const SuccessCode& one) { return one.code == code; });
      if (known == codes.end()) known = codes.insert(codes.end(), {code, 0, note.substr(0, at)});
      ++known->cases;
    }
  }
  return codes;
}

}  // namespace discbench::report
