// Burns through IDiscFormat2Data::Write on the simulated recorder, and looks at the disc afterwards.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "com/text.h"
#include "end_to_end/burning_rig.h"
#include "imapi_writer/memory_stream.h"

namespace discbench::end_to_end {
namespace {

using Data = IDiscFormat2Data;
using imapi::numbered_sectors;
using imapi::stream_of;

LONG next_address(BurningRig& rig) { return value_of(rig.writer(), &Data::get_NextWritableAddress); }
LONG free_sectors(BurningRig& rig) { return value_of(rig.writer(), &Data::get_FreeSectorsOnMedia); }
LONG previous_start(BurningRig& rig) { return value_of(rig.writer(), &Data::get_StartAddressOfPreviousSession); }
LONG previous_end(BurningRig& rig) { return value_of(rig.writer(), &Data::get_LastWrittenAddressOfPreviousSession); }

/// One burn of 40 sectors after another, and the numbers that the medium's rules make true.
struct Expected {
  std::string medium;
  LONG next_after_one;
  LONG free_after_one;
  LONG next_after_two;
  std::uint32_t last_lowest;   ///< of the first session
  std::uint32_t last_highest;  ///< with padding and run-out
  LONG next_after_cancelling;  ///< a write of which 320 sectors were recorded

  friend std::ostream& operator<<(std::ostream& out, const Expected& expected) { return out << expected.medium; }
};

class Burns : public ::testing::TestWithParam<Expected> {};

TEST_P(Burns, EachStreamBecomesAClosedSession) {
  const Expected& expected = GetParam();
  BurningRig rig(scenario(expected.medium + "/blank"));
  EXPECT_EQ(next_address(rig), 0);
  EXPECT_EQ(previous_start(rig), -1);

  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_EQ(rig.disc().status, disc::DiscStatus::appendable);
  EXPECT_EQ(rig.disc().sessions.size(), 2u);
  EXPECT_EQ(rig.disc().last_complete_session()->number, 1);
  EXPECT_EQ(next_address(rig), expected.next_after_one);
  EXPECT_EQ(free_sectors(rig), expected.free_after_one);
  EXPECT_EQ(previous_start(rig), 0);
  EXPECT_GE(previous_end(rig), static_cast<LONG>(expected.last_lowest));
  EXPECT_LE(previous_end(rig), static_cast<LONG>(expected.last_highest));

  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_EQ(rig.disc().sessions.size(), 3u);
  EXPECT_EQ(next_address(rig), expected.next_after_two);
  EXPECT_EQ(previous_start(rig), expected.next_after_one);
  EXPECT_EQ(rig.read(0, 40), numbered_sectors(40));
  EXPECT_EQ(rig.read(expected.next_after_one, 40), numbered_sectors(40));
}

TEST_P(Burns, ForceMediaToBeClosedClosesTheDisc) {
  BurningRig rig(scenario(GetParam().medium + "/blank"));
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  ASSERT_EQ(rig.writer()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_EQ(rig.disc().status, disc::DiscStatus::complete);
  EXPECT_EQ(rig.disc().sessions.size(), 2u);
  EXPECT_EQ(previous_start(rig), GetParam().next_after_one);
  EXPECT_EQ(free_sectors(rig), 0);
  LONG next = 0;
  EXPECT_TRUE(FAILED(rig.writer()->get_NextWritableAddress(&next)));
  EXPECT_TRUE(FAILED(rig.burn(numbered_sectors(40))));
  EXPECT_EQ(rig.read(GetParam().next_after_one, 40), numbered_sectors(40));
}

TEST_P(Burns, TheMultisessionElementGivesTheWritersNumbers) {
  BurningRig rig(scenario(GetParam().medium + "/blank"));
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  const auto element = rig.sequential();
  EXPECT_EQ(value_of(element.get(), &IMultisession::get_IsSupportedOnCurrentMediaState), VARIANT_TRUE);
  EXPECT_EQ(value_of(element.get(), &IMultisessionSequential::get_IsFirstDataSession), VARIANT_FALSE);
  EXPECT_EQ(value_of(element.get(), &IMultisessionSequential::get_NextWritableAddress), next_address(rig));
  EXPECT_EQ(value_of(element.get(), &IMultisessionSequential::get_FreeSectorsOnMedia), free_sectors(rig));
  EXPECT_EQ(value_of(element.get(), &IMultisessionSequential::get_StartAddressOfPreviousSession), 0);
  EXPECT_EQ(value_of(element.get(), &IMultisessionSequential::get_LastWrittenAddressOfPreviousSession),
            previous_end(rig));
}

TEST_P(Burns, AStreamThatDoesNotFitChangesNothing) {
  BurningRig rig(scenario(GetParam().medium + "/one-session"));
  const disc::DiscState before = rig.disc();
  const auto stream = stream_of(numbered_sectors(1));
  stream->claim_size((static_cast<std::uint64_t>(free_sectors(rig)) + 1) * disc::sector_size);
  EXPECT_EQ(rig.writer()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA);
  EXPECT_EQ(rig.disc(), before);
}

TEST_P(Burns, ACancelledWriteLeavesADiscThatTakesTheNextSession) {
  BurningRig rig(scenario(GetParam().medium + "/blank"));
  const auto stream = stream_of(numbered_sectors(640));
  stream->watch([&](std::size_t given) { return given >= 320 * 2048 ? rig.writer()->CancelWrite() : S_OK; });
  EXPECT_EQ(rig.writer()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  EXPECT_EQ(rig.disc().status, disc::DiscStatus::appendable);
  EXPECT_EQ(rig.disc().last_session().state, disc::SessionState::empty);
  const LONG next = next_address(rig);
  EXPECT_EQ(next, GetParam().next_after_cancelling);
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_EQ(previous_start(rig), next);
  EXPECT_EQ(rig.read(next, 40), numbered_sectors(40));
}

TEST_P(Burns, AWriteThatIsCancelledBeforeItBeginsLeavesABlankDiscBlank) {
  BurningRig rig(scenario(GetParam().medium + "/blank"));
  const disc::DiscState before = rig.disc();
  const auto stream = stream_of(numbered_sectors(64));
  stream->watch([&](std::size_t) { return rig.writer()->CancelWrite(); });
  EXPECT_EQ(rig.writer()->Write(stream.get()), E_IMAPI_REQUEST_CANCELLED);
  EXPECT_EQ(rig.disc(), before);
  EXPECT_EQ(value_of(rig.writer(), &Data::get_MediaPhysicallyBlank), VARIANT_TRUE);
}

TEST_P(Burns, AnotherHostsExclusiveAccessKeepsTheWriterOut) {
  BurningRig rig(scenario(GetParam().medium + "/blank"));
  const auto intruder = rig.another_recorder();
  ASSERT_EQ(intruder->AcquireExclusiveAccess(VARIANT_FALSE, com::String(u"someone").get()), S_OK);
  EXPECT_EQ(rig.burn(numbered_sectors(40)), E_IMAPI_RECORDER_LOCKED);
  ASSERT_EQ(intruder->ReleaseExclusiveAccess(), S_OK);
  EXPECT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  ASSERT_EQ(intruder->AcquireExclusiveAccess(VARIANT_FALSE, com::String(u"someone").get()), S_OK);
  EXPECT_EQ(intruder->ReleaseExclusiveAccess(), S_OK);
}

// CD-R: 40 sectors and the post-gap of 150, which is not free either, are padded to the least track of 300, two of
// run-out follow, the next session begins 11400 behind
// them and each later one 6900. DVD+R: 40 are padded to 48, and 2048 lie between sessions. BD-R: padded to 64, no gap.
INSTANTIATE_TEST_SUITE_P(
    EveryMedium, Burns,
    ::testing::Values(Expected{"cd-r", 302 + 11400, 359846 - 2 - 11702 - 150, 11702 + 302 + 6900, 39, 301, 322 + 11400},
                      Expected{"dvd-plus-r", 48 + 2048, 2295104 - 2096, 2096 + 48 + 2048, 39, 47, 320 + 2048},
                      Expected{"bd-r", 64, 12219392 - 64, 128, 39, 63, 320}),
    [](const auto& parameter) {
      std::string name = parameter.param.medium;
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

TEST(DvdPlusRTrap, OnlyWithoutCompatibilityAndWithoutForceTheDiscStaysOpen) {
  for (const VARIANT_BOOL disable : {VARIANT_FALSE, VARIANT_TRUE}) {
    for (const VARIANT_BOOL force : {VARIANT_FALSE, VARIANT_TRUE}) {
      BurningRig rig(scenario("dvd-plus-r/blank"));
      ASSERT_EQ(rig.writer()->put_DisableConsumerDvdCompatibilityMode(disable), S_OK);
      ASSERT_EQ(rig.writer()->put_ForceMediaToBeClosed(force), S_OK);
      ASSERT_EQ(rig.writer()->Write(stream_of(numbered_sectors(40)).get()), S_OK);
      const bool stays_open = disable == VARIANT_TRUE && force == VARIANT_FALSE;
      EXPECT_EQ(rig.disc().status, stays_open ? disc::DiscStatus::appendable : disc::DiscStatus::complete)
          << "disable " << disable << ", force " << force;
    }
  }
}

constexpr LONG post_gap = 150;

/// A CD-R with a first session of 330000 sectors: the next begins at 330002 + 11400, and 18442 sectors are left.
profile::Scenario nearly_full_cd() {
  profile::Scenario cd = scenario("cd-r/blank");
  for (const profile::Step& step :
       {profile::Step(profile::step::Write{.sectors = 330000, .pattern = 1}),
        profile::Step(profile::step::SynchronizeCache{}), profile::Step(profile::step::CloseSession{})}) {
    cd.steps.push_back({.step = step, .name = "step"});
  }
  return cd;
}

TEST(TwoPerCent, AtThatAndLessTheWriteClosesTheDiscUnasked) {
  // Two in a hundred of 359844 are 7196.88.
  BurningRig rig(nearly_full_cd());
  ASSERT_EQ(free_sectors(rig), 18442 - post_gap);
  ASSERT_EQ(rig.burn(numbered_sectors(18442 - post_gap - 7196)), S_OK);
  EXPECT_EQ(rig.disc().status, disc::DiscStatus::complete);
}

TEST(TwoPerCent, AboveItTheDiscStaysOpen) {
  BurningRig rig(nearly_full_cd());
  ASSERT_EQ(rig.burn(numbered_sectors(18442 - post_gap - 7197)), S_OK);
  EXPECT_EQ(rig.disc().status, disc::DiscStatus::appendable);
}

}  // namespace
}  // namespace discbench::end_to_end
