// Session At Once on CD-R: what may be planned, and what may then be written where.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "media.h"

namespace discbench::disc {
namespace {

using AudioSector = std::array<std::uint8_t, audio_sector_size>;

SessionPlan one_data_track(std::uint32_t sectors, NextSession next = NextSession::allowed) {
  return {.tracks = {{.pre_gap_sectors = 150, .sectors = sectors}}, .next = next};
}
SessionPlan audio_then_data() {
  return {.tracks = {{SectorForm::audio, 150, 400}, {SectorForm::audio, 0, 300}, {SectorForm::data, 150, 500}}};
}

/// Everything planned, in writes that do not cross from one form to the other.
Outcome write_planned(Disc& disc) {
  while (disc.state().at_once->next != disc.state().at_once->lead_out()) {
    const SessionAtOnce& session = *disc.state().at_once;
    std::uint32_t sectors = 37;
    while (session.track_at(session.next + (std::int64_t{sectors} - 1)) == nullptr ||
           !session.has_one_form(session.next, session.next + sectors))
      --sectors;
    if (const Outcome refusal = disc.write_pattern(session.next, sectors, Pattern{3})) return refusal;
  }
  return std::nullopt;
}

TEST(SessionAtOnce, BeginsWithThePreGapAndEndsWithoutRunOut) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(disc.plan_session(one_data_track(608)), std::nullopt);
  EXPECT_EQ(disc.state().status, DiscStatus::blank) << "a plan records nothing";
  EXPECT_EQ(disc.state().at_once->next, Lba{-150});
  ASSERT_EQ(disc.write_pattern(Lba{-150}, 150, {}), std::nullopt);
  EXPECT_EQ(disc.state().status, DiscStatus::appendable);
  EXPECT_EQ(disc.state().tracks.back().written_sectors, 0U);
  ASSERT_EQ(disc.write_pattern(Lba{0}, 608, Pattern{1}), std::nullopt);
  EXPECT_EQ(disc.state().last_session().state, SessionState::incomplete);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(disc.state().tracks[0],
            (Track{.size_sectors = 608, .written_sectors = 608, .state = TrackState::complete}));
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{608});
  EXPECT_EQ(disc.state().status, DiscStatus::appendable);
  EXPECT_EQ(disc.state().tracks.back().start, Lba{608 + 11400});
  EXPECT_EQ(disc.state().at_once, std::nullopt);
}

TEST(SessionAtOnce, FollowsASessionOfAnyKind) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(burn_session(disc, 608), std::nullopt);
  ASSERT_EQ(disc.plan_session(one_data_track(1000)), std::nullopt);
  EXPECT_EQ(disc.state().at_once->next, Lba{12010 - 150});
  ASSERT_EQ(write_planned(disc), std::nullopt);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(disc.state().tracks.back().start, Lba{12010 + 1000 + 6900});
}

TEST(SessionAtOnce, WithoutANextSessionClosesTheDisc) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(disc.plan_session(one_data_track(300, NextSession::not_allowed)), std::nullopt);
  ASSERT_EQ(write_planned(disc), std::nullopt);
  ASSERT_EQ(disc.close_session(NextSession::allowed), std::nullopt) << "the lead-in has said already how it ends";
  EXPECT_EQ(disc.state().status, DiscStatus::complete);
}

TEST(SessionAtOnce, TakesSectorsInOrderOnly) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(disc.plan_session(one_data_track(600)), std::nullopt);
  EXPECT_EQ(disc.write_pattern(Lba{0}, 16, {}), Refusal::wrong_address);
  EXPECT_EQ(disc.write_pattern(Lba{-151}, 16, {}), Refusal::wrong_address);
  ASSERT_EQ(disc.write_pattern(Lba{-150}, 151, {}), std::nullopt);
  const DiscState before = disc.state();
  EXPECT_EQ(disc.write_pattern(Lba{0}, 1, {}), Refusal::wrong_address);
  EXPECT_EQ(disc.write_pattern(Lba{2}, 1, {}), Refusal::wrong_address);
  EXPECT_EQ(disc.write_pattern(Lba{1}, 600, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.write_pattern(Lba{600}, 1, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.synchronise(), Refusal::session_is_not_written_whole);
  EXPECT_EQ(disc.close_session(NextSession::allowed), Refusal::session_is_not_written_whole);
  EXPECT_EQ(disc.close_track(1), Refusal::track_is_open);
  EXPECT_EQ(disc.reserve_track(300), Refusal::track_is_open);
  EXPECT_EQ(disc.plan_session(one_data_track(600)), Refusal::track_is_open);
  EXPECT_EQ(disc.state(), before);
  ASSERT_EQ(disc.write_pattern(Lba{1}, 599, {}), std::nullopt);
  EXPECT_EQ(disc.write_pattern(Lba{600}, 1, {}), Refusal::end_of_medium);
}

TEST(SessionAtOnce, AudioSectorsHave2352BytesAndLieBesideTheOthers) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(disc.plan_session({.tracks = {{SectorForm::audio, 150, 300}}}), std::nullopt);
  EXPECT_EQ(disc.state().form_to_write(), SectorForm::audio);
  ASSERT_EQ(disc.write(Lba{-150}, std::vector<std::uint8_t>(150 * 2352, 1)), std::nullopt);
  ASSERT_EQ(disc.write(Lba{0}, std::vector<std::uint8_t>(300 * 2352, 2)), std::nullopt);
  EXPECT_EQ(disc.state().tracks.back().form, SectorForm::audio);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(disc.state().form_to_write(), SectorForm::data);
  AudioSector audio{};
  std::array<std::uint8_t, sector_size> data{};
  ASSERT_TRUE(disc.read_audio(Lba{-1}, audio));
  EXPECT_THAT(audio, testing::Each(1));
  ASSERT_TRUE(disc.read_audio(Lba{299}, audio));
  EXPECT_THAT(audio, testing::Each(2));
  EXPECT_FALSE(disc.read_audio(Lba{300}, audio));
  EXPECT_FALSE(disc.read(Lba{299}, data));
}

