#include <gtest/gtest.h>

#include <string>

#include "com/pointer.h"
#include "com/text.h"
#include "counted_object.h"

namespace {

using namespace discbench::com;

class Dispatch : public testing::Test {
 protected:
  HRESULT id_of(std::u16string name, DISPID* id) {
    LPOLESTR names[] = {name.data()};
    return dispatch()->GetIDsOfNames(IID_NULL, names, 1, LOCALE_USER_DEFAULT, id);
  }

  HRESULT invoke(DISPID id, WORD flags, std::vector<VARIANT> arguments = {}, std::vector<DISPID> named = {}) {
    VariantClear(&result_);
    DISPPARAMS parameters{arguments.data(), named.data(), static_cast<UINT>(arguments.size()),
                          static_cast<UINT>(named.size())};
    return dispatch()->Invoke(id, IID_NULL, LOCALE_USER_DEFAULT, flags, &parameters, &result_, &exception_,
                              &bad_argument_);
  }

  HRESULT put(DISPID id, const VARIANT& value, WORD flags = DISPATCH_PROPERTYPUT) {
    return invoke(id, flags, {value}, {DISPID_PROPERTYPUT});
  }

  IDispatch* dispatch() { return object_.get(); }
  void TearDown() override { VariantClear(&result_); }

