// The writer and its multisession element as COM objects: identity, stored properties, lifetimes, scripts.
#include "bytes/hex.h"
#include "com/object.h"
#include "imapi_writer/writer_fixture.h"

namespace discbench::imapi {
namespace {

using Data = IDiscFormat2Data;

class Objects : public WriterTest {};

TEST_F(Objects, TheFactoryAnswersEveryInterfaceOfTheClassAndNoOther) {
  for (const IID& iid : {IID_IUnknown, IID_IDispatch, IID_IDiscFormat2, IID_IDiscFormat2Data}) {
    void* object = nullptr;
    ASSERT_EQ(create_disc_format_data(iid, &object), S_OK);
    static_cast<IUnknown*>(object)->Release();
  }
  void* object = this;
  EXPECT_EQ(create_disc_format_data(IID_IMultisession, &object), E_NOINTERFACE);
  EXPECT_EQ(object, nullptr);
  EXPECT_EQ(create_disc_format_data(IID_IUnknown, nullptr), E_POINTER);
}

TEST_F(Objects, NoObjectIsLeftWhenTheLastReferenceGoes) {
  const std::int64_t before = com::live_objects();
  com::Pointer<Data> other;
  ASSERT_EQ(create_disc_format_data(IID_PPV_ARGS(other.put())), S_OK);
  ASSERT_EQ(other->put_Recorder(recorder_.get()), S_OK);
  EXPECT_EQ(com::live_objects(), before + 3);  // the writer and its two elements
  auto kept = element<IMultisessionSequential2>(other.get());
  other = {};
  EXPECT_EQ(com::live_objects(), before + 1);
  kept = {};
  EXPECT_EQ(com::live_objects(), before);
}

TEST_F(Objects, AnElementOutlivesItsWriter) {
  discs::cd_with_one_session(recorder());
  data_ = {};
  EXPECT_EQ(of_sequential(&IMultisessionSequential::get_NextWritableAddress), succeeded(LONG{11702}));
  com::Pointer<IDiscRecorder2> import_recorder;
  ASSERT_EQ(sequential()->get_ImportRecorder(import_recorder.put()), S_OK);
  EXPECT_EQ(import_recorder.get(), static_cast<IDiscRecorder2*>(recorder_.get()));
}

TEST_F(Objects, TheElementAnswersAllInterfacesOfItsFamily) {
  const auto unknown = sequential_.query<IUnknown>();
  for (const IID& iid :
       {IID_IUnknown, IID_IDispatch, IID_IMultisession, IID_IMultisessionSequential, IID_IMultisessionSequential2}) {
    com::Pointer<IUnknown> found;
    ASSERT_EQ(sequential()->QueryInterface(iid, reinterpret_cast<void**>(found.put())), S_OK);
    EXPECT_EQ(found.query<IUnknown>().get(), unknown.get());
  }
  void* found = this;
  EXPECT_EQ(sequential()->QueryInterface(IID_IMultisessionRandomWrite, &found), E_NOINTERFACE);
  EXPECT_EQ(found, nullptr);
}

TEST_F(Objects, TheMultisessionArrayHoldsTwoDispatchVariantsAlsoWithoutARecorder) {
  com::Pointer<Data> fresh;
  ASSERT_EQ(create_disc_format_data(IID_PPV_ARGS(fresh.put())), S_OK);
  SAFEARRAY* array = nullptr;
  ASSERT_EQ(fresh->get_MultisessionInterfaces(&array), S_OK);
  VARTYPE type = VT_EMPTY;
  EXPECT_EQ(SafeArrayGetVartype(array, &type), S_OK);
  EXPECT_EQ(type, VT_VARIANT);
  EXPECT_EQ(SafeArrayGetDim(array), 1u);
  EXPECT_EQ(array->rgsabound[0].cElements, 2u);
  SafeArrayDestroy(array);
  EXPECT_EQ(fresh->get_MultisessionInterfaces(nullptr), E_POINTER);
}

TEST_F(Objects, TheElementIsTheSameEachTimeSoThatAPinStays) {
  ASSERT_EQ(sequential()->put_InUse(VARIANT_TRUE), S_OK);
  const auto again = element<IMultisessionSequential2>(data());
  EXPECT_EQ(again.query<IUnknown>().get(), sequential_.query<IUnknown>().get());
  EXPECT_EQ(get(again.get(), &IMultisession::get_InUse), succeeded(VARIANT_TRUE));
}

TEST_F(Objects, TheOtherElementAnswersTheInterfacesOfItsOwn) {
  const auto unknown = random_write_.query<IUnknown>();
  for (const IID& iid : {IID_IUnknown, IID_IDispatch, IID_IMultisession, IID_IMultisessionRandomWrite}) {
    com::Pointer<IUnknown> found;
    ASSERT_EQ(random_write()->QueryInterface(iid, reinterpret_cast<void**>(found.put())), S_OK);
    EXPECT_EQ(found.query<IUnknown>().get(), unknown.get());
  }
  EXPECT_NE(unknown.get(), sequential_.query<IUnknown>().get());
  EXPECT_FALSE(random_write_.query<IMultisessionSequential>());
  const auto again = element<IMultisessionRandomWrite>(data());
  EXPECT_EQ(again.query<IUnknown>().get(), unknown.get());
}

TEST_F(Objects, APinOnOneElementLeavesTheOtherAlone) {
  ASSERT_EQ(random_write()->put_InUse(VARIANT_TRUE), S_OK);
  EXPECT_EQ(of_random_write(&IMultisession::get_InUse), succeeded(VARIANT_TRUE));
  EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_FALSE));
  com::Pointer<IDiscRecorder2> import_recorder;
  ASSERT_EQ(random_write()->get_ImportRecorder(import_recorder.put()), S_OK);
  EXPECT_EQ(import_recorder.get(), static_cast<IDiscRecorder2*>(recorder_.get()));
}

