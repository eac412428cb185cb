#pragma once

#include <cstdint>

namespace discbench::drive {

/// Time as the drive knows it. It moves by commands and by who holds it, never by itself: two runs are the same.
class VirtualClock {
 public:
  std::uint64_t now_ms() const { return now_ms_; }
  void advance(std::uint64_t milliseconds) { now_ms_ += milliseconds; }

 private:
  std::uint64_t now_ms_ = 0;
};

}  // namespace discbench::drive
