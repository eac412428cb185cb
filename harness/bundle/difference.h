// What two runs found differently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/reader.h"

namespace discbench::bundle {

enum class Change : std::uint8_t {
  new_failure,     ///< it was no failure before
  fixed,           ///< it is none any more
  changed_reason,  ///< a failure in both, of another verdict or with other words
  other_verdict,   ///< no failure in either, and not the same word
  other_checks,    ///< the same verdict, by another sequence of comparisons
  only_in_first,
  only_in_second,
};
inline constexpr std::size_t change_count = 7;

std::string_view name_of(Change change);  // "new failure", ...

struct Difference {
  Change change{};
  std::string id;
  std::string text;  ///< "passed -> failed: get_InUse: expected ..., observed ..."
};

/// By kind of change, then in the order of the plan.
std::vector<Difference> differences(const Bundle& first, const Bundle& second);

/// What else is not the same, one line each: the subject's file, the contract, scenarios.
std::vector<std::string> other_circumstances(const Bundle& first, const Bundle& second);

}  // namespace discbench::bundle