TEST(SessionAtOnce, SeveralTracksAreNumberedAndPlacedAsPlanned) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(disc.plan_session(audio_then_data()), std::nullopt);
  EXPECT_EQ(disc.write_pattern(Lba{-150}, 150 + 700 + 1, {}), Refusal::forms_are_mixed);
  ASSERT_EQ(disc.write_pattern(Lba{-150}, 150 + 700, Pattern{4}), std::nullopt) << "two audio tracks in one write";
  EXPECT_EQ(disc.state().form_to_write(), SectorForm::data);
  ASSERT_EQ(write_planned(disc), std::nullopt);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  const auto& tracks = disc.state().tracks;
  ASSERT_EQ(tracks.size(), 4U);
  const auto complete = [](std::uint16_t number, std::int32_t start, std::uint32_t size, SectorForm form) {
    return Track{number, 1, Lba{start}, size, size, TrackState::complete, form};
  };
  EXPECT_EQ(tracks[0], complete(1, 0, 400, SectorForm::audio));
  EXPECT_EQ(tracks[1], complete(2, 400, 300, SectorForm::audio));
  EXPECT_EQ(tracks[2], complete(3, 850, 500, SectorForm::data));
  EXPECT_EQ(tracks[3].start, Lba{1350 + 11400});
  EXPECT_EQ(tracks[3].form, SectorForm::data);
  EXPECT_EQ(disc.state().sessions[0], (Session{1, SessionState::complete, 1, 3}));
}

TEST(SessionAtOnce, ReachesToTheLastPossibleLeadOut) {
  Disc disc = blank(cd_r_80());
  EXPECT_EQ(disc.plan_session(one_data_track(359847)), Refusal::plan_is_impossible);
  EXPECT_EQ(disc.plan_session(one_data_track(359846)), std::nullopt);
}

TEST(SessionAtOnce, ImpossiblePlansAreRefused) {
  Disc disc = blank(cd_r_80());
  const std::vector<std::vector<PlannedTrack>> impossible{
      {},
      {{SectorForm::data, 150, 299}},
      {{SectorForm::data, 149, 300}},
      {{SectorForm::data, 151, 300}},
      {{SectorForm::data, 150, 300}, {SectorForm::audio, 149, 300}},
      {{SectorForm::data, 150, UINT32_MAX}, {SectorForm::data, UINT32_MAX, UINT32_MAX}},
      std::vector<PlannedTrack>(100, PlannedTrack{SectorForm::data, 150, 300})};
  for (const auto& tracks : impossible)
    EXPECT_EQ(disc.plan_session({.tracks = tracks}), Refusal::plan_is_impossible) << tracks.size();
  EXPECT_EQ(disc.state(), blank(cd_r_80()).state());
}

TEST(SessionAtOnce, IsForCdsWhoseLastSessionIsEmpty) {
  EXPECT_EQ(blank(dvd_plus_r()).plan_session(one_data_track(300)), Refusal::function_not_of_this_medium);
  EXPECT_EQ(blank(pressed_cd()).plan_session(one_data_track(300)), Refusal::function_not_of_this_medium);
  Disc open = blank(cd_r_80());
  ASSERT_EQ(append(open, 300), std::nullopt);
  EXPECT_EQ(open.plan_session(one_data_track(300)), Refusal::track_is_open);
  Disc closed = blank(cd_r_80());
  ASSERT_EQ(append(closed, 300), std::nullopt);
  ASSERT_EQ(closed.close_session(NextSession::not_allowed), std::nullopt);
  EXPECT_EQ(closed.plan_session(one_data_track(300)), Refusal::disc_is_closed);
}

TEST(SessionAtOnce, AForgottenPlanLeavesNothingOrWhatWasWritten) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(disc.plan_session(audio_then_data()), std::nullopt);
  disc.forget_plan();
  EXPECT_EQ(disc.state(), blank(cd_r_80()).state());

  ASSERT_EQ(disc.plan_session(audio_then_data()), std::nullopt);
  ASSERT_EQ(disc.write_pattern(Lba{-150}, 150 + 400 + 20, {}), std::nullopt);
  disc.forget_plan();
  const auto& tracks = disc.state().tracks;
  ASSERT_EQ(tracks.size(), 3U);
  EXPECT_EQ(tracks[1], (Track{2, 1, Lba{400}, 20, 20, TrackState::complete, SectorForm::audio}));
  EXPECT_EQ(tracks[2].state, TrackState::invisible);
  EXPECT_EQ(tracks[2].start, Lba{420 + 150});
  EXPECT_EQ(disc.state().last_session(), (Session{1, SessionState::incomplete, 1, 3}));
  EXPECT_EQ(disc.close_session(NextSession::allowed), std::nullopt);

  Disc in_pre_gap = blank(cd_r_80());
  ASSERT_EQ(in_pre_gap.plan_session(audio_then_data()), std::nullopt);
  ASSERT_EQ(in_pre_gap.write_pattern(Lba{-150}, 7, {}), std::nullopt);
  in_pre_gap.forget_plan();
  EXPECT_EQ(in_pre_gap.state().tracks, blank(cd_r_80()).state().tracks);
  EXPECT_EQ(append(in_pre_gap, 300), std::nullopt);
}

}  // namespace
}  // namespace discbench::disc
