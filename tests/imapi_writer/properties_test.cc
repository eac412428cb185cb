// What the writer says of a disc, in every state that a disc can be in.
#include "imapi_writer/writer_fixture.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;
using Sequential = IMultisessionSequential;
using ::testing::AnyOf;

/// The seven numbers, from both objects: they must agree.
struct Addresses {
  LONG total;
  LONG free;
  LONG next;
  LONG start;
  LONG last;
};

class Properties : public WriterTest {
 protected:
  /// `free` is what the recorder counts; on CD it is less by the post-gap.
  void expect_cd_addresses(Addresses expected) {
    expected.free -= 150;
    expect_addresses(expected);
  }
  void expect_addresses(const Addresses& expected) {
    EXPECT_EQ(of_data(&Data::get_TotalSectorsOnMedia), succeeded(expected.total));
    EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), succeeded(expected.free));
    EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(expected.next));
    EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), succeeded(expected.start));
    EXPECT_EQ(of_data(&Data::get_LastWrittenAddressOfPreviousSession), succeeded(expected.last));
    EXPECT_EQ(of_sequential(&Sequential::get_FreeSectorsOnMedia), succeeded(expected.free));
    EXPECT_EQ(of_sequential(&Sequential::get_NextWritableAddress), succeeded(expected.next));
    EXPECT_EQ(of_sequential(&Sequential::get_StartAddressOfPreviousSession), succeeded(expected.start));
    EXPECT_EQ(of_sequential(&Sequential::get_LastWrittenAddressOfPreviousSession), succeeded(expected.last));
  }
  void expect_no_room(LONG total, LONG start, LONG last) {
    EXPECT_EQ(of_data(&Data::get_TotalSectorsOnMedia), succeeded(total));
    EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), succeeded(LONG{0}));
    EXPECT_EQ(of_data(&Data::get_NextWritableAddress), failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
    EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), succeeded(start));
    EXPECT_EQ(of_data(&Data::get_LastWrittenAddressOfPreviousSession), succeeded(last));
    EXPECT_EQ(of_sequential(&Sequential::get_NextWritableAddress), failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
  }
  void expect_status(std::int32_t status) {
    EXPECT_EQ(of_data(&Data::get_CurrentMediaStatus), succeeded(static_cast<IMAPI_FORMAT2_DATA_MEDIA_STATE>(status)));
  }
  void expect_blank(VARIANT_BOOL blank) {
    EXPECT_EQ(of_data(&Data::get_MediaPhysicallyBlank), succeeded(blank));
    EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank), succeeded(blank));
  }
  void expect_supported(VARIANT_BOOL supported) {
    EXPECT_EQ(of_sequential(&IMultisession::get_IsSupportedOnCurrentMediaState), succeeded(supported));
  }
  void expect_first_session(VARIANT_BOOL first) {
    EXPECT_EQ(of_sequential(&Sequential::get_IsFirstDataSession), succeeded(first));
  }
  void expect_type_and_unit(IMAPI_MEDIA_PHYSICAL_TYPE type, LONG unit) {
    EXPECT_EQ(of_data(&Data::get_CurrentPhysicalMediaType), succeeded(type));
    EXPECT_EQ(of_sequential(&IMultisessionSequential2::get_WriteUnitSize), succeeded(unit));
  }
};

TEST_F(Properties, ABlankCdHasAllItsRoomAndNoSession) {
  discs::blank_cd(recorder());
  expect_cd_addresses({.total = 359844, .free = 359844, .next = 0, .start = -1, .last = -1});
  expect_status(0x6);
  expect_blank(VARIANT_TRUE);
  expect_supported(VARIANT_TRUE);
  expect_first_session(VARIANT_TRUE);
  expect_type_and_unit(IMAPI_MEDIA_TYPE_CDR, 1);
}

TEST_F(Properties, ABlankCdBeginsAtZeroThoughItsRecorderSaysMinus150) {
  discs::blank_cd(recorder());
  recorder().reply(discs::track_command(0xff),
                   "0022 01 01 00 04 4F 01 00000000 FFFFFF6A 00057DA4 00000000 00057DA4 00000000 00000000");
  expect_cd_addresses({.total = 359844, .free = 359844, .next = 0, .start = -1, .last = -1});
}

TEST_F(Properties, ACdWithOneClosedSessionCanTakeAnother) {
  discs::cd_with_one_session(recorder());
  expect_cd_addresses({.total = 359844, .free = 348142, .next = 11702, .start = 0, .last = 301});
  expect_status(0x4);
  expect_blank(VARIANT_FALSE);
  expect_supported(VARIANT_TRUE);
  expect_first_session(VARIANT_FALSE);
}

TEST_F(Properties, ASecondCdSessionBeginsBehindThePreGapThatItsRecorderCounts) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(0xff),
                   "0022 02 02 00 04 4F 01 00002DB6 00002D20 00054FEE 00000000 00054FEE 00000000 00000000");
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{11702}));
}

