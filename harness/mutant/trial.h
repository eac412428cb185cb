// What a run of a mutant says of the contract.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mutant/mutants.h"
#include "result/run_result.h"

namespace discbench::mutant {

enum class Fate : std::uint8_t {
  caught,         ///< by every clause that it breaks
  survived,       ///< a wrong one that nothing was said against
  foreign,        ///< caught, but not by each of its own clauses
  lawful,         ///< a lawful one that nothing was said against
  failed_lawful,  ///< a lawful one that was failed
};

std::string_view name_of(Fate fate);  // "caught", "survived", ...

struct Trial {
  const Mutant* mutant = nullptr;
  Fate fate{};
  std::set<std::string> caught_by;  ///< clauses that failed, crashed or timed out in some scenario
  std::vector<std::string> missed;  ///< its own clauses that did not
  std::string against;              ///< of failed_lawful: the first thing that was said
};

Trial judge(const Mutant& mutant, const result::RunResult& run);

/// The same trial as if that clause were not checked: whether anything is still said against the mutant.
bool caught_without(const Trial& trial, std::string_view clause);

/// Clauses of the table whose mutants all are caught by other clauses as well, ascending.
std::vector<std::string> overlapping(std::span<const Trial> trials);

/// Clauses that are known to overlap, ascending; `msconform mutants --ablate` holds the list against what it sees.
std::span<const std::string_view> known_to_overlap();
bool overlaps(std::string_view clause);

}  // namespace discbench::mutant
