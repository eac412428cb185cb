// Claims as cases: what a run adds to its plan, and what a draft asks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "capability/claims.h"
#include "contract/clause.h"

namespace discbench::capability {

/// The case that tests a claim: claimed and not there fails; not claimed and there, or refused otherwise than
/// documented, fails as well. For not_applicable: the entry of yes; the plan says that it does not apply, and why.
const check::Entry& entry_of(const Claimed& claimed);

/// The case that asks without a claim. Of level info; read_answer() reads what it noted.
const check::Entry& asking_entry_of(const Capability& capability);
/// Nothing where the case did not come to an answer.
std::optional<Offer> read_answer(const result::CaseResult& result);

/// Of all capabilities, for reports.
std::vector<contract::Clause> clauses();

}  // namespace discbench::capability
