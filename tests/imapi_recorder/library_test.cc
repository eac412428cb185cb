// libdiscbench-imapi.so as a program sees it: through its entry points alone.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "com/event_objects.h"
#include "com/pointer.h"
#include "com/text.h"
#include "discbench/imapi2.h"

namespace {

using discbench::com::Pointer;
using discbench::com::String;
using discbench::com::text_of;

class Library : public testing::Test {
 protected:
  void SetUp() override {
    setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
    setenv("DISCBENCH_RECORDERS", "cd-r/blank,discbench:bd-r/blank,nowhere/at-all", 1);
    load();
  }
  void TearDown() override { unload(); }

  /// Reads the environment anew.
  void load() {
    library = dlopen(DISCBENCH_IMAPI_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << dlerror();
    get_class_object = reinterpret_cast<decltype(&DllGetClassObject)>(dlsym(library, "DllGetClassObject"));
    can_unload = reinterpret_cast<decltype(&DllCanUnloadNow)>(dlsym(library, "DllCanUnloadNow"));
    ASSERT_NE(get_class_object, nullptr);
    ASSERT_NE(can_unload, nullptr);
  }
  void unload() {
    dlclose(library);
    ASSERT_EQ(dlopen(DISCBENCH_IMAPI_LIBRARY, RTLD_NOW | RTLD_NOLOAD), nullptr) << "it is still there";
  }

  template <class Interface>
  Pointer<Interface> create(REFCLSID clsid) {
    Pointer<IClassFactory> factory;
    EXPECT_EQ(get_class_object(clsid, IID_PPV_ARGS(factory.put())), S_OK);
    Pointer<Interface> object;
    EXPECT_EQ(factory->CreateInstance(nullptr, IID_PPV_ARGS(object.put())), S_OK);
    return object;
  }

  Pointer<IDiscRecorder2> recorder_of(std::u16string_view id) {
    auto recorder = create<IDiscRecorder2>(CLSID_MsftDiscRecorder2);
    String name(id);
    EXPECT_EQ(recorder->InitializeDiscRecorder(name.get()), S_OK);
    return recorder;
  }

  using Ids = std::vector<std::u16string>;
  static Ids ids_of(const Pointer<IDiscMaster2>& master) {
    Ids ids;
    LONG count = -1;
    EXPECT_EQ(master->get_Count(&count), S_OK);
    for (LONG index = 0; index < count; ++index) {
      BSTR id = nullptr;
      EXPECT_EQ(master->get_Item(index, &id), S_OK);
      ids.push_back(text_of(id));
      SysFreeString(id);
    }
    return ids;
  }

  /// Whether TEST UNIT READY finds a disc.
  static bool is_ready(const Pointer<IDiscRecorder2>& recorder) {
    BYTE test_unit_ready[6] = {};
    BYTE sense[18] = {};
    return recorder.query<IDiscRecorder2Ex>()->SendCommandNoData(test_unit_ready, 6, sense, 1) == S_OK;
  }

  void* library = nullptr;
  decltype(&DllGetClassObject) get_class_object = nullptr;
  decltype(&DllCanUnloadNow) can_unload = nullptr;
};

TEST_F(Library, MayBeUnloadedOnceNothingOfItLives) {
  EXPECT_EQ(can_unload(), S_OK);
  auto writer = create<IDiscFormat2Data>(CLSID_MsftDiscFormat2Data);
  EXPECT_EQ(can_unload(), S_FALSE);
  writer = {};
  EXPECT_EQ(can_unload(), S_OK);
}

TEST_F(Library, OffersNoOtherClasses) {
  void* none = &none;
  EXPECT_EQ(get_class_object(CLSID_MsftMultisessionSequential, IID_IClassFactory, &none), CLASS_E_CLASSNOTAVAILABLE);
  EXPECT_EQ(none, nullptr);
  EXPECT_EQ(get_class_object(CLSID_MsftDiscFormat2Data, IID_IClassFactory, nullptr), E_POINTER);
}

TEST_F(Library, ARecorderIsAScenariosDevice) {
  const auto recorder = recorder_of(u"discbench:cd-r/one-session");
  EXPECT_TRUE(is_ready(recorder));
  BSTR id = nullptr;
  EXPECT_EQ(recorder->get_ActiveDiscRecorder(&id), S_OK);
  EXPECT_EQ(text_of(id), u"discbench:cd-r/one-session");
  SysFreeString(id);
}

TEST_F(Library, RecordersOfOneScenarioAreHandlesToOneDevice) {
  const auto first = recorder_of(u"cd-r/blank");
  const auto second = recorder_of(u"discbench:cd-r/blank");
  const std::string file = DISCBENCH_SOURCE_DIR "/profiles/scenarios/cd-r/blank.yaml";
  const auto third = recorder_of(std::u16string(file.begin(), file.end()));
  const auto stranger = recorder_of(u"cd-r/one-session");
  EXPECT_EQ(first->EjectMedia(), S_OK);
  EXPECT_FALSE(is_ready(second));
  EXPECT_FALSE(is_ready(third));
  EXPECT_TRUE(is_ready(stranger));
}

TEST_F(Library, ADeviceIsForgottenWithItsLastRecorder) {
  auto recorder = recorder_of(u"cd-r/blank");
  EXPECT_EQ(recorder->EjectMedia(), S_OK);
  recorder = {};
  EXPECT_TRUE(is_ready(recorder_of(u"cd-r/blank"))) << "brought up anew";
}

TEST_F(Library, AnUnknownScenarioIsAnInvalidArgument) {
  const auto recorder = create<IDiscRecorder2>(CLSID_MsftDiscRecorder2);
  String name(u"cd-r/no-such-state");
  EXPECT_EQ(recorder->InitializeDiscRecorder(name.get()), E_INVALIDARG);
  String file(u"/no/such/file.yaml");
  EXPECT_EQ(recorder->InitializeDiscRecorder(file.get()), E_INVALIDARG);
  String cut(std::u16string_view(u"cd-r/blank\0", 11));
  EXPECT_EQ(recorder->InitializeDiscRecorder(cut.get()), E_INVALIDARG);
}

TEST_F(Library, TheSimulatedDriveAnswersEveryQuestionOfItsRecorder) {
  for (const std::u16string_view id : {u"cd-r/one-session", u"dvd-plus-r/open-track", u"bd-r/blank"}) {
    SCOPED_TRACE(discbench::com::to_utf8(id));
    const auto recorder = recorder_of(id);
    const auto ex = recorder.query<IDiscRecorder2Ex>();
    const auto asked = [](auto ask) {
      BYTE* data = nullptr;
      ULONG size = 0;
      EXPECT_EQ(ask(&data, &size), S_OK);
      EXPECT_GT(size, 0u);
      std::vector<BYTE> bytes(data, data + size);
      CoTaskMemFree(data);
      return bytes;
    };
    asked([&](BYTE** data, ULONG* size) { return ex->GetDiscInformation(data, size); });
    asked([&](BYTE** data, ULONG* size) {
      return ex->GetTrackInformation(1, IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK, data, size);
    });
    asked([&](BYTE** data, ULONG* size) {
      return ex->GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE_PROFILE_LIST, TRUE, data, size);
    });
    asked([&](BYTE** data, ULONG* size) { return ex->GetDeviceDescriptor(data, size); });
    std::vector<BYTE> page = asked([&](BYTE** data, ULONG* size) {
      return ex->GetModePage(IMAPI_MODE_PAGE_TYPE_WRITE_PARAMETERS, IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, data,
                             size);
    });
    EXPECT_EQ(
        ex->SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, page.data(), static_cast<ULONG>(page.size())),
        S_OK);
    for (const auto getter : {&IDiscRecorder2::get_SupportedFeaturePages, &IDiscRecorder2::get_CurrentFeaturePages,
                              &IDiscRecorder2::get_SupportedProfiles, &IDiscRecorder2::get_CurrentProfiles,
                              &IDiscRecorder2::get_SupportedModePages}) {
      SAFEARRAY* array = nullptr;
      ASSERT_EQ((recorder.get()->*getter)(&array), S_OK);
      EXPECT_GT(array->rgsabound[0].cElements, 0u);
      SafeArrayDestroy(array);
    }
    VARIANT_BOOL loads = VARIANT_FALSE;
    EXPECT_EQ(recorder->get_DeviceCanLoadMedia(&loads), S_OK);
  }
}

