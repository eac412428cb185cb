// Fixed-width types, GUIDs, return codes and the macros that Windows sources use. Included by com.h, not by itself.
#pragma once

#include <cstddef>
#include <cstdint>

// Calling convention and member macros. Linux has one convention on each processor, so most are empty.
#define STDMETHODCALLTYPE
#define STDMETHODVCALLTYPE
#define STDAPICALLTYPE
#define WINAPI
#define APIENTRY
#define STDMETHODIMP HRESULT STDMETHODCALLTYPE
#define STDMETHODIMP_(type) type STDMETHODCALLTYPE
#define STDMETHOD(name) virtual HRESULT STDMETHODCALLTYPE name
#define STDMETHOD_(type, name) virtual type STDMETHODCALLTYPE name
#define PURE = 0
// Exported even from a library that is built with -fvisibility=hidden.
#define DISCBENCH_EXPORT __attribute__((visibility("default")))
#define STDAPI extern "C" DISCBENCH_EXPORT HRESULT STDAPICALLTYPE
#define STDAPI_(type) extern "C" DISCBENCH_EXPORT type STDAPICALLTYPE
#define OLESTR(text) u##text
#define _HRESULT_TYPEDEF_(value) static_cast<HRESULT>(value)

using BYTE = std::uint8_t;
using CHAR = char;
using WORD = std::uint16_t;
using DWORD = std::uint32_t;
using SHORT = std::int16_t;
using USHORT = std::uint16_t;
using INT = std::int32_t;
using UINT = std::uint32_t;
using LONG = std::int32_t;
using ULONG = std::uint32_t;
using LONGLONG = std::int64_t;
using ULONGLONG = std::uint64_t;
using FLOAT = float;
using DOUBLE = double;
using BOOL = std::int32_t;
using BOOLEAN = std::uint8_t;
using SIZE_T = std::size_t;
using PVOID = void*;
using LPVOID = void*;

using HRESULT = std::int32_t;
using SCODE = std::int32_t;
using LCID = std::uint32_t;
using DISPID = std::int32_t;
using VARTYPE = std::uint16_t;
using VARIANT_BOOL = std::int16_t;  ///< VARIANT_TRUE or VARIANT_FALSE, 16 bits: mind the upper half of the register
using DATE = double;

using OLECHAR = char16_t;
using LPOLESTR = OLECHAR*;
using LPCOLESTR = const OLECHAR*;
/// UTF-16 units, a terminating zero, and a 32-bit length in bytes before the first. NULL is the empty string.
using BSTR = OLECHAR*;

struct FILETIME {
  DWORD dwLowDateTime;
  DWORD dwHighDateTime;
};

struct DISCBENCH_LARGE_PARTS {
  DWORD LowPart;
  LONG HighPart;
};
union LARGE_INTEGER {
  DISCBENCH_LARGE_PARTS u;
  LONGLONG QuadPart;
};
struct DISCBENCH_ULARGE_PARTS {
  DWORD LowPart;
  DWORD HighPart;
};
union ULARGE_INTEGER {
  DISCBENCH_ULARGE_PARTS u;
  ULONGLONG QuadPart;
};

struct GUID {
  std::uint32_t Data1;
  std::uint16_t Data2;
  std::uint16_t Data3;
  std::uint8_t Data4[8];
};
using IID = GUID;
using CLSID = GUID;
using UUID = GUID;
using REFGUID = const GUID&;
using REFIID = const IID&;
using REFCLSID = const CLSID&;

constexpr bool operator==(const GUID& left, const GUID& right) noexcept {
  if (left.Data1 != right.Data1 || left.Data2 != right.Data2 || left.Data3 != right.Data3) return false;
  for (int i = 0; i < 8; ++i) {
    if (left.Data4[i] != right.Data4[i]) return false;
  }
  return true;
}
constexpr bool operator!=(const GUID& left, const GUID& right) noexcept { return !(left == right); }
constexpr bool IsEqualGUID(REFGUID left, REFGUID right) noexcept { return left == right; }
constexpr bool IsEqualIID(REFIID left, REFIID right) noexcept { return left == right; }
constexpr bool IsEqualCLSID(REFCLSID left, REFCLSID right) noexcept { return left == right; }

