#include "bundle/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bundle/bundle_error.h"
#include "bundle/sample_bundle.h"
#include "bundle/writer.h"
#include "profile/scratch.h"

namespace discbench::bundle {
namespace {

using testing::HasSubstr;

class Merge : public testing::Test {
 protected:
  /// Writes and reads shard `index` of `total`, made otherwise by `change`.
  Bundle shard(unsigned index, unsigned total, const std::function<void(Manifest&)>& change = {}) {
    Manifest manifest = sample_manifest();
    manifest.shard = {index, total};
    if (change) change(manifest);
    const auto folder = scratch.path() / ("part" + std::to_string(++folders));
    write_run(folder, manifest, [](const std::string& id) { return failed(id, id); });
    return read(folder);
  }

  /// Merging it with the first of two shards.
  std::string refusal_with(const std::function<void(Manifest&)>& change) {
    return refusal({shard(1, 2), shard(2, 2, change)});
  }

  static std::string refusal(const std::vector<Bundle>& shards) {
    try {
      merge(shards);
      return "merged";
    } catch (const BundleError& error) {
      return error.what();
    }
  }

  Scratch scratch;
  int folders = 0;
};

TEST_F(Merge, IsTheRunThatWasNotSplit) {
  const Bundle whole = shard(1, 1);
  for (const unsigned total : {1u, 2u, 7u, 50u}) {
    std::vector<Bundle> parts;
    for (unsigned index = total; index > 0; --index) parts.push_back(shard(index, total));
    const Bundle merged = merge(parts);
    EXPECT_EQ(merged.run.cases, whole.run.cases) << total;
    EXPECT_EQ(merged.manifest.shard, Shard{});
    EXPECT_EQ(merged.plan, whole.plan);
    EXPECT_EQ(merged.run.ineligible, whole.run.ineligible);
    EXPECT_EQ(merged.run.troubles.size(), total) << "each part's own are kept";
    EXPECT_FALSE(merged.run.interrupted);
    EXPECT_EQ(merged.manifest.options["shard"]["total"], 1);
  }
}

TEST_F(Merge, IsThatRunOfFarMorePartsThanCases) {
  const Bundle whole = shard(1, 1);
  constexpr unsigned total = 10000;
  std::vector<Bundle> parts(total, whole);
  for (unsigned i = 0; i < total; ++i) {
    const Shard part{i + 1, total};
    parts[i].manifest.shard = part;
    std::erase_if(parts[i].run.cases, [&](const result::CaseResult& one) { return !in_shard(part, one.id()); });
  }
  EXPECT_EQ(merge(parts).run.cases, whole.run.cases);
  parts.erase(parts.begin() + 4711);
  EXPECT_EQ(refusal(parts), "shard 4712 of 10000 is missing");
}

TEST_F(Merge, KeptAsABundleItComesBackWithItsRepetitions) {
  const auto twice = [](Manifest& manifest) { manifest.repeat = 2; };
  const Bundle merged = merge({shard(1, 2, twice), shard(2, 2, twice)});
  const auto folder = scratch.path() / "whole";
  Writer writer(folder, merged.manifest, merged.plan);
  for (const result::CaseResult& result : merged.run.cases) writer.add(result);
  writer.finish(merged.run);
  const Bundle again = read(folder);
  EXPECT_EQ(again.run.cases, merged.run.cases);
  EXPECT_EQ(totals_of(again.run.cases).cases, 8u);
  EXPECT_EQ(again.without_result, 0u);
}

TEST_F(Merge, RefusesWhatIsNotOfTheSameRun) {
  EXPECT_THAT(refusal_with([](Manifest& other) { other.library_digest = "ad"; }), HasSubstr("another file was the"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.subject = "builtin"; }), HasSubstr("another subject"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.program_version = "0.2.0"; }), HasSubstr("another version"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.contract_digest = "c1"; }), HasSubstr("another contract"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.generation = "win7"; }), HasSubstr("another generation"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.scenarios[0].digest = "ce"; }), HasSubstr("other scenarios"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.repeat = 2; }), HasSubstr("another number of repetitions"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.shard.total = 3; }), HasSubstr("another number of shards"));
  EXPECT_THAT(refusal_with([](Manifest& other) { other.options["seed"] = 8; }), HasSubstr("another seed"));
  EXPECT_EQ(refusal_with([](Manifest& other) { other.library = "/elsewhere/libacme.so"; }), "merged")
      << "machines may keep the same file in other places";
}

TEST_F(Merge, RefusesAnotherPlan) {
  Bundle other = shard(2, 2);
  other.manifest.plan_digest = "92";
  EXPECT_THAT(refusal({shard(1, 2), other}), HasSubstr("another plan"));
}

TEST_F(Merge, RefusesPartsThatOverlap) {
  const std::string refused = refusal({shard(2, 2), shard(1, 2), shard(2, 2)});
  EXPECT_THAT(refused, HasSubstr("part1"));
  EXPECT_THAT(refused, HasSubstr("part3"));
  EXPECT_THAT(refused, HasSubstr("both are shard 2 of 2"));
}

TEST_F(Merge, RefusesWhatIsIncomplete) {
  EXPECT_EQ(refusal({}), "there is nothing to merge");
  EXPECT_EQ(refusal({shard(1, 3), shard(3, 3)}), "shard 2 of 3 is missing");
  Bundle unfinished = shard(2, 2);
  unfinished.finished = false;
  EXPECT_THAT(refusal({shard(1, 2), unfinished}), HasSubstr("did not come to its end; run that shard again"));
  Bundle interrupted = shard(2, 2);
  interrupted.run.interrupted = true;
  EXPECT_THAT(refusal({shard(1, 2), interrupted}), HasSubstr("did not come to its end; run that shard again"));
}

TEST_F(Merge, RefusesAShardWhoseResultsWereCut) {
  const Bundle whole = shard(1, 1);
  write_text(whole.folder / cases_file, "");
  EXPECT_THAT(refusal({read(whole.folder)}), HasSubstr("part1 lacks 4 of its results; run that shard again"));
}

}  // namespace
}  // namespace discbench::bundle
