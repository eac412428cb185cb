// What happens around the objects while a check looks on: another medium, an open tray, a burn.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "check/reach.h"

namespace discbench::check {

/// Media that differ from each other in every address. CD-R, because every drive that writes takes it.
inline constexpr std::string_view medium_with_three_sessions = "cd-r/three-sessions";
inline constexpr std::string_view medium_with_one_session = "cd-r/one-session";

/// A person changes the medium. Blocked by the rig where it cannot.
void change_medium(Stage& stage, std::string_view scenario);
/// A person opens the tray. Blocked by the rig where it cannot.
void open_tray(Stage& stage);

/// Asks until success, at most ten times: a drive reports a changed medium once, and may need time for it.
Reading settled(const std::function<Reading()>& read);
/// Asks again while the answer is that the medium is becoming ready, at most ten times.
Reading when_ready(const std::function<Reading()>& read);

/// Burns a new session of `sectors` sectors and leaves the disc appendable. `during` (may be null) is called from the
/// first Read of the stream. Not applicable where the subject does not implement Write.
void burn(Stage& stage, const Reached& reached, std::uint32_t sectors, const std::function<void()>& during = nullptr);
inline constexpr std::uint32_t burned_sectors = 320;

/// Why there is nothing to burn on; empty where the scenario expects a next writable address and room behind it.
std::string why_not_writable(const expectation::Expectations& expectations);

}  // namespace discbench::check
