// COM and OLE Automation as a library that implements IMAPI2 needs them, on systems that are not Windows.
//
// Spelling, widths, layouts and calling rules are Windows' own (64-bit), so that one source serves both systems: LONG
// has 32 bits, OLECHAR is a 16-bit unit (char16_t here, wchar_t on Windows: write OLESTR("text") and nothing else).
// Interfaces have neither overloads nor virtual destructors: compilers of the two systems lay those out differently.
//
// The functions are those of libdiscbench-com.so: a library that hands out a BSTR, SAFEARRAY or CoTaskMem buffer links
// it, so that whoever frees the memory uses the same allocator. C++17 is enough.
//
// Sources of every number: Windows SDK headers wtypes.h, oaidl.h, objidl.h, ocidl.h, unknwn.h, winerror.h, oleauto.h.
#pragma once

#ifdef _WIN32

// The system's own headers. This branch has not been compiled on Windows yet.
#include <windows.h>
// After windows.h: these need its types.
#include <oaidl.h>
#include <objbase.h>
#include <ocidl.h>
#include <oleauto.h>
#include <olectl.h>
#define DISCBENCH_CONSTANTS_BEGIN
#define DISCBENCH_CONSTANTS_END

#else

#include "discbench/com_types.h"
// In this order: each needs the one before.
#include "discbench/com_automation.h"
#include "discbench/com_functions.h"
#include "discbench/com_interfaces.h"

#endif

/// Uuid<I>::get() is the IID of interface I. imapi2.h adds its own; so may you, with DISCBENCH_UUID(IYours), where
/// IID_IYours is a GUID.
template <class Interface>
struct Uuid;

#define DISCBENCH_UUID(Interface)                                \
  template <>                                                    \
  struct Uuid<Interface> {                                       \
    static const IID& get() noexcept { return IID_##Interface; } \
  };

/// The IID of an interface by its type: uuid_of<IStream>().
template <class Interface>
const IID& uuid_of() noexcept {
  return Uuid<Interface>::get();
}

#ifndef _WIN32
/// The type of what a `T**` points to, for IID_PPV_ARGS; not for use by itself.
template <class Interface>
const IID& discbench_iid_of(Interface**) noexcept {
  return uuid_of<Interface>();
}
/// IStream* stream; object->QueryInterface(IID_PPV_ARGS(&stream));
#define IID_PPV_ARGS(address) discbench_iid_of(address), reinterpret_cast<void**>(address)
#endif

DISCBENCH_UUID(IUnknown)
DISCBENCH_UUID(IClassFactory)
DISCBENCH_UUID(IDispatch)
DISCBENCH_UUID(ISequentialStream)
DISCBENCH_UUID(IStream)
DISCBENCH_UUID(IEnumVARIANT)
DISCBENCH_UUID(IConnectionPoint)
DISCBENCH_UUID(IConnectionPointContainer)
DISCBENCH_UUID(IEnumConnectionPoints)
DISCBENCH_UUID(IEnumConnections)
