#include <gtest/gtest.h>

#include "com/pointer.h"
#include "com/text.h"
#include "counted_object.h"

namespace {

using discbench::com::CountedObject;
using discbench::com::make_bstr;
using discbench::com::Pointer;
using discbench::com::text_of;

VARIANT of_long(LONG value) {
  VARIANT variant{};
  variant.vt = VT_I4;
  variant.lVal = value;
  return variant;
}

VARIANT of_real(double value) {
  VARIANT variant{};
  variant.vt = VT_R8;
  variant.dblVal = value;
  return variant;
}

VARIANT of_bool(VARIANT_BOOL value) {
  VARIANT variant{};
  variant.vt = VT_BOOL;
  variant.boolVal = value;
  return variant;
}

VARIANT of_text(std::u16string_view text) {
  VARIANT variant{};
  variant.vt = VT_BSTR;
  variant.bstrVal = make_bstr(text);
  return variant;
}

TEST(Variant, ACopyHasItsOwnShare) {
  auto object = Pointer<CountedObject>::adopt(new CountedObject);
  VARIANT source{};
  source.vt = VT_DISPATCH;
  source.pdispVal = object.get();
  VARIANT copy{};
  EXPECT_EQ(VariantCopy(&copy, &source), S_OK);
  EXPECT_EQ(object->references(), 2u);
  EXPECT_EQ(VariantClear(&copy), S_OK);
  EXPECT_EQ(copy.vt, VT_EMPTY);
  EXPECT_EQ(object->references(), 1u);
}

TEST(Variant, ACopyReplacesWhatWasThere) {
  VARIANT target = of_text(u"old");
  VARIANT source = of_text(u"new");
  EXPECT_EQ(VariantCopy(&target, &source), S_OK);
  EXPECT_EQ(text_of(target.bstrVal), u"new");
  EXPECT_NE(target.bstrVal, source.bstrVal);
  EXPECT_EQ(VariantCopy(&target, &target), S_OK) << "onto itself";
  EXPECT_EQ(text_of(target.bstrVal), u"new");
  VariantClear(&target);
  VariantClear(&source);
}

TEST(Variant, AReferenceIsNotItsHoldersToFree) {
  BSTR string = make_bstr(u"theirs");
  VARIANT reference{};
  reference.vt = VT_BYREF | VT_BSTR;
  reference.pbstrVal = &string;
  VARIANT value{};
  EXPECT_EQ(VariantCopyInd(&value, &reference), S_OK);
  EXPECT_EQ(value.vt, VT_BSTR);
  EXPECT_EQ(text_of(value.bstrVal), u"theirs");
  EXPECT_EQ(VariantClear(&reference), S_OK);
  EXPECT_EQ(text_of(string), u"theirs");
  VariantClear(&value);
  SysFreeString(string);
}

TEST(Variant, AReferenceToAVariantIsFollowedThroughItsOwnReference) {
  LONG number = 7;
  VARIANT inner{};
  inner.vt = VT_BYREF | VT_I4;
  inner.plVal = &number;
  VARIANT outer{};
  outer.vt = VT_BYREF | VT_VARIANT;
  outer.pvarVal = &inner;
  VARIANT value{};
  EXPECT_EQ(VariantCopyInd(&value, &outer), S_OK);
  EXPECT_EQ(value.vt, VT_I4);
  EXPECT_EQ(value.lVal, 7);
}

TEST(Variant, AnUnknownTypeIsNotTouched) {
  VARIANT odd{};
  odd.vt = 0x0fff;
  EXPECT_EQ(VariantClear(&odd), DISP_E_BADVARTYPE);
  EXPECT_EQ(odd.vt, 0x0fff);
  VARIANT copy{};
  EXPECT_EQ(VariantCopy(&copy, &odd), DISP_E_BADVARTYPE);
}

TEST(VariantChangeType, TruthValuesKeepAllTheirBits) {
  VARIANT value{};
  VARIANT truth = of_bool(VARIANT_TRUE);
  EXPECT_EQ(VariantChangeType(&value, &truth, 0, VT_I4), S_OK);
  EXPECT_EQ(value.lVal, -1);
  EXPECT_EQ(VariantChangeType(&value, &truth, 0, VT_UI4), S_OK);
  EXPECT_EQ(value.ulVal, 0xffffffffu);
  VARIANT two = of_long(2);
  EXPECT_EQ(VariantChangeType(&value, &two, 0, VT_BOOL), S_OK);
  EXPECT_EQ(value.boolVal, VARIANT_TRUE);
  VARIANT zero = of_long(0);
  EXPECT_EQ(VariantChangeType(&value, &zero, 0, VT_BOOL), S_OK);
  EXPECT_EQ(value.boolVal, VARIANT_FALSE);
}

TEST(VariantChangeType, WhatDoesNotFitOverflows) {
  VARIANT value{};
  VARIANT large = of_long(70000);
  EXPECT_EQ(VariantChangeType(&value, &large, 0, VT_I2), DISP_E_OVERFLOW);
  VARIANT negative = of_long(-1);
  EXPECT_EQ(VariantChangeType(&value, &negative, 0, VT_UI4), DISP_E_OVERFLOW);
  VARIANT huge = of_real(3e9);
  EXPECT_EQ(VariantChangeType(&value, &huge, 0, VT_I4), DISP_E_OVERFLOW);
  EXPECT_EQ(VariantChangeType(&value, &huge, 0, VT_UI4), S_OK);
  EXPECT_EQ(value.ulVal, 3000000000u);
}

TEST(VariantChangeType, HalvesGoToTheEvenNeighbour) {
  VARIANT value{};
  VARIANT half = of_real(2.5);
  EXPECT_EQ(VariantChangeType(&value, &half, 0, VT_I4), S_OK);
  EXPECT_EQ(value.lVal, 2);
}

TEST(VariantChangeType, StringsAreNumbersWhereTheyReadLikeOne) {
  VARIANT text = of_text(u" 12010 ");
  EXPECT_EQ(VariantChangeType(&text, &text, 0, VT_I4), S_OK) << "in place";
  EXPECT_EQ(text.vt, VT_I4);
  EXPECT_EQ(text.lVal, 12010);
  VARIANT word = of_text(u"blank");
  EXPECT_EQ(VariantChangeType(&word, &word, 0, VT_I4), DISP_E_TYPEMISMATCH);
  EXPECT_EQ(text_of(word.bstrVal), u"blank") << "untouched after a failure";
  VariantClear(&word);
  VARIANT truth = of_text(u"True");
  EXPECT_EQ(VariantChangeType(&truth, &truth, 0, VT_BOOL), S_OK);
  EXPECT_EQ(truth.boolVal, VARIANT_TRUE);
}

TEST(VariantChangeType, NumbersAreStrings) {
  VARIANT number = of_long(-150);
  VARIANT text{};
  EXPECT_EQ(VariantChangeType(&text, &number, 0, VT_BSTR), S_OK);
  EXPECT_EQ(text_of(text.bstrVal), u"-150");
  VariantClear(&text);
}

TEST(VariantChangeType, InterfacesAreAskedForTheOther) {
  auto object = Pointer<CountedObject>::adopt(new CountedObject);
  VARIANT unknown{};
  unknown.vt = VT_UNKNOWN;
  unknown.punkVal = static_cast<IBurnVerification*>(object.get());
  VARIANT dispatch{};
  EXPECT_EQ(VariantChangeType(&dispatch, &unknown, 0, VT_DISPATCH), S_OK);
  EXPECT_EQ(dispatch.pdispVal, static_cast<IDispatch*>(object.get()));
  VariantClear(&dispatch);
  EXPECT_EQ(object->references(), 1u);
  EXPECT_EQ(VariantChangeType(&dispatch, &unknown, 0, VT_I4), DISP_E_TYPEMISMATCH);
}

}  // namespace