TEST_F(Objects, InUseIsFalseAtFirstAndThenWhatWasPut) {
  EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_FALSE));
  for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_FALSE, VARIANT_TRUE, VARIANT_TRUE}) {
    ASSERT_EQ(sequential()->put_InUse(value), S_OK);
    EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(value));
  }
  EXPECT_TRUE(recorder().heard().empty());
}

TEST_F(Objects, InUseBelongsToTheElementOfOneWriter) {
  com::Pointer<Data> other;
  ASSERT_EQ(create_disc_format_data(IID_PPV_ARGS(other.put())), S_OK);
  const auto elsewhere = element<IMultisessionSequential2>(other.get());
  ASSERT_EQ(sequential()->put_InUse(VARIANT_TRUE), S_OK);
  EXPECT_EQ(get(elsewhere.get(), &IMultisession::get_InUse), succeeded(VARIANT_FALSE));
  ASSERT_EQ(elsewhere->put_InUse(VARIANT_TRUE), S_OK);
  ASSERT_EQ(elsewhere->put_InUse(VARIANT_FALSE), S_OK);
  EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_TRUE));
}

TEST_F(Objects, InUseStaysWhenTheRecorderIsTakenAwayAndTheMediumChanges) {
  ASSERT_EQ(sequential()->put_InUse(VARIANT_TRUE), S_OK);
  discs::no_medium(recorder());
  EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_TRUE));
  ASSERT_EQ(data()->put_Recorder(nullptr), S_OK);
  EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_TRUE));
}

TEST_F(Objects, AnyValueButZeroIsTrue) {
  for (const VARIANT_BOOL odd : {VARIANT_BOOL{1}, VARIANT_BOOL{2}, VARIANT_BOOL{0x100}, VARIANT_BOOL{0x7fff}}) {
    ASSERT_EQ(sequential()->put_InUse(odd), S_OK);
    EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_TRUE));
    ASSERT_EQ(data()->put_ForceOverwrite(odd), S_OK);
    EXPECT_EQ(of_data(&Data::get_ForceOverwrite), succeeded(VARIANT_TRUE));
  }
}

TEST_F(Objects, ThePinIsNotTheMediumsBusiness) {
  EXPECT_EQ(sequential()->get_InUse(nullptr), E_POINTER);
  EXPECT_EQ(sequential()->get_ImportRecorder(nullptr), E_POINTER);
  EXPECT_EQ(sequential()->get_NextWritableAddress(nullptr), E_POINTER);
  EXPECT_TRUE(recorder().heard().empty());
}

TEST_F(Objects, TheRecorderComesBackAsItWasPut) {
  com::Pointer<IDiscRecorder2> back;
  ASSERT_EQ(data()->get_Recorder(back.put()), S_OK);
  EXPECT_EQ(back.get(), static_cast<IDiscRecorder2*>(recorder_.get()));
  ASSERT_EQ(data()->put_Recorder(nullptr), S_OK);
  IDiscRecorder2* none = recorder_.get();
  ASSERT_EQ(data()->get_Recorder(&none), S_OK);
  EXPECT_EQ(none, nullptr);
  EXPECT_EQ(data()->get_Recorder(nullptr), E_POINTER);
}

