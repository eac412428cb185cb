// CD, Session At Once. The host says with a cue sheet what the session will hold, then writes it from the pre-gap of
// the first track on, sector by sector, and SYNCHRONIZE CACHE adds the lead-out. MMC-6, SEND CUE SHEET command; Orange
// Book part II. There is no run-out: nothing is linked.
#include <algorithm>

#include "disc/rules/sequential.h"

namespace discbench::disc {

std::uint64_t SessionPlan::sectors() const {
  std::uint64_t sum = 0;
  for (const PlannedTrack& track : tracks) sum += std::uint64_t{track.pre_gap_sectors} + track.sectors;
  return sum;
}

const PlannedTrack* SessionAtOnce::track_at(Lba lba) const {
  Lba end = start;
  for (const PlannedTrack& track : plan.tracks) {
    end = end + track.pre_gap_sectors + track.sectors;
    if (lba >= start && lba < end) return &track;
  }
  return nullptr;
}

Lba SessionAtOnce::after_pre_gap_made_here(Lba lba) const {
  Lba begin = start;
  for (const PlannedTrack& track : plan.tracks) {
    const Lba behind = begin + track.pre_gap_sectors;
    if (track.pre_gap_made_here && begin <= lba && lba < behind) return behind;
    begin = behind + track.sectors;
  }
  return lba;
}

bool SessionAtOnce::has_one_form(Lba first, Lba behind) const {
  const SectorForm form = track_at(first)->form;
  Lba begin = start;
  for (const PlannedTrack& track : plan.tracks) {
    const Lba end = begin + track.pre_gap_sectors + track.sectors;
    if (first < end && begin < behind && track.form != form) return false;
    const Lba end_of_pre_gap = begin + track.pre_gap_sectors;
    if (track.pre_gap_made_here && first < end_of_pre_gap && begin < behind) return false;
    begin = end;
  }
  return true;
}

/// Each track lasts four seconds at least, and each change between audio and data needs a pre-gap (Red Book, ECMA-130).
/// The lead-out may begin where the groove says that the last one may, two sectors later than with Track At Once.
bool SequentialRules::is_possible(const Recording& recording, const SessionPlan& plan) const {
  const Track& room = recording.state.tracks.back();
  if (plan.tracks.empty() || plan.tracks.size() > numbers_.maximum_tracks - room.number + 1U) return false;
  if (plan.tracks.front().pre_gap_sectors != cd_pre_gap_sectors) return false;
  for (std::size_t i = 0; i < plan.tracks.size(); ++i) {
    const bool form_changes = i > 0 && plan.tracks[i].form != plan.tracks[i - 1].form;
    if (plan.tracks[i].sectors < numbers_.minimum_track_sectors) return false;
    if (form_changes && plan.tracks[i].pre_gap_sectors < cd_pre_gap_sectors) return false;
  }
  const std::int64_t available = recording.medium.last_possible_lead_out - room.start + cd_pre_gap_sectors;
  return plan.sectors() <= static_cast<std::uint64_t>(std::max<std::int64_t>(available, 0));
}

Outcome SequentialRules::plan_session(Recording& recording, const SessionPlan& plan) const {
  DiscState& state = recording.state;
  if (!numbers_.has_session_at_once) return Refusal::function_not_of_this_medium;
  if (state.status == DiscStatus::complete) return Refusal::disc_is_closed;
  if (state.sessions.back().state != SessionState::empty) return Refusal::track_is_open;
  if (!is_possible(recording, plan)) return Refusal::plan_is_impossible;
  const Lba start = state.tracks.back().start + -std::int64_t{cd_pre_gap_sectors};
  state.at_once = SessionAtOnce{.plan = plan, .start = start, .next = start};
  state.at_once->next = state.at_once->after_pre_gap_made_here(start);
  return std::nullopt;
}

Outcome SequentialRules::write_at_once(Recording& recording, Lba first, std::uint32_t sectors) const {
  SessionAtOnce& session = *recording.state.at_once;
  if (first >= session.lead_out()) return Refusal::end_of_medium;
  if (first != session.next) return Refusal::wrong_address;
  const Lba end = first + sectors;
  if (session.lead_out() - first < sectors) return Refusal::end_of_medium;
  if (!session.has_one_form(first, end)) return Refusal::forms_are_mixed;
  if (!session.begun()) {
    begin_first_planned_track(recording);
    make_pre_gap(recording, session.start);
  }
  make_pre_gap(recording, end);
  session.next = session.after_pre_gap_made_here(end);
  follow_plan(recording);
  return std::nullopt;
}

/// Zeros in the planned pre-gap that begins there, where it is the recorder's own.
void SequentialRules::make_pre_gap(Recording& recording, Lba first) const {
  const SessionAtOnce& session = *recording.state.at_once;
  const Lba behind = session.after_pre_gap_made_here(first);
  if (behind == first) return;
  recording.padding.push_back(
      {.first = first, .sectors = static_cast<std::uint32_t>(behind - first), .form = session.track_at(first)->form});
}

/// The room that the session goes into becomes its first track.
void SequentialRules::begin_first_planned_track(Recording& recording) const {
  DiscState& state = recording.state;
  const PlannedTrack& planned = state.at_once->plan.tracks.front();
  Track& track = state.tracks.back();
  track.size_sectors = planned.sectors;
  track.state = TrackState::open;
  track.form = planned.form;
  track.isrc = planned.isrc;
  state.sessions.back().media_catalogue_number = state.at_once->plan.media_catalogue_number;
  state.status = DiscStatus::appendable;
  state.sessions.back().state = SessionState::incomplete;
}

/// Every track that is full is complete, and the one behind it is then the one that grows.
void SequentialRules::follow_plan(Recording& recording) const {
  DiscState& state = recording.state;
  const SessionAtOnce& session = *state.at_once;
  for (;;) {
    Track& track = state.tracks.back();
    const std::int64_t reached = std::max<std::int64_t>(session.next - track.start, 0);
    track.written_sectors = static_cast<std::uint32_t>(std::min<std::int64_t>(reached, track.size_sectors));
    if (track.free_sectors() > 0) return;
    track.state = TrackState::complete;
    const PlannedTrack* planned = session.track_at(track.end());
    if (planned == nullptr) return;
    const Track next{.number = static_cast<std::uint16_t>(track.number + 1),
                     .session = track.session,
                     .start = track.end() + planned->pre_gap_sectors,
                     .size_sectors = planned->sectors,
                     .state = TrackState::open,
                     .form = planned->form,
                     .isrc = planned->isrc};
    state.sessions.back().last_track = next.number;
    state.tracks.push_back(next);
  }
}

Outcome SequentialRules::end_session_at_once(Recording& recording) const {
  DiscState& state = recording.state;
  if (!state.at_once->begun()) return std::nullopt;
  if (state.at_once->next != state.at_once->lead_out()) return Refusal::session_is_not_written_whole;
  const NextSession next = state.at_once->plan.next;
  state.at_once.reset();
  end_session(recording, next);
  return std::nullopt;
}

/// What is written stays, as tracks of an open session; the one that was growing ends where it is.
void SequentialRules::forget_plan(Recording& recording) const {
  DiscState& state = recording.state;
  if (!state.at_once) return;
  const bool begun = state.at_once->begun();
  state.at_once.reset();
  if (!begun) return;
  Track& last = state.tracks.back();
  if (last.written_sectors == 0) {
    last = invisible_track(recording, last.number, last.session, last.start);
    return;
  }
  last.size_sectors = last.written_sectors;
  last.state = TrackState::complete;
  if (last.number >= numbers_.maximum_tracks) return;
  const auto number = static_cast<std::uint16_t>(last.number + 1);
  state.sessions.back().last_track = number;
  state.tracks.push_back(invisible_track(recording, number, last.session, last.end() + numbers_.gap_between_tracks));
}

}  // namespace discbench::disc