TEST_F(Library, ExclusiveAccessLocksTheOtherRecorderOut) {
  const auto first = recorder_of(u"cd-r/blank");
  const auto second = recorder_of(u"cd-r/blank");
  String name(u"burner");
  ASSERT_EQ(first->AcquireExclusiveAccess(VARIANT_TRUE, name.get()), S_OK);
  EXPECT_EQ(second->EjectMedia(), E_IMAPI_RECORDER_LOCKED);
  EXPECT_TRUE(is_ready(first));
  EXPECT_EQ(first->ReleaseExclusiveAccess(), S_OK);
  EXPECT_EQ(second->EjectMedia(), S_OK);
}

TEST_F(Library, ItsMasterListsTheRecordersOfTheEnvironment) {
  const auto master = create<IDiscMaster2>(CLSID_MsftDiscMaster2);
  EXPECT_EQ(ids_of(master), (Ids{u"discbench:cd-r/blank", u"discbench:bd-r/blank", u"discbench:nowhere/at-all"}));
  const auto recorder = recorder_of(ids_of(master)[1]);
  EXPECT_TRUE(is_ready(recorder));
  LONG number = 77;
  EXPECT_EQ(recorder->get_LegacyDeviceNumber(&number), S_OK);
  EXPECT_EQ(number, 1);
  EXPECT_EQ(ids_of(master).size(), 3u) << "it was there before";
}

