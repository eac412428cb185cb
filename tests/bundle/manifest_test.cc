#include "bundle/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bundle/bundle_error.h"
#include "bundle/sample_bundle.h"

namespace discbench::bundle {
namespace {

using testing::HasSubstr;
using Json = nlohmann::ordered_json;

Manifest whole_manifest() {
  Manifest manifest = sample_manifest();
  manifest.plan_digest = "91a4";
  manifest.cases = 4;
  manifest.repeat = 5;
  manifest.shard = {.index = 2, .total = 3};
  return manifest;
}

std::string refusal(const std::string& text) {
  try {
    manifest_of(text);
    return "read";
  } catch (const BundleError& error) {
    return error.what();
  }
}

std::string refusal_with(const std::string& key, const Json& value) {
  Json json = json_of(whole_manifest());
  json[Json::json_pointer(key)] = value;
  return refusal(json.dump());
}

TEST(Manifest, ComesBackAsItWas) {
  const Manifest before = whole_manifest();
  const Manifest after = manifest_of(json_of(before).dump());
  EXPECT_EQ(after.program_version, "0.1.0");
  EXPECT_EQ(after.contract_digest, "c0");
  EXPECT_EQ(after.subject, "library:./libacme.so");
  EXPECT_EQ(after.library, "/opt/acme/libacme.so");
  EXPECT_EQ(after.library_digest, "ac");
  EXPECT_EQ(after.generation, "xp-vista");
  EXPECT_EQ(after.scenarios, before.scenarios);
  EXPECT_EQ(after.plan_digest, "91a4");
  EXPECT_EQ(after.cases, 4u);
  EXPECT_EQ(after.ineligible, 3u);
  EXPECT_EQ(after.repeat, 5u);
  EXPECT_EQ(after.shard, (Shard{2, 3}));
  EXPECT_EQ(after.repeat_options, " --subject library:./libacme.so");
  EXPECT_EQ(after.options, before.options);
  EXPECT_EQ(json_of(after).dump(), json_of(before).dump());
}

TEST(Manifest, PassesOverKeysThatItDoesNotKnow) { EXPECT_EQ(refusal_with("/of-tomorrow", 1), "read"); }

TEST(Manifest, IsRefusedWhereAnyKeyIsMissing) {
  const Json whole = json_of(whole_manifest());
  for (const auto& [key, value] : whole.items()) {
    Json json = whole;
    json.erase(key);
    EXPECT_THAT(refusal(json.dump()), HasSubstr(key)) << key;
  }
}

TEST(Manifest, IsRefusedWhereItIsNoJson) {
  EXPECT_EQ(refusal(""), "is no JSON");
  EXPECT_EQ(refusal("{\"format\": "), "is no JSON");
  EXPECT_EQ(refusal("{\"format\": \"\xff\"}"), "is no JSON");
  EXPECT_THAT(refusal("[]"), HasSubstr("is not a whole manifest"));
  EXPECT_THAT(refusal("7"), HasSubstr("is not a whole manifest"));
}

TEST(Manifest, IsRefusedWhereItIsAnotherFile) {
  EXPECT_EQ(refusal_with("/format", "msconform-run"), "is not the manifest of a bundle");
  EXPECT_EQ(refusal_with("/version", 2), "is of a version that this program does not know");
  EXPECT_THAT(refusal_with("/subject", 7), HasSubstr("is not a whole manifest"));
  EXPECT_THAT(refusal_with("/scenarios", {{{"id", "cd-r/blank"}}}), HasSubstr("sha256"));
  EXPECT_EQ(refusal_with("/options", Json::array()), "has options that are no object");
}

TEST(Manifest, HasNoNumberThatNoRunHas) {
  const std::string shard = "has an impossible index: expected a number from 1 to 3";
  EXPECT_EQ(refusal_with("/shard/index", 0), shard);
  EXPECT_EQ(refusal_with("/shard/index", 4), shard);
  EXPECT_EQ(refusal_with("/shard/index", -1), shard);
  EXPECT_EQ(refusal_with("/shard/index", 1.5), shard);
  EXPECT_THAT(refusal_with("/shard/total", 4294967297), HasSubstr("has an impossible total"));
  EXPECT_THAT(refusal_with("/shard/total", 0), HasSubstr("has an impossible total"));
  EXPECT_THAT(refusal_with("/repeat", 0), HasSubstr("has an impossible repeat"));
  EXPECT_THAT(refusal_with("/repeat", -1), HasSubstr("has an impossible repeat"));
  EXPECT_THAT(refusal_with("/cases", -4), HasSubstr("has an impossible cases"));
  EXPECT_THAT(refusal_with("/ineligible_clauses", "many"), HasSubstr("has an impossible ineligible_clauses"));
}

}  // namespace
}  // namespace discbench::bundle
