// One sentence of the documented contract.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace discbench::contract {

enum class Level : std::uint8_t {
  must,  ///< a sentence says it, or two together leave no other reading: a violation fails the run
  may,   ///< latitude: fails only outside the listed set
  info,  ///< the documentation is silent: recorded, never judged
};

std::string_view name_of(Level level);  // "must", "may", "info"

/// Which of the interfaces a library can be expected to know. The documentation gives most of them to Windows XP with
/// SP2 and Windows Vista, and some to Windows 7 alone; the type library of the older imapi2.dll lacks the latter.
enum class Generation : std::uint8_t { xp_vista, win7 };

std::string_view name_of(Generation generation);     // as typed: "xp-vista", "win7"
std::string_view systems_of(Generation generation);  // as said: "Windows XP and Vista", "Windows 7"
std::optional<Generation> generation_named(std::string_view name);

struct Clause {
  std::string_view id;    ///< "<interface>.<member>.<aspect>", lower case; never changes
  std::string_view page;  ///< the documentation page, e.g. "nf-imapi2-imultisession-put_inuse"
  Level level = Level::must;
  std::string_view statement;  ///< in our own words
  /// Not empty: this clause cannot be checked here, and why. It is listed and counted, and never part of a score.
  std::string_view ineligible{};
  /// The first generation that it is said of. In a run of an older one it does not apply.
  Generation since = Generation::xp_vista;
};

/// Where a page of the documentation is read.
std::string address_of_page(std::string_view page);

}  // namespace discbench::contract
