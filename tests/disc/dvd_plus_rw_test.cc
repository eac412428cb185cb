// DVD+RW: a format that goes on in the background, then writes anywhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "media.h"

namespace discbench::disc {
namespace {

using Status = Formatting::Status;
using Sector = std::array<std::uint8_t, sector_size>;

constexpr std::uint32_t capacity = 2295104;
constexpr std::uint64_t lead_in_ms = 40'000;
/// 2295104 sectors of 2048 bytes at 3324 bytes a millisecond, rounded up.
constexpr std::uint64_t background_ms = 1'414'072;

Status status_of(const Disc& disc) { return disc.state().formatting->status; }

/// Its lead-in is written, and nothing else.
Disc begun() {
  Disc disc = blank(dvd_plus_rw());
  EXPECT_EQ(disc.format(capacity), std::nullopt);
  disc.pass_time(lead_in_ms);
  return disc;
}
Disc formatted() {
  Disc disc = begun();
  disc.pass_time(background_ms);
  return disc;
}

TEST(DvdPlusRw, ABlankOneIsNotFormattedAndTakesNoWrites) {
  Disc disc = blank(dvd_plus_rw());
  const DiscState before = disc.state();
  EXPECT_EQ(disc.state().status, DiscStatus::blank);
  EXPECT_EQ(status_of(disc), Status::none);
  EXPECT_EQ(disc.state().tracks.front().size_sectors, capacity);
  EXPECT_EQ(disc.write_pattern(Lba{0}, 16, {}), Refusal::not_formatted);
  disc.pass_time(1'000'000'000);
  EXPECT_EQ(disc.state(), before);
}

TEST(DvdPlusRw, FormattingBeginsWithTheLeadInAndNothingElseIsDoneMeanwhile) {
  Disc disc = blank(dvd_plus_rw());
  ASSERT_EQ(disc.format(capacity), std::nullopt);
  EXPECT_EQ(status_of(disc), Status::lead_in);
  EXPECT_EQ(disc.busy_ms(), lead_in_ms);
  disc.pass_time(lead_in_ms / 4);
  EXPECT_EQ(disc.format_progress(), 0x4000);
  EXPECT_EQ(disc.busy_ms(), lead_in_ms / 4 * 3);
  const DiscState before = disc.state();
  EXPECT_EQ(disc.write_pattern(Lba{0}, 16, {}), Refusal::format_in_progress);
  EXPECT_EQ(disc.close_session(NextSession::allowed), Refusal::format_in_progress);
  EXPECT_EQ(disc.stop_format(), Refusal::format_in_progress);
  EXPECT_EQ(disc.restart_format(), Refusal::format_in_progress);
  EXPECT_EQ(disc.format(capacity), Refusal::format_in_progress);
  EXPECT_EQ(disc.state(), before);
}

TEST(DvdPlusRw, AfterTheLeadInTheRestIsFormattedInTheBackground) {
  Disc disc = begun();
  EXPECT_EQ(status_of(disc), Status::background);
  EXPECT_EQ(disc.busy_ms(), 0U);
  EXPECT_EQ(disc.state().status, DiscStatus::complete);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{0});
  disc.pass_time(1000);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{1616}) << "1623 sectors a second, in whole blocks of 16";
  disc.pass_time(707'000 - 1000);
  EXPECT_EQ(disc.format_progress() >> 8, 0x7f);
  disc.pass_time(background_ms - 707'000 - 1);
  EXPECT_EQ(status_of(disc), Status::background);
  disc.pass_time(1);
  EXPECT_EQ(status_of(disc), Status::complete);
  EXPECT_TRUE(disc.state().formatting->has_lead_out);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{capacity});
}

TEST(DvdPlusRw, ItDoesNotMatterInWhichPortionsTimePasses) {
  Disc at_once = blank(dvd_plus_rw());
  Disc in_portions = blank(dvd_plus_rw());
  ASSERT_EQ(at_once.format(capacity), std::nullopt);
  ASSERT_EQ(in_portions.format(capacity), std::nullopt);
  at_once.pass_time(70'007);
  for (int i = 0; i < 10'001; ++i) in_portions.pass_time(7);
  EXPECT_EQ(at_once.state(), in_portions.state());
  at_once.pass_time(UINT64_MAX);
  EXPECT_EQ(status_of(at_once), Status::complete);
}

TEST(DvdPlusRw, TakesWritesAtAnyAddressAgainAndAgain) {
  Disc disc = formatted();
  const std::array<std::uint8_t, sector_size> ones = [] {
    std::array<std::uint8_t, sector_size> sector{};
    sector.fill(1);
    return sector;
  }();
  EXPECT_EQ(disc.write(Lba{1'000'001}, ones), std::nullopt);
  EXPECT_EQ(disc.write_pattern(Lba{0}, 1, {}), std::nullopt);
  EXPECT_EQ(disc.write(Lba{0}, ones), std::nullopt);
  EXPECT_EQ(disc.write(Lba{capacity - 1}, ones), std::nullopt);
  Sector sector{};
  for (const std::int32_t lba : {0, 1'000'001, 2'295'103}) {
    ASSERT_TRUE(disc.read(Lba{lba}, sector));
    EXPECT_EQ(sector, ones) << lba;
  }
  EXPECT_EQ(disc.state().formatting->last_recorded, Lba{capacity - 1});
}

TEST(DvdPlusRw, TheLastRecordedAddressIsTheHighest) {
  Disc disc = formatted();
  EXPECT_EQ(disc.state().formatting->last_recorded, std::nullopt);
  ASSERT_EQ(disc.write_pattern(Lba{5000}, 10, {}), std::nullopt);
  ASSERT_EQ(disc.write_pattern(Lba{100}, 10, {}), std::nullopt);
  EXPECT_EQ(disc.state().formatting->last_recorded, Lba{5009});
}

TEST(DvdPlusRw, HasNoSectorsBeyondItsEnd) {
  Disc disc = formatted();
  const DiscState before = disc.state();
  EXPECT_EQ(disc.write_pattern(Lba{capacity}, 1, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.write_pattern(Lba{capacity - 1}, 2, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.write_pattern(Lba{0}, UINT32_MAX, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.write_pattern(Lba{INT32_MAX}, UINT32_MAX, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.write_pattern(Lba{-1}, 1, {}), Refusal::end_of_medium);
  EXPECT_EQ(disc.state(), before);
}

TEST(DvdPlusRw, WhatWasFormattedAndNeverWrittenHoldsZeros) {
  Disc disc = begun();
  disc.pass_time(1000);
  Sector sector{1};
  EXPECT_TRUE(disc.read(Lba{1615}, sector));
  EXPECT_THAT(sector, testing::Each(0));
  EXPECT_FALSE(disc.read(Lba{1616}, sector));
  EXPECT_FALSE(disc.read(Lba{-1}, sector));
}

TEST(DvdPlusRw, AWriteAheadOfTheBackgroundFormatTakesItThere) {
  Disc disc = begun();
  ASSERT_EQ(disc.write_pattern(Lba{1'000'000}, 3, {}), std::nullopt);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{1'000'016});
  Sector sector{1};
  EXPECT_TRUE(disc.read(Lba{999'999}, sector));
  EXPECT_THAT(sector, testing::Each(0));
}

TEST(DvdPlusRw, AStoppedFormatLeavesTheWholeDiscUsableAndGoesOnLater) {
  Disc disc = begun();
  disc.pass_time(1000);
  ASSERT_EQ(disc.stop_format(), std::nullopt);
  EXPECT_EQ(status_of(disc), Status::stopped);
  EXPECT_FALSE(disc.state().formatting->has_lead_out);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{capacity});
  const DiscState stopped = disc.state();
  disc.pass_time(1'000'000);
  EXPECT_EQ(disc.state(), stopped);
  EXPECT_EQ(disc.stop_format(), std::nullopt) << "stopping what is stopped is no error";
  ASSERT_EQ(disc.restart_format(), std::nullopt);
  EXPECT_EQ(disc.state().end_of_complete_sessions(), Lba{1616});
  disc.pass_time(background_ms - 1000);
  EXPECT_EQ(status_of(disc), Status::complete);
  EXPECT_EQ(disc.restart_format(), Refusal::no_format_to_restart);
}

TEST(DvdPlusRw, ClosingTheSessionStopsTheFormatAndWritesALeadOut) {
  Disc disc = begun();
  ASSERT_EQ(disc.write_pattern(Lba{0}, 100, {}), std::nullopt);
  ASSERT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(status_of(disc), Status::stopped);
  EXPECT_TRUE(disc.state().formatting->has_lead_out);
  EXPECT_EQ(disc.write_pattern(Lba{capacity - 16}, 16, {}), std::nullopt) << "it can be written to all the same";
  ASSERT_EQ(disc.restart_format(), std::nullopt);
  EXPECT_FALSE(disc.state().formatting->has_lead_out);
}

TEST(DvdPlusRw, ClosingWhatIsNotFormattedIsNoError) {
  Disc disc = blank(dvd_plus_rw());
  const DiscState before = disc.state();
  EXPECT_EQ(disc.close_session(NextSession::allowed), std::nullopt);
  EXPECT_EQ(disc.stop_format(), std::nullopt);
  EXPECT_EQ(disc.restart_format(), Refusal::no_format_to_restart);
  EXPECT_EQ(disc.state(), before);
}

TEST(DvdPlusRw, FormattingAgainEmptiesIt) {
  Disc disc = formatted();
  ASSERT_EQ(disc.write_pattern(Lba{50}, 100, {7}), std::nullopt);
  ASSERT_EQ(disc.format(capacity), std::nullopt);
  EXPECT_EQ(disc.state().status, DiscStatus::blank);
  Sector sector{};
  EXPECT_FALSE(disc.read(Lba{50}, sector));
  disc.pass_time(lead_in_ms);
  EXPECT_EQ(disc.state(), begun().state());
  EXPECT_FALSE(disc.read(Lba{50}, sector));
  disc.pass_time(background_ms);
  ASSERT_TRUE(disc.read(Lba{50}, sector));
  EXPECT_THAT(sector, testing::Each(0));
}

TEST(DvdPlusRw, IsFormattedAsAWholeOnly) {
  Disc disc = blank(dvd_plus_rw());
  const DiscState before = disc.state();
  for (const std::uint32_t sectors : {0U, 16U, capacity - 16, capacity + 16, UINT32_MAX})
    EXPECT_EQ(disc.format(sectors), Refusal::format_size_not_offered) << sectors;
  EXPECT_EQ(disc.state(), before);
}

TEST(DvdPlusRw, HasOneTrackAndOneSessionForEver) {
  Disc disc = formatted();
  EXPECT_EQ(disc.finalise(), Refusal::function_not_of_this_medium);
  EXPECT_EQ(disc.close_track(1), Refusal::function_not_of_this_medium);
  EXPECT_EQ(disc.reserve_track(16), Refusal::function_not_of_this_medium);
  EXPECT_EQ(disc.state().tracks.size(), 1U);
  EXPECT_EQ(disc.state().growing_track(), nullptr);
}

TEST(DvdPlusRw, FormattingCostsNoMemory) {
  const Disc disc = formatted();
  EXPECT_EQ(disc.store().memory_bytes(), blank(dvd_plus_rw()).store().memory_bytes());
}

TEST(Formatting, IsForNoOtherMedium) {
  for (const Medium& medium : {cd_r_80(), dvd_plus_r(), bd_r_25(), pressed_cd()}) {
    Disc disc = blank(medium);
    const DiscState before = disc.state();
    EXPECT_EQ(disc.format(medium.capacity_sectors), Refusal::not_formattable) << medium.id;
    EXPECT_EQ(disc.restart_format(), Refusal::not_formattable) << medium.id;
    EXPECT_EQ(disc.stop_format(), Refusal::function_not_of_this_medium) << medium.id;
    disc.pass_time(1'000'000);
    EXPECT_EQ(disc.busy_ms(), 0U);
    EXPECT_EQ(disc.format_progress(), 0);
    EXPECT_EQ(disc.state(), before) << medium.id;
  }
}

}  // namespace
}  // namespace discbench::disc
