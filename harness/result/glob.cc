#include "result/glob.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace discbench::result {
namespace {

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// Levenshtein's distance: how many letters to add, drop or change.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

bool matches(std::string_view glob, std::string_view id) {
  std::size_t at = 0;
  std::size_t in = 0;
  std::size_t star = std::string_view::npos;  // the last '*' seen, and where its run of characters ends for now
  std::size_t run_end = 0;
  while (in < id.size()) {
    if (at < glob.size() && glob[at] == '*') {
      star = at++;
      run_end = in;
    } else if (at < glob.size() && (glob[at] == '?' || glob[at] == id[in])) {
      ++at;
      ++in;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      in = ++run_end;
    } else {
      return false;
    }
  }
  while (at < glob.size() && glob[at] == '*') ++at;
  return at == glob.size();
}

bool matches_any(const std::vector<std::string>& globs, std::string_view id) {
  return globs.empty() ||
         std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return matches(glob, id); });
}

std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& ids, std::size_t count) {
  std::vector<std::pair<std::size_t, const std::string*>> ranked;
  ranked.reserve(ids.size());
  // What begins with the very words was cut short, and not mistyped.
  for (const std::string& id : ids) {
    const bool cut_short = !wanted.empty() && id.rfind(wanted, 0) == 0;
    ranked.emplace_back(cut_short ? 0 : distance(wanted, id), &id);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) names.push_back(*ranked[i].second);
  return names;
}

}  // namespace discbench::result
