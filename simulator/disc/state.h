// What is recorded on a disc, as its recorder keeps track of it. Plain values: rules change them, everyone else reads.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "disc/lba.h"
#include "disc/sector_form.h"
#include "disc/session_plan.h"

namespace discbench::disc {

enum class TrackState : std::uint8_t {
  invisible,  ///< the room after everything else: nothing written yet, the next plain write begins it
  open,       ///< begun, and still growing
  reserved,   ///< room set aside by RESERVE TRACK, nothing written yet
  partial,    ///< reserved, and written to in part
  complete,   ///< closed for ever
};

struct Track {
  std::uint16_t number = 1;
  std::uint16_t session = 1;
  Lba start{};
  std::uint32_t size_sectors = 0;     ///< complete: its length with padding and run-out; else the room that it has
  std::uint32_t written_sectors = 0;  ///< user sectors from start on, padding included, run-out not
  TrackState state = TrackState::invisible;
  SectorForm form = SectorForm::data;  ///< of all its sectors

  bool writable() const { return state != TrackState::complete && free_sectors() > 0; }
  bool blank() const { return state == TrackState::invisible || state == TrackState::reserved; }
  bool is_reservation() const { return state == TrackState::reserved || state == TrackState::partial; }
  /// Where the next write into this track goes.
  Lba next_writable() const { return start + written_sectors; }
  std::uint32_t free_sectors() const { return state == TrackState::complete ? 0 : size_sectors - written_sectors; }
  Lba end() const { return start + size_sectors; }  ///< the first sector behind it

  friend bool operator==(const Track&, const Track&) = default;
};

enum class SessionState : std::uint8_t { empty, incomplete, complete };

struct Session {
  std::uint16_t number = 1;
  SessionState state = SessionState::empty;
  std::uint16_t first_track = 1;
  std::uint16_t last_track = 1;

  friend bool operator==(const Session&, const Session&) = default;
};

enum class DiscStatus : std::uint8_t { blank, appendable, complete };

/// The last session is the one that recording goes on in, unless the status is complete.
struct DiscState {
  DiscStatus status = DiscStatus::blank;
  std::vector<Session> sessions;         ///< ascending, never empty
  std::vector<Track> tracks;             ///< ascending by number and address, never empty
  std::optional<SessionAtOnce> at_once;  ///< CD: the session that is planned, or being written by its plan

  const Session& last_session() const { return sessions.back(); }
  /// The newest complete session; nullptr where there is none.
  const Session* last_complete_session() const;
  const Track* track(std::uint16_t number) const;
  /// The track whose room holds the sector, the gap in front of the next one included. nullptr outside.
  const Track* track_at(Lba lba) const;
  /// The track that a plain write goes to: the open or invisible one, not a reservation. nullptr on a full or closed
  /// disc.
  const Track* growing_track() const;
  /// What sectors the next write brings: data but where a plan says otherwise.
  SectorForm form_to_write() const;
  /// The first sector behind the last complete session, i.e. the start of its lead-out. Nothing recorded: nullopt.
  std::optional<Lba> end_of_complete_sessions() const;

  friend bool operator==(const DiscState&, const DiscState&) = default;
};

}  // namespace discbench::disc
