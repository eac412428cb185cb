// Subjects whose nature is known: lawful ones, and wrong ones with the clauses that each breaks. They are what the
// contract itself is tried on.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "subject/subject.h"

namespace discbench::mutant {

struct Mutant {
  std::string_view name;                 ///< as in --subject mutant:NAME
  std::vector<std::string_view> breaks;  ///< each of these clauses has to fail, crash or hang; empty for a lawful one

  bool lawful() const { return breaks.empty(); }
};

/// The lawful ones first. Every clause of level must that has a check is broken by one of the others.
std::span<const Mutant> mutants();
/// Where a wrong one shows what is wrong with it: one scenario of each kind.
std::span<const std::string_view> scenarios_for_wrong();
/// Where a lawful one has to stand: also media in trouble.
std::span<const std::string_view> scenarios_for_lawful();

/// nullptr for a name that is not there.
const Mutant* find(std::string_view name);

/// Where libdiscbench-mutant.so lies: beside the builtin subject. Throws std::runtime_error.
std::string library();

/// For child processes, as subject::load_library(): the library, as the mutant of that name. Throws std::runtime_error.
std::unique_ptr<subject::Subject> load(const std::string& name);

}  // namespace discbench::mutant
