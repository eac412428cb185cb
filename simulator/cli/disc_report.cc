#include "cli/disc_report.h"

#include <iomanip>
#include <nlohmann/json.hpp>

#include "disc/disc.h"
#include "profile/words.h"

namespace discbench::cli {
namespace {

using disc::Disc;
using disc::DiscState;
using disc::Track;
using Json = nlohmann::ordered_json;

std::string_view in_words(disc::TrackState state) {
  switch (state) {
    case disc::TrackState::invisible:
      return "invisible";
    case disc::TrackState::open:
      return "open";
    case disc::TrackState::reserved:
      return "reserved";
    case disc::TrackState::partial:
      return "partial";
    case disc::TrackState::complete:
      return "complete";
  }
  return {};
}

std::string_view in_words(disc::SessionState state) {
  switch (state) {
    case disc::SessionState::empty:
      return "empty";
    case disc::SessionState::incomplete:
      return "incomplete";
    case disc::SessionState::damaged:
      return "damaged";
    case disc::SessionState::complete:
      return "complete";
  }
  return {};
}

std::string_view in_words(disc::DiscStatus status) {
  switch (status) {
    case disc::DiscStatus::blank:
      return "blank";
    case disc::DiscStatus::appendable:
      return "appendable";
    case disc::DiscStatus::complete:
      return "complete";
  }
  return {};
}

std::string_view in_words(disc::Formatting::Status status) {
  switch (status) {
    case disc::Formatting::Status::none:
      return "none";
    case disc::Formatting::Status::lead_in:
      return "lead-in";
    case disc::Formatting::Status::background:
      return "background";
    case disc::Formatting::Status::stopped:
      return "stopped";
    case disc::Formatting::Status::complete:
      return "complete";
  }
  return {};
}

/// What a medium that is formatted can be read and written in; 0 where it cannot yet.
std::int64_t usable_sectors(const Disc& disc) {
  return disc.state().formatting->usable() ? disc.medium().capacity_sectors : 0;
}

/// Sectors between two tracks that belong to neither: link areas, lead-out and lead-in, closure and intro.
struct Gap {
  disc::Lba start{};
  std::int64_t sectors = 0;
};

std::optional<Gap> gap_before(const DiscState& state, std::size_t track) {
  if (track == 0) return std::nullopt;
  const disc::Lba end = state.tracks[track - 1].end();
  const std::int64_t sectors = state.tracks[track].start - end;
  return sectors > 0 ? std::optional(Gap{end, sectors}) : std::nullopt;
}

void print_row(std::ostream& out, std::string_view session, std::string_view what, std::string_view state,
               disc::Lba start, std::int64_t sectors, const std::string& written) {
  const std::string end = sectors > 0 ? std::to_string(start.value + sectors - 1) : "-";
  out << std::left << std::setw(9) << session << std::setw(7) << what << std::setw(11) << state << std::right
      << std::setw(9) << start.value << std::setw(10) << end << std::setw(10) << sectors;
  if (!written.empty()) out << std::setw(10) << written;
}

void print_tracks(const DiscState& state, std::ostream& out) {
  out << "\nsession  track  state          start      last   sectors   written\n";
  for (std::size_t i = 0; i < state.tracks.size(); ++i) {
    if (const std::optional<Gap> gap = gap_before(state, i)) {
      print_row(out, "", "gap", "", gap->start, gap->sectors, "");
      out << '\n';
    }
    const Track& track = state.tracks[i];
    print_row(out, std::to_string(track.session), std::to_string(track.number),
              track.damaged ? "damaged" : in_words(track.state), track.start, track.size_sectors,
              std::to_string(track.written_sectors));
    if (track.form == disc::SectorForm::audio) out << "  audio";
    out << '\n';
  }
}

void print_formatting(const Disc& disc, std::ostream& out) {
  const disc::Formatting& formatting = *disc.state().formatting;
  const std::int64_t usable = usable_sectors(disc);
  out << "\nformat                 " << in_words(formatting.status);
  if (formatting.status == disc::Formatting::Status::lead_in) out << ", " << disc.busy_ms() / 1000 << " s to go";
  if (formatting.usable()) out << ", " << formatting.background_end().value << " of " << usable << " sectors";
  out << "\nlead-out               " << (formatting.has_lead_out ? "written" : "none") << "\nlast recorded address  "
      << (formatting.last_recorded ? std::to_string(formatting.last_recorded->value) : "none")
      << "\nwritable addresses     " << (usable != 0 ? "0 to " + std::to_string(usable - 1) : "none") << '\n';
}

void print_disc(const Disc& disc, std::ostream& out) {
  const DiscState& state = disc.state();
  out << "disc      " << in_words(state.status) << (state.write_protected ? ", write-protected" : "") << '\n';
  for (const disc::Session& session : state.sessions) {
    out << "          session " << session.number << ' ' << in_words(session.state) << ", ";
    if (session.first_track == session.last_track) {
      out << "track " << session.first_track << '\n';
    } else {
      out << "tracks " << session.first_track << " to " << session.last_track << '\n';
    }
  }
  print_tracks(state, out);
  if (state.formatting) return print_formatting(disc, out);
  const Track* next = state.growing_track();
  out << "\nnext writable address  " << (next != nullptr ? std::to_string(next->next_writable().value) : "none")
      << "\nfree sectors           " << (next != nullptr ? next->free_sectors() : 0) << '\n';
}

Json json_of(const Track& track) {
  return {{"number", track.number},
          {"state", in_words(track.state)},
          {"damaged", track.damaged},
          {"form", track.form == disc::SectorForm::audio ? "audio" : "data"},
          {"start", track.start.value},
          {"size_sectors", track.size_sectors},
          {"written_sectors", track.written_sectors}};
}

Json sessions_of(const DiscState& state) {
  Json sessions = Json::array();
  for (const disc::Session& session : state.sessions) {
    Json tracks = Json::array();
    for (const Track& track : state.tracks)
      if (track.session == session.number) tracks.push_back(json_of(track));
    sessions.push_back({{"number", session.number}, {"state", in_words(session.state)}, {"tracks", std::move(tracks)}});
  }
  return sessions;
}

Json gaps_of(const DiscState& state) {
  Json gaps = Json::array();
  for (std::size_t i = 0; i < state.tracks.size(); ++i) {
    const std::optional<Gap> gap = gap_before(state, i);
    if (!gap) continue;
    gaps.push_back({{"start", gap->start.value},
                    {"sectors", gap->sectors},
                    {"after_track", state.tracks[i - 1].number},
                    {"before_track", state.tracks[i].number}});
  }
  return gaps;
}

Json formatting_of(const Disc& disc) {
  const disc::Formatting& formatting = *disc.state().formatting;
  const auto& last = formatting.last_recorded;
  return {{"status", in_words(formatting.status)},
          {"formatted_sectors", formatting.background_end().value},
          {"lead_out", formatting.has_lead_out},
          {"last_recorded_address", last ? Json(last->value) : Json(nullptr)},
          {"writable_sectors", usable_sectors(disc)}};
}

/// A medium that is written at any address has no next one, and no room that shrinks; it has its formatting instead.
Json json_of(const Disc& disc) {
  const DiscState& state = disc.state();
  if (state.formatting)
    return {{"status", in_words(state.status)}, {"sessions", sessions_of(state)}, {"formatting", formatting_of(disc)}};
  const Track* next = state.growing_track();
  return {{"status", in_words(state.status)},
          {"write_protected", state.write_protected},
          {"sessions", sessions_of(state)},
          {"gaps", gaps_of(state)},
          {"next_writable_address", next != nullptr ? Json(next->next_writable().value) : Json(nullptr)},
          {"free_sectors", next != nullptr ? next->free_sectors() : 0}};
}

Json json_of(const disc::Medium& medium) {
  return {{"id", medium.id},
          {"technology", profile::name_of(medium.technology)},
          {"capacity_sectors", medium.capacity_sectors}};
}

}  // namespace

void print_text(const profile::Scenario& scenario, const drive::Drive& drive, std::ostream& out) {
  const drive::DriveSettings& settings = drive.settings();
  out << "scenario  " << scenario.id << ": " << scenario.description << "\ndrive     " << settings.id << ": "
      << settings.vendor << ' ' << settings.product << ' ' << settings.revision << "\nmedium    ";
  if (scenario.medium) {
    out << scenario.medium->id << ": " << profile::name_of(scenario.medium->technology) << ", "
        << scenario.medium->capacity_sectors << " sectors\n";
  } else {
    out << "none\n";
  }
  out << "tray      " << (drive.tray_open() ? "open" : "closed");
  if (drive.becoming_ready_ms() != 0) out << ", becoming ready for another " << drive.becoming_ready_ms() << " ms";
  out << '\n';
  if (drive.software_write_protect()) out << "          write protect until the power goes (mode page 1Dh, SWPP)\n";
  if (drive.disc() != nullptr) {
    print_disc(*drive.disc(), out);
  } else {
    out << "disc      none\n";
  }
}

void print_json(const profile::Scenario& scenario, const drive::Drive& drive, std::ostream& out) {
  const drive::DriveSettings& settings = drive.settings();
  const Json report{
      {"scenario", scenario.id},
      {"description", scenario.description},
      {"drive",
       {{"id", settings.id},
        {"vendor", settings.vendor},
        {"product", settings.product},
        {"revision", settings.revision}}},
      {"medium", scenario.medium ? json_of(*scenario.medium) : Json(nullptr)},
      {"tray", drive.tray_open() ? "open" : "closed"},
      {"becoming_ready_ms", drive.becoming_ready_ms()},
      {"software_write_protect", drive.software_write_protect()},
      {"disc", drive.disc() != nullptr ? json_of(*drive.disc()) : Json(nullptr)},
  };
  out << report.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace discbench::cli
