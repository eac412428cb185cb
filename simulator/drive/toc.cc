#include "drive/toc.h"

#include <algorithm>

#include "disc/rules/rule_book.h"
#include "drive/cd_sub_channel.h"
#include "drive/disc_view.h"
#include "drive/technology.h"
#include "mmc/msf.h"

namespace discbench::drive {
namespace {

using disc::Disc;
using disc::Session;
using disc::SessionState;
using disc::Track;
using mmc::FullTocDescriptor;
using mmc::TocTrackDescriptor;
using Numbers = std::optional<TocNumbers>;

bool is_cd(const Disc& disc) { return traits_of(disc.medium().technology).medium_class == MediumClass::cd; }
bool is_recordable_cd(const Disc& disc) { return disc.medium().technology == disc::Technology::cd_r; }
std::uint8_t low_byte(std::uint16_t number) { return static_cast<std::uint8_t>(number); }

std::uint32_t address(disc::Lba lba, bool as_msf) {
  return as_msf ? mmc::msf_field(mmc::to_msf(lba.value)) : static_cast<std::uint32_t>(lba.value);
}

/// Format 0: the tracks of complete sessions from the one asked for on, and the lead-out. DVD and BD have no table of
/// their own; drives make this one up from their sessions. MMC-5, "Fabrication of TOC Form 0".
Numbers append_tracks(Reply& reply, const Disc& disc, std::uint8_t control, const mmc::ReadTocPmaAtip& cdb) {
  const Session* last_session = disc.state().last_complete_session();
  if (last_session == nullptr) return std::nullopt;
  // A BD-R may have more tracks than there are numbers below the lead-out's: those are not told.
  const std::uint16_t last = std::min<std::uint16_t>(last_session->last_track, TocTrackDescriptor::lead_out - 1);
  const std::uint8_t wanted = cdb.track_session_number;
  if (wanted > last && wanted != TocTrackDescriptor::lead_out) return std::nullopt;
  for (const Track& track : disc.state().tracks)
    if (track.number >= wanted && track.number <= last)
      reply.append(TocTrackDescriptor{.control = control_of(track, control),
                                      .track_number = low_byte(track.number),
                                      .track_start_address = address(track.start, cdb.msf)});
  reply.append(TocTrackDescriptor{.control = control_of(*disc.state().track(last), control),
                                  .track_number = TocTrackDescriptor::lead_out,
                                  .track_start_address = address(*disc.state().end_of_complete_sessions(), cdb.msf)});
  return TocNumbers{low_byte(disc.state().tracks.front().number), low_byte(last)};
}

/// Format 1: the first track of the last complete session.
Numbers append_last_session(Reply& reply, const Disc& disc, std::uint8_t control, const mmc::ReadTocPmaAtip& cdb) {
  const Session* session = disc.state().last_complete_session();
  if (session == nullptr) return std::nullopt;
  const Track* track = disc.state().track(session->first_track);
  reply.append(TocTrackDescriptor{.control = control_of(*track, control),
                                  .track_number = low_byte(track->number),
                                  .track_start_address = address(track->start, cdb.msf)});
  return TocNumbers{1, low_byte(session->number)};
}

/// `track` is the one whose CONTROL the point repeats: its own, or that of the session's first or last track.
FullTocDescriptor point(const Disc& disc, std::uint16_t track, std::uint8_t number, mmc::Msf where) {
  const Track& of = *disc.state().track(track);
  return FullTocDescriptor{.session_number = low_byte(of.session),
                           .control = control_of(disc, of),
                           .point = number,
                           .pmin = where.minute,
                           .psec = where.second,
                           .pframe = where.frame};
}

/// B0 of Q mode 5: where the next session's program area may begin; C0, in the first session, where the first lead-in
/// begins. Red Book and Orange Book, "Multisession pointers". A disc of one session that was closed for good has none.
void append_multisession_pointers(Reply& reply, const Disc& disc, const Session& session, disc::Lba lead_out) {
  const bool only_session = disc.state().sessions.size() == 1;
  if (!is_recordable_cd(disc) || only_session) return;
  const bool closed_for_good = &session == &disc.state().last_session();
  const std::uint32_t gap = disc.rules().gap_after_session(disc.habits(), session.number);
  constexpr std::int64_t pre_gap = 150;
  const mmc::Msf next = closed_for_good ? mmc::no_msf : mmc::to_msf((lead_out + (gap - pre_gap)).value);
  const bool first = session.number == 1;
  FullTocDescriptor b0 =
      point(disc, session.first_track, 0xb0, mmc::to_msf(disc.medium().last_possible_lead_out.value));
  b0.adr = 5;
  b0.min = next.minute;
  b0.sec = next.second;
  b0.frame = next.frame;
  b0.zero = first ? 2 : 1;  // how many pointers of mode 5 there are
  reply.append(b0);
  if (!first) return;
  FullTocDescriptor c0 = point(disc, session.first_track, 0xc0, mmc::to_msf(disc.medium().lead_in_start.value));
  c0.adr = 5;
  c0.min = static_cast<std::uint8_t>(0x80 | (disc.medium().indicative_write_power << 4));
  reply.append(c0);
}

/// Format 2: everything that the lead-ins of complete sessions say. CD only.
Numbers append_full_toc(Reply& reply, const Disc& disc, const mmc::ReadTocPmaAtip& cdb) {
  const Session* last = disc.state().last_complete_session();
  if (!is_cd(disc) || last == nullptr || cdb.track_session_number > last->number) return std::nullopt;
  for (const Session& session : disc.state().sessions) {
    if (session.state != SessionState::complete || session.number < cdb.track_session_number) continue;
    const disc::Lba lead_out = disc.state().track(session.last_track)->end();
    reply.append(point(disc, session.first_track, 0xa0, mmc::Msf{low_byte(session.first_track), 0, 0}));
    reply.append(point(disc, session.last_track, 0xa1, mmc::Msf{low_byte(session.last_track), 0, 0}));
    reply.append(point(disc, session.last_track, 0xa2, mmc::to_msf(lead_out.value)));
    for (const Track& track : disc.state().tracks)
      if (track.session == session.number && track.state == disc::TrackState::complete)
        reply.append(point(disc, track.number, low_byte(track.number), mmc::to_msf(track.start.value)));
    append_multisession_pointers(reply, disc, session, lead_out);
  }
  return TocNumbers{1, low_byte(last->number)};
}

/// Format 3: the tracks that the program memory area knows, with start (PMIN) and end (MIN). Recordable CD only.
Numbers append_pma(Reply& reply, const Disc& disc) {
  if (!is_recordable_cd(disc)) return std::nullopt;
  TocNumbers sessions{1, 1};
  for (const Track& track : disc.state().tracks) {
    if (track.state != disc::TrackState::complete) continue;
    const mmc::Msf start = mmc::to_msf(track.start.value);
    const mmc::Msf end = mmc::to_msf(track.end().value);
    reply.append(FullTocDescriptor{.session_number = low_byte(track.session),
                                   .control = control_of(disc, track),
                                   .point = low_byte(track.number),
                                   .min = end.minute,
                                   .sec = end.second,
                                   .frame = end.frame,
                                   .pmin = start.minute,
                                   .psec = start.second,
                                   .pframe = start.frame});
    sessions.last = low_byte(track.session);
  }
  return sessions;
}

/// Format 4: what the groove of a recordable CD says. Only as minutes, seconds and frames.
Numbers append_atip(Reply& reply, const Disc& disc, const mmc::ReadTocPmaAtip& cdb) {
  if (!is_recordable_cd(disc) || !cdb.msf) return std::nullopt;
  const disc::Medium& medium = disc.medium();
  const mmc::Msf lead_in = mmc::to_msf(medium.lead_in_start.value);
  const mmc::Msf lead_out = mmc::to_msf(medium.last_possible_lead_out.value);
  reply.append(mmc::AtipDescriptor{.indicative_target_writing_power = medium.indicative_write_power,
                                   .uru = medium.unrestricted_use,
                                   .disc_sub_type = medium.disc_sub_type,
                                   .atip_start_min_of_lead_in = lead_in.minute,
                                   .atip_start_sec_of_lead_in = lead_in.second,
                                   .atip_start_frame_of_lead_in = lead_in.frame,
                                   .atip_last_possible_start_min_of_lead_out = lead_out.minute,
                                   .atip_last_possible_start_sec_of_lead_out = lead_out.second,
                                   .atip_last_possible_start_frame_of_lead_out = lead_out.frame});
  return TocNumbers{0, 0};
}

}  // namespace

std::optional<TocNumbers> append_toc(Reply& reply, const Disc& disc, std::uint8_t control, std::uint8_t format,
                                     const mmc::ReadTocPmaAtip& cdb) {
  switch (format) {
    case 0:
      return append_tracks(reply, disc, control, cdb);
    case 1:
      return append_last_session(reply, disc, control, cdb);
    case 2:
      return append_full_toc(reply, disc, cdb);
    case 3:
      return append_pma(reply, disc);
    case 4:
      return append_atip(reply, disc, cdb);
    default:
      return std::nullopt;  // CD-TEXT: no data disc has any
  }
}

}  // namespace discbench::drive
