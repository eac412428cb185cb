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
  for (const Padding& run : padding)
    run.form == SectorForm::audio ? store_->write_audio_zeros(run.first, run.sectors)
                                  : store_->write_zeros(run.first, run.sectors);
  return refusal;
}

template <typename Rule>
Outcome Disc::record(Rule&& rule) {
  return state_.write_protected ? Outcome(Refusal::write_protected) : apply(rule);
}

Outcome Disc::write(Lba first, std::span<const std::uint8_t> data) {
  const SectorForm form = state_.form_to_write();
  const auto sectors = static_cast<std::uint32_t>(data.size() / bytes_of(form));
  const Outcome refusal = record([&](Recording& r) { return rules_->write(r, first, sectors); });
  if (refusal) return refusal;
  form == SectorForm::audio ? store_->write_audio(first, data) : store_->write(first, data);
  return std::nullopt;
}

Outcome Disc::write_pattern(Lba first, std::uint32_t sectors, Pattern pattern) {
  const SectorForm form = state_.form_to_write();
  const Outcome refusal = record([&](Recording& r) { return rules_->write(r, first, sectors); });
  if (refusal) return refusal;
  form == SectorForm::audio ? store_->write_audio_pattern(first, sectors, pattern)
                            : store_->write_pattern(first, sectors, pattern);
  return std::nullopt;
}

Outcome Disc::synchronise() {
  return apply([&](Recording& r) { return rules_->synchronise(r); });
}

Outcome Disc::close_track(std::uint16_t number) {
  return record([&](Recording& r) { return rules_->close_track(r, number); });
}

Outcome Disc::close_session(NextSession next) {
  return record([&](Recording& r) { return rules_->close_session(r, next); });
}

Outcome Disc::finalise() {
  return record([&](Recording& r) { return rules_->finalise(r); });
}

Outcome Disc::reserve_track(std::uint32_t sectors) {
  return record([&](Recording& r) { return rules_->reserve_track(r, sectors); });
}

Outcome Disc::damage() {
  return record([&](Recording& r) { return rules_->damage(r); });
}

Outcome Disc::write_protect() {
  return record([&](Recording& r) { return rules_->write_protect(r); });
}

Outcome Disc::format(std::uint32_t sectors) {
  return record([&](Recording& r) { return rules_->format(r, sectors); });
}

Outcome Disc::restart_format() {
  return record([&](Recording& r) { return rules_->restart_format(r); });
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

Outcome Disc::plan_session(const SessionPlan& plan) {
  return record([&](Recording& r) { return rules_->plan_session(r, plan); });
}

void Disc::forget_plan() {
  apply([&](Recording& r) {
    rules_->forget_plan(r);
    return Outcome();
  });
}

Outcome Disc::press(std::uint32_t sectors, Pattern pattern) {
  Track& track = state_.tracks.front();
  const bool pressed_already = track.size_sectors != 0;
  if (!is_pressed(medium_.technology) || pressed_already) return Refusal::function_not_of_this_medium;
  if (sectors == 0 || sectors > medium_.capacity_sectors) return Refusal::end_of_medium;
  const std::uint32_t unit = rules_->unit_sectors();
  const std::uint32_t padded = (sectors + unit - 1) / unit * unit;
  track.size_sectors = padded;
  track.written_sectors = padded;
  store_->write_pattern(track.start, sectors, pattern);
  if (padded > sectors) store_->write_zeros(track.start + sectors, padded - sectors);
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
    case Refusal::track_is_damaged:
      return "a track is damaged and must be closed first";
    case Refusal::write_protected:
      return "the disc is write-protected";
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
    case Refusal::plan_is_impossible:
      return "the planned session does not fit the disc, or a track or pre-gap of it is too short";
    case Refusal::forms_are_mixed:
      return "the write crosses the border of an audio and a data track, or reaches a pre-gap that the recorder makes";
    case Refusal::session_is_not_written_whole:
      return "the planned session is not yet written to its end";
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
    if ((candidate.state == TrackState::open && !candidate.damaged) ||
        (candidate.state == TrackState::invisible && candidate.size_sectors > 0))
      return &candidate;
  return nullptr;
}

SectorForm DiscState::form_to_write() const {
  const PlannedTrack* planned = at_once ? at_once->track_at(at_once->next) : nullptr;
  return planned != nullptr ? planned->form : SectorForm::data;
}

std::optional<Lba> DiscState::end_of_complete_sessions() const {
  const Session* session = last_complete_session();
  if (session == nullptr) return std::nullopt;
  if (formatting && formatting->status == Formatting::Status::background) return formatting->background_end();
  return track(session->last_track)->end();
}

}  // namespace discbench::disc
