// The public headers stand alone: a library that was built with them and nothing else is found by its entry point.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include "com/pointer.h"
#include "discbench/imapi2.h"

namespace {

using discbench::com::Pointer;

TEST(Vendor, ALibraryOfHiddenSymbolsStillHasItsEntryPoint) {
  void* library = dlopen(DISCBENCH_VENDOR_SAMPLE, RTLD_NOW | RTLD_LOCAL);
  ASSERT_NE(library, nullptr) << dlerror();
  const auto entry = reinterpret_cast<decltype(&DllGetClassObject)>(dlsym(library, "DllGetClassObject"));
  ASSERT_NE(entry, nullptr);

  Pointer<IClassFactory> factory;
  ASSERT_EQ(entry(CLSID_MsftDiscFormat2Data, IID_PPV_ARGS(factory.put())), S_OK);
  Pointer<IBurnVerification> object;
  ASSERT_EQ(factory->CreateInstance(nullptr, IID_PPV_ARGS(object.put())), S_OK);
  EXPECT_EQ(object->put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_FULL), S_OK);
  IMAPI_BURN_VERIFICATION_LEVEL level = IMAPI_BURN_VERIFICATION_NONE;
  EXPECT_EQ(object->get_BurnVerificationLevel(&level), S_OK);
  EXPECT_EQ(level, IMAPI_BURN_VERIFICATION_FULL);

  object = {};
  factory = {};
  dlclose(library);
  EXPECT_EQ(dlopen(DISCBENCH_VENDOR_SAMPLE, RTLD_NOW | RTLD_NOLOAD), nullptr) << "constants of the headers pin it";
}

}  // namespace
