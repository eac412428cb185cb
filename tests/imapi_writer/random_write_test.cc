// What the writer and its elements say of a medium that is written in any order.
#include "imapi_writer/writer_fixture.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;
using RandomWrite = IMultisessionRandomWrite;
using Sequential = IMultisessionSequential;

class RandomWriteMedium : public WriterTest {
 protected:
  void expect_all_of_it_is_free() {
    for (const auto getter : {&Data::get_TotalSectorsOnMedia, &Data::get_FreeSectorsOnMedia}) {
      EXPECT_EQ(of_data(getter), succeeded(LONG{2295104}));
    }
    EXPECT_EQ(of_random_write(&RandomWrite::get_TotalSectorsOnMedia), succeeded(LONG{2295104}));
    EXPECT_EQ(of_sequential(&Sequential::get_FreeSectorsOnMedia), succeeded(LONG{2295104}));
    EXPECT_EQ(of_data(&Data::get_NextWritableAddress), succeeded(LONG{0}));
    EXPECT_EQ(of_sequential(&Sequential::get_NextWritableAddress), succeeded(LONG{0}));
  }
  void expect_no_previous_session() {
    EXPECT_EQ(of_data(&Data::get_StartAddressOfPreviousSession), succeeded(LONG{-1}));
    EXPECT_EQ(of_data(&Data::get_LastWrittenAddressOfPreviousSession), succeeded(LONG{-1}));
    EXPECT_EQ(of_sequential(&Sequential::get_StartAddressOfPreviousSession), succeeded(LONG{-1}));
    EXPECT_EQ(of_sequential(&Sequential::get_LastWrittenAddressOfPreviousSession), succeeded(LONG{-1}));
    EXPECT_EQ(of_sequential(&Sequential::get_IsFirstDataSession), succeeded(VARIANT_TRUE));
  }
  void expect_supported(VARIANT_BOOL random_write) {
    EXPECT_EQ(of_sequential(&IMultisession::get_IsSupportedOnCurrentMediaState), succeeded(VARIANT_FALSE));
    EXPECT_EQ(of_random_write(&IMultisession::get_IsSupportedOnCurrentMediaState), succeeded(random_write));
  }
  void expect_status(std::int32_t status) {
    EXPECT_EQ(of_data(&Data::get_CurrentMediaStatus), succeeded(static_cast<IMAPI_FORMAT2_DATA_MEDIA_STATE>(status)));
  }
  void expect_blank(VARIANT_BOOL physically, VARIANT_BOOL heuristically) {
    EXPECT_EQ(of_data(&Data::get_MediaPhysicallyBlank), succeeded(physically));
    EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank), succeeded(heuristically));
  }
};

TEST_F(RandomWriteMedium, UnformattedHasAllItsRoomAndTakesNoWriteAsItIs) {
  discs::unformatted_dvd_plus_rw(recorder());
  expect_all_of_it_is_free();
  expect_no_previous_session();
  expect_supported(VARIANT_FALSE);
  expect_status(0x3);
  expect_blank(VARIANT_TRUE, VARIANT_TRUE);
  EXPECT_EQ(of_data(&Data::get_CurrentPhysicalMediaType), succeeded(IMAPI_MEDIA_TYPE_DVDPLUSRW));
}

TEST_F(RandomWriteMedium, FormattedHasAllItsRoomAndNoSession) {
  discs::formatted_dvd_plus_rw(recorder());
  expect_all_of_it_is_free();
  expect_no_previous_session();
  expect_supported(VARIANT_TRUE);
  expect_status(0x1);
  EXPECT_EQ(of_random_write(&RandomWrite::get_WriteUnitSize), succeeded(LONG{16}));
  EXPECT_EQ(of_sequential(&IMultisessionSequential2::get_WriteUnitSize), succeeded(LONG{16}));
}

TEST_F(RandomWriteMedium, TellsItsLastWrittenAddressWhereItsRecorderKeepsIt) {
  discs::formatted_dvd_plus_rw(recorder());
  EXPECT_EQ(of_random_write(&RandomWrite::get_LastWrittenAddress), failed<LONG>(E_NOTIMPL));
  recorder().reply(discs::track_command(1),
                   "0022 01 01 00 07 01 02 00000000 00000000 00000000 00000000 00230540 00001234 00000000");
  EXPECT_EQ(of_random_write(&RandomWrite::get_LastWrittenAddress), succeeded(LONG{0x1234}));
}

