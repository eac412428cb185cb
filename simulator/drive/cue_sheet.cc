#include "drive/cue_sheet.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mmc/commands/send_cue_sheet.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

using mmc::CueSheetEntry;

using Line = std::span<const std::uint8_t, bytes::size_of<CueSheetEntry>>;

constexpr std::uint8_t position_line = 1;          // ADR
constexpr std::uint8_t catalogue_number_line = 2;  // ADR
constexpr std::uint8_t isrc_line = 3;              // ADR
constexpr std::size_t catalogue_number_digits = 13;
constexpr std::size_t isrc_characters = 12;

/// A track of the sheet, between its own first line and the next track's.
struct CueTrack {
  disc::SectorForm form = disc::SectorForm::data;
  disc::Lba pre_gap{};
  disc::Lba start{};
  std::uint8_t last_index = 0;
  bool pre_gap_made_here = false;
  std::string isrc{};
};

std::optional<disc::SectorForm> form_of(const CueSheetEntry& entry) {
  constexpr std::uint8_t audio_control = 0;
  constexpr std::uint8_t data_control = 4;
  const bool audio = entry.main_form == CueSheetEntry::audio || entry.main_form == CueSheetEntry::audio_made_here;
  const bool data =
      entry.main_form == CueSheetEntry::data_mode_1 || entry.main_form == CueSheetEntry::data_mode_1_made_here;
  if (audio && entry.control_nibble == audio_control) return disc::SectorForm::audio;
  if (data && entry.control_nibble == data_control) return disc::SectorForm::data;
  return std::nullopt;
}

bool made_by_the_recorder(const CueSheetEntry& entry) {
  return entry.main_form == CueSheetEntry::audio_made_here || entry.main_form == CueSheetEntry::data_mode_1_made_here;
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_digit_or_letter(char character) { return is_digit(character) || (character >= 'A' && character <= 'Z'); }

/// Country (2) and owner (3) in digits and letters, then year (2) and number (5) in digits. ISO 3901.
bool is_isrc(std::string_view code) {
  constexpr std::size_t country_and_owner = 5;
  return code.size() == isrc_characters && std::ranges::all_of(code.substr(0, country_and_owner), is_digit_or_letter) &&
         std::ranges::all_of(code.substr(country_and_owner), is_digit);
}

std::vector<Line> lines_of(std::span<const std::uint8_t> cue_sheet) {
  std::vector<Line> lines;
  for (; cue_sheet.size() >= Line::extent; cue_sheet = cue_sheet.subspan(Line::extent))
    lines.push_back(cue_sheet.first<Line::extent>());
  return lines;
}

std::uint8_t adr_of(Line line) { return bytes::decode<CueSheetEntry>(line).adr; }

/// Thirteen digits and a zero behind them, on two lines. nullopt: they are something else.
std::optional<std::string> catalogue_number_of(Line first, Line second) {
  std::string number;
  for (const Line line : {first, second}) {
    if (adr_of(line) != catalogue_number_line) return std::nullopt;
    number += bytes::decode<mmc::CueSheetCatalogueNumber>(line).digits.view();
  }
  if (number.back() != '\0') return std::nullopt;
  number.resize(catalogue_number_digits);
  return std::ranges::all_of(number, is_digit) ? std::optional(number) : std::nullopt;
}

class CueReader {
 public:
  explicit CueReader(std::uint16_t first_number) : next_number_(first_number) {}

  /// False: the line does not follow from the one before.
  bool take(Line line) {
    switch (adr_of(line)) {
      case position_line:
        return take_position(bytes::decode<CueSheetEntry>(line));
      case isrc_line:
        return take_isrc(bytes::decode<mmc::CueSheetIsrc>(line));
      default:
        return false;
    }
  }
  /// The lead-out may follow.
  bool is_whole() const { return track_has_begun() && isrc_.empty(); }
  const std::vector<CueTrack>& tracks() const { return tracks_; }
  disc::Lba last() const { return last_; }

 private:
  bool track_has_begun() const { return !tracks_.empty() && tracks_.back().last_index > 0; }

  bool take_position(const CueSheetEntry& entry) {
    const bool between_two_halves = !isrc_.empty() && isrc_.size() != isrc_characters;
    if (entry.sub_channel_form != 0 || between_two_halves) return false;
    const auto lba = mmc::to_lba({entry.min, entry.sec, entry.frame});
    const auto form = form_of(entry);
    if (!lba || !form || (!tracks_.empty() && *lba < last_.value)) return false;
    last_ = disc::Lba{*lba};
    // Of a track's own sectors none are made here.
    const bool made_here = made_by_the_recorder(entry);
    if (made_here && entry.index != 0) return false;
    return entry.tno == next_number_ ? begin_track(entry.index, *form, made_here) : go_on(entry, *form);
  }
  bool take_isrc(const mmc::CueSheetIsrc& half) {
    if (half.tno != next_number_ || isrc_.size() == isrc_characters) return false;
    isrc_ += half.characters.view();
    return isrc_.size() < isrc_characters || is_isrc(isrc_);
  }
  bool begin_track(std::uint8_t index, disc::SectorForm form, bool pre_gap_made_here) {
    const bool track_before_is_whole = tracks_.empty() || track_has_begun();
    if (!track_before_is_whole || index > 1) return false;
    tracks_.push_back({.form = form,
                       .pre_gap = last_,
                       .start = last_,
                       .last_index = index,
                       .pre_gap_made_here = pre_gap_made_here,
                       .isrc = std::exchange(isrc_, {})});
    ++next_number_;
    return true;
  }
  bool go_on(const CueSheetEntry& entry, disc::SectorForm form) {
    if (tracks_.empty() || !isrc_.empty() || entry.tno + 1 != next_number_) return false;
    CueTrack& track = tracks_.back();
    if (form != track.form || entry.index != track.last_index + 1) return false;
    if (entry.index == 1) track.start = last_;
    track.last_index = entry.index;
    return true;
  }

  std::uint16_t next_number_;
  std::vector<CueTrack> tracks_;
  disc::Lba last_{};
  std::string isrc_;  ///< of the track that has not begun yet
};

disc::SessionPlan plan(const std::vector<CueTrack>& tracks, disc::Lba lead_out) {
  disc::SessionPlan plan;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const disc::Lba end = i + 1 < tracks.size() ? tracks[i + 1].pre_gap : lead_out;
    plan.tracks.push_back({.form = tracks[i].form,
                           .pre_gap_sectors = static_cast<std::uint32_t>(tracks[i].start - tracks[i].pre_gap),
                           .sectors = static_cast<std::uint32_t>(end - tracks[i].start),
                           .pre_gap_made_here = tracks[i].pre_gap_made_here,
                           .isrc = tracks[i].isrc});
  }
  return plan;
}

