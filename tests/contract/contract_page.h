// docs/contract.md, as it has to be.
#pragma once

#include <span>
#include <string>

#include "check/catalogue.h"
#include "profile/scenario.h"

namespace discbench::contract {

/// The page, from the entries, the table of silences and where each entry applies.
std::string contract_page(std::span<const check::Entry> entries, std::span<const profile::Scenario> scenarios);

}  // namespace discbench::contract
