// Which of the vendors' libraries is lawful, and which clauses each of the wrong ones has to fail.
#pragma once

#include <string_view>
#include <vector>

namespace discbench::check {

inline constexpr std::string_view lawful_vendors[] = {
    "none",
    "s-false",
    "other-success",
    "raw-echo",
    "less-free",
    "extra-element",
    "without-sequential2",
    "refuses-unsupported",
    "no-burning",
    "initially-in-use",
    "clears-others",
    "invalid-argument",
    "no-last-written",
    "offers-all",
};

struct WrongVendor {
  std::string_view name;
  std::vector<std::string_view> breaks;  ///< each of these has to fail or crash
};

/// Every clause of level must that has a check stands here at least once.
const std::vector<WrongVendor>& wrong_vendors();

}  // namespace discbench::check
