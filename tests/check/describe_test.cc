#include <gtest/gtest.h>

#include "check/reading.h"

namespace discbench::check {
namespace {

TEST(Describe, ACodeIsToldByItsNameAndNumber) {
  EXPECT_EQ(describe(S_OK), "S_OK (0x00000000)");
  EXPECT_EQ(describe(E_POINTER), "E_POINTER (0x80004003)");
  EXPECT_EQ(describe(static_cast<HRESULT>(0xC0AA0003u)), "E_IMAPI_RECORDER_REQUIRED (0xC0AA0003)");
  EXPECT_EQ(describe(static_cast<HRESULT>(0xC0AAB15Bu)), "IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE (0xC0AAB15B)");
  EXPECT_EQ(describe(static_cast<HRESULT>(0x80070006u)), "HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE) (0x80070006)");
}

TEST(Describe, ACodeWithoutANameSaysWhetherItIsSuccess) {
  EXPECT_EQ(describe(HRESULT{0x7FFFFFFF}), "success code 0x7FFFFFFF");
  EXPECT_EQ(describe(static_cast<HRESULT>(0x8765ABCDu)), "failure code 0x8765ABCD");
}

TEST(Describe, ABooleanIsToldWithItsBits) {
  EXPECT_EQ(describe_boolean(VARIANT_TRUE), "VARIANT_TRUE (-1, 0xFFFF)");
  EXPECT_EQ(describe_boolean(VARIANT_FALSE), "VARIANT_FALSE (0, 0x0000)");
  EXPECT_EQ(describe_boolean(1), "1 (0x0001), neither VARIANT_TRUE nor VARIANT_FALSE");
}

TEST(Describe, AValueThatWasNeverWrittenIsToldAsSuch) {
  EXPECT_EQ(describe(Reading{.hr = S_OK, .value = 0x5A5A5A5A, .untouched = true}),
            "S_OK (0x00000000) with 1515870810 (0x5A5A5A5A: as before the call, never written)");
  EXPECT_EQ(describe_value(Reading{.hr = S_OK, .value = 0x5A5A, .boolean = true, .untouched = true}),
            "23130 (0x5A5A: as before the call, never written)");
  EXPECT_EQ(describe(Reading{.hr = E_FAIL, .value = 0x5A5A5A5A, .untouched = true}), "E_FAIL (0x80004005)");
}

/// Says success and does what it was told to do to the out value.
struct Getter {
  HRESULT get_number(LONG* value) {
    if (writes) *value = 7;
    return S_FALSE;
  }
  HRESULT get_boolean(VARIANT_BOOL* value) {
    if (writes) *value = VARIANT_TRUE;
    return S_OK;
  }
  bool writes = true;
};

TEST(Reading, ShowsWhetherTheOutValueWasWritten) {
  Getter getter;
  EXPECT_FALSE(read(&getter, &Getter::get_number).untouched);
  EXPECT_FALSE(read(&getter, &Getter::get_boolean).untouched);
  getter.writes = false;
  EXPECT_TRUE(read(&getter, &Getter::get_number).untouched);
  EXPECT_TRUE(read(&getter, &Getter::get_boolean).untouched);
  EXPECT_TRUE(read(&getter, &Getter::get_number, other_sentinel).untouched);
  EXPECT_TRUE(read(&getter, &Getter::get_boolean, other_sentinel).untouched);
}

TEST(Reading, KnowsABooleanFromANumber) {
  Getter getter;
  EXPECT_TRUE(read(&getter, &Getter::get_boolean).boolean);
  EXPECT_FALSE(read(&getter, &Getter::get_number).boolean);
  EXPECT_EQ(read(&getter, &Getter::get_boolean).value, -1);
  EXPECT_EQ(read(&getter, &Getter::get_number).hr, S_FALSE);
}

}  // namespace
}  // namespace discbench::check
