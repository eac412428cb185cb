// Exports nothing of its own; DllGetClassObject is found through the library that it links to.
#include "discbench/imapi2.h"

extern "C" __attribute__((visibility("default"))) HRESULT some_other_function() { return S_OK; }
