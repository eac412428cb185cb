// What the rig's own recorder says of the disc: evidence about a burn that the subject has no hand in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "check/reach.h"

namespace discbench::check {

/// READ DISC INFORMATION. MMC-6, "READ DISC INFORMATION Command".
struct DiscFacts {
  enum class Status : std::uint8_t { blank = 0, appendable = 1, finalised = 2, other = 3 };
  Status status = Status::other;
  std::uint32_t sessions = 0;

  /// "appendable, 2 sessions"
  std::string text() const;
};

/// Asked again while the device reports a change. Not applicable where it does not answer: a medium that is not ready,
/// or that cannot be read.
DiscFacts ask_disc_if_it_answers(Stage& stage, IDiscRecorder2* recorder);
/// The same after something was done to the disc. Where it does not answer any more the case is blocked: by the subject
/// if the device is held by somebody, else by the rig.
DiscFacts ask_disc(Stage& stage, IDiscRecorder2* recorder);

/// After a call of the subject another recorder of the rig can have the device to itself.
void compare_let_go(Stage& stage, std::string_view call, HRESULT hr);

/// One sector by READ (10); empty where the device refuses.
std::vector<std::uint8_t> read_sector(IDiscRecorder2* recorder, std::int64_t sector);

}  // namespace discbench::check
