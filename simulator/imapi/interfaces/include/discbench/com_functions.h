// The memory that crosses a COM interface, with Windows' signatures and rules. Included by com.h, not by itself.
// On systems that are not Windows the definitions are libdiscbench-com.so's.
#pragma once

#include "discbench/com_automation.h"

extern "C" {

// Strings. NULL in is the empty string; NULL out is no memory.
DISCBENCH_EXPORT BSTR WINAPI SysAllocString(const OLECHAR* text);
/// `text` may be NULL: the units are then there for the caller to fill.
DISCBENCH_EXPORT BSTR WINAPI SysAllocStringLen(const OLECHAR* text, UINT units);
DISCBENCH_EXPORT BSTR WINAPI SysAllocStringByteLen(const char* bytes, UINT length);
/// Both set *string to a new string of the given text and free the old one. FALSE (and no change) without memory.
DISCBENCH_EXPORT INT WINAPI SysReAllocString(BSTR* string, const OLECHAR* text);
DISCBENCH_EXPORT INT WINAPI SysReAllocStringLen(BSTR* string, const OLECHAR* text, UINT units);
DISCBENCH_EXPORT void WINAPI SysFreeString(BSTR string);
DISCBENCH_EXPORT UINT WINAPI SysStringLen(BSTR string);
DISCBENCH_EXPORT UINT WINAPI SysStringByteLen(BSTR string);

// Arrays. NULL out is no memory or an element type that an array cannot hold.
DISCBENCH_EXPORT SAFEARRAY* WINAPI SafeArrayCreate(VARTYPE type, UINT dimensions, SAFEARRAYBOUND* bounds);
DISCBENCH_EXPORT SAFEARRAY* WINAPI SafeArrayCreateVector(VARTYPE type, LONG lower_bound, ULONG elements);
/// DISP_E_ARRAYISLOCKED while somebody holds a lock. Clears the elements: strings freed, interfaces released.
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayDestroy(SAFEARRAY* array);
/// DISP_E_BADINDEX outside the bounds. The element is a copy that the caller owns.
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayGetElement(SAFEARRAY* array, LONG* indices, void* element);
/// Copies the element in; for interfaces and strings `element` is the pointer itself, else the value's address.
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayPutElement(SAFEARRAY* array, LONG* indices, void* element);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayPtrOfIndex(SAFEARRAY* array, LONG* indices, void** address);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayAccessData(SAFEARRAY* array, void** data);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayUnaccessData(SAFEARRAY* array);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayLock(SAFEARRAY* array);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayUnlock(SAFEARRAY* array);
/// `dimension` counts from 1; DISP_E_BADINDEX outside.
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayGetLBound(SAFEARRAY* array, UINT dimension, LONG* bound);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayGetUBound(SAFEARRAY* array, UINT dimension, LONG* bound);
DISCBENCH_EXPORT UINT WINAPI SafeArrayGetDim(SAFEARRAY* array);
DISCBENCH_EXPORT UINT WINAPI SafeArrayGetElemsize(SAFEARRAY* array);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayGetVartype(SAFEARRAY* array, VARTYPE* type);
DISCBENCH_EXPORT HRESULT WINAPI SafeArrayCopy(SAFEARRAY* array, SAFEARRAY** copy);

// Variants.
DISCBENCH_EXPORT void WINAPI VariantInit(VARIANTARG* variant);
DISCBENCH_EXPORT HRESULT WINAPI VariantClear(VARIANTARG* variant);
DISCBENCH_EXPORT HRESULT WINAPI VariantCopy(VARIANTARG* destination, const VARIANTARG* source);
/// As VariantCopy, and follows VT_BYREF: the copy holds the value itself.
DISCBENCH_EXPORT HRESULT WINAPI VariantCopyInd(VARIANT* destination, const VARIANTARG* source);
/// Integers, booleans, real numbers, strings and interfaces; DISP_E_OVERFLOW where the value does not fit,
/// DISP_E_TYPEMISMATCH where there is no such conversion. Destination and source may be one.
DISCBENCH_EXPORT HRESULT WINAPI VariantChangeType(VARIANTARG* destination, const VARIANTARG* source, USHORT flags,
                                                  VARTYPE type);

// Buffers. CoTaskMemFree(NULL) does nothing.
DISCBENCH_EXPORT void* WINAPI CoTaskMemAlloc(SIZE_T size);
DISCBENCH_EXPORT void* WINAPI CoTaskMemRealloc(void* memory, SIZE_T size);
DISCBENCH_EXPORT void WINAPI CoTaskMemFree(void* memory);

// What a library with COM classes exports itself. Declared here so that it is exported under -fvisibility=hidden too.
/// The class object of `clsid`, as the interface `iid` (IClassFactory); CLASS_E_CLASSNOTAVAILABLE where unknown.
DISCBENCH_EXPORT HRESULT STDAPICALLTYPE DllGetClassObject(REFCLSID clsid, REFIID iid, void** object);
/// S_OK where no object of the library lives, S_FALSE where one does.
DISCBENCH_EXPORT HRESULT STDAPICALLTYPE DllCanUnloadNow(void);

}  // extern "C"
