// A library that has the door and nothing behind it. It also talks where it should not.
#include <cstdio>

#include "discbench/com.h"

extern "C" HRESULT DllGetClassObject(REFCLSID, REFIID, void** object) {
  std::puts("a library is talking");
  std::fflush(stdout);
  *object = nullptr;
  return CLASS_E_CLASSNOTAVAILABLE;
}