  Pointer<ScriptedObject> object_ = Pointer<ScriptedObject>::adopt(new ScriptedObject);
  VARIANT result_{};
  EXCEPINFO exception_{};
  UINT bad_argument_ = 77;
};

VARIANT of_short(SHORT value) {
  VARIANT variant{};
  variant.vt = VT_I2;
  variant.iVal = value;
  return variant;
}

VARIANT of_object(IDispatch* object) {
  VARIANT variant{};
  variant.vt = VT_DISPATCH;
  variant.pdispVal = object;
  return variant;
}

constexpr DISPID full_erase = 0x101;

TEST_F(Dispatch, NamesAreFoundWhateverTheirCase) {
  DISPID id = 0;
  EXPECT_EQ(id_of(u"FullErase", &id), S_OK);
  EXPECT_EQ(id, 0x101);
  EXPECT_EQ(id_of(u"fullERASE", &id), S_OK);
  EXPECT_EQ(id, 0x101);
}

TEST_F(Dispatch, AnUnknownNameIsMarkedSo) {
  DISPID id = 0;
  EXPECT_EQ(id_of(u"FullErases", &id), DISP_E_UNKNOWNNAME);
  EXPECT_EQ(id, DISPID_UNKNOWN);
  EXPECT_EQ(id_of(u"FullEras", &id), DISP_E_UNKNOWNNAME);
}

TEST_F(Dispatch, ParametersHaveNoNames) {
  std::u16string member = u"EraseMedia";
  std::u16string parameter = u"value";
  LPOLESTR names[] = {member.data(), parameter.data()};
  DISPID ids[] = {0, 0};
  EXPECT_EQ(dispatch()->GetIDsOfNames(IID_NULL, names, 2, 0, ids), DISP_E_UNKNOWNNAME);
  EXPECT_EQ(ids[0], 0x201);
  EXPECT_EQ(ids[1], DISPID_UNKNOWN);
}

TEST_F(Dispatch, TheReservedIdentifierMustBeNull) {
  std::u16string name = u"FullErase";
  LPOLESTR names[] = {name.data()};
  DISPID id = 0;
  DISPPARAMS none{};
  EXPECT_EQ(dispatch()->GetIDsOfNames(IID_IDispatch, names, 1, 0, &id), DISP_E_UNKNOWNINTERFACE);
  EXPECT_EQ(dispatch()->Invoke(full_erase, IID_IDispatch, 0, DISPATCH_PROPERTYGET, &none, nullptr, nullptr, nullptr),
            DISP_E_UNKNOWNINTERFACE);
}

TEST_F(Dispatch, HasNoTypeInformation) {
  UINT count = 7;
  EXPECT_EQ(dispatch()->GetTypeInfoCount(&count), S_OK);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(dispatch()->GetTypeInfoCount(nullptr), E_POINTER);
  auto* info = reinterpret_cast<ITypeInfo*>(this);
  EXPECT_EQ(dispatch()->GetTypeInfo(0, 0, &info), DISP_E_BADINDEX);
  EXPECT_EQ(info, nullptr);
}

TEST_F(Dispatch, APutIsWhatTheVtableThenGets) {
  EXPECT_EQ(put(full_erase, of_short(1)), S_OK);
  VARIANT_BOOL value = 0;
  EXPECT_EQ(object_->get_FullErase(&value), S_OK);
  EXPECT_EQ(value, VARIANT_TRUE) << "coerced as VT_BOOL";
  EXPECT_EQ(invoke(full_erase, DISPATCH_PROPERTYGET), S_OK);
  EXPECT_EQ(result_.vt, VT_BOOL);
  EXPECT_EQ(result_.boolVal, VARIANT_TRUE);
}

TEST_F(Dispatch, AnArgumentMayBeAReference) {
  VARIANT_BOOL truth = VARIANT_TRUE;
  VARIANT reference{};
  reference.vt = VT_BYREF | VT_BOOL;
  reference.pboolVal = &truth;
  EXPECT_EQ(put(full_erase, reference), S_OK);
  EXPECT_EQ(object_->full_erase, VARIANT_TRUE);
}

TEST_F(Dispatch, StringsGoInAndOut) {
  VARIANT name{};
  name.vt = VT_BSTR;
  String text(u"client");
  name.bstrVal = text.get();
  EXPECT_EQ(put(0x103, name), S_OK);
  EXPECT_EQ(object_->client_name, u"client");
  EXPECT_EQ(invoke(0x103, DISPATCH_PROPERTYGET | DISPATCH_METHOD), S_OK) << "as scripts ask";
  EXPECT_EQ(result_.vt, VT_BSTR);
  EXPECT_EQ(text_of(result_.bstrVal), u"client");
}

TEST_F(Dispatch, EnumerationsAndArraysComeOut) {
  EXPECT_EQ(invoke(0x102, DISPATCH_PROPERTYGET), S_OK);
  EXPECT_EQ(result_.vt, VT_I4);
  EXPECT_EQ(result_.lVal, 0x13);
  EXPECT_EQ(invoke(0x702, DISPATCH_PROPERTYGET), S_OK);
  EXPECT_EQ(result_.vt, VT_ARRAY | VT_VARIANT);
  EXPECT_EQ(static_cast<VARIANT*>(result_.parray->pvData)[0].lVal, 3);
}

TEST_F(Dispatch, WithoutAPlaceForItTheResultIsFreed) {
  DISPPARAMS none{};
  EXPECT_EQ(dispatch()->Invoke(0x702, IID_NULL, 0, DISPATCH_PROPERTYGET, &none, nullptr, nullptr, nullptr), S_OK);
}

TEST_F(Dispatch, AnotherSuccessIsASuccess) {
  EXPECT_EQ(invoke(0x700, DISPATCH_PROPERTYGET), S_OK);
  EXPECT_EQ(result_.boolVal, VARIANT_TRUE);
}

TEST_F(Dispatch, ObjectsAreAskedForTheInterface) {
  EXPECT_EQ(put(0x100, of_object(dispatch())), DISP_E_TYPEMISMATCH) << "no IDiscRecorder2";
  EXPECT_FALSE(object_->recorder_was_put);
  EXPECT_EQ(put(0x100, of_object(nullptr)), S_OK);
  EXPECT_EQ(put(0x100, of_object(nullptr), DISPATCH_PROPERTYPUTREF), S_OK);
  EXPECT_TRUE(object_->recorder_was_put);
  EXPECT_EQ(invoke(0x800, DISPATCH_METHOD, {of_object(nullptr)}), S_OK) << "an argument and a result";
  EXPECT_EQ(result_.boolVal, VARIANT_FALSE);
  EXPECT_EQ(invoke(0x100, DISPATCH_PROPERTYGET), S_OK);
  EXPECT_EQ(result_.vt, VT_DISPATCH);
}

TEST_F(Dispatch, AMemberIsCalledOnlyAsWhatItIs) {
  EXPECT_EQ(invoke(0x999, DISPATCH_PROPERTYGET), DISP_E_MEMBERNOTFOUND);
  EXPECT_EQ(put(0x102, of_short(1)), DISP_E_MEMBERNOTFOUND) << "read-only";
  EXPECT_EQ(put(full_erase, of_short(1), DISPATCH_PROPERTYPUTREF), DISP_E_MEMBERNOTFOUND) << "no object";
  EXPECT_EQ(invoke(0x201, DISPATCH_PROPERTYGET), DISP_E_MEMBERNOTFOUND) << "a method";
  EXPECT_EQ(invoke(full_erase, DISPATCH_METHOD), DISP_E_MEMBERNOTFOUND) << "a property";
}

TEST_F(Dispatch, ArgumentsAreCountedAndNotNamed) {
  EXPECT_EQ(invoke(full_erase, DISPATCH_PROPERTYGET, {of_short(1)}), DISP_E_BADPARAMCOUNT);
  EXPECT_EQ(invoke(0x800, DISPATCH_METHOD), DISP_E_BADPARAMCOUNT);
  EXPECT_EQ(invoke(0x800, DISPATCH_METHOD, {of_object(nullptr)}, {5}), DISP_E_NONAMEDARGS);
  EXPECT_EQ(invoke(full_erase, DISPATCH_PROPERTYPUT, {of_short(1)}), DISP_E_PARAMNOTFOUND);
  EXPECT_EQ(dispatch()->Invoke(full_erase, IID_NULL, 0, DISPATCH_PROPERTYGET, nullptr, nullptr, nullptr, nullptr),
            E_INVALIDARG);
}

TEST_F(Dispatch, AWrongArgumentIsPointedOut) {
  VARIANT wrong{};
  String text(u"not a truth value");
  wrong.vt = VT_BSTR;
  wrong.bstrVal = text.get();
  EXPECT_EQ(put(full_erase, wrong), DISP_E_TYPEMISMATCH);
  EXPECT_EQ(bad_argument_, 0u);
  EXPECT_EQ(object_->full_erase, VARIANT_FALSE);
}

TEST_F(Dispatch, AFailureOfTheMemberIsAnException) {
  EXPECT_EQ(invoke(0x201, DISPATCH_METHOD), DISP_E_EXCEPTION);
  EXPECT_EQ(exception_.scode, ScriptedObject::refusal);
  EXPECT_EQ(exception_.bstrDescription, nullptr);
  DISPPARAMS none{};
  EXPECT_EQ(dispatch()->Invoke(0x201, IID_NULL, 0, DISPATCH_METHOD, &none, nullptr, nullptr, nullptr),
            DISP_E_EXCEPTION);
}

}  // namespace
