#pragma once

#include <vector>

#include "bundle/reader.h"

namespace discbench::bundle {

/// The run that was split into these: disjoint, complete, of the same subject, contract, scenarios and plan, and each
/// at its end. Throws BundleError that names the first two that do not fit, or the shard that is missing.
Bundle merge(const std::vector<Bundle>& shards);

}  // namespace discbench::bundle
