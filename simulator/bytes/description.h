// A decoded structure for people and for JSON: names and values in the order of the layout.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bytes/layout.h"

namespace discbench::bytes {

struct NamedValue;
using Structure = std::vector<NamedValue>;
/// A list of descriptors, e.g. the tracks of a table of contents.
using List = std::vector<Structure>;

struct NamedValue {
  std::string_view name;
  std::variant<std::uint64_t, std::string, List> value;
};

namespace detail {
std::string printable(std::string_view text);            // trailing blanks off, control characters as '.'
std::string hex_text(std::span<const std::uint8_t> in);  // "00ff"
// Not in the template below: one copy of a variant's moves instead of one for each structure.
void append(Structure& out, std::string_view name, std::uint64_t value);
void append(Structure& out, std::string_view name, std::string value);
}  // namespace detail

/// The fields that lie whole inside `in`: what an allocation length cut off is left out.
template <typename T>
Structure describe(std::span<const std::uint8_t> in) {
  Structure out;
  const T object = decode<T>(in);
  for_each_field<T>([&](std::string_view name, const Slot& slot, auto member) {
    for (std::size_t i = 0; i < slot.count; ++i)
      if (slot.parts[i].byte + slot.parts[i].length > in.size()) return;
    using Member = std::remove_cvref_t<decltype(object.*member)>;
    if constexpr (detail::TextLength<Member>::value != 0) {
      detail::append(out, name, detail::printable((object.*member).view()));
    } else if constexpr (detail::ArrayLength<Member>::value != 0) {
      detail::append(out, name, detail::hex_text(object.*member));
    } else {
      detail::append(out, name, static_cast<std::uint64_t>(object.*member));
    }
  });
  return out;
}

}  // namespace discbench::bytes
