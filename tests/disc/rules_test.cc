// The rule books against the numbers of real discs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "media.h"

namespace discbench::disc {
namespace {

const Track& last_track(const Disc& disc) { return disc.state().tracks.back(); }

TEST(CdR, ABlankOneHasTheRoomThatItsGrooveSays) {
  const Disc disc = blank(cd_r_80());
  EXPECT_EQ(disc.state().status, DiscStatus::blank);
  EXPECT_EQ(last_track(disc).next_writable(), Lba{0});
  EXPECT_EQ(last_track(disc).free_sectors(), 359844U);
}

TEST(CdR, ATrackEndsWithTwoRunOutSectors) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(append(disc, 335564), std::nullopt);
  ASSERT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{335566});
}

TEST(CdR, TheNextSessionLies11400SectorsBehindTheFirstAnd6900BehindALater) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(burn_session(disc, 608), std::nullopt);
  EXPECT_EQ(last_track(disc).start, Lba{12010});  // a real disc: 608, then 12010
  ASSERT_EQ(burn_session(disc, 5888), std::nullopt);
  EXPECT_EQ(last_track(disc).start, Lba{12010 + 5890 + 6900});  // the same one: 17898 user sectors' end, then 24800
  EXPECT_EQ(last_track(disc).start, Lba{24800});
}

TEST(CdR, ATrackUnder300SectorsIsPaddedTo300) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(burn_session(disc, 184), std::nullopt);
  EXPECT_EQ(disc.state().tracks[0].size_sectors, 302U);
  EXPECT_EQ(last_track(disc).start, Lba{302 + 11400});
  std::array<std::uint8_t, sector_size> sector{1};
  EXPECT_TRUE(disc.read(Lba{299}, sector));
  EXPECT_THAT(sector, testing::Each(0));
  EXPECT_FALSE(disc.read(Lba{300}, sector)) << "run-out cannot be read";
}

TEST(CdR, SynchronisingEndsTheTrackAndLeavesTheSessionOpen) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(append(disc, 500), std::nullopt);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(disc.state().tracks[0].state, TrackState::complete);
  EXPECT_EQ(last_track(disc).state, TrackState::invisible);
  EXPECT_EQ(last_track(disc).start, Lba{500 + 2 + 150});
  EXPECT_EQ(disc.state().last_session().state, SessionState::incomplete);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), std::nullopt);
}

TEST(CdR, FreeSectorsOfAnAppendableDiscReachToTwoBeforeTheLastLeadOut) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(burn_session(disc, 608), std::nullopt);
  EXPECT_EQ(last_track(disc).free_sectors(), 359846U - 2 - 12010);
}

TEST(CdR, WithoutANextSessionItIsClosedForGood) {
  Disc disc = blank(cd_r_80());
  ASSERT_EQ(append(disc, 500), std::nullopt);
  ASSERT_EQ(disc.close_session(NextSession::not_allowed), std::nullopt);
  EXPECT_EQ(disc.state().status, DiscStatus::complete);
  EXPECT_EQ(disc.write_pattern(Lba{502}, 1, {}), Refusal::disc_is_closed);
  EXPECT_EQ(blank(cd_r_80()).finalise(), Refusal::function_not_of_this_medium);
}

TEST(CdR, HasNoMoreThan99Tracks) {
  Disc disc = blank(cd_r_80());
  for (int track = 1; track <= 99; ++track) {
    ASSERT_EQ(append(disc, 300), std::nullopt) << track;
    ASSERT_EQ(disc.synchronise(), std::nullopt);
  }
  EXPECT_EQ(disc.state().tracks.size(), 99U);
  EXPECT_EQ(disc.state().growing_track(), nullptr);
  const Lba behind = last_track(disc).end() + 150;
  EXPECT_EQ(disc.write_pattern(behind, 300, {}), Refusal::end_of_medium);
}

TEST(DvdPlusR, SessionsLie2048SectorsApart) {
  Disc disc = blank(dvd_plus_r());
  ASSERT_EQ(burn_session(disc, 192), std::nullopt);
  EXPECT_EQ(last_track(disc).start, Lba{2240});
  EXPECT_EQ(last_track(disc).free_sectors(), 2292864U);
  Disc other = blank(dvd_plus_r());
  ASSERT_EQ(burn_session(other, 1784656), std::nullopt);
  EXPECT_EQ(last_track(other).start, Lba{1786704});
  EXPECT_EQ(last_track(other).free_sectors(), 508400U);
}

