#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bundle/manifest.h"
#include "result/run_result.h"

namespace discbench::bundle {

struct Bundle {
  std::filesystem::path folder;
  Manifest manifest;
  std::vector<std::string> plan;  ///< ids of the whole plan
  /// In the plan's order, the shard's only; what has no result, and each repetition that has none, is not run. Of a
  /// run that did not come to its end: interrupted.
  result::RunResult run;
  bool finished = false;
  std::size_t without_result = 0;  ///< cases of the shard, or repetitions of them, that `run` lacks
};

/// Throws BundleError, one line with the file (and line) for what is not there, malformed, or does not fit together.
/// Half a line at the very end of the cases is what a killed run may leave, and is passed over.
Bundle read(const std::filesystem::path& folder);

/// True for the cases of that part of a split run: by the id alone, so that a new case moves no other.
bool in_shard(const Shard& shard, std::string_view id);

}  // namespace discbench::bundle