bool is_lead_in(const CueSheetEntry& entry) {
  // Times in its line: some programs write them, some zeros.
  return entry.adr == position_line && entry.sub_channel_form == 0 && entry.tno == 0 && entry.index == 0 &&
         made_by_the_recorder(entry);
}

bool is_lead_out(const CueSheetEntry& entry) {
  return entry.adr == position_line && entry.sub_channel_form == 0 && entry.tno == CueSheetEntry::lead_out &&
         made_by_the_recorder(entry);
}

}  // namespace

std::optional<disc::SessionPlan> plan_of(std::span<const std::uint8_t> cue_sheet, std::uint16_t first_number,
                                         disc::Lba first_start) {
  std::vector<Line> lines = lines_of(cue_sheet);
  std::string catalogue_number;
  if (lines.size() >= 2 && adr_of(lines.front()) == catalogue_number_line) {
    const auto number = catalogue_number_of(lines[0], lines[1]);
    if (!number) return std::nullopt;
    catalogue_number = *number;
    lines.erase(lines.begin(), lines.begin() + 2);
  }
  if (lines.size() < 3 || !is_lead_in(bytes::decode<CueSheetEntry>(lines.front()))) return std::nullopt;
  CueReader reader(first_number);
  for (std::size_t i = 1; i + 1 < lines.size(); ++i)
    if (!reader.take(lines[i])) return std::nullopt;
  const auto lead_out = bytes::decode<CueSheetEntry>(lines.back());
  const auto end = mmc::to_lba({lead_out.min, lead_out.sec, lead_out.frame});
  if (!is_lead_out(lead_out) || !end || !reader.is_whole() || *end < reader.last().value) return std::nullopt;
  if (reader.tracks().front().start != first_start) return std::nullopt;
  disc::SessionPlan session = plan(reader.tracks(), disc::Lba{*end});
  session.media_catalogue_number = std::move(catalogue_number);
  return session;
}

}  // namespace discbench::drive
