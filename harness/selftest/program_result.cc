#include "selftest/program_result.h"

#include <utility>

namespace discbench::selftest {
namespace {

constexpr std::string_view result_line_begins = "msconform-result ";

std::string_view last_line(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  const std::size_t before = text.rfind('\n');
  return before == std::string_view::npos ? text : text.substr(before + 1);
}

}  // namespace

Start program(const Setting& setting, std::vector<std::string> words) {
  return {.program = setting.program, .words = std::move(words), .folder = setting.folder};
}

Start program_run(const Setting& setting, std::vector<std::string> words) {
  words.insert(words.begin(), {"run", "--shard", "1/1"});
  return program(setting, std::move(words));
}

std::string value_in_result(std::string_view out, std::string_view key) {
  const std::string_view line = last_line(out);
  const std::string wanted = " " + std::string(key) + "=";
  const std::size_t at = line.find(wanted);
  if (!line.starts_with(result_line_begins) || at == std::string_view::npos) return "";
  const std::size_t begin = at + wanted.size();
  return std::string(line.substr(begin, line.find(' ', begin) - begin));
}

void expect_exit(Findings& findings, std::string_view what, const Ended& ended, int exit_code) {
  const std::string said = ended.err.empty() ? "" : ": " + std::string(last_line(ended.err));
  findings.expect(ended.exit_code == exit_code, what, "exit " + std::to_string(exit_code), ended.how + said);
}

void expect_result(Findings& findings, std::string_view what, const Ended& ended, int exit_code,
                   std::string_view verdict) {
  expect_exit(findings, what, ended, exit_code);
  const std::string result(what);
  findings.equal(result + ": verdict", verdict, value_in_result(ended.out, "verdict"));
  findings.equal(result + ": exit in the result line", std::to_string(exit_code), value_in_result(ended.out, "exit"));
}

void expect_no_result(Findings& findings, std::string_view what, const Ended& ended, int exit_code) {
  expect_exit(findings, what, ended, exit_code);
  findings.says_not(std::string(what) + ": stdout", ended.out, result_line_begins);
}

}  // namespace discbench::selftest
