// What happens around the objects while a check looks on: another medium, an open tray, a burn.
#pragma once

#include <functional>
#include <optional>
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

/// How a burn leaves the disc: the two settings that decide it.
struct Closing {
  VARIANT_BOOL force_media_to_be_closed = VARIANT_FALSE;
  /// Without this a DVD+R is closed whatever the other says.
  VARIANT_BOOL disable_consumer_dvd_compatibility_mode = VARIANT_TRUE;
};

/// put_ClientName, with the name of this program.
void name_the_client(IDiscFormat2Data* writer);
/// A failed Write says more than the clause that needed it; what is not implemented is no fault.
void require_write(Stage& stage, HRESULT hr);
/// Burns a new session and closes it as asked. Not applicable where the subject does not implement Write.
void burn_as(Stage& stage, IDiscFormat2Data* writer, const Closing& closing, std::uint32_t sectors);

/// Burns a new session of `sectors` sectors and leaves the disc appendable. `during` (may be null) is called from the
/// first Read of the stream. Not applicable where the subject does not implement Write.
void burn(Stage& stage, const Reached& reached, std::uint32_t sectors, const std::function<void()>& during = nullptr);
inline constexpr std::uint32_t burned_sectors = 320;

/// Applies on a medium that is known to be blank.
std::string where_blank(const expectation::Expectations& expectations);
/// Applies where a medium is in the drive.
std::string where_there_is_a_medium(const expectation::Expectations& expectations);
/// Applies where the scenario leaves no choice: the medium cannot be added to.
std::string where_nothing_can_be_added(const expectation::Expectations& expectations);
/// The least and the most that a scenario accepts of a number; nothing where it does not say.
std::optional<expectation::Expectation::Range> range_of(const expectation::Expectations& expectations,
                                                        std::string_view key);

/// Why there is nothing to burn on; empty where the scenario expects a next writable address and room behind it.
std::string why_not_writable(const expectation::Expectations& expectations);

}  // namespace discbench::check
