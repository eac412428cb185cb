// A file's YAML as a plain tree with places. Stricter than YAML: one document, no anchors, aliases or tags, and keys
// are text; so a file cannot be more than it looks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "profile/problem.h"

namespace discbench::profile {

struct YamlNode {
  enum class Kind : std::uint8_t { nothing, scalar, list, mapping };

  Kind kind = Kind::nothing;
  Place place{};
  std::string text{};             ///< of a scalar
  bool quoted = false;            ///< a scalar that is text whatever it looks like
  std::vector<YamlNode> items{};  ///< of a list; of a mapping: its values, in the order of the file
  // Of a mapping's value. A key may come twice.
  std::string key{};
  Place key_place{};
};

/// Throws ProfileError for what is no such file.
YamlNode read_yaml(const std::filesystem::path& file);

/// "text", "a list", "a mapping", "nothing": what stands there, for messages.
std::string kind_in_words(const YamlNode& node);

/// Whether a scalar is text for every reader of YAML: in quotes, or a plain word that none takes for a number or a
/// truth value (YAML 1.2.2, 10.3.2, "Tag Resolution").
bool is_text_for_everybody(const YamlNode& node);

}  // namespace discbench::profile
