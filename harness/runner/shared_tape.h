#pragma once

#include "runner/wire_tape.h"

namespace discbench::runner {

/// A tape in memory that this process shares with the children that it makes from now on.
class SharedTape {
 public:
  SharedTape();  ///< throws std::system_error
  ~SharedTape();
  SharedTape(const SharedTape&) = delete;
  SharedTape& operator=(const SharedTape&) = delete;

  WireTape& operator*() const { return *tape_; }

 private:
  WireTape* tape_;
};

}  // namespace discbench::runner