TEST_F(Library, WithoutAWishItsMasterListsEveryScenario) {
  unload();
  unsetenv("DISCBENCH_RECORDERS");
  load();
  const Ids ids = ids_of(create<IDiscMaster2>(CLSID_MsftDiscMaster2));
  EXPECT_GE(ids.size(), 21u);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_NE(std::find(ids.begin(), ids.end(), u"discbench:dvd-plus-r/open-track"), ids.end());
}

TEST_F(Library, AHostMayHaveNoRecorderAtAll) {
  unload();
  setenv("DISCBENCH_RECORDERS", "", 1);
  load();
  const auto master = create<IDiscMaster2>(CLSID_MsftDiscMaster2);
  EXPECT_EQ(ids_of(master), Ids());
  VARIANT_BOOL supported = VARIANT_TRUE;
  EXPECT_EQ(master->get_IsSupportedEnvironment(&supported), S_OK);
  EXPECT_EQ(supported, VARIANT_FALSE);
}

TEST_F(Library, WithoutProfilesThereIsNoMaster) {
  setenv("DISCBENCH_PROFILES", "/no/such/folder", 1);
  Pointer<IClassFactory> factory;
  ASSERT_EQ(get_class_object(CLSID_MsftDiscMaster2, IID_PPV_ARGS(factory.put())), S_OK);
  void* none = &none;
  EXPECT_EQ(factory->CreateInstance(nullptr, IID_IDiscMaster2, &none), E_FAIL);
  EXPECT_EQ(none, nullptr);
}

TEST_F(Library, ARecorderFromElsewhereIsListedWhileItIsBound) {
  const auto master = create<IDiscMaster2>(CLSID_MsftDiscMaster2);
  const Ids before = ids_of(master);
  auto recorder = recorder_of(u"cd-r/one-session");
  const auto second = recorder_of(u"discbench:cd-r/one-session");
  Ids with_it = before;
  with_it.push_back(u"discbench:cd-r/one-session");
  EXPECT_EQ(ids_of(master), with_it);
  LONG number = 77;
  EXPECT_EQ(second->get_LegacyDeviceNumber(&number), S_OK);
  EXPECT_EQ(number, 3);
  recorder = {};
  EXPECT_EQ(ids_of(master), with_it) << "one handle is left";
  String other(u"cd-r/blank");
  EXPECT_EQ(second->InitializeDiscRecorder(other.get()), S_OK);
  EXPECT_EQ(ids_of(master), before);
}

TEST_F(Library, ItsMasterTellsOfRecordersThatComeAndGo) {
  using Sink = discbench::com::RecordingSink<DDiscMaster2Events>;
  const auto sink = Pointer<Sink>::adopt(new Sink);
  const auto master = create<IDiscMaster2>(CLSID_MsftDiscMaster2);
  Pointer<IConnectionPoint> events;
  ASSERT_EQ(master.query<IConnectionPointContainer>()->FindConnectionPoint(IID_DDiscMaster2Events, events.put()), S_OK);
  DWORD cookie = 0;
  ASSERT_EQ(events->Advise(sink.get(), &cookie), S_OK);
  // A client that takes every recorder that comes: from inside the event.
  Pointer<IDiscRecorder2> taken;
  sink->reaction = [&] {
    if (sink->ids.size() == 1) taken = recorder_of(sink->names.back());
  };
  auto recorder = recorder_of(u"cd-r/one-session");
  recorder = {};
  EXPECT_EQ(sink->ids, std::vector<DISPID>{DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEADDED}) << "the client holds it";
  EXPECT_TRUE(is_ready(taken));
  taken = {};
  EXPECT_EQ(sink->ids, (std::vector<DISPID>{DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEADDED,
                                            DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEREMOVED}));
  EXPECT_EQ(sink->names, (Ids{u"discbench:cd-r/one-session", u"discbench:cd-r/one-session"}));
  EXPECT_EQ(events->Unadvise(cookie), S_OK);
}