TEST_F(Objects, ARecorderThatWritesNoneOfTheMediaIsRefusedAndTheOldOneStays) {
  const auto reader = com::Pointer<StrictRecorder>::adopt(new StrictRecorder);
  reader->set_profiles({0x40, 0x10, 0x08});
  EXPECT_EQ(data()->put_Recorder(reader.get()), E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED);
  VARIANT_BOOL supported = VARIANT_TRUE;
  EXPECT_EQ(data()->IsRecorderSupported(reader.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
  EXPECT_EQ(data()->IsCurrentMediaSupported(reader.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
  EXPECT_EQ(data()->IsRecorderSupported(recorder_.get(), &supported), S_OK);
  EXPECT_EQ(supported, VARIANT_TRUE);
  com::Pointer<IDiscRecorder2> back;
  ASSERT_EQ(data()->get_Recorder(back.put()), S_OK);
  EXPECT_EQ(back.get(), static_cast<IDiscRecorder2*>(recorder_.get()));
}

TEST_F(Objects, ARecorderThatCannotBeAskedIsNotCalledUnable) {
  const auto silent = com::Pointer<StrictRecorder>::adopt(new StrictRecorder);
  silent->fail_profiles(E_IMAPI_RECORDER_COMMAND_TIMEOUT);
  EXPECT_EQ(data()->put_Recorder(silent.get()), E_IMAPI_RECORDER_COMMAND_TIMEOUT);
  silent->fail_profiles(E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED);
  EXPECT_EQ(data()->put_Recorder(silent.get()), E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED);
  VARIANT_BOOL supported = VARIANT_TRUE;
  EXPECT_EQ(data()->IsRecorderSupported(nullptr, &supported), E_POINTER);
  EXPECT_EQ(supported, VARIANT_FALSE);
  EXPECT_EQ(data()->IsRecorderSupported(recorder_.get(), nullptr), E_POINTER);
}

TEST_F(Objects, TheClientNameIsNeitherNullNorEmpty) {
  BSTR name = nullptr;
  ASSERT_EQ(data()->get_ClientName(&name), S_OK);
  EXPECT_EQ(SysStringLen(name), 0u);
  SysFreeString(name);
  EXPECT_EQ(data()->put_ClientName(nullptr), E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID);
  EXPECT_EQ(data()->put_ClientName(com::String(u"").get()), E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID);
  ASSERT_EQ(data()->put_ClientName(com::String(u"A burner").get()), S_OK);
  EXPECT_EQ(data()->put_ClientName(nullptr), E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID);
  ASSERT_EQ(data()->get_ClientName(&name), S_OK);
  EXPECT_EQ(com::text_of(name), u"A burner");
  SysFreeString(name);
  EXPECT_EQ(data()->get_ClientName(nullptr), E_POINTER);
}

TEST_F(Objects, TheWishesForAWriteAreFalseAtFirstAndThenWhatWasPut) {
  struct Wish {
    HRESULT (STDMETHODCALLTYPE Data::*put)(VARIANT_BOOL);
    HRESULT (STDMETHODCALLTYPE Data::*read)(VARIANT_BOOL*);
  };
  const Wish wishes[] = {
      {&Data::put_ForceMediaToBeClosed, &Data::get_ForceMediaToBeClosed},
      {&Data::put_DisableConsumerDvdCompatibilityMode, &Data::get_DisableConsumerDvdCompatibilityMode},
      {&Data::put_ForceOverwrite, &Data::get_ForceOverwrite},
      {&Data::put_BufferUnderrunFreeDisabled, &Data::get_BufferUnderrunFreeDisabled},
      {&Data::put_PostgapAlreadyInImage, &Data::get_PostgapAlreadyInImage},
  };
  for (const Wish& wish : wishes) {
    EXPECT_EQ(of_data(wish.read), succeeded(VARIANT_FALSE));
    ASSERT_EQ((data()->*wish.put)(VARIANT_TRUE), S_OK);
    EXPECT_EQ(of_data(wish.read), succeeded(VARIANT_TRUE));
    int set = 0;
    for (const Wish& other : wishes) set += of_data(other.read).value == VARIANT_TRUE ? 1 : 0;
    EXPECT_EQ(set, 1);
    ASSERT_EQ((data()->*wish.put)(VARIANT_FALSE), S_OK);
    EXPECT_EQ((data()->*wish.read)(nullptr), E_POINTER);
  }
  EXPECT_TRUE(recorder().heard().empty());
}

class Scripts : public WriterTest {
 protected:
  static DISPID id_of(IDispatch* object, const OLECHAR* name) {
    DISPID id = 0;
    auto* spelled = const_cast<LPOLESTR>(name);
    EXPECT_EQ(object->GetIDsOfNames(IID_NULL, &spelled, 1, LOCALE_NEUTRAL, &id), S_OK);
    return id;
  }
  static HRESULT invoke_get(IDispatch* object, DISPID id, VARIANT* value) {
    DISPPARAMS none{};
    return object->Invoke(id, IID_NULL, LOCALE_NEUTRAL, DISPATCH_PROPERTYGET, &none, value, nullptr, nullptr);
  }
  static HRESULT invoke_put(IDispatch* object, DISPID id, VARIANT value) {
    DISPID named = DISPID_PROPERTYPUT;
    DISPPARAMS parameters{&value, &named, 1, 1};
    return object->Invoke(id, IID_NULL, LOCALE_NEUTRAL, DISPATCH_PROPERTYPUT, &parameters, nullptr, nullptr, nullptr);
  }
};

TEST_F(Scripts, MembersHaveTheDispidsOfTheTypeLibrary) {
  EXPECT_EQ(id_of(sequential(), OLESTR("IsSupportedOnCurrentMediaState")), 0x100);
  EXPECT_EQ(id_of(sequential(), OLESTR("InUse")), 0x101);
  EXPECT_EQ(id_of(sequential(), OLESTR("inuse")), 0x101);
  EXPECT_EQ(id_of(sequential(), OLESTR("ImportRecorder")), 0x102);
  EXPECT_EQ(id_of(sequential(), OLESTR("NextWritableAddress")), 0x203);
  EXPECT_EQ(id_of(sequential(), OLESTR("WriteUnitSize")), 0x205);
  EXPECT_EQ(id_of(random_write(), OLESTR("InUse")), 0x101);
  EXPECT_EQ(id_of(random_write(), OLESTR("WriteUnitSize")), 0x205);
  EXPECT_EQ(id_of(random_write(), OLESTR("LastWrittenAddress")), 0x206);
  EXPECT_EQ(id_of(random_write(), OLESTR("TotalSectorsOnMedia")), 0x207);
  EXPECT_EQ(id_of(data(), OLESTR("Recorder")), 0x100);
  EXPECT_EQ(id_of(data(), OLESTR("NextWritableAddress")), 0x10a);
  EXPECT_EQ(id_of(data(), OLESTR("MultisessionInterfaces")), 0x118);
  EXPECT_EQ(id_of(data(), OLESTR("Write")), 0x200);
  EXPECT_EQ(id_of(data(), OLESTR("MediaPhysicallyBlank")), 0x700);
  EXPECT_EQ(id_of(data(), OLESTR("IsRecorderSupported")), 0x800);
}

TEST_F(Scripts, InvokeAgreesWithTheVtable) {
  discs::dvd_plus_r_with_one_session(recorder());
  VARIANT value{};
  ASSERT_EQ(invoke_get(sequential(), 0x203, &value), S_OK);
  EXPECT_EQ(value.vt, VT_I4);
  EXPECT_EQ(value.lVal, 2240);
  ASSERT_EQ(invoke_get(data(), 0x10a, &value), S_OK);
  EXPECT_EQ(value.lVal, 2240);

  VARIANT truth{};
  truth.vt = VT_BOOL;
  truth.boolVal = VARIANT_TRUE;
  ASSERT_EQ(invoke_put(sequential(), 0x101, truth), S_OK);
  EXPECT_EQ(of_sequential(&IMultisession::get_InUse), succeeded(VARIANT_TRUE));
  ASSERT_EQ(sequential()->put_InUse(VARIANT_FALSE), S_OK);
  ASSERT_EQ(invoke_get(sequential(), 0x101, &value), S_OK);
  EXPECT_EQ(value.vt, VT_BOOL);
  EXPECT_EQ(value.boolVal, VARIANT_FALSE);
}

TEST_F(Scripts, AFailureComesBackAsAnException) {
  discs::no_medium(recorder());
  DISPPARAMS none{};
  VARIANT value{};
  EXCEPINFO exception{};
  EXPECT_EQ(
      sequential()->Invoke(0x203, IID_NULL, LOCALE_NEUTRAL, DISPATCH_PROPERTYGET, &none, &value, &exception, nullptr),
      DISP_E_EXCEPTION);
  EXPECT_EQ(exception.scode, E_IMAPI_RECORDER_MEDIA_NO_MEDIA);
  EXPECT_EQ(value.vt, VT_EMPTY);
}

TEST_F(Scripts, ARecorderCanBePutAndReadByName) {
  ASSERT_EQ(data()->put_Recorder(nullptr), S_OK);
  VARIANT object{};
  object.vt = VT_DISPATCH;
  object.pdispVal = static_cast<IDiscRecorder2*>(recorder_.get());
  ASSERT_EQ(invoke_put(data(), 0x100, object), S_OK);
  VARIANT back{};
  ASSERT_EQ(invoke_get(data(), 0x100, &back), S_OK);
  EXPECT_EQ(back.vt, VT_DISPATCH);
  EXPECT_EQ(back.pdispVal, object.pdispVal);
  VariantClear(&back);
}

TEST_F(Scripts, AReadOnlyPropertyCannotBePut) {
  VARIANT number{};
  number.vt = VT_I4;
  EXPECT_EQ(invoke_put(sequential(), 0x203, number), DISP_E_MEMBERNOTFOUND);
}

}  // namespace
}  // namespace discbench::imapi
