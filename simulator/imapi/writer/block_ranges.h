// The ranges of a stream that hold something new: IBlockRangeList, which the stream object may answer beside IStream.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "discbench/imapi2.h"

namespace discbench::imapi {

/// Sectors; both ends are included.
struct BlockRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const BlockRange&, const BlockRange&) = default;
};

/// In the order of the array, which is the order of writing. nullopt where the stream names no ranges. Throws what the
/// list fails with; E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED for a list that is none.
std::optional<std::vector<BlockRange>> block_ranges_of(IUnknown* stream);

}  // namespace discbench::imapi
