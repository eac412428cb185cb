// What a trial compared, and what differed from what was promised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "result/run_result.h"

namespace discbench::selftest {

struct Finding {
  std::string what;
  std::string expected;
  std::string observed;
};

class Findings {
 public:
  /// One comparison; answers `held`. Where it does not hold there is a finding.
  bool expect(bool held, std::string_view what, std::string_view expected, std::string_view observed);
  bool equal(std::string_view what, std::string_view expected, std::string_view observed);
  bool equal(std::string_view what, std::uint64_t expected, std::uint64_t observed);
  bool says(std::string_view what, std::string_view text, std::string_view part);
  bool says_not(std::string_view what, std::string_view text, std::string_view part);

  /// The case is in the run and has this verdict.
  bool verdict(const result::RunResult& run, std::string_view id, result::Verdict expected);
  /// What the whole run is called, and with it its exit code.
  bool outcome(const result::RunResult& run, result::Outcome expected);

  /// How much was compared. A trial that compared nothing shows nothing.
  std::size_t comparisons() const { return comparisons_; }
  const std::vector<Finding>& all() const { return all_; }

 private:
  std::size_t comparisons_ = 0;
  std::vector<Finding> all_;
};

/// nullptr for a case that is not there.
const result::CaseResult* find_case(const result::RunResult& run, std::string_view id);

}  // namespace discbench::selftest
