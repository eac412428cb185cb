#include <gtest/gtest.h>

#include <cstring>

#include "com/array.h"
#include "com/pointer.h"
#include "com/text.h"
#include "counted_object.h"

namespace {

using discbench::com::ArrayBuilder;
using discbench::com::CountedObject;
using discbench::com::Pointer;
using discbench::com::String;
using discbench::com::text_of;

TEST(SafeArray, AVectorOfVariantIsLaidOutAsOnWindows) {
  SAFEARRAY* array = SafeArrayCreateVector(VT_VARIANT, 0, 3);
  ASSERT_NE(array, nullptr);
  EXPECT_EQ(array->cDims, 1);
  EXPECT_EQ(array->fFeatures, 0x2880);
  EXPECT_EQ(array->cbElements, 24u);
  EXPECT_EQ(array->cLocks, 0u);
  EXPECT_EQ(array->rgsabound[0].cElements, 3u);
  std::uint32_t type = 0;
  std::memcpy(&type, reinterpret_cast<const char*>(array) - 4, 4);
  EXPECT_EQ(type, std::uint32_t{VT_VARIANT});
  EXPECT_EQ(SafeArrayDestroy(array), S_OK);
}

TEST(SafeArray, AVectorOfInterfacesNamesTheInterface) {
  SAFEARRAY* array = SafeArrayCreateVector(VT_DISPATCH, 0, 1);
  EXPECT_EQ(array->fFeatures, FADF_CREATEVECTOR | FADF_DISPATCH | FADF_HAVEIID);
  IID iid{};
  std::memcpy(&iid, reinterpret_cast<const char*>(array) - 16, 16);
  EXPECT_TRUE(iid == IID_IDispatch);
  VARTYPE type = VT_EMPTY;
  EXPECT_EQ(SafeArrayGetVartype(array, &type), S_OK);
  EXPECT_EQ(type, VT_DISPATCH);
  SafeArrayDestroy(array);
}

TEST(SafeArray, TellsItsShape) {
  SAFEARRAY* array = SafeArrayCreateVector(VT_I4, 5, 3);
  LONG bound = 0;
  EXPECT_EQ(SafeArrayGetLBound(array, 1, &bound), S_OK);
  EXPECT_EQ(bound, 5);
  EXPECT_EQ(SafeArrayGetUBound(array, 1, &bound), S_OK);
  EXPECT_EQ(bound, 7);
  EXPECT_EQ(SafeArrayGetUBound(array, 2, &bound), DISP_E_BADINDEX);
  EXPECT_EQ(SafeArrayGetLBound(array, 0, &bound), DISP_E_BADINDEX);
  EXPECT_EQ(SafeArrayGetDim(array), 1u);
  EXPECT_EQ(SafeArrayGetElemsize(array), 4u);
  SafeArrayDestroy(array);
}

TEST(SafeArray, AnEmptyVectorEndsBeforeItBegins) {
  SAFEARRAY* array = SafeArrayCreateVector(VT_VARIANT, 0, 0);
  ASSERT_NE(array, nullptr);
  LONG bound = 0;
  EXPECT_EQ(SafeArrayGetUBound(array, 1, &bound), S_OK);
  EXPECT_EQ(bound, -1);
  EXPECT_EQ(SafeArrayDestroy(array), S_OK);
}

TEST(SafeArray, KnowsNoElementsOfOtherTypes) {
  EXPECT_EQ(SafeArrayCreateVector(VT_EMPTY, 0, 1), nullptr);
  EXPECT_EQ(SafeArrayCreateVector(VT_ARRAY, 0, 1), nullptr);
  EXPECT_EQ(SafeArrayCreateVector(VT_VARIANT, 0, 0xffffffffu), nullptr);
  EXPECT_EQ(SafeArrayCreate(VT_I4, 0, nullptr), nullptr);
}

TEST(SafeArray, ElementsAreCopies) {
  SAFEARRAY* array = SafeArrayCreateVector(VT_BSTR, 0, 2);
  LONG index = 1;
  String text(u"session");
  EXPECT_EQ(SafeArrayPutElement(array, &index, text.get()), S_OK);
  EXPECT_EQ(SafeArrayPutElement(array, &index, text.get()), S_OK) << "the first copy is freed";
  BSTR out = nullptr;
  EXPECT_EQ(SafeArrayGetElement(array, &index, &out), S_OK);
  EXPECT_EQ(text_of(out), u"session");
  EXPECT_NE(out, text.get());
  SysFreeString(out);
  index = 2;
  EXPECT_EQ(SafeArrayGetElement(array, &index, &out), DISP_E_BADINDEX);
  index = -1;
  EXPECT_EQ(SafeArrayPutElement(array, &index, text.get()), DISP_E_BADINDEX);
  SafeArrayDestroy(array);
}

TEST(SafeArray, TheFirstIndexRunsFastest) {
  SAFEARRAYBOUND bounds[] = {{2, 0}, {3, 10}};
  SAFEARRAY* array = SafeArrayCreate(VT_I4, 2, bounds);
  LONG bound = 0;
  EXPECT_EQ(SafeArrayGetLBound(array, 2, &bound), S_OK);
  EXPECT_EQ(bound, 10);
  LONG indices[] = {1, 11};
  LONG value = 42;
  EXPECT_EQ(SafeArrayPutElement(array, indices, &value), S_OK);
  EXPECT_EQ(static_cast<LONG*>(array->pvData)[1 + 1 * 2], 42);
  SafeArrayDestroy(array);
}

TEST(SafeArray, ALockedOneIsNotDestroyed) {
  SAFEARRAY* array = SafeArrayCreateVector(VT_I4, 0, 1);
  void* data = nullptr;
  EXPECT_EQ(SafeArrayAccessData(array, &data), S_OK);
  EXPECT_EQ(data, array->pvData);
  EXPECT_EQ(SafeArrayLock(array), S_OK);
  EXPECT_EQ(SafeArrayDestroy(array), DISP_E_ARRAYISLOCKED);
  VARIANT holder{};
  holder.vt = VT_ARRAY | VT_I4;
  holder.parray = array;
  EXPECT_EQ(VariantClear(&holder), DISP_E_ARRAYISLOCKED);
  EXPECT_EQ(SafeArrayUnlock(array), S_OK);
  EXPECT_EQ(SafeArrayUnaccessData(array), S_OK);
  EXPECT_EQ(SafeArrayUnlock(array), E_UNEXPECTED);
  EXPECT_EQ(VariantClear(&holder), S_OK);
  EXPECT_EQ(holder.vt, VT_EMPTY);
}

TEST(SafeArray, DestructionReleasesEveryElement) {
  bool dead = false;
  auto* object = new CountedObject(&dead);
  ArrayBuilder builder;
  builder.add_dispatch(object);
  builder.add_dispatch(nullptr);
  builder.add_text(u"text");
  SAFEARRAY* array = builder.build();
  EXPECT_EQ(object->references(), 2u);

  SAFEARRAY* copy = nullptr;
  EXPECT_EQ(SafeArrayCopy(array, &copy), S_OK);
  EXPECT_EQ(copy->fFeatures, array->fFeatures);
  EXPECT_EQ(object->references(), 3u);

  EXPECT_EQ(SafeArrayDestroy(array), S_OK);
  EXPECT_EQ(object->references(), 2u);
  EXPECT_EQ(SafeArrayDestroy(copy), S_OK);
  EXPECT_EQ(object->Release(), 0u);
  EXPECT_TRUE(dead);
}

TEST(SafeArray, InterfacesAreSharedAndReplaced) {
  auto first = Pointer<CountedObject>::adopt(new CountedObject);
  auto second = Pointer<CountedObject>::adopt(new CountedObject);
  SAFEARRAY* array = SafeArrayCreateVector(VT_DISPATCH, 0, 1);
  LONG index = 0;
  IDispatch* element = first.get();
  EXPECT_EQ(SafeArrayPutElement(array, &index, element), S_OK);
  EXPECT_EQ(first->references(), 2u);
  element = second.get();
  EXPECT_EQ(SafeArrayPutElement(array, &index, element), S_OK);
  EXPECT_EQ(first->references(), 1u);
  IDispatch* out = nullptr;
  EXPECT_EQ(SafeArrayGetElement(array, &index, &out), S_OK);
  EXPECT_EQ(second->references(), 3u);
  out->Release();
  SafeArrayDestroy(array);
  EXPECT_EQ(second->references(), 1u);
}

TEST(SafeArray, NullIsNoArrayAndNoCrash) {
  EXPECT_EQ(SafeArrayDestroy(nullptr), S_OK);
  EXPECT_EQ(SafeArrayLock(nullptr), E_INVALIDARG);
  EXPECT_EQ(SafeArrayAccessData(nullptr, nullptr), E_INVALIDARG);
  EXPECT_EQ(SafeArrayGetDim(nullptr), 0u);
  SAFEARRAY* copy = nullptr;
  EXPECT_EQ(SafeArrayCopy(nullptr, &copy), S_OK);
  EXPECT_EQ(copy, nullptr);
  EXPECT_EQ(SafeArrayCopy(nullptr, nullptr), E_INVALIDARG);
}

}  // namespace
