// Strict reading of one mapping and of single values. What is wrong goes to Problems, and reading goes on, so that one
// look at a file tells everything.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "profile/keys.h"
#include "profile/problem.h"
#include "profile/yaml.h"

namespace discbench::profile {

struct IntegerRange {
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::int64_t multiple_of = 1;
};

/// Decimal digits, with a '-' in front where it is negative, and nothing else: no '+', no leading zero, no 0x, no
/// point, no quotes. nullopt after a problem; `key` is the one that the message names.
std::optional<std::int64_t> read_integer(const YamlNode& node, std::string_view key, IntegerRange range,
                                         Problems& problems);
/// true or false, in these letters.
std::optional<bool> read_boolean(const YamlNode& node, std::string_view key, Problems& problems);
/// 1 to `max_length` printable ASCII characters.
std::optional<std::string> read_ascii(const YamlNode& node, std::string_view key, std::size_t max_length,
                                      Problems& problems);
/// Any text but an empty one.
std::optional<std::string> read_text_value(const YamlNode& node, std::string_view key, Problems& problems);

template <typename T>
struct Word {
  std::string_view text;
  T value;
};

/// Index of the word that the node says; nullopt after a problem.
std::optional<std::size_t> read_word_index(const YamlNode& node, std::string_view key,
                                           const std::vector<std::string>& words, Problems& problems);

template <typename T>
std::optional<T> read_word(const YamlNode& node, std::string_view key, std::span<const Word<T>> words,
                           Problems& problems) {
  std::vector<std::string> texts;
  for (const Word<T>& word : words) texts.emplace_back(word.text);
  const std::optional<std::size_t> index = read_word_index(node, key, texts, problems);
  return index ? std::optional<T>(words[*index].value) : std::nullopt;
}

/// One mapping with the keys of a schema. Unknown, missing and repeated keys are problems at once.
class Mapping {
 public:
  /// `key` names the mapping in messages where it is none; empty for a whole file. All must outlive this.
  Mapping(const YamlNode& node, std::string_view key, const Schema& schema, Problems& problems);

  /// nullptr where the key is absent.
  const YamlNode* find(std::string_view key) const;

  // These leave `out` as it is where the key is absent or its value a problem.
  template <typename Integer>
  void integer(std::string_view key, IntegerRange range, Integer& out) const {
    if (const YamlNode* node = find(key))
      if (const auto value = read_integer(*node, key, range, problems_)) out = static_cast<Integer>(*value);
  }
  void boolean(std::string_view key, bool& out) const;
  void ascii(std::string_view key, std::size_t max_length, std::string& out) const;
  void text(std::string_view key, std::string& out) const;
  template <typename T>
  void word(std::string_view key, std::span<const Word<T>> words, T& out) const {
    if (const YamlNode* node = find(key))
      if (const auto value = read_word(*node, key, words, problems_)) out = *value;
  }

 private:
  void check_keys(const Schema& schema);

  const YamlNode& node_;
  Problems& problems_;
};

}  // namespace discbench::profile
