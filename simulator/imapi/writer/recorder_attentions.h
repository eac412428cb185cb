// The unit attentions that one recorder object gave. A recorder tells of a changed medium once, to whoever comes first:
// a getter on another thread, or one that a sink or a stream calls, would keep it from a write that is running. So each
// of them counts here what it was told, and the others look.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

#include "discbench/imapi2.h"
#include "mmc/sense.h"

namespace discbench::imapi {

struct RecorderAttentions {
  /// Held for one command: between a unit attention and its count no other command runs. A recorder object's commands
  /// wait for each other in any case. Recursive: what a command sets off may ask the recorder on the same thread.
  std::recursive_mutex access;
  std::uint64_t count = 0;
  mmc::Sense last{};
};

/// The same for all that work with the same object (COM identity), for as long as one of them does.
std::shared_ptr<RecorderAttentions> attentions_of(IDiscRecorder2* recorder);

}  // namespace discbench::imapi