TEST_F(Properties, ASessionOfTwoTracksBeginsWithTheFirstAndEndsWithTheSecond) {
  discs::cd_with_two_tracks_in_one_session(recorder());
  expect_cd_addresses({.total = 359844, .free = 347490, .next = 12354, .start = 0, .last = 452 + 502 - 1});
}

TEST_F(Properties, AnOpenSessionIsNotThePreviousOne) {
  discs::cd_with_an_open_session(recorder());
  expect_cd_addresses({.total = 359844, .free = 346990, .next = 12854, .start = 0, .last = 301});
  expect_status(0x1000);
  expect_supported(VARIANT_FALSE);
  expect_blank(VARIANT_FALSE);
}

TEST_F(Properties, AnAudioSessionLeavesTheFirstDataSessionToCome) {
  discs::cd_with_one_session(recorder());
  recorder().reply(discs::track_command(1),
                   "0022 01 01 00 00 01 00 00000000 00000000 00000000 00000000 0000012E 00000000 00000000");
  expect_first_session(VARIANT_TRUE);
}

TEST_F(Properties, AFinalisedCdHasNoRoom) {
  discs::finalised_cd(recorder());
  expect_no_room(302, 0, 301);
  expect_status(0x4000);
  expect_supported(VARIANT_FALSE);
  expect_type_and_unit(IMAPI_MEDIA_TYPE_CDR, 1);
}

TEST_F(Properties, AFullCdWhoseRecorderKnowsNoTrackToWriteHasNoNextAddress) {
  discs::cd_with_one_session(recorder());
  recorder().refuse(discs::track_command(0xff), mmc::sense::invalid_field_in_cdb);
  EXPECT_EQ(of_data(&Data::get_NextWritableAddress), failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
  EXPECT_EQ(of_data(&Data::get_FreeSectorsOnMedia), failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
  EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), succeeded(LONG{0}));
}

TEST_F(Properties, APressedCdIsUnsupportedAndWriteProtected) {
  discs::pressed_cd(recorder());
  expect_status(0xa000);
  EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), succeeded(IMAPI_WRITEPROTECTED_READ_ONLY_MEDIA));
  EXPECT_EQ(of_data(&Data::get_CurrentPhysicalMediaType), succeeded(IMAPI_MEDIA_TYPE_CDROM));
  expect_supported(VARIANT_FALSE);
  expect_blank(VARIANT_FALSE);
  for (const auto getter :
       {&Data::get_TotalSectorsOnMedia, &Data::get_FreeSectorsOnMedia, &Data::get_NextWritableAddress,
        &Data::get_StartAddressOfPreviousSession, &Data::get_LastWrittenAddressOfPreviousSession}) {
    EXPECT_EQ(of_data(getter), failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
  }
  EXPECT_EQ(of_sequential(&IMultisessionSequential2::get_WriteUnitSize),
            failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
}

TEST_F(Properties, ABlankDvdPlusRHasAllItsRoomAndNoSession) {
  discs::blank_dvd_plus_r(recorder());
  expect_addresses({.total = 2295104, .free = 2295104, .next = 0, .start = -1, .last = -1});
  expect_status(0x6);
  expect_blank(VARIANT_TRUE);
  expect_supported(VARIANT_TRUE);
  expect_type_and_unit(IMAPI_MEDIA_TYPE_DVDPLUSR, 16);
}

TEST_F(Properties, ADvdPlusRAfterOneSessionIsAsARealOneWasSeen) {
  discs::dvd_plus_r_with_one_session(recorder());
  expect_addresses({.total = 2295104, .free = 2292864, .next = 2240, .start = 0, .last = 191});
  expect_status(0x4);
  expect_supported(VARIANT_TRUE);
  expect_first_session(VARIANT_FALSE);
}

TEST_F(Properties, AFinalisedDvdPlusRKeepsTheAddressesOfItsLastSession) {
  discs::finalised_dvd_plus_r(recorder());
  expect_no_room(36880 + 20480, 36880, 36880 + 20480 - 1);
  expect_status(0x4000);
  expect_supported(VARIANT_FALSE);
}

TEST_F(Properties, ADriveThatOnlyReadsDvdPlusRSupportsNoSession) {
  discs::blank_dvd_plus_r(recorder());
  recorder().reply("46", "0000000C 0000 001B  002B 01 04 00000000");
  expect_supported(VARIANT_FALSE);
}

TEST_F(Properties, WriteProtectionIsToldByItsReason) {
  discs::blank_dvd_plus_r(recorder());
  const std::pair<const char*, std::int32_t> reasons[] = {{"01", 0x1}, {"02", 0x8}, {"04", 0x2}, {"08", 0x4}};
  for (const auto& [flags, expected] : reasons) {
    recorder().reply("ad", std::string("00060000 ") + flags + "000000");
    EXPECT_EQ(of_data(&Data::get_WriteProtectStatus),
              succeeded(static_cast<IMAPI_MEDIA_WRITE_PROTECT_STATE>(expected)));
    expect_status(0x2006);
    expect_supported(VARIANT_FALSE);
  }
}

TEST_F(Properties, ARecorderThatIsToldToProtectProtectsEveryMedium) {
  for (const auto disc : {&discs::blank_cd, &discs::blank_dvd_plus_r, &discs::blank_bd_r}) {
    disc(recorder());
    recorder().reply("5a081d", "0010 00 00 00 00 0000  1D 08 0000 01 00 0000 0000");
    EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), succeeded(IMAPI_WRITEPROTECTED_UNTIL_POWERDOWN));
    expect_status(0x2006);
    expect_supported(VARIANT_FALSE);
    recorder().reply("5a081d", "0010 00 00 00 00 0000  1D 08 0000 00 00 0000 0000");
    EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), succeeded(IMAPI_MEDIA_WRITE_PROTECT_STATE{}));
  }
  recorder().refuse("5a081d", mmc::sense::unreadable_sector);
  EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), failed<IMAPI_MEDIA_WRITE_PROTECT_STATE>(E_FAIL));
}

