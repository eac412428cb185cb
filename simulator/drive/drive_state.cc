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
         present->state().status != disc::DiscStatus::complete;
}

bool DriveState::writes_session_at_once() const {
  const disc::Disc* present = medium();
  return present != nullptr && traits_of(present->medium().technology).medium_class == MediumClass::cd &&
         mode_pages.write_parameters.write_type == mmc::WriteParametersPage::session_at_once;
}

disc::NextSession DriveState::next_session() const {
  return mode_pages.write_parameters.multi_session == mmc::WriteParametersPage::next_session_allowed
             ? disc::NextSession::allowed
             : disc::NextSession::not_allowed;
}

const SpeedList& DriveState::read_speeds() const { return speeds_for(settings.read_speeds_kbps, medium()); }

const SpeedList& DriveState::write_speeds() const { return speeds_for(settings.write_speeds_kbps, medium()); }

std::uint32_t DriveState::current_read_speed() const { return fastest_up_to(read_speeds(), selected_read_speed_kbps); }

std::uint32_t DriveState::current_write_speed() const {
  return fastest_up_to(write_speeds(), selected_write_speed_kbps);
}

void DriveState::open_tray() {
  if (tray_open) return;
  tray_open = true;
  if (disc) disc->forget_plan();
  if (disc) attentions.media_event(MediaEventCode::media_removal);
}

void DriveState::close_tray() {
  if (!tray_open) return;
  tray_open = false;
  if (disc) medium_arrived();
}

void DriveState::medium_arrived() {
  disc->set_habits({.bd_session_gap_sectors = settings.bd_session_gap_sectors});
  // Speeds and write parameters belong to the medium that they were chosen for.
  selected_read_speed_kbps = 0;
  selected_write_speed_kbps = 0;
  mode_pages.reset_write_parameters();
  pick_up = disc::Lba{-1};
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
