#include "bundle/merge.h"

#include <unordered_map>

#include "bundle/bundle_error.h"

namespace discbench::bundle {
namespace {

[[noreturn]] void do_not_fit(const Bundle& one, const Bundle& other, const std::string& what) {
  throw BundleError(one.folder.string() + " and " + other.folder.string() + " do not belong together: " + what);
}

nlohmann::ordered_json seed_of(const Manifest& manifest) {
  return manifest.options.value("seed", nlohmann::ordered_json());
}

/// Everything that a result depends on is the same.
void must_fit(const Bundle& one, const Bundle& other) {
  const Manifest& a = one.manifest;
  const Manifest& b = other.manifest;
  if (a.library_digest != b.library_digest) do_not_fit(one, other, "another file was the subject");
  if (a.subject != b.subject) do_not_fit(one, other, "another subject: " + a.subject + " and " + b.subject);
  if (a.program_version != b.program_version) do_not_fit(one, other, "another version of the program");
  if (a.contract_digest != b.contract_digest) do_not_fit(one, other, "another contract");
  if (a.generation != b.generation) do_not_fit(one, other, "another generation");
  if (a.scenarios != b.scenarios) do_not_fit(one, other, "other scenarios, or others of the same names");
  if (a.plan_digest != b.plan_digest) do_not_fit(one, other, "another plan");
  if (a.repeat != b.repeat) do_not_fit(one, other, "another number of repetitions");
  if (seed_of(a) != seed_of(b)) do_not_fit(one, other, "another seed");
  if (a.shard.total != b.shard.total) do_not_fit(one, other, "split into another number of shards");
}

}  // namespace

Bundle merge(const std::vector<Bundle>& shards) {
  if (shards.empty()) throw BundleError("there is nothing to merge");
  const unsigned total = shards.front().manifest.shard.total;
  std::vector<const Bundle*> by_index(total, nullptr);
  for (const Bundle& shard : shards) {
    must_fit(shards.front(), shard);
    if (!shard.finished || shard.run.interrupted) {
      throw BundleError(shard.folder.string() + " did not come to its end; run that shard again");
    }
    if (shard.without_result > 0) {
      throw BundleError(shard.folder.string() + " lacks " + std::to_string(shard.without_result) +
                        " of its results; run that shard again");
    }
    const Bundle*& place = by_index.at(shard.manifest.shard.index - 1);
    if (place != nullptr) {
      do_not_fit(*place, shard,
                 "both are shard " + std::to_string(shard.manifest.shard.index) + " of " + std::to_string(total));
    }
    place = &shard;
  }
  for (unsigned i = 0; i < total; ++i) {
    if (by_index[i] == nullptr) {
      throw BundleError("shard " + std::to_string(i + 1) + " of " + std::to_string(total) + " is missing");
    }
  }
  Bundle whole = shards.front();
  whole.manifest.shard = {};
  whole.manifest.options["shard"] = {{"index", 1}, {"total", 1}};
  whole.run.cases.clear();
  whole.run.troubles.clear();
  whole.run.seconds = 0;
  std::unordered_map<std::string, const result::CaseResult*> results;
  for (const Bundle* shard : by_index) {
    for (const result::CaseResult& result : shard->run.cases) results.emplace(result.id(), &result);
    whole.run.troubles.insert(whole.run.troubles.end(), shard->run.troubles.begin(), shard->run.troubles.end());
    whole.run.seconds += shard->run.seconds;
  }
  for (const std::string& id : whole.plan) whole.run.cases.push_back(*results.at(id));
  return whole;
}

}  // namespace discbench::bundle
