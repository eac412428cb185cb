// Every clause with its check. The document of the contract, the list and the run are all made from this.
#pragma once

#include <span>
#include <string>

#include "check/checker.h"
#include "contract/clause.h"
#include "subject/rig.h"
#include "subject/subject.h"

namespace discbench::check {

/// What a check works with. Fresh for every case.
struct Stage {
  subject::Subject& subject;
  subject::Rig& rig;
  Checker& checker;
  /// Whose contract the subject is held to.
  contract::Generation generation = contract::Generation::win7;
};

struct Entry {
  contract::Clause clause;
  /// Empty where the clause applies to a scenario of these expectations; else why it does not. Null: always applies.
  std::string (*inapplicable)(const expectation::Expectations& expectations) = nullptr;
  /// Null only for ineligible clauses.
  void (*check)(Stage& stage) = nullptr;
};

/// The same for a run of a generation: what came later does not apply there.
std::string why_not_in(contract::Generation generation, const Entry& entry,
                       const expectation::Expectations& expectations);

/// All entries, ordered by interface and then as the documentation orders them. Ids are unique (a test sees to it).
std::span<const Entry> catalogue();
const Entry* find(std::string_view id);

}  // namespace discbench::check
