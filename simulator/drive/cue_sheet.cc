#include "drive/cue_sheet.h"

#include <vector>

#include "mmc/commands/send_cue_sheet.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

using mmc::CueSheetEntry;

/// A track of the sheet, between its own first line and the next track's.
struct CueTrack {
  disc::SectorForm form = disc::SectorForm::data;
  disc::Lba pre_gap{};
  disc::Lba start{};
  std::uint8_t last_index = 0;
};

std::optional<disc::SectorForm> form_of(const CueSheetEntry& entry) {
  constexpr std::uint8_t audio_control = 0;
  constexpr std::uint8_t data_control = 4;
  if (entry.main_form == CueSheetEntry::audio && entry.control_nibble == audio_control) return disc::SectorForm::audio;
  if (entry.main_form == CueSheetEntry::data_mode_1 && entry.control_nibble == data_control)
    return disc::SectorForm::data;
  return std::nullopt;
}

bool made_by_the_recorder(const CueSheetEntry& entry) {
  return entry.main_form == CueSheetEntry::audio_made_here || entry.main_form == CueSheetEntry::data_mode_1_made_here;
}

std::vector<CueSheetEntry> entries_of(std::span<const std::uint8_t> cue_sheet) {
  std::vector<CueSheetEntry> entries;
  for (; cue_sheet.size() >= bytes::size_of<CueSheetEntry>; cue_sheet = cue_sheet.subspan(8))
    entries.push_back(bytes::decode<CueSheetEntry>(cue_sheet));
  return entries;
}

class CueReader {
 public:
  explicit CueReader(std::uint16_t first_number) : next_number_(first_number) {}

  /// False: the line does not follow from the one before.
  bool take(const CueSheetEntry& entry) {
    const auto lba = mmc::to_lba({entry.min, entry.sec, entry.frame});
    const auto form = form_of(entry);
    if (!lba || !form || (!tracks_.empty() && *lba < last_.value)) return false;
    last_ = disc::Lba{*lba};
    return entry.tno == next_number_ ? begin_track(entry.index, *form) : go_on(entry, *form);
  }
  bool track_has_begun() const { return !tracks_.empty() && tracks_.back().last_index > 0; }
  const std::vector<CueTrack>& tracks() const { return tracks_; }
  disc::Lba last() const { return last_; }

 private:
  bool begin_track(std::uint8_t index, disc::SectorForm form) {
    const bool track_before_is_whole = tracks_.empty() || track_has_begun();
    if (!track_before_is_whole || index > 1) return false;
    tracks_.push_back({.form = form, .pre_gap = last_, .start = last_, .last_index = index});
    ++next_number_;
    return true;
  }
  bool go_on(const CueSheetEntry& entry, disc::SectorForm form) {
    if (tracks_.empty() || entry.tno + 1 != next_number_) return false;
    CueTrack& track = tracks_.back();
    if (form != track.form || entry.index != track.last_index + 1) return false;
    if (entry.index == 1) track.start = last_;
    track.last_index = entry.index;
    return true;
  }

  std::uint16_t next_number_;
  std::vector<CueTrack> tracks_;
  disc::Lba last_{};
};

disc::SessionPlan plan(const std::vector<CueTrack>& tracks, disc::Lba lead_out) {
  disc::SessionPlan plan;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const disc::Lba end = i + 1 < tracks.size() ? tracks[i + 1].pre_gap : lead_out;
    plan.tracks.push_back({.form = tracks[i].form,
                           .pre_gap_sectors = static_cast<std::uint32_t>(tracks[i].start - tracks[i].pre_gap),
                           .sectors = static_cast<std::uint32_t>(end - tracks[i].start)});
  }
  return plan;
}

}  // namespace

std::optional<disc::SessionPlan> plan_of(std::span<const std::uint8_t> cue_sheet, std::uint16_t first_number,
                                         disc::Lba first_start) {
  const std::vector<CueSheetEntry> entries = entries_of(cue_sheet);
  if (entries.size() < 3) return std::nullopt;
  for (const CueSheetEntry& entry : entries)
    if (entry.adr != 1 || entry.sub_channel_form != 0) return std::nullopt;
  // Times in the lead-in's line: some programs write them, some zeros.
  const CueSheetEntry& lead_in = entries.front();
  if (lead_in.tno != 0 || lead_in.index != 0 || !made_by_the_recorder(lead_in)) return std::nullopt;
  CueReader reader(first_number);
  for (std::size_t i = 1; i + 1 < entries.size(); ++i)
    if (!reader.take(entries[i])) return std::nullopt;
  const CueSheetEntry& lead_out = entries.back();
  const auto end = mmc::to_lba({lead_out.min, lead_out.sec, lead_out.frame});
  const bool is_lead_out = lead_out.tno == CueSheetEntry::lead_out && made_by_the_recorder(lead_out);
  if (!is_lead_out || !end || !reader.track_has_begun() || *end < reader.last().value) return std::nullopt;
  if (reader.tracks().front().start != first_start) return std::nullopt;
  return plan(reader.tracks(), disc::Lba{*end});
}

}  // namespace discbench::drive
