#include "profile/mapping.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "profile/nearest.h"

namespace discbench::profile {
namespace {

std::string in_words(IntegerRange range) {
  const std::string limits = " from " + std::to_string(range.min) + " to " + std::to_string(range.max);
  return (range.multiple_of == 1 ? "an integer" : "a multiple of " + std::to_string(range.multiple_of)) + limits;
}

/// nullopt for what is not written as the header of this file says, or does not fit 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  const bool only_digits = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!only_digits || (digits.size() > 1 && digits.front() == '0') || text == "-0") return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

bool is_plain_scalar(const YamlNode& node) { return node.kind == YamlNode::Kind::scalar && !node.quoted; }

/// What stands there, as the subject of a message; says so where quotes are what is wrong.
std::string found(const YamlNode& node) { return kind_in_words(node) + (node.quoted ? " in quotes" : ""); }

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::optional<std::int64_t> read_integer(const YamlNode& node, std::string_view key, IntegerRange range,
                                         Problems& problems) {
  const std::optional<std::int64_t> value = is_plain_scalar(node) ? parse_integer(node.text) : std::nullopt;
  if (!value) {
    problems.add(node.place, key, found(node) + " is no integer that fits, expected " + in_words(range));
    return std::nullopt;
  }
  if (*value < range.min || *value > range.max || *value % range.multiple_of != 0) {
    problems.add(node.place, key, std::to_string(*value) + " is out of range, expected " + in_words(range));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> read_boolean(const YamlNode& node, std::string_view key, Problems& problems) {
  if (is_plain_scalar(node) && node.text == "true") return true;
  if (is_plain_scalar(node) && node.text == "false") return false;
  problems.add(node.place, key, found(node) + " is no truth value, expected true or false");
  return std::nullopt;
}

std::optional<std::string> read_ascii(const YamlNode& node, std::string_view key, std::size_t max_length,
                                      Problems& problems) {
  if (node.kind == YamlNode::Kind::scalar && !node.text.empty() && node.text.size() <= max_length &&
      is_printable_ascii(node.text))
    return node.text;
  problems.add(node.place, key,
               kind_in_words(node) + " does not fit, expected 1 to " + std::to_string(max_length) +
                   " printable ASCII characters");
  return std::nullopt;
}

std::optional<std::string> read_text_value(const YamlNode& node, std::string_view key, Problems& problems) {
  if (node.kind == YamlNode::Kind::scalar && !node.text.empty()) return node.text;
  problems.add(node.place, key, kind_in_words(node) + " is no text, expected text");
  return std::nullopt;
}

std::optional<std::size_t> read_word_index(const YamlNode& node, std::string_view key,
                                           const std::vector<std::string>& words, Problems& problems) {
  const auto match = std::find(words.begin(), words.end(), node.text);
  if (node.kind == YamlNode::Kind::scalar && match != words.end())
    return static_cast<std::size_t>(match - words.begin());
  problems.add(node.place, key, kind_in_words(node) + " is unknown, " + expected_word(node.text, words));
  return std::nullopt;
}

Mapping::Mapping(const YamlNode& node, std::string_view key, const Schema& schema, Problems& problems)
    : node_(node), problems_(problems) {
  if (node.kind != YamlNode::Kind::mapping) {
    problems.add(node.place, key,
                 kind_in_words(node) + " is no mapping, expected the keys of " + std::string(schema.what));
    return;
  }
  check_keys(schema);
}

void Mapping::check_keys(const Schema& schema) {
  std::vector<std::string> names;
  for (const Key& key : schema.keys) names.emplace_back(key.name);
  std::set<std::string_view> seen;
  for (const YamlNode& entry : node_.items) {
    if (problems_.full()) return;
    if (!seen.insert(entry.key).second) {
      problems_.add(entry.key_place, entry.key, "is here a second time, expected once");
    } else if (std::find(names.begin(), names.end(), entry.key) == names.end()) {
      problems_.add(entry.key_place, entry.key,
                    "is not a key of " + std::string(schema.what) + ", " + expected_word(entry.key, names));
    }
  }
  for (const Key& key : schema.keys) {
    if (key.presence == Presence::required && !seen.contains(key.name))
      problems_.add(node_.place, key.name, "is missing, expected " + std::string(key.expected));
  }
}

const YamlNode* Mapping::find(std::string_view key) const {
  if (node_.kind != YamlNode::Kind::mapping) return nullptr;
  const auto entry = std::find_if(node_.items.begin(), node_.items.end(),
                                  [key](const YamlNode& candidate) { return candidate.key == key; });
  return entry == node_.items.end() ? nullptr : &*entry;
}

void Mapping::boolean(std::string_view key, bool& out) const {
  if (const YamlNode* node = find(key))
    if (const auto value = read_boolean(*node, key, problems_)) out = *value;
}

void Mapping::ascii(std::string_view key, std::size_t max_length, std::string& out) const {
  if (const YamlNode* node = find(key))
    if (auto value = read_ascii(*node, key, max_length, problems_)) out = std::move(*value);
}

void Mapping::text(std::string_view key, std::string& out) const {
  if (const YamlNode* node = find(key))
    if (auto value = read_text_value(*node, key, problems_)) out = std::move(*value);
}

}  // namespace discbench::profile
