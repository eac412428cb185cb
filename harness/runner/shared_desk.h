#pragma once

#include <atomic>
#include <cstdint>

#include "runner/wire_tape.h"

namespace discbench::runner {

/// What a child leaves where its supervisor finds it even if it dies.
struct Desk {
  WireTape tape;
  /// Cases that the child has begun. One that has begun and has no result is the one that it died or hangs in.
  std::atomic<std::uint64_t> begun{0};

  void clear() {
    tape.clear();
    begun.store(0, std::memory_order_release);
  }
};

/// A desk in memory that this process shares with the children that it makes from now on.
class SharedDesk {
 public:
  SharedDesk();  ///< throws std::system_error
  ~SharedDesk();
  SharedDesk(const SharedDesk&) = delete;
  SharedDesk& operator=(const SharedDesk&) = delete;

  Desk& operator*() const { return *desk_; }
  Desk* operator->() const { return desk_; }

 private:
  Desk* desk_;
};

}  // namespace discbench::runner
