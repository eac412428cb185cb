#include "contract/silences.h"

#include <algorithm>

#include "contract/silence_tables.h"

namespace discbench::contract {

bool Silence::settles(std::string_view clause) const {
  for (std::string_view rest = clauses; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view pattern = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool open = pattern.ends_with('*');
    if (open ? clause.starts_with(pattern.substr(0, pattern.size() - 1)) : clause == pattern) return true;
  }
  return false;
}

std::span<const Silence> silences() {
  static const std::vector<Silence> all = [] {
    std::vector<Silence> joined;
    for (const auto part : {object_silences(), consumer_silences(), value_silences(), member_silences()}) {
      joined.insert(joined.end(), part.begin(), part.end());
    }
    return joined;
  }();
  return all;
}

std::vector<const Silence*> silences_of(std::string_view clause) {
  std::vector<const Silence*> found;
  for (const Silence& silence : silences()) {
    if (silence.settles(clause)) found.push_back(&silence);
  }
  return found;
}

}  // namespace discbench::contract
