// What can be overwritten, speeds, events and reading back, on the simulated recorder.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "end_to_end/burning_rig.h"
#include "imapi_writer/memory_stream.h"
#include "imapi_writer/progress_sink.h"

namespace discbench::end_to_end {
namespace {

using Data = IDiscFormat2Data;
using imapi::numbered_sectors;
using imapi::stream_of;
using ::testing::ElementsAre;

TEST(DvdPlusRw, IsFormattedByItsFirstWriteAndThenHoldsTheStream) {
  BurningRig rig(scenario("dvd-plus-rw/blank"));
  EXPECT_EQ(value_of(rig.writer(), &Data::get_MediaPhysicallyBlank), VARIANT_TRUE);
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_TRUE(rig.disc().formatting.value().usable());
  EXPECT_FALSE(rig.disc().formatting.value().has_lead_out);
  EXPECT_EQ(rig.read(0, 40), numbered_sectors(40));
  EXPECT_EQ(value_of(rig.writer(), &Data::get_NextWritableAddress), 0);
  EXPECT_EQ(value_of(rig.writer(), &Data::get_FreeSectorsOnMedia),
            value_of(rig.writer(), &Data::get_TotalSectorsOnMedia));
}

TEST(DvdPlusRw, KeepsWhatItHoldsUnlessItIsToBeOverwritten) {
  BurningRig rig(scenario("dvd-plus-rw/blank"));
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_EQ(value_of(rig.writer(), &Data::get_MediaHeuristicallyBlank), VARIANT_FALSE);
  EXPECT_EQ(rig.burn(numbered_sectors(8)), E_IMAPI_DF2DATA_MEDIA_NOT_BLANK);
  ASSERT_EQ(rig.writer()->put_ForceOverwrite(VARIANT_TRUE), S_OK);
  std::vector<std::uint8_t> zeros(std::size_t{40} * 2048);
  ASSERT_EQ(rig.burn(zeros), S_OK);
  EXPECT_EQ(rig.read(0, 40), zeros);
  EXPECT_EQ(value_of(rig.writer(), &Data::get_MediaHeuristicallyBlank), VARIANT_TRUE);
}

TEST(DvdPlusRw, ForcedClosedGetsItsLeadOutAndCanBeWrittenAgain) {
  BurningRig rig(scenario("dvd-plus-rw/blank"));
  ASSERT_EQ(rig.writer()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
  ASSERT_EQ(rig.writer()->put_ForceOverwrite(VARIANT_TRUE), S_OK);
  ASSERT_EQ(rig.burn(numbered_sectors(40)), S_OK);
  EXPECT_TRUE(rig.disc().formatting.value().has_lead_out);
  ASSERT_EQ(rig.burn(numbered_sectors(64)), S_OK);
  EXPECT_TRUE(rig.disc().formatting.value().has_lead_out);
  EXPECT_EQ(rig.read(0, 64), numbered_sectors(64));
}

class OnEveryMedium : public ::testing::TestWithParam<std::string> {};

TEST_P(OnEveryMedium, AFullVerificationFindsWhatWasWritten) {
  BurningRig rig(scenario(GetParam() + "/blank"));
  ASSERT_EQ(com::query<IBurnVerification>(rig.writer())->put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_FULL), S_OK);
  imapi::Connection sink(rig.writer());
  EXPECT_EQ(rig.burn(numbered_sectors(100)), S_OK);
  auto actions = sink->actions();
  std::erase(actions, IMAPI_FORMAT2_DATA_WRITE_ACTION_FORMATTING_MEDIA);
  EXPECT_THAT(actions,
              ElementsAre(IMAPI_FORMAT2_DATA_WRITE_ACTION_VALIDATING_MEDIA,
                          IMAPI_FORMAT2_DATA_WRITE_ACTION_INITIALIZING_HARDWARE,
                          IMAPI_FORMAT2_DATA_WRITE_ACTION_CALIBRATING_POWER,
                          IMAPI_FORMAT2_DATA_WRITE_ACTION_WRITING_DATA, IMAPI_FORMAT2_DATA_WRITE_ACTION_FINALIZATION,
                          IMAPI_FORMAT2_DATA_WRITE_ACTION_VERIFYING, IMAPI_FORMAT2_DATA_WRITE_ACTION_COMPLETED));
}

TEST_P(OnEveryMedium, TheSlowestSpeedIsSetAndToldAndSetAgainForAWrite) {
  BurningRig rig(scenario(GetParam() + "/blank"));
  SAFEARRAY* array = value_of(rig.writer(), &Data::get_SupportedWriteSpeeds);
  const auto* const speeds = static_cast<const VARIANT*>(array->pvData);
  const ULONG count = array->rgsabound[0].cElements;
  ASSERT_GE(count, 2u);
  const auto fastest = static_cast<LONG>(speeds[0].ulVal);
  const auto slowest = static_cast<LONG>(speeds[count - 1].ulVal);
  SafeArrayDestroy(array);
  EXPECT_EQ(value_of(rig.writer(), &Data::get_CurrentWriteSpeed), fastest);
  EXPECT_EQ(rig.writer()->SetWriteSpeed(slowest, VARIANT_FALSE), S_OK);
  EXPECT_EQ(value_of(rig.writer(), &Data::get_CurrentWriteSpeed), slowest);
  EXPECT_EQ(rig.writer()->SetWriteSpeed(fastest - 1, VARIANT_FALSE) & ~0x3, S_IMAPI_SPEEDADJUSTED & ~0x3);
  EXPECT_LT(value_of(rig.writer(), &Data::get_CurrentWriteSpeed), fastest);
  EXPECT_GE(rig.burn(numbered_sectors(40)), S_OK);
}

INSTANTIATE_TEST_SUITE_P(All, OnEveryMedium, ::testing::Values("cd-r", "dvd-plus-r", "dvd-plus-rw", "bd-r"),
                         [](const auto& parameter) {
                           std::string name = parameter.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace discbench::end_to_end
