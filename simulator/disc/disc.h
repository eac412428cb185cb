// A disc: a medium, what was recorded on it, and the rules of its technology. It knows no bytes of commands, no drive
// and no files.
//
//   Disc disc(medium, std::make_unique<MemoryStore>());
//   disc.write(Lba{0}, data);                       // std::optional<Refusal>: nullopt is success
//   disc.close_session(NextSession::allowed);
//   disc.state().tracks.back().next_writable();     // where the next session starts
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "disc/medium.h"
#include "disc/refusal.h"
#include "disc/state.h"
#include "disc/store.h"

namespace discbench::disc {

class RuleBook;

/// Whether a CD's session is closed with a pointer to the next one (mode page 05h, Multi-session 11b) or for good.
/// DVD+R and BD-R have a close function of their own for that and take no notice.
enum class NextSession : std::uint8_t { not_allowed, allowed };

/// What the standard leaves to the recorder; a drive tells it to the disc that is put into it.
struct RecorderHabits {
  std::uint32_t bd_session_gap_sectors = 0;  ///< between two sessions of a BD-R
};

/// Every operation that can be refused answers with the refusal, and has then changed nothing.
using Outcome = std::optional<Refusal>;

class Disc {
 public:
  /// A blank one; of a pressed technology: an empty one, for press() to fill.
  Disc(Medium medium, std::unique_ptr<SectorStore> store);
  ~Disc();
  Disc(Disc&&) noexcept;
  Disc& operator=(Disc&&) noexcept;

  const Medium& medium() const { return medium_; }
  const DiscState& state() const { return state_; }
  const SectorStore& store() const { return *store_; }
  const RuleBook& rules() const { return *rules_; }

  void set_habits(const RecorderHabits& habits) { habits_ = habits; }
  const RecorderHabits& habits() const { return habits_; }

  /// Records whole sectors from `first` on: a multiple of 2048 bytes, at least one sector.
  Outcome write(Lba first, std::span<const std::uint8_t> data);
  /// The same for sectors that cost no memory.
  Outcome write_pattern(Lba first, std::uint32_t sectors, Pattern pattern);
  /// SYNCHRONIZE CACHE: pads the open track to its write unit; on CD ends the track.
  Outcome synchronise();
  /// CLOSE TRACK/SESSION, function 1. Closing what is closed or empty already is no error.
  Outcome close_track(std::uint16_t number);
  /// CLOSE TRACK/SESSION, function 2. Nothing to close is no error.
  Outcome close_session(NextSession next);
  /// CLOSE TRACK/SESSION, functions 5 and 6: no session will ever follow.
  Outcome finalise();
  /// RESERVE TRACK: sets room aside for a track of `sectors`, rounded up to the write unit.
  Outcome reserve_track(std::uint32_t sectors);

  // Formatting: only of media whose state has `formatting`.

  /// Starts to format the whole medium: `sectors` is its capacity. What was recorded is gone. pass_time() does the
  /// work.
  Outcome format(std::uint32_t sectors);
  /// Goes on with a background format that was stopped.
  Outcome restart_format();
  /// CLOSE TRACK/SESSION, function 0: stops a background format and leaves the rest for later. None running is no
  /// error.
  Outcome stop_format();
  /// The recorder works on what it does by itself: a format.
  void pass_time(std::uint64_t milliseconds);
  /// How long from now the recorder can do nothing else with the disc: until a lead-in is written. 0: it is ready.
  std::uint64_t busy_ms() const;
  /// How much is done of what is being formatted now, lead-in or background, in 65536ths. 0 where nothing is.
  std::uint16_t format_progress() const;

  /// What a stamper does: one session, one track, closed. Only on a pressed technology, only once.
  Outcome press(std::uint32_t sectors, Pattern pattern);

  /// Copies one recorded sector out; false where a drive would find none (gaps, run-out, blank area). What was
  /// formatted and never written holds zeros.
  bool read(Lba lba, std::span<std::uint8_t, sector_size> sector) const;

 private:
  template <typename Rule>
  Outcome apply(Rule&& rule);

  Medium medium_;
  std::unique_ptr<SectorStore> store_;
  const RuleBook* rules_;
  RecorderHabits habits_;
  DiscState state_;
};

}  // namespace discbench::disc