// Constants are inline variables. Hidden, because the linker would otherwise make those of two libraries one
// ("unique" symbols), and would then never unload the first of them.
#define DISCBENCH_CONSTANTS_BEGIN _Pragma("GCC visibility push(hidden)")
#define DISCBENCH_CONSTANTS_END _Pragma("GCC visibility pop")

/// Only the sign tells success from failure: S_FALSE and the S_IMAPI_ codes are successes.
constexpr bool SUCCEEDED(HRESULT result) noexcept { return result >= 0; }
constexpr bool FAILED(HRESULT result) noexcept { return result < 0; }
constexpr HRESULT HRESULT_FROM_WIN32(DWORD error) noexcept {
  return error == 0 ? 0 : static_cast<HRESULT>((error & 0xffffu) | 0x80070000u);
}

DISCBENCH_CONSTANTS_BEGIN

#ifndef TRUE
inline constexpr BOOL TRUE = 1;
#endif
#ifndef FALSE
inline constexpr BOOL FALSE = 0;
#endif
inline constexpr VARIANT_BOOL VARIANT_TRUE = -1;
inline constexpr VARIANT_BOOL VARIANT_FALSE = 0;

inline constexpr GUID GUID_NULL{0, 0, 0, {0, 0, 0, 0, 0, 0, 0, 0}};
inline constexpr IID IID_NULL = GUID_NULL;

inline constexpr HRESULT S_OK = 0;
inline constexpr HRESULT S_FALSE = 1;
inline constexpr HRESULT E_UNEXPECTED = _HRESULT_TYPEDEF_(0x8000FFFFu);
inline constexpr HRESULT E_PENDING = _HRESULT_TYPEDEF_(0x8000000Au);
inline constexpr HRESULT E_NOTIMPL = _HRESULT_TYPEDEF_(0x80004001u);
inline constexpr HRESULT E_NOINTERFACE = _HRESULT_TYPEDEF_(0x80004002u);
inline constexpr HRESULT E_POINTER = _HRESULT_TYPEDEF_(0x80004003u);
inline constexpr HRESULT E_ABORT = _HRESULT_TYPEDEF_(0x80004004u);
inline constexpr HRESULT E_FAIL = _HRESULT_TYPEDEF_(0x80004005u);
inline constexpr HRESULT E_ACCESSDENIED = _HRESULT_TYPEDEF_(0x80070005u);
inline constexpr HRESULT E_HANDLE = _HRESULT_TYPEDEF_(0x80070006u);
inline constexpr HRESULT E_OUTOFMEMORY = _HRESULT_TYPEDEF_(0x8007000Eu);
inline constexpr HRESULT E_INVALIDARG = _HRESULT_TYPEDEF_(0x80070057u);

