// The subject's library, loaded in a child process and looked at.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "cli/subject_choice.h"

namespace discbench::cli {

/// One thing that was looked at.
struct Finding {
  enum class Kind : std::uint8_t { ok, failed, not_reached };
  std::string_view step;  ///< "library", "mapped", "exports"
  Kind kind = Kind::not_reached;
  std::string text{};
};

/// "library", "mapped" and "exports", in this order. A library that ends or hangs its process is one that fails, and
/// what was found before stays.
std::vector<Finding> examine(const SubjectChoice& subject, std::chrono::milliseconds limit);

}  // namespace discbench::cli
