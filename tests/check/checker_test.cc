#include "check/checker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::check {
namespace {

using expectation::Expectation;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Checker, EveryCodeWithoutBit31IsSuccess) {
  Checker checker;
  for (const HRESULT hr : {S_OK, S_FALSE, HRESULT{0x00AA0004}, HRESULT{0x7FFFFFFF}}) {
    EXPECT_TRUE(checker.succeeded("get_InUse", hr));
  }
  EXPECT_THAT(checker.failures(), IsEmpty());
  EXPECT_EQ(checker.checks(), 4u);
}

TEST(Checker, ASuccessCodeOtherThanSOkIsNotedOnce) {
  Checker checker;
  checker.succeeded("get_InUse", S_FALSE);
  checker.succeeded("get_InUse", S_FALSE);
  checker.succeeded("get_InUse", S_OK);
  EXPECT_THAT(checker.notes(), ElementsAre("get_InUse answered S_FALSE (0x00000001)"));
}

TEST(Checker, AFailureIsKeptWithBothSidesAsPeopleReadThem) {
  Checker checker;
  EXPECT_FALSE(checker.succeeded("put_InUse(VARIANT_TRUE)", E_FAIL));
  ASSERT_EQ(checker.failures().size(), 1u);
  EXPECT_EQ(checker.failures()[0].call, "put_InUse(VARIANT_TRUE)");
  EXPECT_EQ(checker.failures()[0].expected, "success (any code without bit 31)");
  EXPECT_EQ(checker.failures()[0].observed, "E_FAIL (0x80004005)");
}

TEST(Checker, SuccessIsNoFailure) {
  Checker checker;
  EXPECT_TRUE(checker.failed("get_InUse(NULL)", E_POINTER));
  EXPECT_FALSE(checker.failed("get_InUse(NULL)", S_FALSE));
  EXPECT_EQ(checker.failures().size(), 1u);
}

TEST(Checker, AnExpectedSuccessNeedsTheValueToo) {
  Checker checker;
  const Expectation expected{.values = {12010}};
  EXPECT_TRUE(checker.expect("get_NextWritableAddress", expected, S_FALSE, 12010, "12010"));
  EXPECT_FALSE(checker.expect("get_NextWritableAddress", expected, S_OK, 12011, "12011"));
  EXPECT_FALSE(checker.expect("get_NextWritableAddress", expected, E_FAIL, 12010, "12010"));
  ASSERT_EQ(checker.failures().size(), 2u);
  EXPECT_EQ(checker.failures()[0].expected, "success with 12010");
  EXPECT_EQ(checker.failures()[0].observed, "S_OK (0x00000000) with 12011");
  EXPECT_EQ(checker.failures()[1].observed, "E_FAIL (0x80004005)");
}

TEST(Checker, AnExpectedFailureIsNoSuccess) {
  Checker checker;
  const Expectation expected{.result = Expectation::Result::fail};
  EXPECT_TRUE(checker.expect("get_FreeSectorsOnMedia", expected, E_IMAPI_RECORDER_MEDIA_NO_MEDIA, 0, "0"));
  EXPECT_FALSE(checker.expect("get_FreeSectorsOnMedia", expected, S_OK, 0, "0"));
}

TEST(Checker, WhereEitherIsAcceptedTheValueOfASuccessCounts) {
  Checker checker;
  const Expectation expected{.result = Expectation::Result::any, .values = {607, 609}};
  EXPECT_TRUE(checker.expect("get_LastWrittenAddressOfPreviousSession", expected, E_NOTIMPL, 0, "0"));
  EXPECT_TRUE(checker.expect("get_LastWrittenAddressOfPreviousSession", expected, S_OK, 609, "609"));
  EXPECT_FALSE(checker.expect("get_LastWrittenAddressOfPreviousSession", expected, S_OK, 608, "608"));
}

TEST(Checker, AnExpectedBooleanIsToldByItsName) {
  Checker checker;
  const auto boolean = expectation::PropertyKind::boolean;
  checker.expect("get_IsSupportedOnCurrentMediaState", {.values = {VARIANT_TRUE}}, S_OK, 0, "VARIANT_FALSE", boolean);
  checker.expect("get_IsSupportedOnCurrentMediaState", {.result = Expectation::Result::any, .values = {VARIANT_FALSE}},
                 S_OK, -1, "VARIANT_TRUE", boolean);
  ASSERT_EQ(checker.failures().size(), 2u);
  EXPECT_EQ(checker.failures()[0].expected, "success with VARIANT_TRUE");
  EXPECT_EQ(checker.failures()[1].expected, "failure, or success with VARIANT_FALSE");
}

TEST(Checker, AStepThatDoesNotHoldBlocksAndIsNoComparison) {
  Checker checker;
  EXPECT_NO_THROW(checker.require("put_Recorder", S_FALSE));
  try {
    checker.require("put_Recorder", E_FAIL);
    FAIL() << "nothing was thrown";
  } catch (const Blocked& blocked) {
    EXPECT_EQ(blocked.by, result::BlockedBy::subject);
    EXPECT_EQ(blocked.failure.observed, "E_FAIL (0x80004005)");
    EXPECT_THAT(blocked.what(), HasSubstr("put_Recorder: expected success"));
  }
  EXPECT_EQ(checker.checks(), 0u);
}

TEST(Checker, WhatTheRigLacksIsNoFaultOfTheSubject) {
  Checker checker;
  try {
    checker.blocked_by_rig("the rig's recorder", "an IDiscRecorder2", "none");
    FAIL() << "nothing was thrown";
  } catch (const Blocked& blocked) {
    EXPECT_EQ(blocked.by, result::BlockedBy::rig);
  }
}

TEST(Checker, WhatDoesNotApplySaysWhy) {
  Checker checker;
  EXPECT_THROW(checker.not_applicable("no element answers IMultisessionSequential2"), NotApplicable);
}

}  // namespace
}  // namespace discbench::check
