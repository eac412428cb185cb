// A library that has the door, refuses three times, and never answers again.
#include <unistd.h>

#include "discbench/com.h"

extern "C" HRESULT DllGetClassObject(REFCLSID, REFIID, void** object) {
  static int calls = 0;
  while (++calls > 3) pause();
  *object = nullptr;
  return CLASS_E_CLASSNOTAVAILABLE;
}
