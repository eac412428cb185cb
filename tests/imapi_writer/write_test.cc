// What the writer does to a disc: the commands and their order, per medium; and what it refuses to begin.
#include "imapi/writer/burn_plan.h"
#include "imapi_writer/write_fixture.h"

namespace discbench::imapi {
namespace {

using ::testing::ElementsAre;
using Data = IDiscFormat2Data;

class Write : public WriteTest {};

TEST_F(Write, ACdIsWrittenTrackAtOnceAndItsSessionClosed) {
  discs::blank_cd(recorder());
  ASSERT_EQ(data()->put_PostgapAlreadyInImage(VARIANT_TRUE), S_OK);
  ASSERT_EQ(write(40), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(select_write_parameters, calibrate, "2a000000000000002000",
                                              "2a000000002000000800", synchronize, close_session));
  EXPECT_EQ(recorder().written(), numbered_sectors(40));
  // BUFE and track at once; another session allowed and a data track; blocks of 2048 bytes.
  EXPECT_THAT(selected(), ElementsAre(0x05, 0x32, 0x41, 0xc4, 0x08));
}

TEST_F(Write, TheSecondSessionOfACdBeginsAtTheNextWritableAddress) {
  discs::cd_with_one_session(recorder());
  ASSERT_EQ(data()->put_PostgapAlreadyInImage(VARIANT_TRUE), S_OK);
  ASSERT_EQ(write(1), S_OK);
  EXPECT_THAT(done_to_the_disc(),
              ElementsAre(select_write_parameters, calibrate, "2a0000002db600000100", synchronize, close_session));
}

TEST_F(Write, ACdGetsAPostGapOf150SectorsUnlessTheStreamHasIt) {
  discs::blank_cd(recorder());
  ASSERT_EQ(write(40), S_OK);
  auto expected = numbered_sectors(40);
  expected.resize(190 * 2048, 0);
  EXPECT_EQ(recorder().written(), expected);
}

TEST_F(Write, AStreamThatLeavesNoRoomForThePostGapMustBringIt) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(0xff),
                   "0022 02 02 00 04 4F 01 00002DB6 00002DB6 000000BE 00000000 000000BE 00000000 00000000");
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), succeeded(LONG{40}));  // of 190
  EXPECT_EQ(write(41), E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA);
  EXPECT_EQ(write(40), S_OK);
  ASSERT_EQ(data()->put_PostgapAlreadyInImage(VARIANT_TRUE), S_OK);
  EXPECT_EQ(write(190), S_OK);
  EXPECT_EQ(write(191), E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA);
}

TEST_F(Write, ARecorderThatDoesNotCalibrateIsWrittenToAllTheSame) {
  discs::blank_bd_r(recorder());
  for (const mmc::Sense sense :
       {mmc::sense::invalid_command_operation_code, mmc::Sense{0x3, 0x73, 0x02}, mmc::Sense{0x3, 0x73, 0x03}}) {
    recorder().refuse("54", sense);
    EXPECT_EQ(write(32), S_OK);
  }
  recorder().forget();
  recorder().refuse("54", mmc::Sense{0x4, 0x44, 0x00});
  EXPECT_EQ(write(32), E_FAIL);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate));
}

TEST_F(Write, TheRequestedSpeedIsSetAgainForTheMediumThatIsIn) {
  discs::blank_bd_r(recorder());
  recorder().accept("b6");
  ASSERT_EQ(data()->SetWriteSpeed(fastest_speed, VARIANT_FALSE), S_OK);
  recorder().forget();
  EXPECT_EQ(write(32), S_OK);
  EXPECT_EQ(done_to_the_disc().front(), "b60000000000000000001c00");
  ASSERT_EQ(data()->SetWriteSpeed(1000000, VARIANT_TRUE), S_IMAPI_BOTHADJUSTED);
  EXPECT_EQ(write(32), S_IMAPI_BOTHADJUSTED);
}

