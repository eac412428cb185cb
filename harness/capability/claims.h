// --capabilities FILE: what a subject says of itself, for every capability. Read strictly.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "capability/capability.h"

namespace discbench::capability {

enum class Claim : std::uint8_t { yes, no, not_applicable };

struct Claimed {
  const Capability* capability = nullptr;
  Claim claim = Claim::yes;
  std::string reason{};  ///< of not_applicable
};

/// One for each capability, in the list's order. Throws profile::ProfileError, a line "file:line:column: key 'x': what
/// is wrong, what was expected" for each problem; a capability without a claim is one.
std::vector<Claimed> read_claims(const std::filesystem::path& file);

/// What a subject answered when it was asked for a draft.
struct Asked {
  const Capability* capability = nullptr;
  bool answered = false;  ///< false: it could not be asked, and `offer.text` says why
  Offer offer{};
};

/// The text of a file of claims that says what the subject answered. What it did not answer is left out, with a remark
/// in its place: a person has to claim it.
std::string draft_of(const std::string& subject, const std::vector<Asked>& answers);

}  // namespace discbench::capability
