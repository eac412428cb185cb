#include "capability/clauses.h"

#include <array>
#include <utility>

namespace discbench::capability {
namespace {

using check::Entry;
using contract::Clause;
using contract::Level;

constexpr std::array<std::string_view, 3> kind_names{"offered", "absent", "otherwise"};
constexpr std::string_view separator = ": ";

/// Checks are plain functions: one for each capability and claim.
template <std::size_t index, Claim claim>
void test(check::Stage& stage) {
  const Capability& capability = capabilities()[index];
  const Offer offer = capability.ask(stage);
  constexpr bool claimed = claim == Claim::yes;
  stage.checker.compare(std::string(capability.what) + ", claimed: " + (claimed ? "yes" : "no"),
                        offer.kind == (claimed ? Offer::Kind::offered : Offer::Kind::absent),
                        claimed ? "offered" : "not offered: " + std::string(capability.absence),
                        (offer.kind == Offer::Kind::offered ? "offered: " : "refused: ") + offer.text);
}

template <std::size_t index>
void ask(check::Stage& stage) {
  const Offer offer = capabilities()[index].ask(stage);
  stage.checker.note(std::string(kind_names.at(static_cast<std::size_t>(offer.kind))) + std::string(separator) +
                     offer.text);
}

Clause clause_of(const Capability& capability, Level level) {
  return {.id = capability.clause,
          .page = capability.page,
          .level = level,
          .statement =
              "What is claimed of a part that a library may leave out is so: it is there, or it is refused as "
              "the documentation says."};
}

using Entries = std::array<Entry, capability_count>;
using Indices = std::make_index_sequence<capability_count>;

template <Claim claim, std::size_t... indices>
Entries testing_entries(std::index_sequence<indices...>) {
  return {Entry{clause_of(capabilities()[indices], Level::must), nullptr, test<indices, claim>}...};
}

template <std::size_t... indices>
Entries asking_entries(std::index_sequence<indices...>) {
  return {Entry{clause_of(capabilities()[indices], Level::info), nullptr, ask<indices>}...};
}

const Entry& entry_for(const Capability& capability, const Entries& entries) {
  return entries.at(static_cast<std::size_t>(&capability - capabilities().data()));
}

}  // namespace

const Entry& entry_of(const Claimed& claimed) {
  static const Entries of_yes = testing_entries<Claim::yes>(Indices());
  static const Entries of_no = testing_entries<Claim::no>(Indices());
  return entry_for(*claimed.capability, claimed.claim == Claim::no ? of_no : of_yes);
}

const Entry& asking_entry_of(const Capability& capability) {
  static const Entries entries = asking_entries(Indices());
  return entry_for(capability, entries);
}

std::optional<Offer> read_answer(const result::CaseResult& result) {
  if (result.verdict != result::Verdict::noted) return std::nullopt;
  for (const std::string& note : result.notes) {
    for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
      const std::string beginning = std::string(kind_names[kind]) + std::string(separator);
      if (note.starts_with(beginning)) return Offer{static_cast<Offer::Kind>(kind), note.substr(beginning.size())};
    }
  }
  return std::nullopt;
}

std::vector<Clause> clauses() {
  std::vector<Clause> all;
  for (const Capability& capability : capabilities()) all.push_back(clause_of(capability, Level::must));
  return all;
}

}  // namespace discbench::capability
