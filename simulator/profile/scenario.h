// A scenario as its file says it: which drive, which medium, what was done to it, and what the harness expects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "disc/medium.h"
#include "disc/sector_form.h"
#include "drive/settings.h"
#include "expectation/expectation.h"

namespace discbench::profile {

// What is done to the disc and the drive, in order, before anyone looks.
namespace step {
struct Write {
  std::optional<std::int32_t> at{};  ///< random-write media only; all others: the next writable address
  std::uint32_t sectors = 0;
  std::uint64_t pattern = 0;  ///< the seed of the pattern that is written
};
struct SynchronizeCache {};
struct CloseTrack {};  ///< the growing track
struct CloseSession {
  bool next_session_allowed = true;  ///< CD: the multi-session field of mode page 05h
};
struct Finalise {};  ///< CD: close-session without a next one; DVD+R, BD-R: the function of their own
struct ReserveTrack {
  std::uint32_t sectors = 0;
};
struct Press {  ///< a pressed medium's one session
  std::uint32_t sectors = 0;
  std::uint64_t pattern = 0;
};
struct Damage {};  ///< the power fails while a track is being written
enum class ProtectedBy : std::uint8_t { medium, drive };
struct WriteProtect {
  ProtectedBy by = ProtectedBy::medium;
};
struct RecordSessionAtOnce {  ///< CD: a whole session by a cue sheet, closed at its end
  struct Track {
    disc::SectorForm form = disc::SectorForm::data;
    std::uint32_t sectors = 0;
    std::uint64_t pattern = 0;
  };
  std::vector<Track> tracks{};
  bool next_session_allowed = true;
};
struct OpenTray {};
struct CloseTray {};
struct PowerOn {};
struct Format {};         ///< starts it; time that passes goes on with it
struct StopFormat {};     ///< a background format
struct RestartFormat {};  ///< one that was stopped
struct Wait {             ///< the clock moves, and nobody does anything
  std::uint32_t seconds = 0;
};
}  // namespace step
using Step = std::variant<step::Write, step::SynchronizeCache, step::CloseTrack, step::CloseSession, step::Finalise,
                          step::ReserveTrack, step::Press, step::RecordSessionAtOnce, step::Damage, step::WriteProtect,
                          step::OpenTray, step::CloseTray, step::PowerOn, step::Format, step::StopFormat,
                          step::RestartFormat, step::Wait>;

/// A step with the place that it came from, for messages.
struct PlacedStep {
  Step step;
  std::string name;  ///< as in the file: "close-session"
  int line = 0;      ///< 1-based
  int column = 0;
};

struct Scenario {
  std::string id;                  ///< "cd-r/blank"; of a file outside of every tree of profiles: its path, as given
  std::string file;                ///< where it was read from, as given
  std::vector<std::string> files;  ///< all that it was read from: its own, its drive's, its medium's
  std::string description;
  drive::DriveSettings drive;
  std::optional<disc::Medium> medium;  ///< none: no disc
  std::vector<PlacedStep> steps;
  expectation::Expectations expect;  ///< the oracle's half: by property; an absent key is not compared

  /// "cd-r" of "cd-r/blank"; of a file outside of every tree of profiles: the folder that it lies in.
  std::string family() const;
};

}  // namespace discbench::profile
