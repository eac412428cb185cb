#include "profile/problem.h"

#include <algorithm>
#include <tuple>

namespace discbench::profile {
namespace {

constexpr std::size_t quotable_length = 60;

/// The same without control characters: a path can hold a line break, a message cannot.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& character : out) {
    const auto code = static_cast<unsigned char>(character);
    if (code < 0x20 || code == 0x7f) character = '?';
  }
  return out;
}

}  // namespace

std::string quotable(std::string_view text) {
  if (text.size() <= quotable_length) return on_one_line(text);
  std::size_t length = quotable_length;
  // Not in the middle of a UTF-8 sequence.
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80) --length;
  return on_one_line(text.substr(0, length)) + "...";
}

void Problems::add(Place place, std::string_view key, std::string_view what) {
  if (full()) return;
  std::string line = on_one_line(file_) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
  if (!key.empty()) line += "key '" + quotable(key) + "': ";
  line += on_one_line(what);
  found_.push_back({place, std::move(line)});
}

std::vector<std::string> Problems::lines() const {
  std::vector<Found> sorted = found_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Found& a, const Found& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  std::vector<std::string> lines;
  for (Found& found : sorted) lines.push_back(std::move(found.line));
  return lines;
}

void Problems::throw_if_any() const {
  if (!found_.empty()) throw ProfileError(lines());
}

}  // namespace discbench::profile
