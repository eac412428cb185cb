// The replies that are more than one structure: a header, and a list of descriptors behind it.
#pragma once

#include <cstdint>
#include <span>

#include "bytes/description.h"

namespace discbench::mmc::detail {

/// Neither span is empty.
bytes::Structure describe_reply_of(std::span<const std::uint8_t> cdb, std::span<const std::uint8_t> data);

}  // namespace discbench::mmc::detail
