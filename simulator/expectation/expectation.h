// The oracle's half of a scenario: what a property may answer there. Written by hand in the scenario's file, never
// computed; the simulator does not read it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace discbench::expectation {

struct Expectation {
  enum class Result : std::uint8_t {
    ok,    ///< must succeed
    fail,  ///< must fail
    any,   ///< may do either; the value counts where it succeeds
  };
  struct Range {
    std::int64_t min = 0;
    std::int64_t max = 0;
  };

  Result result = Result::ok;
  /// Accepted values where the call succeeds. Booleans are -1 (VARIANT_TRUE) and 0 (VARIANT_FALSE).
  std::vector<std::int64_t> values{};
  std::optional<Range> range{};

  /// False where only success or failure counts.
  bool compares_value() const { return !values.empty() || range.has_value(); }
  bool accepts(std::int64_t value) const;
  /// "success with 12010", "success with one of 192, 199", "failure", "failure, or success with 0 to 10",
  /// "success with any value".
  std::string describe() const;
};

/// By property ("sequential.next-writable-address"); an absent key is not compared, and what is not compared never
/// passes.
using Expectations = std::map<std::string, Expectation, std::less<>>;

}  // namespace discbench::expectation
