// What the writer says when the device fails, changes its medium under the question, or answers nonsense.
#include "imapi_writer/writer_fixture.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;
using Sequential = IMultisessionSequential;

constexpr HRESULT no_media = E_IMAPI_RECORDER_MEDIA_NO_MEDIA;
constexpr HRESULT invalid_response = E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE;
constexpr mmc::Sense unreadable = mmc::sense::unreadable_sector;

constexpr auto address_getters = {&Data::get_TotalSectorsOnMedia, &Data::get_FreeSectorsOnMedia,
                                  &Data::get_NextWritableAddress, &Data::get_StartAddressOfPreviousSession,
                                  &Data::get_LastWrittenAddressOfPreviousSession};

class Failures : public WriterTest {
 protected:
  void expect_everything_fails(HRESULT result) {
    for (const auto getter : address_getters) EXPECT_EQ(of_data(getter), failed<LONG>(result));
    for (const auto getter :
         {&Sequential::get_StartAddressOfPreviousSession, &Sequential::get_LastWrittenAddressOfPreviousSession,
          &Sequential::get_NextWritableAddress, &Sequential::get_FreeSectorsOnMedia}) {
      EXPECT_EQ(of_sequential(getter), failed<LONG>(result));
    }
    EXPECT_EQ(of_sequential(&IMultisessionSequential2::get_WriteUnitSize), failed<LONG>(result));
    for (const auto getter :
         {&IMultisessionRandomWrite::get_WriteUnitSize, &IMultisessionRandomWrite::get_LastWrittenAddress,
          &IMultisessionRandomWrite::get_TotalSectorsOnMedia}) {
      EXPECT_EQ(of_random_write(getter), failed<LONG>(result));
    }
    EXPECT_EQ(of_random_write(&IMultisession::get_IsSupportedOnCurrentMediaState), failed<VARIANT_BOOL>(result));
    EXPECT_EQ(of_sequential(&IMultisession::get_IsSupportedOnCurrentMediaState), failed<VARIANT_BOOL>(result));
    EXPECT_EQ(of_sequential(&Sequential::get_IsFirstDataSession), failed<VARIANT_BOOL>(result));
    EXPECT_EQ(of_data(&Data::get_MediaPhysicallyBlank), failed<VARIANT_BOOL>(result));
    EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank), failed<VARIANT_BOOL>(result));
    EXPECT_EQ(of_data(&Data::get_CurrentMediaStatus), failed<IMAPI_FORMAT2_DATA_MEDIA_STATE>(result));
    EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), failed<IMAPI_MEDIA_WRITE_PROTECT_STATE>(result));
    EXPECT_EQ(of_data(&Data::get_CurrentPhysicalMediaType), failed<IMAPI_MEDIA_PHYSICAL_TYPE>(result));
  }
  void expect_next_address_fails(HRESULT result) {
    EXPECT_EQ(of_data(&Data::get_NextWritableAddress), failed<LONG>(result));
    EXPECT_EQ(of_sequential(&Sequential::get_NextWritableAddress), failed<LONG>(result));
  }
};

TEST_F(Failures, WithoutARecorderEveryQuestionAsksForOne) {
  ASSERT_EQ(data()->put_Recorder(nullptr), S_OK);
  expect_everything_fails(E_IMAPI_RECORDER_REQUIRED);
  IDiscRecorder2* import_recorder = recorder_.get();
  EXPECT_EQ(sequential()->get_ImportRecorder(&import_recorder), E_IMAPI_RECORDER_REQUIRED);
  EXPECT_EQ(import_recorder, nullptr);
}

TEST_F(Failures, WithoutAMediumEveryQuestionSaysSo) {
  discs::no_medium(recorder());
  expect_everything_fails(no_media);
  VARIANT_BOOL supported = VARIANT_TRUE;
  EXPECT_EQ(data()->IsCurrentMediaSupported(recorder_.get(), &supported), no_media);
  EXPECT_EQ(supported, VARIANT_FALSE);
}

TEST_F(Failures, WithAnOpenTrayToo) {
  discs::no_medium(recorder());
  recorder().refuse("00", mmc::sense::medium_not_present_tray_open);
  expect_everything_fails(no_media);
}

