// What the documentation lets a library leave out, and the question to a subject whether it does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "check/catalogue.h"

namespace discbench::capability {

/// What a subject answered.
struct Offer {
  enum class Kind : std::uint8_t {
    offered,
    absent,     ///< refused with the one code that the documentation has for what is not there
    otherwise,  ///< neither: refused with another code, or granted and nothing handed out
  };
  Kind kind = Kind::otherwise;
  std::string text;  ///< what was answered: "E_NOTIMPL (0x80004001)"
};

struct Capability {
  std::string_view name;      ///< in a file of claims; where it is an interface: the first word of its clauses' ids
  std::string_view clause;    ///< "capability.NAME"
  std::string_view what;      ///< "IBurnVerification on the writer"
  std::string_view absence;   ///< how it is refused where it is not there: "E_NOINTERFACE"
  std::string_view page;      ///< of the documentation
  std::string_view scenario;  ///< where it is asked
  /// Throws as a check does where it cannot be asked (check::Blocked).
  Offer (*ask)(check::Stage& stage);
};

inline constexpr std::size_t capability_count = 10;

/// The closed list, in the order in which a file of claims is drafted.
std::span<const Capability> capabilities();
/// nullptr for a name that is not there.
const Capability* find(std::string_view name);

}  // namespace discbench::capability
