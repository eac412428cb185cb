#include "schema/json_schema.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "profile/yaml.h"

namespace discbench::schema {
namespace {

using nlohmann::json;
using profile::YamlNode;

/// A plain word that is a number or a truth value in JSON is one in YAML's core schema, too.
json json_of_scalar(const YamlNode& node) {
  if (node.quoted) return node.text;
  const json value = json::parse(node.text, nullptr, false);
  return value.is_number() || value.is_boolean() ? value : json(node.text);
}

json json_of(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::nothing:
      return nullptr;
    case YamlNode::Kind::scalar:
      return json_of_scalar(node);
    case YamlNode::Kind::list: {
      json list = json::array();
      for (const YamlNode& item : node.items) list.push_back(json_of(item));
      return list;
    }
    case YamlNode::Kind::mapping: {
      json mapping = json::object();
      for (const YamlNode& item : node.items) mapping[item.key] = json_of(item);
      return mapping;
    }
  }
  return nullptr;
}

}  // namespace

std::string complaint(const std::filesystem::path& schema_file, const std::filesystem::path& yaml) {
  std::ifstream stream(schema_file);
  const json schema_json = json::parse(stream);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  const json instance = json_of(profile::read_yaml(yaml));
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(instance), &results)) return "";
  valijson::ValidationResults::Error error;
  std::string text;
  while (results.popError(error)) text += error.description + "\n";
  return text.empty() ? "invalid" : text;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace discbench::schema
