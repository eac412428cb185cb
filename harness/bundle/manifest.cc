#include "bundle/manifest.h"

#include "bundle/bundle_error.h"

namespace discbench::bundle {
namespace {

using Json = nlohmann::ordered_json;

constexpr char format[] = "msconform-bundle";
constexpr int version = 1;
constexpr std::uint32_t most_cases = 100000000;
constexpr std::uint32_t most_repetitions = 1000000;

Json scenarios_of(const Manifest& manifest) {
  Json list = Json::array();
  for (const ScenarioDigest& scenario : manifest.scenarios) {
    list.push_back({{"id", scenario.id}, {"sha256", scenario.digest}});
  }
  return list;
}

/// The JSON library lets negative and broken numbers pass as others.
std::uint32_t number_in(const Json& json, const char* key, std::uint32_t lowest, std::uint32_t highest) {
  const Json& value = json.at(key);
  if (value.is_number_unsigned() && value >= lowest && value <= highest) return value;
  throw BundleError("has an impossible " + std::string(key) + ": expected a number from " + std::to_string(lowest) +
                    " to " + std::to_string(highest));
}

}  // namespace

Json json_of(const Manifest& manifest) {
  Json json;
  json["format"] = format;
  json["version"] = version;
  json["program_version"] = manifest.program_version;
  json["contract_sha256"] = manifest.contract_digest;
  json["subject"] = manifest.subject;
  json["library"] = manifest.library;
  json["library_sha256"] = manifest.library_digest;
  json["generation"] = manifest.generation;
  json["scenarios"] = scenarios_of(manifest);
  json["plan_sha256"] = manifest.plan_digest;
  json["cases"] = manifest.cases;
  json["ineligible_clauses"] = manifest.ineligible;
  json["repeat"] = manifest.repeat;
  json["shard"] = {{"index", manifest.shard.index}, {"total", manifest.shard.total}};
  json["repeat_options"] = manifest.repeat_options;
  json["options"] = manifest.options;
  return json;
}

Manifest manifest_of(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) throw BundleError("is no JSON");
  try {
    if (json.at("format") != format) throw BundleError("is not the manifest of a bundle");
    if (json.at("version") != version) throw BundleError("is of a version that this program does not know");
    Manifest manifest;
    manifest.program_version = json.at("program_version");
    manifest.contract_digest = json.at("contract_sha256");
    manifest.subject = json.at("subject");
    manifest.library = json.at("library");
    manifest.library_digest = json.at("library_sha256");
    manifest.generation = json.at("generation");
    for (const Json& one : json.at("scenarios")) manifest.scenarios.push_back({one.at("id"), one.at("sha256")});
    manifest.plan_digest = json.at("plan_sha256");
    manifest.cases = number_in(json, "cases", 0, most_cases);
    manifest.ineligible = number_in(json, "ineligible_clauses", 0, most_cases);
    manifest.repeat = number_in(json, "repeat", 1, most_repetitions);
    manifest.shard.total = number_in(json.at("shard"), "total", 1, most_shards);
    manifest.shard.index = number_in(json.at("shard"), "index", 1, manifest.shard.total);
    manifest.repeat_options = json.at("repeat_options");
    manifest.options = json.at("options");
    if (!manifest.options.is_object()) throw BundleError("has options that are no object");
    return manifest;
  } catch (const Json::exception& error) {
    throw BundleError(std::string("is not a whole manifest: ") + error.what());
  }
}

}  // namespace discbench::bundle
