// Which part of a split run this process is: said by --shard, or by what it was started from.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "bundle/manifest.h"

namespace discbench::cli {

/// Looks a variable of the environment up; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// `text` is what stands after --shard, empty where it does not stand:
///   I/N      part I of N, I from 1 to N; the environment is not looked at
///   auto/N   of N parts the one that the environment names
///   (empty)  what the environment says, if it says both; the whole run otherwise
/// The environment is GoogleTest's and Bazel's (GTEST_SHARD_INDEX, GTEST_TOTAL_SHARDS or TEST_SHARD_INDEX,
/// TEST_TOTAL_SHARDS), Slurm's job arrays (SLURM_ARRAY_TASK_ID, _MIN, _MAX, _STEP, _COUNT) or Kubernetes' indexed jobs
/// (JOB_COMPLETION_INDEX, the number of parts by --shard auto/N). Throws UsageError.
bundle::Shard shard_of(const std::string& text, const Environment& environment);

/// The same from this process's environment. Touches the file that GoogleTest's protocol asks for
/// (GTEST_SHARD_STATUS_FILE, TEST_SHARD_STATUS_FILE): whoever started this learns that it can be split. Throws
/// ConfigurationError where that cannot be done.
bundle::Shard shard_asked_for(const std::string& text);

}  // namespace discbench::cli
