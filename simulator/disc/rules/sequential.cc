#include "disc/rules/sequential.h"

#include <algorithm>

namespace discbench::disc {
namespace {

std::uint32_t round_up(std::uint32_t sectors, std::uint32_t unit) { return (sectors + unit - 1) / unit * unit; }

Track* track_numbered(DiscState& state, std::uint16_t number) {
  const auto track = std::ranges::find(state.tracks, number, &Track::number);
  return track == state.tracks.end() ? nullptr : &*track;
}

bool has_unfilled_reservation(const DiscState& state) {
  return std::ranges::any_of(state.tracks, [](const Track& t) { return t.is_reservation() && t.free_sectors() > 0; });
}

bool is_damaged(const DiscState& state) { return state.sessions.back().state == SessionState::damaged; }

/// The lead-in starts to be filled: nothing is blank any more.
void begin_recording(DiscState& state) {
  state.status = DiscStatus::appendable;
  state.sessions.back().state = SessionState::incomplete;
}

}  // namespace

DiscState SequentialRules::blank(const Medium& medium) const {
  DiscState state;
  state.sessions = {Session{}};
  state.tracks = {Track{.size_sectors = medium.capacity_sectors}};
  return state;
}

std::uint32_t SequentialRules::gap_after_session(const RecorderHabits& habits, std::uint16_t number) const {
  const std::uint32_t gap = number == 1 ? numbers_.gap_after_first_session : numbers_.gap_after_later_session;
  return numbers_.recorder_sets_session_gap ? gap + round_up(habits.bd_session_gap_sectors, numbers_.unit_sectors)
                                            : gap;
}

/// The room from `start` to the end of the medium; none where it could not hold the shortest track.
Track SequentialRules::invisible_track(const Recording& recording, std::uint16_t number, std::uint16_t session,
                                       Lba start) const {
  const std::int64_t room = std::int64_t{recording.medium.capacity_sectors} - start.value;
  const bool usable = room >= std::max<std::int64_t>(numbers_.minimum_track_sectors, numbers_.unit_sectors);
  return Track{.number = number,
               .session = session,
               .start = start,
               .size_sectors = usable ? static_cast<std::uint32_t>(room) : 0};
}

Outcome SequentialRules::write(Recording& recording, Lba first, std::uint32_t sectors) const {
  DiscState& state = recording.state;
  if (state.status == DiscStatus::complete) return Refusal::disc_is_closed;
  if (is_damaged(state)) return Refusal::track_is_damaged;
  if (state.at_once) return write_at_once(recording, first, sectors);
  const auto track = std::ranges::find_if(
      state.tracks, [&](const Track& candidate) { return candidate.writable() && candidate.next_writable() == first; });
  if (track == state.tracks.end()) return why_not_writable_at(recording, first);
  if (sectors > track->free_sectors()) return Refusal::end_of_medium;
  if (track->state == TrackState::invisible) track->state = TrackState::open;
  if (track->state == TrackState::reserved) track->state = TrackState::partial;
  track->written_sectors += sectors;
  begin_recording(state);
  return std::nullopt;
}

Refusal SequentialRules::why_not_writable_at(const Recording& recording, Lba first) const {
  const DiscState& state = recording.state;
  if (first.value >= 0 && std::uint32_t(first.value) >= recording.medium.capacity_sectors)
    return Refusal::end_of_medium;
  // Where nothing can be written anywhere, that is the reason, whatever the address.
  const bool full = std::ranges::none_of(state.tracks, [](const Track& candidate) { return candidate.writable(); });
  if (full) return Refusal::end_of_medium;
  const Track* track = state.track_at(first);
  const bool closed = track != nullptr && track->state == TrackState::complete && first < track->end();
  return closed ? Refusal::track_is_closed : Refusal::wrong_address;
}

void SequentialRules::pad_to(Recording& recording, Track& track, std::uint32_t sectors) const {
  if (sectors <= track.written_sectors) return;
  recording.padding.push_back(Padding{track.next_writable(), sectors - track.written_sectors});
  track.written_sectors = sectors;
}

Outcome SequentialRules::synchronise(Recording& recording) const {
  if (recording.state.at_once) return end_session_at_once(recording);
  for (Track& track : recording.state.tracks) {
    if (track.blank() || track.damaged || track.state == TrackState::complete) continue;
    if (numbers_.synchronise_ends_track && track.state == TrackState::open) {
      complete(recording, track);
      break;  // the list of tracks has grown
    }
    pad_to(recording, track, round_up(track.written_sectors, numbers_.unit_sectors));
  }
  return std::nullopt;
}

/// May add a track: references into the list of tracks are void afterwards. A damaged track ends with what had reached
/// the disc, and the session can be closed.
void SequentialRules::complete(Recording& recording, Track& track) const {
  const bool was_growing = track.state == TrackState::open;
  const std::uint32_t shortest = std::max(track.written_sectors, numbers_.minimum_track_sectors);
  pad_to(recording, track, was_growing ? round_up(shortest, numbers_.unit_sectors) : track.size_sectors);
  track.size_sectors = track.written_sectors + numbers_.run_out_sectors;
  track.state = TrackState::complete;
  if (track.damaged) {
    track.damaged = false;
    recording.state.sessions.back().state = SessionState::incomplete;
  }
  if (!was_growing || track.number >= numbers_.maximum_tracks) return;
  const auto next = static_cast<std::uint16_t>(track.number + 1);
  const Lba start = track.end() + numbers_.gap_between_tracks;
  recording.state.sessions.back().last_track = next;
  recording.state.tracks.push_back(invisible_track(recording, next, track.session, start));
}

Outcome SequentialRules::close_track(Recording& recording, std::uint16_t number) const {
  if (recording.state.at_once) return Refusal::track_is_open;
  Track* track = track_numbered(recording.state, number);
  if (track == nullptr) return Refusal::no_such_track;
  if (track->state == TrackState::reserved) return Refusal::reservation_not_full;
  if (track->state == TrackState::open || track->state == TrackState::partial) complete(recording, *track);
  return std::nullopt;
}

/// Ends every track of the last session and the session itself. There are no unfilled reservations.
void SequentialRules::complete_session(Recording& recording) const {
  DiscState& state = recording.state;
  for (std::size_t i = 0; i < state.tracks.size(); ++i)
    if (state.tracks[i].state == TrackState::open || state.tracks[i].state == TrackState::partial)
      complete(recording, state.tracks[i]);
  if (state.tracks.back().blank()) state.tracks.pop_back();
  Session& session = state.sessions.back();
  if (numbers_.session_becomes_one_track) {
    Track& first = *track_numbered(state, session.first_track);
    first.size_sectors = static_cast<std::uint32_t>(state.tracks.back().end() - first.start);
    first.written_sectors = first.size_sectors;
    std::erase_if(state.tracks, [&](const Track& track) { return track.number > session.first_track; });
  }
  session.last_track = state.tracks.back().number;
  session.state = SessionState::complete;
}

/// The empty session that the next write begins. Without a number left for its track the disc is complete.
void SequentialRules::begin_session(Recording& recording) const {
  DiscState& state = recording.state;
  const Session& last = state.sessions.back();
  const Track& last_track = state.tracks.back();
  if (last.number >= numbers_.maximum_sessions || last_track.number >= numbers_.maximum_tracks) {
    state.status = DiscStatus::complete;
    return;
  }
  const auto number = static_cast<std::uint16_t>(last.number + 1);
  const auto track = static_cast<std::uint16_t>(last_track.number + 1);
  const Lba start = last_track.end() + gap_after_session(recording.habits, last.number);
  state.sessions.push_back(Session{number, SessionState::empty, track, track});
  state.tracks.push_back(invisible_track(recording, track, number, start));
}

Outcome SequentialRules::close_session(Recording& recording, NextSession next) const {
  DiscState& state = recording.state;
  if (state.at_once) return end_session_at_once(recording);
  if (!state.sessions.back().is_open()) return std::nullopt;
  if (has_unfilled_reservation(state)) return Refusal::reservation_not_full;
  end_session(recording, next);
  return std::nullopt;
}

void SequentialRules::end_session(Recording& recording, NextSession next) const {
  complete_session(recording);
  if (next == NextSession::not_allowed && !numbers_.has_finalise_function) {
    recording.state.status = DiscStatus::complete;
  } else {
    begin_session(recording);
  }
}

Outcome SequentialRules::finalise(Recording& recording) const {
  DiscState& state = recording.state;
  if (!numbers_.has_finalise_function) return Refusal::function_not_of_this_medium;
  if (state.status != DiscStatus::appendable) return std::nullopt;
  if (has_unfilled_reservation(state)) return Refusal::reservation_not_full;
  if (state.sessions.back().is_open()) {
    complete_session(recording);
  } else {
    state.sessions.pop_back();
    state.tracks.pop_back();
  }
  state.status = DiscStatus::complete;
  return std::nullopt;
}

Outcome SequentialRules::reserve_track(Recording& recording, std::uint32_t sectors) const {
  DiscState& state = recording.state;
  if (state.status == DiscStatus::complete) return Refusal::disc_is_closed;
  if (is_damaged(state)) return Refusal::track_is_damaged;
  if (state.at_once) return Refusal::track_is_open;
  Track& room = state.tracks.back();
  if (room.state != TrackState::invisible) return Refusal::track_is_open;
  const auto reservations = std::ranges::count_if(state.tracks, [](const Track& t) { return t.is_reservation(); });
  if (reservations >= numbers_.maximum_reservations || room.number >= numbers_.maximum_tracks)
    return Refusal::no_more_reservations;
  if (sectors == 0 || sectors > room.size_sectors) return Refusal::reservation_too_large;
  const std::uint32_t size = round_up(std::max(sectors, numbers_.minimum_track_sectors), numbers_.unit_sectors);
  if (size > room.size_sectors) return Refusal::reservation_too_large;
  const auto next = static_cast<std::uint16_t>(room.number + 1);
  const Lba start = room.start + size + numbers_.run_out_sectors + numbers_.gap_between_tracks;
  room.state = TrackState::reserved;
  room.size_sectors = size;
  begin_recording(state);
  state.sessions.back().last_track = next;
  state.tracks.push_back(invisible_track(recording, next, room.session, start));
  return std::nullopt;
}

Outcome SequentialRules::damage(Recording& recording) const {
  DiscState& state = recording.state;
  const auto being_written = [](const Track& track) {
    return track.state == TrackState::open || track.state == TrackState::partial;
  };
  const auto track = std::find_if(state.tracks.rbegin(), state.tracks.rend(), being_written);
  if (track == state.tracks.rend()) return Refusal::no_such_track;
  track->damaged = true;
  state.sessions.back().state = SessionState::damaged;
  return std::nullopt;
}

Outcome SequentialRules::write_protect(Recording& recording) const {
  if (!numbers_.has_write_protection) return Refusal::function_not_of_this_medium;
  recording.state.write_protected = true;
  return std::nullopt;
}

}  // namespace discbench::disc