TEST_F(Write, ARecorderThatDoesNotTellItsSpeedIsWrittenToAllTheSame) {
  discs::blank_bd_r(recorder());
  recorder().refuse("ac0000000000000000c80300", mmc::sense::invalid_command_operation_code);
  recorder().refuse("ac1400000000000000c80000", mmc::sense::invalid_command_operation_code);
  recorder().refuse("5a", mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(write(32), S_OK);
  recorder().forget();
  recorder().refuse("ac1400000000000000c80000", mmc::sense::medium_may_have_changed);
  EXPECT_EQ(write(32), E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  EXPECT_TRUE(done_to_the_disc().empty());
}

TEST_F(Write, ACdIsClosedForGoodByItsWriteParameters) {
  discs::blank_cd(recorder());
  ASSERT_EQ(data()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
  ASSERT_EQ(data()->put_BufferUnderrunFreeDisabled(VARIANT_TRUE), S_OK);
  ASSERT_EQ(write(40), S_OK);
  EXPECT_EQ(done_to_the_disc().back(), close_session);
  EXPECT_THAT(selected(), ElementsAre(0x05, 0x32, 0x01, 0x04, 0x08));
}

TEST_F(Write, ADvdPlusRIsWrittenInEccBlocksPaddedWithZeros) {
  discs::dvd_plus_r_with_one_session(recorder());
  keep_dvd_plus_r_open();
  ASSERT_EQ(write(33), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a00000008c000002000", "2a00000008e000001000", synchronize,
                                              "5b000100000200000000", close_session));
  auto expected = numbered_sectors(33);
  expected.resize(48 * 2048, 0);
  EXPECT_EQ(recorder().written(), expected);
}

TEST_F(Write, TheDvdPlusRTrapOnlyOneOfFourRowsKeepsTheDiscOpen) {
  struct Row {
    VARIANT_BOOL disable;
    VARIANT_BOOL force;
    std::string last_close;
  };
  const Row rows[] = {{VARIANT_FALSE, VARIANT_FALSE, finalise_compatibly},
                      {VARIANT_FALSE, VARIANT_TRUE, finalise_compatibly},
                      {VARIANT_TRUE, VARIANT_TRUE, finalise},
                      {VARIANT_TRUE, VARIANT_FALSE, close_session}};
  discs::blank_dvd_plus_r(recorder());
  for (const Row& row : rows) {
    recorder().forget();
    ASSERT_EQ(data()->put_DisableConsumerDvdCompatibilityMode(row.disable), S_OK);
    ASSERT_EQ(data()->put_ForceMediaToBeClosed(row.force), S_OK);
    ASSERT_EQ(write(16), S_OK);
    EXPECT_THAT(done_to_the_disc(),
                ElementsAre(calibrate, "2a000000000000001000", synchronize, "5b000100000100000000", row.last_close));
  }
}

TEST_F(Write, ABdRIsWrittenInClustersAndKnowsNoCompatibilityMode) {
  discs::bd_r_with_one_session(recorder());
  ASSERT_EQ(write(33), S_OK);
  EXPECT_THAT(done_to_the_disc(), ElementsAre(calibrate, "2a00000000c000002000", "2a00000000e000002000", synchronize,
                                              "5b000100000200000000", close_session));
  recorder().forget();
  ASSERT_EQ(data()->put_ForceMediaToBeClosed(VARIANT_TRUE), S_OK);
  ASSERT_EQ(write(32), S_OK);
  EXPECT_EQ(done_to_the_disc().back(), finalise);
}

TEST_F(Write, ANearlyFullDiscIsClosedWhateverTheClientWishes) {
  discs::bd_r_with_one_session(recorder());
  // 219392 of 12219392 sectors are left, less than two in a hundred.
  recorder().reply(discs::track_command(2),
                   "002E 02 02 00 05 6F 01 00B71B00 00B71B00 00035900 00000000 00035900 00000000 00000000 00000000"
                   "00000000 00000000");
  ASSERT_EQ(write(32), S_OK);
  EXPECT_THAT(done_to_the_disc(),
              ElementsAre(calibrate, "2a0000b71b0000002000", synchronize, "5b000100000200000000", finalise));
}

TEST(Closing, HappensAtTwoPerCentAndNotAbove) {
  const MediaKind& cd = media_kind_of(0x09);
  EXPECT_EQ(closing_of(cd, {}, 2000, 100000), Closing::disc);
  EXPECT_EQ(closing_of(cd, {}, 2001, 100000), Closing::session);
  EXPECT_EQ(closing_of(cd, {.force_media_to_be_closed = true}, 50000, 100000), Closing::disc);
  const MediaKind& dvd_plus_r = media_kind_of(0x1b);
  EXPECT_EQ(closing_of(dvd_plus_r, {.disable_consumer_dvd_compatibility = true}, 2000, 100000), Closing::disc);
  EXPECT_EQ(closing_of(dvd_plus_r, {}, 50000, 100000), Closing::disc_compatible);
}

TEST_F(Write, WhatMissesIsToldBeforeTheDiscIsTouched) {
  discs::blank_cd(recorder());
  const auto good = stream_of(numbered_sectors(1));
  EXPECT_EQ(data()->Write(nullptr), E_POINTER);

  com::Pointer<Data> fresh;
  ASSERT_EQ(create_disc_format_data(IID_PPV_ARGS(fresh.put())), S_OK);
  EXPECT_EQ(fresh->Write(good.get()), E_IMAPI_RECORDER_REQUIRED);
  ASSERT_EQ(fresh->put_Recorder(recorder_.get()), S_OK);
  EXPECT_EQ(fresh->Write(good.get()), E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID);

  EXPECT_EQ(data()->Write(stream_of({}).get()), E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED);
  EXPECT_EQ(data()->Write(stream_of(std::vector<std::uint8_t>(2049)).get()), E_IMAPI_DF2DATA_STREAM_NOT_SUPPORTED);
  const auto silent = stream_of(numbered_sectors(1));
  silent->fail_stat(STG_E_ACCESSDENIED);
  EXPECT_EQ(data()->Write(silent.get()), STG_E_ACCESSDENIED);
  const auto stuck = stream_of(numbered_sectors(1));
  stuck->fail_seek(STG_E_SEEKERROR);
  EXPECT_EQ(data()->Write(stuck.get()), STG_E_SEEKERROR);
  EXPECT_TRUE(recorder().heard().empty());
}

TEST_F(Write, AStreamThatCannotSeekIsReadFromWhereItStands) {
  discs::blank_cd(recorder());
  const auto stream = stream_of(numbered_sectors(3));
  stream->fail_seek(E_NOTIMPL);
  ASSERT_EQ(data()->put_PostgapAlreadyInImage(VARIANT_TRUE), S_OK);
  EXPECT_EQ(data()->Write(stream.get()), S_OK);
  EXPECT_EQ(recorder().written(), numbered_sectors(3));
}

TEST_F(Write, AStreamThatDoesNotFitIsRefusedBeforeTheFirstSector) {
  discs::dvd_plus_r_with_one_session(recorder());
  const auto stream = stream_of(numbered_sectors(1));
  for (const std::uint64_t sectors : {std::uint64_t{2292865}, std::uint64_t{1} << 40}) {
    recorder().forget();
    stream->claim_size(sectors * 2048);
    EXPECT_EQ(data()->Write(stream.get()), E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA);
    EXPECT_TRUE(done_to_the_disc().empty());
  }
}

TEST_F(Write, AMediumThatTakesNoSessionIsLeftAlone) {
  struct Case {
    void (*disc)(ScriptedRecorder&);
    HRESULT result;
  };
  const Case cases[] = {{&discs::no_medium, E_IMAPI_RECORDER_MEDIA_NO_MEDIA},
                        {&discs::pressed_cd, E_IMAPI_DF2DATA_MEDIA_IS_NOT_SUPPORTED},
                        {&discs::finalised_cd, E_IMAPI_DF2DATA_INVALID_MEDIA_STATE},
                        {&discs::finalised_dvd_plus_r, E_IMAPI_DF2DATA_INVALID_MEDIA_STATE},
                        {&discs::cd_with_an_open_session, E_IMAPI_DF2DATA_INVALID_MEDIA_STATE}};
  for (const Case& each : cases) {
    recorder().forget();
    each.disc(recorder());
    EXPECT_EQ(write(1), each.result);
    EXPECT_TRUE(done_to_the_disc().empty());
  }
  discs::blank_dvd_plus_r(recorder());
  recorder().reply("ad", "00060000 04000000");
  EXPECT_EQ(write(1), E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED);
}

TEST_F(Write, WithoutExclusiveAccessNothingIsAsked) {
  discs::blank_cd(recorder());
  recorder().refuse_exclusive_access(E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(write(1), E_IMAPI_RECORDER_LOCKED);
  EXPECT_TRUE(recorder().heard().empty());
}

TEST_F(Write, AStreamThatGivesLittleAtATimeIsReadToItsEnd) {
  discs::blank_cd(recorder());
  const auto stream = stream_of(numbered_sectors(40));
  stream->give_at_most(1000);
  ASSERT_EQ(data()->put_PostgapAlreadyInImage(VARIANT_TRUE), S_OK);
  EXPECT_EQ(data()->Write(stream.get()), S_OK);
  EXPECT_EQ(recorder().written(), numbered_sectors(40));
}

TEST_F(Write, OutsideAWriteThereIsNothingToCancel) {
  EXPECT_EQ(data()->CancelWrite(), E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS);
}

}  // namespace
}  // namespace discbench::imapi
