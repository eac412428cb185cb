// What is recorded on a disc, as its recorder keeps track of it. Plain values: rules change them, everyone else reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
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
  bool damaged = false;                ///< the power failed while it was being written: nobody knows where it ends
  std::string isrc{};                  ///< CD: the code of its recording, 12 characters, or none

  bool writable() const { return state != TrackState::complete && free_sectors() > 0; }
  bool blank() const { return state == TrackState::invisible || state == TrackState::reserved; }
  bool is_reservation() const { return state == TrackState::reserved || state == TrackState::partial; }
  /// Where the next write into this track goes.
  Lba next_writable() const { return start + written_sectors; }
  std::uint32_t free_sectors() const {
    return state == TrackState::complete || damaged ? 0 : size_sectors - written_sectors;
  }
  Lba end() const { return start + size_sectors; }  ///< the first sector behind it

  friend bool operator==(const Track&, const Track&) = default;
};

enum class SessionState : std::uint8_t { empty, incomplete, damaged, complete };

struct Session {
  std::uint16_t number = 1;
  SessionState state = SessionState::empty;
  std::uint16_t first_track = 1;
  std::uint16_t last_track = 1;
  std::string media_catalogue_number{};  ///< CD: 13 digits, or none

  /// Begun and not closed.
  bool is_open() const { return state == SessionState::incomplete || state == SessionState::damaged; }

  friend bool operator==(const Session&, const Session&) = default;
};

enum class DiscStatus : std::uint8_t { blank, appendable, complete };

/// How far the formatting of a medium has come that is formatted before it is written (DVD+RW). First the recorder
/// writes the lead-in, and can do nothing else meanwhile; then it goes on in the background, and reads and writes are
/// served between. All sizes count from sector 0.
struct Formatting {
  enum class Status : std::uint8_t {
    none,        ///< as it came out of its box
    lead_in,     ///< the lead-in is being written
    background,  ///< the rest is being formatted
    stopped,     ///< the background format was stopped before its end
    complete,
  };

  Status status = Status::none;
  std::uint64_t lead_in_ms = 0;        ///< how long the lead-in has been written for
  std::uint64_t background_bytes = 0;  ///< what was formatted so far, by the recorder or by writes
  bool has_lead_out = false;           ///< a lead-out was written: a DVD-ROM drive can read the disc
  std::optional<Lba> last_recorded{};  ///< the highest address that a host wrote to since the disc was formatted

  /// The first sector that the background format has not reached; whole error correction blocks of 16 sectors.
  Lba background_end() const;
  bool usable() const { return status != Status::none && status != Status::lead_in; }

  friend bool operator==(const Formatting&, const Formatting&) = default;
};

/// The last session is the one that recording goes on in, unless the status is complete.
struct DiscState {
  DiscStatus status = DiscStatus::blank;
  bool write_protected = false;            ///< by the medium itself, for ever
  std::vector<Session> sessions;           ///< ascending, never empty
  std::vector<Track> tracks;               ///< ascending by number and address, never empty
  std::optional<Formatting> formatting{};  ///< of a medium that is formatted; nullopt of all others
  std::optional<SessionAtOnce> at_once{};  ///< CD: the session that is planned, or being written by its plan

  const Session& last_session() const { return sessions.back(); }
  /// The newest complete session; nullptr where there is none.
  const Session* last_complete_session() const;
  const Track* track(std::uint16_t number) const;
  /// The track whose room holds the sector, the gap in front of the next one included. nullptr outside.
  const Track* track_at(Lba lba) const;
  /// The track that a plain write goes to: the open or invisible one, not a reservation. nullptr on a full, damaged or
  /// closed disc.
  const Track* growing_track() const;
  /// What sectors the next write brings: data but where a plan says otherwise.
  SectorForm form_to_write() const;
  /// The first sector behind the last complete session, i.e. the start of its lead-out; while a background format runs
  /// the first sector that is not formatted. Nothing recorded: nullopt.
  std::optional<Lba> end_of_complete_sessions() const;

  friend bool operator==(const DiscState&, const DiscState&) = default;
};

}  // namespace discbench::disc