TEST(DvdPlusR, PadsToTheErrorCorrectionBlockAndKeepsTheTrackOpen) {
  Disc disc = blank(dvd_plus_r());
  ASSERT_EQ(append(disc, 185), std::nullopt);
  EXPECT_EQ(last_track(disc).next_writable(), Lba{185});
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(last_track(disc).next_writable(), Lba{192});
  EXPECT_EQ(last_track(disc).state, TrackState::open);
  EXPECT_TRUE(disc.store().holds(Lba{0}, 192));
}

TEST(DvdPlusR, TheTracksOfASessionAreOneOnceItIsClosed) {
  Disc disc = blank(dvd_plus_r());
  ASSERT_EQ(append(disc, 100), std::nullopt);
  ASSERT_EQ(disc.close_track(1), std::nullopt);
  ASSERT_EQ(append(disc, 50), std::nullopt);
  EXPECT_EQ(disc.state().tracks.size(), 2U);
  ASSERT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(disc.state().tracks[0].size_sectors, 112U + 64U);
  EXPECT_EQ(disc.state().last_session(), (Session{2, SessionState::empty, 2, 2}));
}

TEST(DvdPlusR, IsCompleteAfter153Sessions) {
  Disc disc = blank(dvd_plus_r());
  for (int session = 1; session <= 153; ++session) ASSERT_EQ(burn_session(disc, 16), std::nullopt) << session;
  EXPECT_EQ(disc.state().status, DiscStatus::complete);
  EXPECT_EQ(disc.state().last_session().number, 153);
}

TEST(DvdPlusR, FinalisingAnAppendableDiscTakesItsEmptySessionAway) {
  Disc disc = blank(dvd_plus_r());
  ASSERT_EQ(burn_session(disc, 192), std::nullopt);
  ASSERT_EQ(disc.finalise(), std::nullopt);
  EXPECT_EQ(disc.state().status, DiscStatus::complete);
  EXPECT_EQ(disc.state().sessions.size(), 1U);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{192});
}

TEST(BdR, SessionsAndTracksAbutAtClusters) {
  Disc disc = blank(bd_r_25());
  EXPECT_EQ(last_track(disc).free_sectors(), 12219392U);
  ASSERT_EQ(burn_session(disc, 1000), std::nullopt);
  EXPECT_EQ(last_track(disc).start, Lba{1024});
  EXPECT_EQ(last_track(disc).free_sectors(), 12219392U - 1024);
  EXPECT_EQ(disc.state().tracks[0].size_sectors, 1024U);
}

TEST(BdR, ARecorderMayPutAGapBetweenSessions) {
  Disc disc = blank(bd_r_25());
  disc.set_habits({.bd_session_gap_sectors = 33});
  ASSERT_EQ(burn_session(disc, 32), std::nullopt);
  EXPECT_EQ(last_track(disc).start, Lba{32 + 64});
}

TEST(PressedCd, TakesNoRecording) {
  Disc disc = blank(pressed_cd());
  ASSERT_EQ(disc.press(1000, Pattern{1}), std::nullopt);
  EXPECT_EQ(disc.write_pattern(Lba{1000}, 1, {}), Refusal::not_recordable);
  EXPECT_EQ(disc.close_session(NextSession::allowed), Refusal::not_recordable);
  EXPECT_EQ(disc.press(1000, Pattern{1}), Refusal::function_not_of_this_medium);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{1000});
}

TEST(PressedDvdAndBd, EndWithAWholeBlock) {
  Disc dvd = blank(pressed_dvd());
  ASSERT_EQ(dvd.press(17, Pattern{1}), std::nullopt);
  EXPECT_EQ(dvd.state().end_of_complete_sessions(), Lba{32});
  Disc bd = blank(pressed_bd());
  EXPECT_EQ(bd.press(12219393, Pattern{1}), Refusal::end_of_medium);
  ASSERT_EQ(bd.press(12219392, Pattern{1}), std::nullopt);
  EXPECT_EQ(bd.state().end_of_complete_sessions(), Lba{12219392});
  EXPECT_EQ(bd.write_pattern(Lba{0}, 1, {}), Refusal::not_recordable);
  std::array<std::uint8_t, sector_size> sector{};
  sector.fill(0xee);
  ASSERT_TRUE(dvd.read(Lba{17}, sector)) << "the padding can be read";
  EXPECT_EQ(sector, (std::array<std::uint8_t, sector_size>{}));
}

class EveryRecordable : public testing::TestWithParam<Medium> {};

