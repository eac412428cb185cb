// DVD+RW. ECMA-337; the states as real drives report them: unformatted, then one session with one track over the whole
// medium, whether the background format has been through or was stopped.
#include <algorithm>

#include "disc/rules/rule_book.h"

namespace discbench::disc {
namespace {

using Status = Formatting::Status;

constexpr std::uint32_t unit = 16;

/// How long the lead-in takes. Burning programs see drives not ready for 30 to 60 seconds.
constexpr std::uint64_t lead_in_ms = 40'000;

/// How fast the background format goes: 2.4x, the one speed that every such medium and drive has. A kilobyte a second
/// is a byte a millisecond.
constexpr std::uint64_t bytes_per_ms = 3324;

constexpr std::uint64_t bytes_of(std::uint64_t sectors) { return sectors * sector_size; }

/// Nothing recorded: one empty session with one track, of the size that the medium has.
void make_blank(DiscState& state, const Medium& medium) {
  state.status = DiscStatus::blank;
  state.sessions = {Session{}};
  state.tracks = {Track{.size_sectors = medium.capacity_sectors}};
}

/// The one complete session of a formatted disc. Its track never grows: it takes writes at any of its addresses.
void make_formatted(DiscState& state, const Medium& medium) {
  const std::uint32_t capacity = medium.capacity_sectors;
  state.status = DiscStatus::complete;
  state.sessions = {Session{.state = SessionState::complete}};
  state.tracks = {Track{.size_sectors = capacity, .written_sectors = capacity, .state = TrackState::complete}};
}

Outcome why_not_usable(const Formatting& formatting) {
  if (formatting.status == Status::none) return Refusal::not_formatted;
  if (formatting.status == Status::lead_in) return Refusal::format_in_progress;
  return std::nullopt;
}

class DvdPlusRwRules final : public RuleBook {
 public:
  DiscState blank(const Medium& medium) const override;
  Outcome write(Recording& recording, Lba first, std::uint32_t sectors) const override;
  Outcome synchronise(Recording&) const override { return std::nullopt; }
  Outcome close_track(Recording&, std::uint16_t) const override { return Refusal::function_not_of_this_medium; }
  Outcome close_session(Recording& recording, NextSession next) const override;
  Outcome finalise(Recording&) const override { return Refusal::function_not_of_this_medium; }
  Outcome reserve_track(Recording&, std::uint32_t) const override { return Refusal::function_not_of_this_medium; }
  Outcome format(Recording& recording, std::uint32_t sectors) const override;
  Outcome restart_format(Recording& recording) const override;
  Outcome stop_format(Recording& recording) const override;
  void pass_time(Recording& recording, std::uint64_t milliseconds) const override;
  std::uint64_t busy_ms(const DiscState& state) const override;
  std::uint16_t format_progress(const Medium& medium, const DiscState& state) const override;
  std::uint32_t unit_sectors() const override { return unit; }
  Limits limits() const override { return {.tracks = 1}; }
  std::uint32_t gap_after_session(const RecorderHabits&, std::uint16_t) const override { return 0; }
};

DiscState DvdPlusRwRules::blank(const Medium& medium) const {
  DiscState state;
  make_blank(state, medium);
  state.formatting = Formatting{};
  return state;
}

/// Anywhere on a formatted disc. Where the background format has not come so far, the recorder formats up to there
/// first.
Outcome DvdPlusRwRules::write(Recording& recording, Lba first, std::uint32_t sectors) const {
  Formatting& formatting = *recording.state.formatting;
  if (const Outcome refusal = why_not_usable(formatting)) return refusal;
  const std::int64_t end = std::int64_t{first.value} + sectors;
  if (first.value < 0 || end > recording.medium.capacity_sectors) return Refusal::end_of_medium;
  const auto last_unit = static_cast<std::uint64_t>(end + unit - 1) / unit;
  formatting.background_bytes = std::max(formatting.background_bytes, bytes_of(last_unit * unit));
  formatting.last_recorded =
      std::max(formatting.last_recorded.value_or(first), Lba{static_cast<std::int32_t>(end - 1)});
  return std::nullopt;
}

/// Function 2 stops the background format and writes a lead-out, so that a DVD-ROM drive reads the disc. Where nothing
/// is formatted there is nothing to close.
Outcome DvdPlusRwRules::close_session(Recording& recording, NextSession) const {
  if (const Outcome refusal = stop_format(recording)) return refusal;
  Formatting& formatting = *recording.state.formatting;
  formatting.has_lead_out = formatting.usable();
  return std::nullopt;
}

Outcome DvdPlusRwRules::format(Recording& recording, std::uint32_t sectors) const {
  Formatting& formatting = *recording.state.formatting;
  if (formatting.status == Status::lead_in) return Refusal::format_in_progress;
  const std::uint32_t capacity = recording.medium.capacity_sectors;
  if (sectors != capacity) return Refusal::format_size_not_offered;
  if (formatting.last_recorded) recording.padding.push_back({Lba{0}, capacity});
  formatting = Formatting{.status = Status::lead_in};
  make_blank(recording.state, recording.medium);
  return std::nullopt;
}

Outcome DvdPlusRwRules::restart_format(Recording& recording) const {
  Formatting& formatting = *recording.state.formatting;
  if (formatting.status == Status::lead_in) return Refusal::format_in_progress;
  if (formatting.status != Status::stopped) return Refusal::no_format_to_restart;
  formatting.status = Status::background;
  formatting.has_lead_out = false;
  return std::nullopt;
}

Outcome DvdPlusRwRules::stop_format(Recording& recording) const {
  Formatting& formatting = *recording.state.formatting;
  if (formatting.status == Status::lead_in) return Refusal::format_in_progress;
  if (formatting.status == Status::background) formatting.status = Status::stopped;
  return std::nullopt;
}

void DvdPlusRwRules::pass_time(Recording& recording, std::uint64_t milliseconds) const {
  Formatting& formatting = *recording.state.formatting;
  if (formatting.status == Status::lead_in) {
    const std::uint64_t now = std::min(milliseconds, lead_in_ms - formatting.lead_in_ms);
    formatting.lead_in_ms += now;
    milliseconds -= now;
    if (formatting.lead_in_ms < lead_in_ms) return;
    formatting.status = Status::background;
    make_formatted(recording.state, recording.medium);
  }
  if (formatting.status != Status::background) return;
  const std::uint64_t all = bytes_of(recording.medium.capacity_sectors);
  const std::uint64_t left = all - std::min(all, formatting.background_bytes);
  formatting.background_bytes += std::min(left, std::min(milliseconds, all) * bytes_per_ms);
  if (formatting.background_bytes < all) return;
  formatting.status = Status::complete;
  formatting.has_lead_out = true;
}

std::uint64_t DvdPlusRwRules::busy_ms(const DiscState& state) const {
  const Formatting& formatting = *state.formatting;
  return formatting.status == Status::lead_in ? lead_in_ms - formatting.lead_in_ms : 0;
}

std::uint16_t DvdPlusRwRules::format_progress(const Medium& medium, const DiscState& state) const {
  constexpr std::uint64_t whole = 0x10000;
  const Formatting& formatting = *state.formatting;
  switch (formatting.status) {
    case Status::lead_in:
      return static_cast<std::uint16_t>(formatting.lead_in_ms * whole / lead_in_ms);
    case Status::background:
      return static_cast<std::uint16_t>(formatting.background_bytes * whole / (bytes_of(medium.capacity_sectors) + 1));
    default:
      return 0;
  }
}

}  // namespace

const RuleBook& dvd_plus_rw_rules() {
  static const DvdPlusRwRules rules;
  return rules;
}

}  // namespace discbench::disc
