#include "report/success_codes.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace discbench::report {
namespace {

constexpr std::string_view answered = " answered ";
constexpr std::string_view number = "0x";
constexpr std::size_t digits = 8;

/// The code that a note ends with: "S_FALSE (0x00000001)" or "success code 0x00AA7777". Empty for notes that say
/// something else, for S_OK and for failures (bit 31).
std::string success_code_in(const std::string& note) {
  const std::size_t at = note.rfind(answered);
  if (at == std::string::npos) return "";
  std::string code = note.substr(at + answered.size());
  const std::size_t start = code.find(number);
  if (start == std::string::npos) return "";
  const std::size_t first_digit = start + number.size();
  const bool in_brackets = start > 0 && code[start - 1] == '(';
  if (code.size() != first_digit + digits + (in_brackets ? 1 : 0)) return "";
  std::uint32_t value = 0;
  const char* end = code.data() + first_digit + digits;
  const auto parsed = std::from_chars(code.data() + first_digit, end, value, 16);
  const bool other_success = parsed.ptr == end && value != 0 && value < 0x80000000u;
  return other_success ? code : "";
}

}  // namespace

std::vector<SuccessCode> success_codes_of(const result::RunResult& run) {
  std::vector<SuccessCode> codes;
  for (const result::CaseResult& result : run.cases) {
    std::set<std::string> seen;
    for (const std::string& note : result.notes) {
      const std::string code = success_code_in(note);
      if (code.empty() || !seen.insert(code).second) continue;
      auto known = std::find_if(codes.begin(), codes.end(), [&](const SuccessCode& one) { return one.code == code; });
      if (known == codes.end()) known = codes.insert(codes.end(), {code, 0, note.substr(0, note.rfind(answered))});
      ++known->cases;
    }
  }
  return codes;
}

}  // namespace discbench::report
