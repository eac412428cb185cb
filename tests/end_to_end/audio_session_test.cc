// CDs whose first session holds music: whether a session with data is the first one is a matter of the tracks.
#include <gtest/gtest.h>

#include "end_to_end/burning_rig.h"
#include "imapi_writer/memory_stream.h"

namespace discbench::end_to_end {
namespace {

VARIANT_BOOL is_first_data_session(BurningRig& rig) {
  return value_of(rig.sequential().get(), &IMultisessionSequential::get_IsFirstDataSession);
}

TEST(AudioSession, LeavesTheFirstDataSessionToCome) {
  BurningRig rig(scenario("cd-r/audio-only"));
  EXPECT_EQ(is_first_data_session(rig), VARIANT_TRUE);
  ASSERT_EQ(rig.burn(imapi::numbered_sectors(400)), S_OK);
  EXPECT_EQ(is_first_data_session(rig), VARIANT_FALSE) << "one is closed now";
  EXPECT_EQ(rig.disc().tracks[0].form, disc::SectorForm::audio);
  EXPECT_EQ(rig.disc().tracks[1].form, disc::SectorForm::data);
  EXPECT_EQ(rig.disc().tracks[1].start, disc::Lba{1500 + 11400});
  EXPECT_EQ(rig.read(12900, 400), imapi::numbered_sectors(400));
  EXPECT_TRUE(rig.read(0, 1).empty()) << "READ (10) of an audio track is refused";
}

TEST(AudioSession, WithADataSessionBehindItIsFollowedByASecondOne) {
  BurningRig rig(scenario("cd-r/audio-then-data"));
  EXPECT_EQ(is_first_data_session(rig), VARIANT_FALSE);
}

TEST(DataSession, ThatWasWrittenAtOnceIsFollowedByOneTrackAtOnce) {
  BurningRig rig(scenario("cd-r/sao-session"));
  EXPECT_EQ(is_first_data_session(rig), VARIANT_FALSE);
  ASSERT_EQ(rig.burn(imapi::numbered_sectors(400)), S_OK);
  EXPECT_EQ(rig.disc().tracks[1].start, disc::Lba{608 + 11400});
}

}  // namespace
}  // namespace discbench::end_to_end
