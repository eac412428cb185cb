#include "bundle/manifest.h"

#include "bundle/bundle_error.h"

namespace discbench::bundle {
namespace {

using Json = nlohmann::ordered_json;

constexpr char format[] = "msconform-bundle";
constexpr int version = 1;

Json scenarios_of(const Manifest& manifest) {
  Json list = Json::array();
  for (const ScenarioDigest& scenario : manifest.scenarios) {
    list.push_back({{"id", scenario.id}, {"sha256", scenario.digest}});
  }
  return list;
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
    manifest.cases = json.at("cases");
    manifest.ineligible = json.at("ineligible_clauses");
    manifest.repeat = json.at("repeat");
    manifest.shard = {.index = json.at("shard").at("index"), .total = json.at("shard").at("total")};
    if (manifest.repeat == 0 || manifest.shard.index == 0 || manifest.shard.index > manifest.shard.total) {
      throw BundleError("has an impossible shard or number of repetitions");
    }
    manifest.repeat_options = json.at("repeat_options");
    manifest.options = json.at("options");
    return manifest;
  } catch (const Json::exception& error) {
    throw BundleError(std::string("is not a whole manifest: ") + error.what());
  }
}

}  // namespace discbench::bundle
