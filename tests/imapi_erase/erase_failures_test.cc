// Every code that an erase may end with, and that the recorder is given back whatever happens.
#include "imapi_erase/erase_fixture.h"

namespace discbench::imapi {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

constexpr mmc::Sense invalid_field{0x5, 0x24, 0x00};

class EraseFailures : public EraseTest {
 protected:
  EraseFailures() { insert_full_cd_rw(); }

  /// Erases, and sees to it that the recorder was given back.
  HRESULT erase_and_let_go() {
    const HRESULT result = erase();
    EXPECT_EQ(recorder().done().back(), "release");
    return result;
  }
  void expect_untouched() { EXPECT_THAT(recorder().heard(), Not(Contains(StartsWith("a1")))); }
};

TEST_F(EraseFailures, NeedsARecorderAndAClient) {
  Pointer<IDiscFormat2Erase> bare;
  ASSERT_EQ(create_disc_format_erase(IID_PPV_ARGS(bare.put())), S_OK);
  EXPECT_EQ(bare->EraseMedia(), E_IMAPI_RECORDER_REQUIRED);
  ASSERT_EQ(bare->put_Recorder(recorder_.get()), S_OK);
  EXPECT_EQ(bare->EraseMedia(), E_IMAPI_ERASE_CLIENT_NAME_IS_NOT_VALID);
  expect_untouched();
}

TEST_F(EraseFailures, AnothersLockStandsInTheWay) {
  recorder().refuse_exclusive_access(E_IMAPI_RECORDER_LOCKED);
  EXPECT_EQ(erase(), E_IMAPI_RECORDER_LOCKED);
  recorder().refuse_exclusive_access(E_IMAPI_RECORDER_CLIENT_NAME_IS_NOT_VALID);
  EXPECT_EQ(erase(), E_IMAPI_ERASE_CLIENT_NAME_IS_NOT_VALID);
  expect_untouched();
}

TEST_F(EraseFailures, OtherMediaAreNotSupported) {
  for (const char* profile : {"0000", "0008", "0009", "0010", "0011", "0012", "001b", "0041", "0043"}) {
    insert(profile, "1e");
    EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_MEDIA_IS_NOT_SUPPORTED) << profile;
    expect_untouched();
  }
}

TEST_F(EraseFailures, WhatTheDriveDoesNotCallErasableIsNot) {
  insert("000a", "0e");
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_MEDIA_IS_NOT_ERASABLE);
  expect_untouched();
  insert_full_cd_rw();
  recorder().refuse("a1", {0x5, 0x30, 0x06});
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_MEDIA_IS_NOT_ERASABLE) << "cannot format, incompatible medium";
}

TEST_F(EraseFailures, AnEmptyDriveHasNothingToErase) {
  recorder().refuse("00", {0x2, 0x3a, 0x01});
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  recorder().refuse("00", {0x2, 0x04, 0x01});
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_RECORDER_MEDIA_BECOMING_READY);
  expect_untouched();
}

TEST_F(EraseFailures, ShortRepliesHaveCodesOfTheirOwn) {
  recorder().reply("51", "0006 1e 01010101 00");
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_DISC_INFORMATION_TOO_SMALL);
  insert_full_cd_rw();
  recorder().reply("5a", "000c 000000000000 2a04 00000000");
  ASSERT_EQ(eraser_->put_FullErase(VARIANT_TRUE), S_OK);
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_MODE_PAGE_2A_TOO_SMALL);
  expect_untouched();
}

TEST_F(EraseFailures, ADriveThatDoesNotSpinUp) {
  recorder().refuse("1b", {0x4, 0x44, 0x00});
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_DRIVE_FAILED_SPINUP_COMMAND);
  expect_untouched();
}

TEST_F(EraseFailures, ADriveThatRefusesTheCommand) {
  recorder().refuse("a1", invalid_field);
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_DRIVE_FAILED_ERASE_COMMAND);
  recorder().refuse("a1", {0x7, 0x27, 0x00});
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED) << "which has a name of its own";
  insert_dvd_plus_rw();
  recorder().refuse("04", {0x5, 0x26, 0x00});
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_DRIVE_FAILED_ERASE_COMMAND);
}

TEST_F(EraseFailures, ADriveThatGivesUpHalfway) {
  recorder().moments = {{operation_in_progress, 0x1000}, {{0x3, 0x51, 0x00}}};
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_UNEXPECTED_DRIVE_RESPONSE_DURING_ERASE) << "erase failure";
  recorder().moments = {{{0x2, 0x3a, 0x02}}};
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_RECORDER_MEDIA_NO_MEDIA) << "taken away by force";
  EXPECT_NE(sink_->updates.back().first, 60) << "it was never told that all is done";
}

TEST_F(EraseFailures, ADriveThatIsAlwaysAnotherOne) {
  recorder().hangs = true;
  recorder().moments = {{{0x6, 0x29, 0x00}}};
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_UNEXPECTED_DRIVE_RESPONSE_DURING_ERASE);
}

TEST_F(EraseFailures, ADriveThatHangsIsNotWaitedForForEver) {
  recorder().hangs = true;
  recorder().moments = {{operation_in_progress, 0x1000}};
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_TOOK_LONGER_THAN_ONE_HOUR);
}

TEST_F(EraseFailures, ABackgroundFormatThatHangsIsNotEither) {
  insert_dvd_plus_rw();
  recorder().hangs = true;
  recorder().background = {{{}, 0x1000}};
  ASSERT_EQ(eraser_->put_FullErase(VARIANT_TRUE), S_OK);
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_ERASE_TOOK_LONGER_THAN_ONE_HOUR);
}

TEST_F(EraseFailures, WhatTheRecorderItselfAnswersIsPassedOn) {
  recorder().fail("a1", E_IMAPI_RECORDER_COMMAND_TIMEOUT);
  EXPECT_EQ(erase_and_let_go(), E_IMAPI_RECORDER_COMMAND_TIMEOUT);
}

}  // namespace
}  // namespace discbench::imapi