TEST_F(Failures, ADriveThatBecomesReadyIsNotWaitedForAndNotGuessedAbout) {
  discs::blank_cd(recorder());
  recorder().refuse("00", mmc::sense::becoming_ready);
  expect_everything_fails(E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
}

TEST_F(Failures, AFailingTransportPassesItsCodeThrough) {
  discs::blank_cd(recorder());
  for (const HRESULT result : {E_IMAPI_RECORDER_COMMAND_TIMEOUT, E_IMAPI_RECORDER_LOCKED, HRESULT_FROM_WIN32(55)}) {
    recorder().fail("51", result);
    expect_everything_fails(result);
  }
}

TEST_F(Failures, EachCommandOfTheCommonPartFailsTheQuestion) {
  for (const char* command : {"00", "46", "51"}) {
    discs::cd_with_one_session(recorder());
    recorder().refuse(command, unreadable);
    expect_everything_fails(E_FAIL);
  }
}

TEST_F(Failures, AFailedTrackQuestionFailsWhatDependsOnThatTrack) {
  discs::cd_with_one_session(recorder());
  recorder().refuse(discs::track_command(0xff), unreadable);
  expect_next_address_fails(E_FAIL);
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), failed<LONG>(E_FAIL));
  EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), succeeded(LONG{0}));

  discs::cd_with_one_session(recorder());
  recorder().refuse(discs::track_command(1), unreadable);
  EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), failed<LONG>(E_FAIL));
  EXPECT_EQ(of_data(&Data::get_LastWrittenAddressOfPreviousSession), failed<LONG>(E_FAIL));
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{11702}));
}

TEST_F(Failures, ABlankDiscWhoseTrackCannotBeReadHasNoAddressEither) {
  discs::blank_cd(recorder());
  recorder().refuse(discs::track_command(0xff), unreadable);
  expect_next_address_fails(E_FAIL);
}

TEST_F(Failures, AnAnswerIsNeverOlderThanTheQuestion) {
  discs::cd_with_one_session(recorder());
  ASSERT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{11702}));
  discs::no_medium(recorder());
  expect_next_address_fails(no_media);
  discs::blank_dvd_plus_r(recorder());
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), succeeded(LONG{2295104}));
}

TEST_F(Failures, AMediumThatMayHaveChangedIsLookedAtAgain) {
  discs::cd_with_one_session(recorder());
  recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{11702}));
}

TEST_F(Failures, AResetAndANewMediumAreTwoAttentionsAndBothAreBorne) {
  discs::cd_with_one_session(recorder());
  recorder().refuse_once("00", mmc::sense::power_on_or_reset);
  recorder().refuse_once("00", mmc::sense::medium_may_have_changed);
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{11702}));
}

TEST_F(Failures, AMediumThatIsExchangedInTheMiddleOfAQuestionIsReadFromTheBeginning) {
  discs::cd_with_one_session(recorder());
  recorder().refuse_once(discs::track_command(0xff), mmc::sense::medium_may_have_changed);
  bool exchanged = false;
  recorder().watch([&](const std::string& command) {
    if (command.compare(0, 2, "52") == 0 && !exchanged) {
      exchanged = true;
      discs::blank_bd_r(recorder());
    }
  });
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), succeeded(LONG{12219392}));
  EXPECT_TRUE(exchanged);
}

TEST_F(Failures, ADeviceThatNeverSettlesIsNotAskedForEver) {
  discs::cd_with_one_session(recorder());
  recorder().refuse("00", mmc::sense::medium_may_have_changed);
  expect_next_address_fails(E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  EXPECT_EQ(recorder().heard().size(), 6u);  // three attempts for each of two questions
}

struct Nonsense {
  const char* why;
  std::string command;
  std::string reply;

  friend std::ostream& operator<<(std::ostream& out, const Nonsense& nonsense) { return out << nonsense.why; }
};

class NonsenseReply : public Failures, public ::testing::WithParamInterface<Nonsense> {};

TEST_P(NonsenseReply, FailsTheQuestion) {
  discs::cd_with_one_session(recorder());
  recorder().reply(GetParam().command, GetParam().reply);
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), failed<LONG>(invalid_response));
}

