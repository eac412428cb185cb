#include "drive/drive_state.h"

#include <utility>

#include "mmc/profile_numbers.h"

namespace discbench::drive {
namespace {

const SpeedList no_speeds;

const SpeedList& speeds_for(const std::map<disc::Technology, SpeedList>& speeds, const disc::Disc* medium) {
  if (medium == nullptr) return no_speeds;
  const auto found = speeds.find(medium->medium().technology);
  return found == speeds.end() ? no_speeds : found->second;
}

std::uint32_t fastest_up_to(const SpeedList& speeds, std::uint32_t limit) {
  for (const std::uint32_t speed : speeds)
    if (limit == 0 || speed <= limit) return speed;
  return speeds.empty() ? 0 : speeds.back();
}

}  // namespace

const disc::Disc* DriveState::medium() const {
  if (!disc || tray_open) return nullptr;
  return settings.reads(traits_of(disc->medium().technology).profile) ? &*disc : nullptr;
}

disc::Disc* DriveState::medium() { return const_cast<disc::Disc*>(std::as_const(*this).medium()); }

std::uint16_t DriveState::current_profile() const {
  const disc::Disc* present = medium();
  return present == nullptr ? mmc::profile_number::none : traits_of(present->medium().technology).profile;
}

bool DriveState::medium_takes_recording() const {
  const disc::Disc* present = medium();
  return present != nullptr && settings.writes_technology(present->medium().technology) &&
         (traits_of(present->medium().technology).overwritable ||
          present->state().status != disc::DiscStatus::complete);
}

const SpeedList& DriveState::read_speeds() const { return speeds_for(settings.read_speeds_kbps, medium()); }

const SpeedList& DriveState::write_speeds() const { return speeds_for(settings.write_speeds_kbps, medium()); }

std::uint32_t DriveState::current_read_speed() const { return fastest_up_to(read_speeds(), selected_read_speed_kbps); }

std::uint32_t DriveState::current_write_speed() const {
  return fastest_up_to(write_speeds(), selected_write_speed_kbps);
}

void DriveState::catch_up() {
  const std::uint64_t passed = clock.now_ms() - caught_up_to_ms_;
  caught_up_to_ms_ = clock.now_ms();
  disc::Disc* present = medium();
  if (present == nullptr || !present->state().formatting) return;
  using Status = disc::Formatting::Status;
  const bool formatted_before = present->state().formatting->status == Status::complete;
  present->pass_time(passed);
  if (!formatted_before && present->state().formatting->status == Status::complete)
    attentions.media_event(MediaEventCode::background_format_completed);
}

void DriveState::pass_time(std::uint64_t milliseconds) {
  clock.advance(milliseconds);
  catch_up();
}

/// A background format does not go on without the drive, and not by itself when the disc comes back.
void DriveState::open_tray() {
  if (tray_open) return;
  catch_up();
  if (disc && disc->state().formatting) disc->stop_format();
  tray_open = true;
  if (disc) attentions.media_event(MediaEventCode::media_removal);
}

void DriveState::close_tray() {
  if (!tray_open) return;
  catch_up();
  tray_open = false;
  if (disc) medium_arrived();
}

void DriveState::medium_arrived() {
  disc->set_habits({.bd_session_gap_sectors = settings.bd_session_gap_sectors});
  // Speeds and write parameters belong to the medium that they were chosen for.
  selected_read_speed_kbps = 0;
  selected_write_speed_kbps = 0;
  mode_pages.reset_write_parameters();
  attentions.media_event(MediaEventCode::new_media);
  attentions.medium_changed();
}

bool DriveSettings::reads(std::uint16_t profile) const {
  for (const std::uint16_t listed : profiles)
    if (listed == profile) return true;
  return false;
}

bool DriveSettings::writes_technology(disc::Technology technology) const {
  for (const disc::Technology listed : writes)
    if (listed == technology) return true;
  return false;
}

}  // namespace discbench::drive
