#include "disc/disc.h"

#include <algorithm>

#include "disc/rules/rule_book.h"

namespace discbench::disc {

Disc::Disc(Medium medium, std::unique_ptr<SectorStore> store)
    : medium_(std::move(medium)),
      store_(std::move(store)),
      rules_(&rule_book(medium_.technology)),
      state_(rules_->blank(medium_)) {}
Disc::~Disc() = default;
Disc::Disc(Disc&&) noexcept = default;
Disc& Disc::operator=(Disc&&) noexcept = default;

template <typename Rule>
Outcome Disc::apply(Rule&& rule) {
  std::vector<Padding> padding;
  Recording recording{medium_, habits_, state_, padding};
  const Outcome refusal = rule(recording);
  for (const Padding& run : padding) store_->write_zeros(run.first, run.sectors);
  return refusal;
}

Outcome Disc::write(Lba first, std::span<const std::uint8_t> data) {
  const auto sectors = static_cast<std::uint32_t>(data.size() / sector_size);
  const Outcome refusal = apply([&](Recording& r) { return rules_->write(r, first, sectors); });
  if (!refusal) store_->write(first, data);
  return refusal;
}

Outcome Disc::write_pattern(Lba first, std::uint32_t sectors, Pattern pattern) {
  const Outcome refusal = apply([&](Recording& r) { return rules_->write(r, first, sectors); });
  if (!refusal) store_->write_pattern(first, sectors, pattern);
  return refusal;
}

Outcome Disc::synchronise() {
  return apply([&](Recording& r) { return rules_->synchronise(r); });
}

Outcome Disc::close_track(std::uint16_t number) {
  return apply([&](Recording& r) { return rules_->close_track(r, number); });
}

Outcome Disc::close_session(NextSession next) {
  return apply([&](Recording& r) { return rules_->close_session(r, next); });
}

Outcome Disc::finalise() {
  return apply([&](Recording& r) { return rules_->finalise(r); });
}

Outcome Disc::reserve_track(std::uint32_t sectors) {
  return apply([&](Recording& r) { return rules_->reserve_track(r, sectors); });
}

Outcome Disc::format(std::uint32_t sectors) {
  return apply([&](Recording& r) { return rules_->format(r, sectors); });
}

Outcome Disc::restart_format() {
  return apply([&](Recording& r) { return rules_->restart_format(r); });
}

Outcome Disc::stop_format() {
  return apply([&](Recording& r) { return rules_->stop_format(r); });
}

void Disc::pass_time(std::uint64_t milliseconds) {
  apply([&](Recording& r) {
    rules_->pass_time(r, milliseconds);
    return Outcome{};
  });
}

std::uint64_t Disc::busy_ms() const { return rules_->busy_ms(state_); }

std::uint16_t Disc::format_progress() const { return rules_->format_progress(medium_, state_); }

bool Disc::read(Lba lba, std::span<std::uint8_t, sector_size> sector) const {
  if (!state_.formatting) return store_->read(lba, sector);
  const std::optional<Lba> end = state_.end_of_complete_sessions();
  if (!end || lba < Lba{0} || lba >= *end) return false;
  if (!store_->read(lba, sector)) std::ranges::fill(sector, std::uint8_t{0});
  return true;
}

Outcome Disc::press(std::uint32_t sectors, Pattern pattern) {
  Track& track = state_.tracks.front();
  const bool pressed_already = track.size_sectors != 0;
  if (medium_.technology != Technology::pressed_cd || pressed_already) return Refusal::function_not_of_this_medium;
  if (sectors == 0 || sectors > medium_.capacity_sectors) return Refusal::end_of_medium;
  track.size_sectors = sectors;
  track.written_sectors = sectors;
  store_->write_pattern(track.start, sectors, pattern);
  return std::nullopt;
}

std::string_view describe(Refusal refusal) {
  switch (refusal) {
    case Refusal::not_recordable:
      return "the disc is pressed and takes no recording";
    case Refusal::wrong_address:
      return "the write does not begin at a next writable address";
    case Refusal::end_of_medium:
      return "there is not so much room left";
    case Refusal::disc_is_closed:
      return "the disc is finalised";
    case Refusal::track_is_closed:
      return "the track is closed";
    case Refusal::track_is_open:
      return "the track before it is still being written";
    case Refusal::reservation_not_full:
      return "a reserved track is empty or only partly written";
    case Refusal::no_more_reservations:
      return "no more tracks can be reserved";
    case Refusal::no_such_track:
      return "there is no such track";
    case Refusal::reservation_too_large:
      return "the reservation is empty or larger than the room that is left";
    case Refusal::not_formatted:
      return "the medium has to be formatted first";
    case Refusal::not_formattable:
      return "a medium of this kind is not formatted";
    case Refusal::format_size_not_offered:
      return "the medium cannot be formatted to this size";
    case Refusal::format_in_progress:
      return "the medium is being formatted and its lead-in not yet written";
    case Refusal::no_format_to_restart:
      return "there is no stopped format to go on with";
    case Refusal::function_not_of_this_medium:
      break;
  }
  return "this medium has no such function";
}

Lba Formatting::background_end() const {
  constexpr std::uint64_t block_sectors = 16;
  return Lba{static_cast<std::int32_t>(background_bytes / sector_size / block_sectors * block_sectors)};
}

const Session* DiscState::last_complete_session() const {
  for (auto session = sessions.rbegin(); session != sessions.rend(); ++session)
    if (session->state == SessionState::complete) return &*session;
  return nullptr;
}

const Track* DiscState::track(std::uint16_t number) const {
  for (const Track& candidate : tracks)
    if (candidate.number == number) return &candidate;
  return nullptr;
}

const Track* DiscState::track_at(Lba lba) const {
  const Track* found = nullptr;
  for (const Track& candidate : tracks)
    if (candidate.start <= lba) found = &candidate;
  if (found == &tracks.back() && lba >= found->end()) return nullptr;
  return found;
}

const Track* DiscState::growing_track() const {
  for (const Track& candidate : tracks)
    if (candidate.state == TrackState::open || (candidate.state == TrackState::invisible && candidate.size_sectors > 0))
      return &candidate;
  return nullptr;
}

std::optional<Lba> DiscState::end_of_complete_sessions() const {
  const Session* session = last_complete_session();
  if (session == nullptr) return std::nullopt;
  if (formatting && formatting->status == Formatting::Status::background) return formatting->background_end();
  return track(session->last_track)->end();
}

}  // namespace discbench::disc