TEST_F(Library, ItsEraserMakesAWrittenDvdPlusRwLookEmpty) {
  const auto recorder = recorder_of(u"dvd-plus-rw/written");
  const auto eraser = create<IDiscFormat2Erase>(CLSID_MsftDiscFormat2Erase);
  ASSERT_EQ(eraser->put_Recorder(recorder.get()), S_OK);
  ASSERT_EQ(eraser->put_ClientName(String(u"eraser").get()), S_OK);
  VARIANT_BOOL blank = VARIANT_TRUE;
  EXPECT_EQ(eraser->get_MediaHeuristicallyBlank(&blank), S_OK);
  EXPECT_EQ(blank, VARIANT_FALSE);
  EXPECT_EQ(eraser->EraseMedia(), S_OK);
  EXPECT_EQ(eraser->get_MediaHeuristicallyBlank(&blank), S_OK);
  EXPECT_EQ(blank, VARIANT_TRUE);
  BSTR owner = nullptr;
  EXPECT_EQ(recorder->get_ExclusiveAccessOwner(&owner), S_OK);
  EXPECT_EQ(text_of(owner), u"") << "given back";
  SysFreeString(owner);
}

TEST_F(Library, ItsEraserFormatsAWholeDvdPlusRw) {
  const auto recorder = recorder_of(u"dvd-plus-rw/blank");
  const auto eraser = create<IDiscFormat2Erase>(CLSID_MsftDiscFormat2Erase);
  ASSERT_EQ(eraser->put_Recorder(recorder.get()), S_OK);
  ASSERT_EQ(eraser->put_ClientName(String(u"eraser").get()), S_OK);
  ASSERT_EQ(eraser->put_FullErase(VARIANT_TRUE), S_OK);
  EXPECT_EQ(eraser->EraseMedia(), S_OK);
  BYTE read_disc_information[10] = {0x51, 0, 0, 0, 0, 0, 0, 0, 34, 0};
  BYTE sense[18] = {};
  BYTE reply[34] = {};
  ULONG fetched = 0;
  EXPECT_EQ(recorder.query<IDiscRecorder2Ex>()->SendCommandGetDataFromDevice(read_disc_information, 10, sense, 1, reply,
                                                                             sizeof reply, &fetched),
            S_OK);
  EXPECT_EQ(reply[7] & 0x03, 3) << "the background format is through";
}

TEST_F(Library, ItsEraserLeavesAloneWhatCannotBeErased) {
  const auto recorder = recorder_of(u"cd-r/one-session");
  const auto eraser = create<IDiscFormat2Erase>(CLSID_MsftDiscFormat2Erase);
  ASSERT_EQ(eraser->put_Recorder(recorder.get()), S_OK);
  ASSERT_EQ(eraser->put_ClientName(String(u"eraser").get()), S_OK);
  EXPECT_EQ(eraser->EraseMedia(), E_IMAPI_ERASE_MEDIA_IS_NOT_SUPPORTED);
  EXPECT_TRUE(is_ready(recorder));
}

TEST_F(Library, ItsWriterTakesItsRecorder) {
  const auto recorder = recorder_of(u"cd-r/blank");
  const auto writer = create<IDiscFormat2Data>(CLSID_MsftDiscFormat2Data);
  EXPECT_EQ(writer->put_Recorder(recorder.get()), S_OK);
  IMAPI_MEDIA_PHYSICAL_TYPE type = IMAPI_MEDIA_TYPE_UNKNOWN;
  EXPECT_EQ(writer->get_CurrentPhysicalMediaType(&type), S_OK);
  EXPECT_EQ(type, IMAPI_MEDIA_TYPE_CDR);
}

}  // namespace
