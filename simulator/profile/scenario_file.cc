#include "expectation/property.h"
#include "profile/files.h"
#include "profile/mapping.h"

namespace discbench::profile {
namespace {

using expectation::Expectation;
using expectation::Property;
using expectation::PropertyKind;

constexpr IntegerRange long_range{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};

/// VARIANT_TRUE and VARIANT_FALSE.
constexpr std::int64_t in_automation(bool value) { return value ? -1 : 0; }

std::optional<std::int64_t> read_value(const YamlNode& node, const Property& property, Problems& problems) {
  if (property.kind == PropertyKind::number) return read_integer(node, "value", long_range, problems);
  const std::optional<bool> value = read_boolean(node, "value", problems);
  return value ? std::optional(in_automation(*value)) : std::nullopt;
}

void read_range(const YamlNode& node, const Property& property, Expectation& expected, Problems& problems) {
  if (property.kind == PropertyKind::boolean) {
    problems.add(node.place, "value", "a range does not fit a truth value, expected true or false");
    return;
  }
  const Mapping mapping(node, "value", schema::range, problems);
  Expectation::Range range;
  mapping.integer("min", long_range, range.min);
  mapping.integer("max", long_range, range.max);
  if (range.min > range.max)
    problems.add(node.place, "value",
                 "min " + std::to_string(range.min) + " is above max " + std::to_string(range.max) +
                     ", expected min not above max");
  expected.range = range;
}

void read_values(const YamlNode& node, const Property& property, Expectation& expected, Problems& problems) {
  if (node.kind == YamlNode::Kind::mapping) return read_range(node, property, expected, problems);
  if (node.kind != YamlNode::Kind::list) {
    if (const auto value = read_value(node, property, problems)) expected.values.push_back(*value);
    return;
  }
  if (node.items.empty()) problems.add(node.place, "value", "an empty list accepts nothing, expected values");
  for (const YamlNode& item : node.items)
    if (const auto value = read_value(item, property, problems)) expected.values.push_back(*value);
}

Expectation read_expectation(const YamlNode& node, const Property& property, Problems& problems) {
  constexpr std::array result_words{
      Word<Expectation::Result>{"ok", Expectation::Result::ok},
      Word<Expectation::Result>{"fail", Expectation::Result::fail},
      Word<Expectation::Result>{"any", Expectation::Result::any},
  };
  Expectation expected;
  const Mapping mapping(node, property.name, schema::expectation, problems);
  mapping.word("hr", std::span<const Word<Expectation::Result>>(result_words), expected.result);
  const YamlNode* value = mapping.find("value");
  if (value == nullptr) return expected;
  if (expected.result == Expectation::Result::fail)
    problems.add(value->place, "value", "is never compared where 'hr' is fail, expected no value");
  read_values(*value, property, expected, problems);
  return expected;
}

std::string reference(const Mapping& mapping, std::string_view key, Place& place) {
  std::string text;
  mapping.text(key, text);
  if (const YamlNode* node = mapping.find(key)) place = node->place;
  return text;
}

}  // namespace

expectation::Expectations parse_expectations(const YamlNode& mapping, Problems& problems) {
  expectation::Expectations expectations;
  if (mapping.kind != YamlNode::Kind::mapping) {
    problems.add(mapping.place, "expect",
                 kind_in_words(mapping) + " is no mapping, expected properties, or {} for none");
    return expectations;
  }
  std::vector<std::string> names;
  for (const Property& property : expectation::properties) names.emplace_back(property.name);
  for (const YamlNode& entry : mapping.items) {
    const YamlNode name{.kind = YamlNode::Kind::scalar, .place = entry.key_place, .text = entry.key};
    const auto index = read_word_index(name, entry.key, names, problems);
    if (!index) continue;
    if (expectations.contains(entry.key))
      problems.add(entry.key_place, entry.key, "is here a second time, expected once");
    else
      expectations.emplace(entry.key, read_expectation(entry, expectation::properties[*index], problems));
  }
  return expectations;
}

ScenarioFile parse_scenario(const YamlNode& root, Problems& problems) {
  const Mapping mapping(root, {}, schema::scenario, problems);
  ScenarioFile file;
  mapping.text("description", file.description);
  file.drive = reference(mapping, "drive", file.drive_place);
  file.medium = reference(mapping, "medium", file.medium_place);
  if (const YamlNode* steps = mapping.find("steps")) file.steps = parse_steps(*steps, problems);
  if (const YamlNode* expect = mapping.find("expect")) file.expect = parse_expectations(*expect, problems);
  return file;
}

}  // namespace discbench::profile