INSTANTIATE_TEST_SUITE_P(
    All, NonsenseReply,
    ::testing::Values(
        Nonsense{"no disc information at all", "51", ""},
        Nonsense{"disc information cut in the middle", "51", "0020 01 01 02 02 02"},
        Nonsense{"disc information that ends before its track numbers", "51", "0004 01 01 02 02"},
        Nonsense{"disc information that claims more than it sent", "51", "0020 01 01 02 02 02 00 00 000000 00000000"},
        Nonsense{"disc information that claims nothing", "51", std::string("0000 01 01 02 02 02 00 00 000000")},
        Nonsense{"no configuration at all", "46", ""},
        Nonsense{"a configuration without its profile", "46", "00000002 0000"},
        Nonsense{"a configuration that claims more than it sent", "46", "0000FFFF 0000 0009 002D 09 04 40000100"},
        Nonsense{"a feature that runs past the end", "46", "0000000C 0000 0009  002D 09 40 40000100"},
        Nonsense{"half a feature header", "46", "00000006 0000 0009 002D"},
        Nonsense{"no track information at all", "5201 000000ff", ""},
        Nonsense{"track information that ends before its size", "5201 000000ff",
                 "0010 02 02 00 04 4F 01 00002DB6 00002DB6"},
        Nonsense{"track information that claims more than it sent", "5201 000000ff",
                 "0022 02 02 00 04 4F 01 00002DB6 00002DB6 00054FEE 00000000 00054FEE"},
        Nonsense{"a next address in front of its track", "5201 000000ff",
                 "0022 02 02 00 04 4F 01 00002DB6 00000000 00054FEE 00000000 00054FEE 00000000 00000000"},
        Nonsense{"a next address behind its track", "5201 000000ff",
                 "0022 02 02 00 04 4F 01 00002DB6 7FFFFFFF 00054FEE 00000000 00054FEE 00000000 00000000"},
        Nonsense{"more sectors than any medium has", "5201 000000ff",
                 "0022 02 02 00 04 4F 01 00002DB6 00002DB6 FFFFFFFF 00000000 FFFFFFFF 00000000 00000000"}));

TEST_F(Failures, AnAddressThatIsNotValidIsNoAddress) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(0xff),
                   "0022 02 02 00 04 4F 00 00002DB6 00002DB6 00054FEE 00000000 00054FEE 00000000 00000000");
  expect_next_address_fails(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE);
}

TEST_F(Failures, ATrackThatIsAnotherThanTheOneAskedForIsNonsense) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(1),
                   "0022 02 01 00 04 01 00 00000000 00000000 00000000 00000000 0000012E 00000000 00000000");
  EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), failed<LONG>(invalid_response));
}

TEST_F(Failures, ATrackOfAnotherSessionThanItsPlaceIsNonsense) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(1),
                   "0022 01 07 00 04 01 00 00000000 00000000 00000000 00000000 0000012E 00000000 00000000");
  EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), failed<LONG>(invalid_response));
}

TEST_F(Failures, AnAppendableDiscWithoutSessionsIsNonsense) {
  discs::cd_with_one_session(recorder());
  recorder().reply("51", "0020 01 01 00 00 00 00 00 000000 00000000 00000000 00000000 0000000000000000 0000");
  EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), failed<LONG>(invalid_response));
  EXPECT_EQ(of_sequential(&Sequential::get_IsFirstDataSession), failed<VARIANT_BOOL>(invalid_response));
}

TEST_F(Failures, ALastTrackOfNoLengthIsNonsense) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(1),
                   "0022 01 01 00 04 01 00 00000000 00000000 00000000 00000000 00000000 00000000 00000000");
  EXPECT_EQ(of_data(&Data::get_LastWrittenAddressOfPreviousSession), failed<LONG>(invalid_response));
}

TEST_F(Failures, APaddedReplyIsReadAsFarAsItSaysItGoes) {
  discs::cd_with_one_session(recorder());
  // ATAPI devices send an even number of bytes, and some a few more than that.
  recorder().reply("51", "000B 01 01 02 02 02 00 00 000000 FF FFFF");
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{11702}));
}

TEST_F(Failures, AFailedWriteProtectionQuestionFailsWhatDependsOnIt) {
  discs::blank_dvd_plus_r(recorder());
  recorder().refuse("ad", unreadable);
  EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), failed<IMAPI_MEDIA_WRITE_PROTECT_STATE>(E_FAIL));
  EXPECT_EQ(of_data(&Data::get_CurrentMediaStatus), failed<IMAPI_FORMAT2_DATA_MEDIA_STATE>(E_FAIL));
  EXPECT_EQ(of_sequential(&IMultisession::get_IsSupportedOnCurrentMediaState), failed<VARIANT_BOOL>(E_FAIL));
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), succeeded(LONG{2295104}));
}

}  // namespace
}  // namespace discbench::imapi
