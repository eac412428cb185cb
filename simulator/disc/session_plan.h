// A CD's session that is written in one go (Session At Once): its tracks are known before its first sector.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "disc/sector_form.h"

namespace discbench::disc {

/// Whether a CD's session is closed with a pointer to the next one (mode page 05h, Multi-session 11b) or for good.
/// DVD+R and BD-R have a close function of their own for that and take no notice.
enum class NextSession : std::uint8_t { not_allowed, allowed };

/// The pre-gap in front of the first track of a session: two seconds. Red Book.
inline constexpr std::uint32_t cd_pre_gap_sectors = 150;

struct PlannedTrack {
  SectorForm form = SectorForm::data;  ///< of the pre-gap, too
  std::uint32_t pre_gap_sectors = 0;   ///< index 0, in front of the track; written like the track itself
  std::uint32_t sectors = 0;           ///< from index 1 on
  bool pre_gap_made_here = false;      ///< the recorder fills it with zeros, and the host leaves it out
  std::string isrc{};                  ///< 12 characters, or none

  friend bool operator==(const PlannedTrack&, const PlannedTrack&) = default;
};

struct SessionPlan {
  std::vector<PlannedTrack> tracks{};  ///< one behind the other, the lead-out behind the last
  NextSession next = NextSession::allowed;
  std::string media_catalogue_number{};  ///< 13 digits, or none

  /// With all pre-gaps.
  std::uint64_t sectors() const;

  friend bool operator==(const SessionPlan&, const SessionPlan&) = default;
};

/// How far a planned session has come.
struct SessionAtOnce {
  SessionPlan plan{};
  Lba start{};  ///< of the first track's pre-gap: -150 on a blank disc
  Lba next{};   ///< where the next write must begin

  bool begun() const { return next != after_pre_gap_made_here(start); }
  Lba lead_out() const { return start + static_cast<std::int64_t>(plan.sectors()); }
  /// The planned track whose sectors or pre-gap lie there; nullptr outside.
  const PlannedTrack* track_at(Lba lba) const;
  /// The first sector from there on that the host brings: behind a pre-gap that the recorder makes, if one is there.
  Lba after_pre_gap_made_here(Lba lba) const;
  /// Whether all planned sectors from `first`, which is one, up to the one before `behind` have the same form, and come
  /// from the host.
  bool has_one_form(Lba first, Lba behind) const;

  friend bool operator==(const SessionAtOnce&, const SessionAtOnce&) = default;
};

}  // namespace discbench::disc