inline constexpr HRESULT RPC_E_WRONG_THREAD = _HRESULT_TYPEDEF_(0x8001010Eu);
inline constexpr HRESULT DISP_E_UNKNOWNINTERFACE = _HRESULT_TYPEDEF_(0x80020001u);
inline constexpr HRESULT DISP_E_MEMBERNOTFOUND = _HRESULT_TYPEDEF_(0x80020003u);
inline constexpr HRESULT DISP_E_PARAMNOTFOUND = _HRESULT_TYPEDEF_(0x80020004u);
inline constexpr HRESULT DISP_E_TYPEMISMATCH = _HRESULT_TYPEDEF_(0x80020005u);
inline constexpr HRESULT DISP_E_UNKNOWNNAME = _HRESULT_TYPEDEF_(0x80020006u);
inline constexpr HRESULT DISP_E_NONAMEDARGS = _HRESULT_TYPEDEF_(0x80020007u);
inline constexpr HRESULT DISP_E_BADVARTYPE = _HRESULT_TYPEDEF_(0x80020008u);
inline constexpr HRESULT DISP_E_EXCEPTION = _HRESULT_TYPEDEF_(0x80020009u);
inline constexpr HRESULT DISP_E_OVERFLOW = _HRESULT_TYPEDEF_(0x8002000Au);
inline constexpr HRESULT DISP_E_BADINDEX = _HRESULT_TYPEDEF_(0x8002000Bu);
inline constexpr HRESULT DISP_E_UNKNOWNLCID = _HRESULT_TYPEDEF_(0x8002000Cu);
inline constexpr HRESULT DISP_E_ARRAYISLOCKED = _HRESULT_TYPEDEF_(0x8002000Du);
inline constexpr HRESULT DISP_E_BADPARAMCOUNT = _HRESULT_TYPEDEF_(0x8002000Eu);
inline constexpr HRESULT DISP_E_PARAMNOTOPTIONAL = _HRESULT_TYPEDEF_(0x8002000Fu);

inline constexpr HRESULT STG_E_INVALIDFUNCTION = _HRESULT_TYPEDEF_(0x80030001u);
inline constexpr HRESULT STG_E_ACCESSDENIED = _HRESULT_TYPEDEF_(0x80030005u);
inline constexpr HRESULT STG_E_INSUFFICIENTMEMORY = _HRESULT_TYPEDEF_(0x80030008u);
inline constexpr HRESULT STG_E_INVALIDPOINTER = _HRESULT_TYPEDEF_(0x80030009u);
inline constexpr HRESULT STG_E_SEEKERROR = _HRESULT_TYPEDEF_(0x80030019u);
inline constexpr HRESULT STG_E_WRITEFAULT = _HRESULT_TYPEDEF_(0x8003001Du);
inline constexpr HRESULT STG_E_READFAULT = _HRESULT_TYPEDEF_(0x8003001Eu);
inline constexpr HRESULT STG_E_MEDIUMFULL = _HRESULT_TYPEDEF_(0x80030070u);
inline constexpr HRESULT STG_E_INVALIDFLAG = _HRESULT_TYPEDEF_(0x800300FFu);

inline constexpr HRESULT CLASS_E_NOAGGREGATION = _HRESULT_TYPEDEF_(0x80040110u);
inline constexpr HRESULT CLASS_E_CLASSNOTAVAILABLE = _HRESULT_TYPEDEF_(0x80040111u);
inline constexpr HRESULT REGDB_E_CLASSNOTREG = _HRESULT_TYPEDEF_(0x80040154u);
inline constexpr HRESULT CO_E_NOTINITIALIZED = _HRESULT_TYPEDEF_(0x800401F0u);
inline constexpr HRESULT CONNECT_E_NOCONNECTION = _HRESULT_TYPEDEF_(0x80040200u);
inline constexpr HRESULT CONNECT_E_ADVISELIMIT = _HRESULT_TYPEDEF_(0x80040201u);
inline constexpr HRESULT CONNECT_E_CANNOTCONNECT = _HRESULT_TYPEDEF_(0x80040202u);

inline constexpr DWORD ERROR_ACCESS_DENIED = 5;
inline constexpr DWORD ERROR_INVALID_HANDLE = 6;
inline constexpr DWORD ERROR_DEV_NOT_EXIST = 55;

DISCBENCH_CONSTANTS_END

static_assert(sizeof(HRESULT) == 4 && sizeof(LONG) == 4 && sizeof(ULONG) == 4 && sizeof(VARIANT_BOOL) == 2);
static_assert(sizeof(GUID) == 16 && sizeof(OLECHAR) == 2 && sizeof(LARGE_INTEGER) == 8 && sizeof(ULARGE_INTEGER) == 8);
