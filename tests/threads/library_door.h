// libdiscbench-imapi.so, loaded, with as many recorders as are asked for.
#pragma once

#include <dlfcn.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "com/pointer.h"
#include "com/text.h"
#include "discbench/imapi2.h"

namespace discbench::threads {

class LibraryThreads : public testing::Test {
 protected:
  void SetUp() override {
    setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
    setenv("DISCBENCH_RECORDERS", "cd-r/blank", 1);
    library_ = dlopen(DISCBENCH_IMAPI_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library_, nullptr) << dlerror();
    get_class_object_ = reinterpret_cast<decltype(&DllGetClassObject)>(dlsym(library_, "DllGetClassObject"));
    can_unload_ = reinterpret_cast<decltype(&DllCanUnloadNow)>(dlsym(library_, "DllCanUnloadNow"));
  }
  void TearDown() override {
    EXPECT_EQ(can_unload_(), S_OK) << "an object was left behind";
    dlclose(library_);
  }

  template <class Interface>
  com::Pointer<Interface> create(REFCLSID clsid) const {
    com::Pointer<IClassFactory> factory;
    EXPECT_EQ(get_class_object_(clsid, IID_PPV_ARGS(factory.put())), S_OK);
    com::Pointer<Interface> object;
    EXPECT_EQ(factory->CreateInstance(nullptr, IID_PPV_ARGS(object.put())), S_OK);
    return object;
  }

  com::Pointer<IDiscRecorder2> recorder_of(std::u16string_view scenario) const {
    auto recorder = create<IDiscRecorder2>(CLSID_MsftDiscRecorder2);
    EXPECT_EQ(recorder->InitializeDiscRecorder(com::String(scenario).get()), S_OK);
    return recorder;
  }

  void* library_ = nullptr;
  decltype(&DllGetClassObject) get_class_object_ = nullptr;
  decltype(&DllCanUnloadNow) can_unload_ = nullptr;
};

}  // namespace discbench::threads
