// What the documentation leaves open or says twice in two ways, and how the contract treats it. A rule that nobody
// wrote down must not fail a library; so each of these is settled here once, and the clauses that it settles name it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace discbench::contract {

struct Silence {
  std::string_view id;          ///< "initial-in-use"; never changes
  std::string_view question;    ///< ends with a question mark
  std::string_view documented;  ///< what the pages give, in our own words
  std::string_view treatment;   ///< what is demanded, accepted or recorded
  /// The clauses that it settles, by id, separated by blanks; a '*' at the end of one stands for any rest.
  std::string_view clauses;

  bool settles(std::string_view clause) const;
};

std::span<const Silence> silences();
/// Those that settle a clause, in the order of the table.
std::vector<const Silence*> silences_of(std::string_view clause);

}  // namespace discbench::contract
