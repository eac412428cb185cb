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
  const disc::Track* track = disc.state().growing_track();
  if (track != nullptr) return disc.write_pattern(track->next_writable(), write.sectors, disc::Pattern{write.pattern});
  if (disc.medium().technology == disc::Technology::pressed_cd) return Refusal::not_recordable;
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
  Outcome operator()(const step::RecordSessionAtOnce& step) const { return record_session_at_once(disc, step); }
  Outcome operator()(const step::Press& step) const { return disc.press(step.sectors, disc::Pattern{step.pattern}); }
};

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
  template <typename StepOfDisc>
  std::optional<std::string> operator()(const StepOfDisc& step) const {
    if (drive.disc() == nullptr) return "there is no disc in the drive, expected 'medium' to name one";
    if (drive.tray_open()) return "the tray is open, expected 'close-tray' before it";
    const Outcome refusal = OnDisc{*drive.disc()}(step);
    if (!refusal) return std::nullopt;
    return std::string(describe(*refusal)) + ", expected a step that the disc allows in this state";
  }
};

}  // namespace

std::optional<std::string> do_step(const profile::Step& step, drive::Drive& drive) {
  return std::visit(OnDrive{drive}, step);
}

}  // namespace discbench::bench
