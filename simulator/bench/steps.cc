#include "bench/steps.h"

#include "disc/disc.h"

namespace discbench::bench {
namespace {

namespace step = profile::step;
using disc::Disc;
using disc::Outcome;
using disc::Refusal;

disc::NextSession next_session(bool allowed) {
  return allowed ? disc::NextSession::allowed : disc::NextSession::not_allowed;
}

/// The technologies without a close function for "never again" say it with their last session.
Outcome finalise(Disc& disc) {
  return disc.medium().technology == disc::Technology::cd_r ? disc.close_session(disc::NextSession::not_allowed)
                                                            : disc.finalise();
}

Outcome write(Disc& disc, const step::Write& write) {
  if (write.at) return disc.write_pattern(disc::Lba{*write.at}, write.sectors, disc::Pattern{write.pattern});
  const disc::Track* track = disc.state().growing_track();
  if (track != nullptr) return disc.write_pattern(track->next_writable(), write.sectors, disc::Pattern{write.pattern});
  if (is_pressed(disc.medium().technology)) return Refusal::not_recordable;
  return disc.state().status == disc::DiscStatus::complete ? Refusal::disc_is_closed : Refusal::end_of_medium;
}

Outcome close_track(Disc& disc) {
  const disc::Track* track = disc.state().growing_track();
  return track != nullptr ? disc.close_track(track->number) : Outcome(Refusal::no_such_track);
}

/// Two seconds in front of the first track, and wherever audio and data meet; no pre-gap elsewhere.
disc::SessionPlan plan_of(const step::RecordSessionAtOnce& step) {
  disc::SessionPlan plan{.next = next_session(step.next_session_allowed)};
  for (const auto& track : step.tracks) {
    const bool follows_its_like = !plan.tracks.empty() && plan.tracks.back().form == track.form;
    plan.tracks.push_back({.form = track.form,
                           .pre_gap_sectors = follows_its_like ? 0 : disc::cd_pre_gap_sectors,
                           .sectors = track.sectors});
  }
  return plan;
}

/// Once the disc has taken the plan it takes all of its sectors. Pre-gaps are zeros.
Outcome record_session_at_once(Disc& disc, const step::RecordSessionAtOnce& step) {
  const disc::SessionPlan plan = plan_of(step);
  if (const Outcome refusal = disc.plan_session(plan)) return refusal;
  for (std::size_t i = 0; i < step.tracks.size(); ++i) {
    const disc::PlannedTrack& planned = plan.tracks[i];
    const std::vector<std::uint8_t> pre_gap(std::size_t{planned.pre_gap_sectors} * disc::bytes_of(planned.form));
    if (!pre_gap.empty())
      if (const Outcome refusal = disc.write(disc.state().at_once->next, pre_gap)) return refusal;
    const disc::Pattern pattern{step.tracks[i].pattern};
    if (const Outcome refusal = disc.write_pattern(disc.state().at_once->next, planned.sectors, pattern))
      return refusal;
  }
  return disc.synchronise();
}

/// A step that is about the disc.
struct OnDisc {
  Disc& disc;

  Outcome operator()(const step::Write& step) const { return write(disc, step); }
  Outcome operator()(const step::SynchronizeCache&) const { return disc.synchronise(); }
  Outcome operator()(const step::CloseTrack&) const { return close_track(disc); }
  Outcome operator()(const step::CloseSession& step) const {
    return disc.close_session(next_session(step.next_session_allowed));
  }
  Outcome operator()(const step::Finalise&) const { return finalise(disc); }
  Outcome operator()(const step::ReserveTrack& step) const { return disc.reserve_track(step.sectors); }
  Outcome operator()(const step::Format&) const { return disc.format(disc.medium().capacity_sectors); }
  Outcome operator()(const step::StopFormat&) const { return disc.stop_format(); }
  Outcome operator()(const step::RestartFormat&) const { return disc.restart_format(); }
  Outcome operator()(const step::RecordSessionAtOnce& step) const { return record_session_at_once(disc, step); }
  Outcome operator()(const step::Press& step) const { return disc.press(step.sectors, disc::Pattern{step.pattern}); }
  Outcome operator()(const step::Damage&) const { return disc.damage(); }
  Outcome operator()(const step::WriteProtect&) const { return disc.write_protect(); }
};

template <typename Step>
std::optional<std::string> on_disc(const Step& step, drive::Drive& drive) {
  if (drive.disc() == nullptr) return "there is no disc in the drive, expected 'medium' to name one";
  if (drive.tray_open()) return "the tray is open, expected 'close-tray' before it";
  const Outcome refusal = OnDisc{*drive.disc()}(step);
  if (!refusal) return std::nullopt;
  return std::string(describe(*refusal)) + ", expected a step that the disc allows in this state";
}

struct OnDrive {
  drive::Drive& drive;

  std::optional<std::string> operator()(const step::OpenTray&) const {
    drive.open_tray();
    return std::nullopt;
  }
  std::optional<std::string> operator()(const step::CloseTray&) const {
    drive.close_tray();
    return std::nullopt;
  }
  std::optional<std::string> operator()(const step::PowerOn&) const {
    drive.power_on();
    return std::nullopt;
  }
  std::optional<std::string> operator()(const step::WriteProtect& step) const {
    if (step.by == step::ProtectedBy::medium) return on_disc(step, drive);
    drive.set_software_write_protect();
    return std::nullopt;
  }
  std::optional<std::string> operator()(const step::Wait& step) const {
    drive.pass_time(std::uint64_t{step.seconds} * 1000);
    return std::nullopt;
  }
  std::optional<std::string> operator()(const step::Write& step) const {
    const bool at_any_address = drive.disc() != nullptr && drive.disc()->state().formatting;
    if (step.at && !at_any_address) return "this medium is written at its next writable address, expected no 'at'";
    if (!step.at && at_any_address) return "this medium is written at any address, expected 'at'";
    return on_disc(step, drive);
  }
  template <typename StepOfDisc>
  std::optional<std::string> operator()(const StepOfDisc& step) const {
    return on_disc(step, drive);
  }
};

}  // namespace

std::optional<std::string> do_step(const profile::Step& step, drive::Drive& drive) {
  return std::visit(OnDrive{drive}, step);
}

}  // namespace discbench::bench
