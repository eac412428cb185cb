// What can happen to a disc: the power fails while it is written, or it is protected from writing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "disc/media.h"

namespace discbench::disc {
namespace {

class Damaged : public testing::TestWithParam<Medium> {};

TEST_P(Damaged, TakesNoMoreDataUntilItsTrackIsClosed) {
  Disc disc = blank(GetParam());
  ASSERT_EQ(burn_session(disc, 1000), std::nullopt);
  ASSERT_EQ(append(disc, 500), std::nullopt);
  const Lba next = disc.state().growing_track()->next_writable();
  ASSERT_EQ(disc.damage(), std::nullopt);

  const Track& track = *disc.state().track(2);
  EXPECT_TRUE(track.damaged);
  EXPECT_FALSE(track.writable());
  EXPECT_EQ(track.free_sectors(), 0U);
  EXPECT_EQ(disc.state().growing_track(), nullptr);
  EXPECT_EQ(disc.state().last_session().state, SessionState::damaged);
  EXPECT_EQ(disc.state().status, DiscStatus::appendable);
  EXPECT_EQ(disc.state().last_complete_session()->number, 1);

  const DiscState before = disc.state();
  EXPECT_EQ(disc.write_pattern(next, 1, {}), Refusal::track_is_damaged);
  EXPECT_EQ(disc.write_pattern(Lba{0}, 1, {}), Refusal::track_is_damaged);
  EXPECT_EQ(disc.reserve_track(1000), Refusal::track_is_damaged);
  EXPECT_EQ(disc.synchronise(), std::nullopt);
  EXPECT_EQ(disc.state(), before) << "a refused write changes nothing, and there is nothing to synchronise";
}

TEST_P(Damaged, IsMendedByClosingItsTrack) {
  Disc disc = blank(GetParam());
  ASSERT_EQ(append(disc, 500), std::nullopt);
  ASSERT_EQ(disc.damage(), std::nullopt);
  ASSERT_EQ(disc.close_track(1), std::nullopt);
  EXPECT_FALSE(disc.state().track(1)->damaged);
  EXPECT_EQ(disc.state().last_session().state, SessionState::incomplete);
  EXPECT_EQ(append(disc, 1), std::nullopt);
}

TEST_P(Damaged, IsMendedByClosingItsSession) {
  Disc disc = blank(GetParam());
  ASSERT_EQ(append(disc, 500), std::nullopt);
  ASSERT_EQ(disc.damage(), std::nullopt);
  ASSERT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(disc.state().sessions.front().state, SessionState::complete);
  EXPECT_EQ(disc.state().last_session().state, SessionState::empty);
  EXPECT_EQ(append(disc, 1), std::nullopt);
}

TEST_P(Damaged, CannotBeADiscThatNothingIsBeingWrittenTo) {
  Disc disc = blank(GetParam());
  EXPECT_EQ(disc.damage(), Refusal::no_such_track);
  ASSERT_EQ(burn_session(disc, 1000), std::nullopt);
  EXPECT_EQ(disc.damage(), Refusal::no_such_track);
  ASSERT_EQ(disc.reserve_track(1000), std::nullopt);
  EXPECT_EQ(disc.damage(), Refusal::no_such_track);
  EXPECT_EQ(disc.state().last_session().state, SessionState::incomplete);
}

INSTANTIATE_TEST_SUITE_P(Each, Damaged, testing::Values(cd_r_80(), dvd_plus_r(), bd_r_25()), [](const auto& medium) {
  return medium.index == 0 ? "CdR" : medium.index == 1 ? "DvdPlusR" : "BdR";
});

TEST(Damaged, MayBeAReservationThatWasBeingFilled) {
  Disc disc = blank(dvd_plus_r());
  ASSERT_EQ(disc.reserve_track(1600), std::nullopt);
  ASSERT_EQ(disc.write_pattern(Lba{0}, 100, {}), std::nullopt);
  ASSERT_EQ(disc.damage(), std::nullopt);
  EXPECT_TRUE(disc.state().track(1)->damaged);
  ASSERT_EQ(disc.close_track(1), std::nullopt);
  EXPECT_EQ(disc.state().track(1)->size_sectors, 1600U);
}

class WriteProtected : public testing::TestWithParam<Medium> {};

TEST_P(WriteProtected, RefusesEveryRecordingAndIsReadAsBefore) {
  Disc disc = blank(GetParam());
  ASSERT_EQ(burn_session(disc, 1000), std::nullopt);
  ASSERT_EQ(append(disc, 500), std::nullopt);
  ASSERT_EQ(disc.write_protect(), std::nullopt);
  const DiscState before = disc.state();
  EXPECT_EQ(append(disc, 1), Refusal::write_protected);
  EXPECT_EQ(disc.write(Lba{0}, std::vector<std::uint8_t>(sector_size)), Refusal::write_protected);
  EXPECT_EQ(disc.close_track(2), Refusal::write_protected);
  EXPECT_EQ(disc.close_session(NextSession::allowed), Refusal::write_protected);
  EXPECT_EQ(disc.finalise(), Refusal::write_protected);
  EXPECT_EQ(disc.reserve_track(1000), Refusal::write_protected);
  EXPECT_EQ(disc.damage(), Refusal::write_protected);
  EXPECT_EQ(disc.state(), before);
  std::array<std::uint8_t, sector_size> sector{};
  EXPECT_TRUE(disc.read(Lba{999}, sector));
}

INSTANTIATE_TEST_SUITE_P(Each, WriteProtected, testing::Values(dvd_plus_r(), bd_r_25()),
                         [](const auto& medium) { return medium.index == 0 ? "DvdPlusR" : "BdR"; });

TEST(WriteProtected, IsNoCdAndNoPressedDisc) {
  for (const Medium& medium : {cd_r_80(), pressed_cd(), pressed_dvd(), pressed_bd()}) {
    Disc disc = blank(medium);
    EXPECT_EQ(disc.write_protect(), Refusal::function_not_of_this_medium) << medium.id;
    EXPECT_FALSE(disc.state().write_protected) << medium.id;
  }
}

}  // namespace
}  // namespace discbench::disc