TEST_F(RandomWriteMedium, AnyOfThreeFeaturesMakesIt) {
  discs::formatted_dvd_plus_rw(recorder());
  const std::pair<const char*, VARIANT_BOOL> configurations[] = {
      {"0000000C 0000 001A  002A 01 04 01000000", VARIANT_TRUE},
      {"0000000C 0000 001A  002A 01 04 00000000", VARIANT_FALSE},  // a drive that only reads it
      {"0000000C 0000 001A  002A 00 04 01000000", VARIANT_FALSE},  // not current
      {"00000008 0000 001A  002A 01 00", VARIANT_FALSE},           // nothing behind the header
      {"00000014 0000 001A  0020 01 0C 0023053F 00000800 00100100", VARIANT_TRUE},
      {"0000000C 0000 001A  002C 01 04 00000000", VARIANT_TRUE},
      {"00000004 0000 001A", VARIANT_FALSE}};
  for (const auto& [configuration, supported] : configurations) {
    recorder().reply("46", configuration);
    expect_supported(supported);
  }
}

TEST_F(RandomWriteMedium, WriteProtectedTakesNothing) {
  discs::formatted_dvd_plus_rw(recorder());
  recorder().reply("ad", "00060000 04000000");
  expect_supported(VARIANT_FALSE);
  expect_status(0x2001);
}

TEST_F(RandomWriteMedium, OfZerosAtBothEndsIsHeuristicallyBlank) {
  discs::formatted_dvd_plus_rw(recorder());
  expect_blank(VARIANT_FALSE, VARIANT_TRUE);
  std::vector<std::string> reads;
  for (const std::string& command : recorder().heard()) {
    if (command.compare(0, 2, "28") == 0) reads.push_back(command);
  }
  ASSERT_EQ(reads.size(), 64u);  // 2 MB at each end, 64 KiB a read
  EXPECT_EQ(reads.front(), "28000000000000002000");
  EXPECT_EQ(reads[31],
            "28000000"
            "03e000002000");
  EXPECT_EQ(reads[32], "28000023014000002000");  // 2295104 - 1024
  EXPECT_EQ(reads.back(), "28000023052000002000");
}

TEST_F(RandomWriteMedium, IsNotBlankWhereAnythingIsInThere) {
  discs::formatted_dvd_plus_rw(recorder());
  for (const char* place : {"28000000000000002000", "2800000003e000002000", "28000023052000002000"}) {
    discs::formatted_dvd_plus_rw(recorder());
    std::string sectors(std::size_t{32} * 2048 * 2, '0');
    sectors.back() = '1';
    recorder().reply(place, sectors);
    expect_blank(VARIANT_FALSE, VARIANT_FALSE);
    recorder().reply_zeros(place);
  }
}

TEST_F(RandomWriteMedium, WhatWasNeverRecordedIsBlankAndWhatCannotBeReadIsNoAnswer) {
  discs::formatted_dvd_plus_rw(recorder());
  recorder().refuse("2800002301", mmc::Sense{0x8, 0x00, 0x00});
  expect_blank(VARIANT_FALSE, VARIANT_TRUE);
  recorder().refuse("2800002301", mmc::sense::unreadable_sector);
  EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank), failed<VARIANT_BOOL>(E_FAIL));
  recorder().reply("2800002301", "00");
  EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank),
            failed<VARIANT_BOOL>(E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE));
  for (const char* capacity : {"", "0023053F", "0023053F 00000930"}) {
    recorder().reply("25", capacity);
    EXPECT_EQ(of_data(&Data::get_MediaHeuristicallyBlank),
              failed<VARIANT_BOOL>(E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE));
  }
}

TEST_F(RandomWriteMedium, SmallerThanTwoEndsIsReadToItsEnd) {
  discs::formatted_dvd_plus_rw(recorder());
  recorder().reply("25", "00000027 00000800");  // 40 sectors
  expect_blank(VARIANT_FALSE, VARIANT_TRUE);
}

TEST_F(RandomWriteMedium, IsNoneWhereSessionsAreWrittenInOrder) {
  for (const auto disc : {&discs::blank_cd, &discs::dvd_plus_r_with_one_session, &discs::bd_r_with_one_session}) {
    disc(recorder());
    EXPECT_EQ(of_random_write(&IMultisession::get_IsSupportedOnCurrentMediaState), succeeded(VARIANT_FALSE));
    for (const auto getter : {&RandomWrite::get_WriteUnitSize, &RandomWrite::get_LastWrittenAddress}) {
      EXPECT_EQ(of_random_write(getter), failed<LONG>(E_IMAPI_DF2DATA_INVALID_MEDIA_STATE));
    }
    EXPECT_EQ(of_random_write(&RandomWrite::get_TotalSectorsOnMedia), of_data(&Data::get_TotalSectorsOnMedia));
  }
}

}  // namespace
}  // namespace discbench::imapi
