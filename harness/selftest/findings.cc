#include "selftest/findings.h"

#include <algorithm>

namespace discbench::selftest {
namespace {

/// Whole reports are compared; a finding shows the line in which a text begins to differ.
std::string line_at(std::string_view text, std::size_t place) {
  place = std::min(place, text.size());
  const std::size_t before = place == 0 ? std::string_view::npos : text.rfind('\n', place - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (begin == 0 && line.size() == text.size()) return std::string(line);
  const auto number = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n') + 1;
  return "line " + std::to_string(number) + ": " + std::string(line);
}

std::string last_lines(std::string_view text) {
  constexpr std::size_t most = 400;
  return text.size() <= most ? std::string(text) : "..." + std::string(text.substr(text.size() - most));
}

}  // namespace

bool Findings::expect(bool held, std::string_view what, std::string_view expected, std::string_view observed) {
  ++comparisons_;
  if (!held) all_.push_back({std::string(what), std::string(expected), std::string(observed)});
  return held;
}

bool Findings::equal(std::string_view what, std::string_view expected, std::string_view observed) {
  const auto differ = std::mismatch(expected.begin(), expected.end(), observed.begin(), observed.end());
  const auto place = static_cast<std::size_t>(differ.first - expected.begin());
  return expect(expected == observed, what, line_at(expected, place), line_at(observed, place));
}

bool Findings::equal(std::string_view what, std::uint64_t expected, std::uint64_t observed) {
  return expect(expected == observed, what, std::to_string(expected), std::to_string(observed));
}

bool Findings::says(std::string_view what, std::string_view text, std::string_view part) {
  return expect(text.find(part) != std::string_view::npos, what, "'" + std::string(part) + "' in it",
                "'" + last_lines(text) + "'");
}

bool Findings::says_not(std::string_view what, std::string_view text, std::string_view part) {
  return expect(text.find(part) == std::string_view::npos, what, "no '" + std::string(part) + "' in it",
                "'" + last_lines(text) + "'");
}

bool Findings::verdict(const result::RunResult& run, std::string_view id, result::Verdict expected) {
  const result::CaseResult* found = find_case(run, id);
  const std::string observed =
      found == nullptr ? "it is not in the run"
                       : std::string(name_of(found->verdict)) + (found->reason.empty() ? "" : ": " + found->reason);
  return expect(found != nullptr && found->verdict == expected, id, name_of(expected), observed);
}

bool Findings::outcome(const result::RunResult& run, result::Outcome expected) {
  const result::Outcome observed = outcome_of(run);
  const auto text = [](result::Outcome outcome) {
    return std::string(name_of(outcome)) + ", exit " + std::to_string(exit_code_of(outcome));
  };
  return expect(observed == expected, "the run as a whole", text(expected), text(observed));
}

const result::CaseResult* find_case(const result::RunResult& run, std::string_view id) {
  const auto found = std::find_if(run.cases.begin(), run.cases.end(), [id](const auto& one) { return one.id() == id; });
  return found == run.cases.end() ? nullptr : &*found;
}

}  // namespace discbench::selftest
