// libdiscbench-imapi.so as a program sees it: through its entry points alone.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "com/pointer.h"
#include "com/text.h"
#include "discbench/imapi2.h"

namespace {

using discbench::com::Pointer;
using discbench::com::String;
using discbench::com::text_of;

class Library : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
    library = dlopen(DISCBENCH_IMAPI_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << dlerror();
    get_class_object = reinterpret_cast<decltype(&DllGetClassObject)>(dlsym(library, "DllGetClassObject"));
    can_unload = reinterpret_cast<decltype(&DllCanUnloadNow)>(dlsym(library, "DllCanUnloadNow"));
    ASSERT_NE(get_class_object, nullptr);
    ASSERT_NE(can_unload, nullptr);
  }
  static void TearDownTestSuite() { dlclose(library); }

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

  /// The state of the tray as the device tells it: 0 where TEST UNIT READY is refused.
  static bool is_ready(const Pointer<IDiscRecorder2>& recorder) {
    BYTE test_unit_ready[6] = {};
    BYTE sense[18] = {};
    return recorder.query<IDiscRecorder2Ex>()->SendCommandNoData(test_unit_ready, 6, sense, 1) == S_OK;
  }

  inline static void* library = nullptr;
  inline static decltype(&DllGetClassObject) get_class_object = nullptr;
  inline static decltype(&DllCanUnloadNow) can_unload = nullptr;
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