TEST_F(Properties, ABlankBdRHasAllItsRoomAndNoSession) {
  discs::blank_bd_r(recorder());
  expect_addresses({.total = 12219392, .free = 12219392, .next = 0, .start = -1, .last = -1});
  expect_status(0x6);
  expect_supported(VARIANT_TRUE);
  expect_type_and_unit(IMAPI_MEDIA_TYPE_BDR, 32);
  EXPECT_EQ(of_data(&Data::get_WriteProtectStatus), succeeded(IMAPI_MEDIA_WRITE_PROTECT_STATE{}));
}

TEST_F(Properties, ABdRTellsTheLastRecordedAddressItself) {
  discs::bd_r_with_one_session(recorder());
  expect_addresses({.total = 12219392, .free = 12219200, .next = 192, .start = 0, .last = 183});
  expect_status(0x4);
  expect_supported(VARIANT_TRUE);
}

TEST_F(Properties, AnotherKindOfMediumIsNamedAndNotSupported) {
  discs::blank_cd(recorder());
  const std::pair<const char*, IMAPI_MEDIA_PHYSICAL_TYPE> kinds[] = {
      {"000A", IMAPI_MEDIA_TYPE_CDRW},   {"0011", IMAPI_MEDIA_TYPE_DVDDASHR},
      {"0012", IMAPI_MEDIA_TYPE_DVDRAM}, {"002A", IMAPI_MEDIA_TYPE_DVDPLUSRW_DUALLAYER},
      {"0043", IMAPI_MEDIA_TYPE_BDRE},   {"FFFF", IMAPI_MEDIA_TYPE_UNKNOWN}};
  recorder().refuse("ad", mmc::sense::invalid_field_in_cdb);
  for (const auto& [profile, type] : kinds) {
    recorder().reply("46", std::string("00000004 0000") + profile);
    EXPECT_EQ(of_data(&Data::get_CurrentPhysicalMediaType), succeeded(type));
    expect_status(0x8000);
    expect_supported(VARIANT_FALSE);
    EXPECT_EQ(of_random_write(&IMultisession::get_IsSupportedOnCurrentMediaState), succeeded(VARIANT_FALSE));
    expect_blank(VARIANT_TRUE);
    VARIANT_BOOL supported = VARIANT_TRUE;
    EXPECT_EQ(data()->IsCurrentMediaSupported(recorder_.get(), &supported), S_OK);
    EXPECT_EQ(supported, VARIANT_FALSE);
  }
}

TEST_F(Properties, ADamagedSessionIsToldInTheStatus) {
  discs::cd_with_one_session(recorder());
  recorder().reply("51", "0020 09 01 02 02 02 00 00 000000 00000000 00000000 00000000 0000000000000000 0000");
  expect_status(0x400);
  expect_supported(VARIANT_FALSE);
}

TEST_F(Properties, TheSupportedMediaAreThoseThatAreWritten) {
  SAFEARRAY* types = nullptr;
  ASSERT_EQ(data()->get_SupportedMediaTypes(&types), S_OK);
  std::vector<LONG> found;
  for (LONG i = 0; i < static_cast<LONG>(types->rgsabound[0].cElements); ++i) {
    VARIANT element{};
    ASSERT_EQ(SafeArrayGetElement(types, &i, &element), S_OK);
    EXPECT_EQ(element.vt, VT_I4);
    found.push_back(element.lVal);
  }
  EXPECT_THAT(found, ::testing::UnorderedElementsAre(0x2, 0x6, 0x7, 0x12));
  SafeArrayDestroy(types);
}

TEST_F(Properties, AMediumThatIsWrittenIsSupportedInEveryState) {
  for (const auto disc : {&discs::blank_cd, &discs::finalised_cd, &discs::blank_dvd_plus_r, &discs::blank_bd_r}) {
    disc(recorder());
    VARIANT_BOOL supported = VARIANT_FALSE;
    EXPECT_EQ(data()->IsCurrentMediaSupported(recorder_.get(), &supported), S_OK);
    EXPECT_EQ(supported, VARIANT_TRUE);
  }
}

}  // namespace
}  // namespace discbench::imapi
