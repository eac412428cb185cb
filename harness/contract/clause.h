// One sentence of the documented contract.
#pragma once

#include <cstdint>
#include <string_view>

namespace discbench::contract {

enum class Level : std::uint8_t {
  must,  ///< a sentence says it, or two together leave no other reading: a violation fails the run
  may,   ///< latitude: fails only outside the listed set
  info,  ///< the documentation is silent: recorded, never judged
};

std::string_view name_of(Level level);  // "must", "may", "info"

struct Clause {
  std::string_view id;    ///< "<interface>.<member>.<aspect>", lower case; never changes
  std::string_view page;  ///< the documentation page, e.g. "nf-imapi2-imultisession-put_inuse"
  Level level = Level::must;
  std::string_view statement;  ///< in our own words
  /// Not empty: this clause cannot be checked here, and why. It is listed and counted, and never part of a score.
  std::string_view ineligible{};
};

}  // namespace discbench::contract