TEST_P(EveryRecordable, IsFilledToItsLastSectorAndNotBeyond) {
  Disc disc = blank(GetParam());
  const std::uint32_t capacity = GetParam().capacity_sectors;
  EXPECT_EQ(append(disc, capacity + 1), Refusal::end_of_medium);
  EXPECT_EQ(disc.state().status, DiscStatus::blank);
  ASSERT_EQ(append(disc, capacity), std::nullopt);
  EXPECT_EQ(disc.write_pattern(Lba{static_cast<std::int32_t>(capacity)}, 1, {}), Refusal::end_of_medium);
  ASSERT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(disc.state().growing_track(), nullptr);
}

TEST_P(EveryRecordable, ARefusalChangesNothing) {
  Disc disc = blank(GetParam());
  ASSERT_EQ(burn_session(disc, 1000), std::nullopt);
  ASSERT_EQ(append(disc, 100), std::nullopt);
  const DiscState before = disc.state();
  const std::size_t memory = disc.store().memory_bytes();
  const Lba next = disc.state().growing_track()->next_writable();
  EXPECT_EQ(disc.write_pattern(next + 1, 1, {}), Refusal::wrong_address);
  EXPECT_EQ(disc.write_pattern(next + -1, 1, {}), Refusal::wrong_address);
  EXPECT_EQ(disc.write_pattern(Lba{-150}, 1, {}), Refusal::wrong_address);
  EXPECT_EQ(disc.write_pattern(Lba{0}, 1, {}), Refusal::track_is_closed);
  EXPECT_EQ(disc.write_pattern(next, UINT32_MAX, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.write_pattern(Lba{INT32_MAX}, 1, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.close_track(77), Refusal::no_such_track);
  EXPECT_EQ(disc.reserve_track(100), Refusal::track_is_open);
  EXPECT_EQ(disc.state(), before);
  EXPECT_EQ(disc.store().memory_bytes(), memory);
}

TEST_P(EveryRecordable, ClosingWhatIsNotOpenIsNoError) {
  Disc disc = blank(GetParam());
  const DiscState untouched = disc.state();
  EXPECT_EQ(disc.close_session(NextSession::not_allowed), std::nullopt);
  EXPECT_EQ(disc.close_track(1), std::nullopt);
  EXPECT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(disc.state(), untouched);
  ASSERT_EQ(burn_session(disc, 1000), std::nullopt);
  const DiscState once = disc.state();
  EXPECT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(disc.close_track(1), std::nullopt);
  EXPECT_EQ(disc.state(), once);
}

TEST_P(EveryRecordable, AReservedTrackIsFilledBeforeItsSessionCloses) {
  Disc disc = blank(GetParam());
  ASSERT_EQ(disc.reserve_track(640), std::nullopt);
  const Lba behind = disc.state().growing_track()->next_writable();
  EXPECT_EQ(disc.close_session(NextSession::allowed), Refusal::reservation_not_full);
  ASSERT_EQ(disc.write_pattern(behind, 320, {}), std::nullopt);
  ASSERT_EQ(disc.write_pattern(Lba{0}, 320, {}), std::nullopt);
  EXPECT_EQ(disc.state().tracks[0].state, TrackState::partial);
  EXPECT_EQ(disc.close_session(NextSession::allowed), Refusal::reservation_not_full);
  EXPECT_EQ(disc.write_pattern(Lba{320}, 321, {}), Refusal::end_of_medium);
  ASSERT_EQ(disc.write_pattern(Lba{320}, 320, {}), std::nullopt);
  EXPECT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
}

TEST_P(EveryRecordable, TracksNeverOverlapAndNumbersNeverRepeat) {
  Disc disc = blank(GetParam());
  for (int session = 0; session < 20; ++session) {
    ASSERT_EQ(append(disc, 301 + static_cast<std::uint32_t>(session) * 17), std::nullopt);
    ASSERT_EQ(session % 3 == 0 ? disc.synchronise() : std::nullopt, std::nullopt);
    ASSERT_EQ(session % 2 == 0 ? disc.close_session(NextSession::allowed) : std::nullopt, std::nullopt);
  }
  const auto& tracks = disc.state().tracks;
  for (std::size_t i = 1; i < tracks.size(); ++i) {
    EXPECT_LE(tracks[i - 1].end(), tracks[i].start);
    EXPECT_EQ(tracks[i].number, tracks[i - 1].number + 1);
  }
  const Track& last = tracks.back();
  EXPECT_EQ(last.next_writable().value + static_cast<std::int64_t>(last.free_sectors()), GetParam().capacity_sectors);
}

INSTANTIATE_TEST_SUITE_P(Media, EveryRecordable, testing::Values(cd_r_80(), dvd_plus_r(), bd_r_25()),
                         [](const auto& media) {
                           std::string name = media.param.id;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace discbench::disc
