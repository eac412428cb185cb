// The groups of clauses: which interface the first word of an id stands for.
#pragma once

#include <span>
#include <string_view>

#include "contract/clause.h"

namespace discbench::contract {

struct Interface {
  std::string_view prefix;  ///< the first word of a clause's id: "multisession"
  std::string_view name;    ///< "IMultisession"
  std::string_view about;   ///< one sentence
  /// The generation that the interface came with. A clause of it is no older, whatever it says of itself.
  Generation since = Generation::xp_vista;
};

std::span<const Interface> interfaces();
/// The one that a clause's id begins with. Null for an id of none.
const Interface* interface_of_clause(std::string_view id);

}  // namespace discbench::contract
