// The rows of what put_MultisessionInterfaces is documented to do with a list.
#include "subject/session_chooser.h"

#include <gtest/gtest.h>

#include "subject/fake_element.h"

namespace discbench::subject {
namespace {

constexpr KnownKinds both{};
constexpr KnownKinds sequential_alone{.random_write = false};
constexpr Traits supported{};
constexpr Traits unsupported{.supported = VARIANT_FALSE};
constexpr Traits pinned{.in_use = VARIANT_TRUE};
constexpr Traits pinned_unsupported{.in_use = VARIANT_TRUE, .supported = VARIANT_FALSE};

void expect_choice(FakeList& list, std::size_t element, const KnownKinds& kinds = both) {
  const Choice choice = choose_session(list.array(), kinds);
  EXPECT_EQ(choice.hr, S_OK) << choice.reason;
  EXPECT_EQ(choice.element, element) << choice.reason;
}

void expect_refusal(FakeList& list, HRESULT hr, const KnownKinds& kinds = both) {
  const Choice choice = choose_session(list.array(), kinds);
  EXPECT_EQ(choice.hr, hr) << choice.reason;
  EXPECT_FALSE(choice.accepted());
  EXPECT_FALSE(choice.reason.empty());
}

TEST(SessionChooser, NonePinnedTakesTheFirstThatIsKnownAndSupported) {
  FakeList list;
  list.add<FakeOther>(supported).add<FakeSequential>(unsupported).add<FakeSequential>(supported);
  expect_choice(list.add<FakeRandomWrite>(supported), 2);
}

TEST(SessionChooser, NonePinnedAndNoneSupportedIsRefused) {
  FakeList list;
  list.add<FakeSequential>(unsupported).add<FakeRandomWrite>(unsupported);
  expect_refusal(list, IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE);
}

TEST(SessionChooser, OnePinnedIsTakenThoughAnotherWouldDo) {
  FakeList list;
  expect_choice(list.add<FakeSequential>(supported).add<FakeSequential>(pinned), 1);
}

TEST(SessionChooser, OnePinnedMayStandAlone) {
  FakeList list;
  expect_choice(list.add<FakeRandomWrite>(pinned), 0);
}

TEST(SessionChooser, APinOnWhatIsNotSupportedIsRefusedThoughAnotherWouldDo) {
  FakeList list;
  list.add<FakeSequential>(supported).add<FakeRandomWrite>(pinned_unsupported);
  expect_refusal(list, IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE);
}

TEST(SessionChooser, APinOnAKindThatIsNotKnownIsRefusedThoughAnotherWouldDo) {
  FakeList other;
  expect_refusal(other.add<FakeOther>(pinned).add<FakeSequential>(supported), IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE);
  FakeList random;
  random.add<FakeRandomWrite>(pinned).add<FakeSequential>(supported);
  expect_refusal(random, IMAPI_E_INCOMPATIBLE_MULTISESSION_TYPE, sequential_alone);
}

TEST(SessionChooser, TwoPinnedAreRefusedEvenWhereOneOfThemIsOfNoUse) {
  FakeList list;
  expect_refusal(list.add<FakeSequential>(pinned).add<FakeRandomWrite>(pinned), IMAPI_E_BAD_MULTISESSION_PARAMETER);
  FakeList one_useless;
  one_useless.add<FakeSequential>(pinned).add<FakeOther>(pinned_unsupported);
  expect_refusal(one_useless, IMAPI_E_BAD_MULTISESSION_PARAMETER);
}

TEST(SessionChooser, ABlankMediumThatCannotBeOverwrittenIsRefused) {
  FakeList free_choice;
  expect_refusal(free_choice.add<FakeSequential>({.start = -1}), IMAPI_E_IMPORT_SEEK_FAILURE);
  FakeList pin;
  expect_refusal(pin.add<FakeSequential>({.in_use = VARIANT_TRUE, .start = -1}), IMAPI_E_IMPORT_SEEK_FAILURE);
}

TEST(SessionChooser, AMediumThatCanBeOverwrittenIsNotRefusedForBeingBlank) {
  FakeList list;
  list.add<FakeSequential>({.supported = VARIANT_FALSE, .start = -1}).add<FakeRandomWrite>(supported);
  expect_choice(list, 1);
}

TEST(SessionChooser, KindsThatNobodyKnowsAreRefused) {
  FakeList list;
  expect_refusal(list.add<FakeOther>(supported).add<FakeOther>(supported), IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE);
  FakeList random;
  expect_refusal(random.add<FakeRandomWrite>(supported), IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE, sequential_alone);
}

TEST(SessionChooser, NoListAndAnEmptyOneAreRefused) {
  EXPECT_EQ(choose_session(nullptr, both).hr, E_POINTER);
  FakeList empty;
  expect_refusal(empty, IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE);
}

TEST(SessionChooser, WhatIsNoVectorOfVariantIsRefused) {
  SAFEARRAY* numbers = SafeArrayCreateVector(VT_I4, 0, 1);
  EXPECT_EQ(choose_session(numbers, both).hr, E_INVALIDARG);
  SafeArrayDestroy(numbers);
}

TEST(SessionChooser, AnElementThatIsNoDispatchObjectIsRefused) {
  FakeList list;
  expect_refusal(list.add<FakeSequential>(supported).add_number(), E_NOINTERFACE);
}

TEST(SessionChooser, AnObjectThatRefusesIMultisessionIsRefusedByItsOwnCode) {
  FakeList list;
  expect_refusal(list.add_stranger().add<FakeSequential>(supported), E_NOINTERFACE);
}

TEST(SessionChooser, WhatCannotBeReadIsRefused) {
  FakeList in_use;
  expect_refusal(in_use.add<FakeSequential>({.in_use_hr = E_FAIL}), IMAPI_E_BAD_MULTISESSION_PARAMETER);
  FakeList start;
  expect_refusal(start.add<FakeSequential>({.start_hr = E_FAIL}), IMAPI_E_BAD_MULTISESSION_PARAMETER);
}

TEST(SessionChooser, AFailureToSayWhetherItIsSupportedIsNoSupport) {
  FakeList list;
  list.add<FakeSequential>({.supported_hr = E_IMAPI_RECORDER_MEDIA_NO_MEDIA});
  expect_refusal(list, IMAPI_E_NO_COMPATIBLE_MULTISESSION_TYPE);
}

TEST(SessionChooser, OtherSuccessCodesAreSuccess) {
  FakeList list;
  expect_choice(list.add<FakeSequential>({.in_use_hr = S_FALSE, .supported_hr = S_FALSE, .start_hr = S_FALSE}), 0);
}

TEST(SessionChooser, AnythingButFalseIsInUse) {
  FakeList list;
  expect_choice(list.add<FakeSequential>(supported).add<FakeSequential>({.in_use = 1}), 1);
}

TEST(SessionChooser, ReadsAndChangesNothing) {
  const auto element = com::Pointer<FakeSequential>::adopt(new FakeSequential(supported));
  com::ArrayBuilder builder;
  builder.add_dispatch(element.get());
  SAFEARRAY* array = builder.build();
  EXPECT_TRUE(choose_session(array, both).accepted());
  VARIANT_BOOL in_use = VARIANT_TRUE;
  element->get_InUse(&in_use);
  EXPECT_EQ(in_use, VARIANT_FALSE);
  SafeArrayDestroy(array);
  EXPECT_EQ(element->AddRef(), 2u);
  element->Release();
}

}  // namespace
}  // namespace discbench::subject
