// The element as scripts see it: names, ids, Invoke.
#include <string>

#include "element.h"
#include "fault.h"
#include "script.h"

namespace mutant {
namespace {

struct NamedMember {
  const OLECHAR* name;
  DISPID id;
};

// Windows SDK, imapi2.idl.
constexpr NamedMember members[] = {
    {OLESTR("IsSupportedOnCurrentMediaState"), 0x100},
    {OLESTR("InUse"), 0x101},
    {OLESTR("ImportRecorder"), 0x102},
    {OLESTR("IsFirstDataSession"), 0x200},
    {OLESTR("StartAddressOfPreviousSession"), 0x201},
    {OLESTR("LastWrittenAddressOfPreviousSession"), 0x202},
    {OLESTR("NextWritableAddress"), 0x203},
    {OLESTR("FreeSectorsOnMedia"), 0x204},
    {OLESTR("WriteUnitSize"), 0x205},
};

constexpr DISPID in_use = 0x101;
constexpr DISPID import_recorder = 0x102;

}  // namespace

HRESULT Element::GetTypeInfoCount(UINT* count) {
  if (count == nullptr) return E_POINTER;
  *count = 0;
  return S_OK;
}

HRESULT Element::GetTypeInfo(UINT, LCID, ITypeInfo** information) {
  if (information != nullptr) *information = nullptr;
  return E_NOTIMPL;
}

HRESULT Element::GetIDsOfNames(REFIID, LPOLESTR* names, UINT count, LCID, DISPID* ids) {
  must_live();
  if (names == nullptr || ids == nullptr || count == 0) return E_INVALIDARG;
  ids[0] = DISPID_UNKNOWN;
  for (const NamedMember& member : members) {
    if (is_name(names[0], member.name)) ids[0] = member.id;
  }
  if (is(Fault::wrong_id) && ids[0] != DISPID_UNKNOWN) ++ids[0];
  if (is(Fault::accepts_any_name) && ids[0] == DISPID_UNKNOWN) ids[0] = 0x7000;
  return ids[0] == DISPID_UNKNOWN ? DISP_E_UNKNOWNNAME : S_OK;
}

HRESULT Element::Invoke(DISPID member, REFIID, LCID, WORD flags, DISPPARAMS* parameters, VARIANT* result, EXCEPINFO*,
                        UINT*) {
  must_live();
  const HRESULT refusal = refuse_call(flags, parameters, result);
  if (FAILED(refusal)) return refusal;
  if ((flags & DISPATCH_PROPERTYPUT) != 0) return invoke_put(member, parameters);
  VARIANT unwanted;
  VariantInit(&unwanted);
  const HRESULT hr = invoke_get(member, result != nullptr ? result : &unwanted);
  VariantClear(&unwanted);
  return hr;
}

HRESULT Element::invoke_put(DISPID member, const DISPPARAMS* parameters) {
  if (member != in_use) return is(Fault::takes_any_put) ? S_OK : DISP_E_MEMBERNOTFOUND;
  if (parameters == nullptr || parameters->cArgs != 1) return DISP_E_BADPARAMCOUNT;
  if (parameters->rgvarg[0].vt != VT_BOOL) return DISP_E_TYPEMISMATCH;
  if (is(Fault::invoke_ignores_put)) return S_OK;
  return put_InUse(parameters->rgvarg[0].boolVal);
}

HRESULT Element::invoke_get(DISPID member, VARIANT* result) {
  VariantInit(result);
  HRESULT hr = DISP_E_MEMBERNOTFOUND;
  const auto boolean = [&](HRESULT answer, VARIANT_BOOL value) {
    hr = answer;
    result->vt = VT_BOOL;
    result->boolVal = value;
  };
  const auto number = [&](HRESULT (Element::*get)(LONG*)) {
    LONG value = 0;
    hr = (this->*get)(&value);
    result->vt = VT_I4;
    result->lVal = is(Fault::invoke_plus_one) ? value + 1 : value;
  };
  VARIANT_BOOL value = VARIANT_FALSE;
  switch (member) {
    case 0x100:
      hr = get_IsSupportedOnCurrentMediaState(&value);
      boolean(hr, value);
      break;
    case in_use:
      hr = get_InUse(&value);
      boolean(hr, is(Fault::invoke_negates) ? static_cast<VARIANT_BOOL>(~value) : value);
      break;
    case import_recorder: {
      IDiscRecorder2* recorder = nullptr;
      hr = get_ImportRecorder(&recorder);
      result->vt = VT_DISPATCH;
      result->pdispVal = recorder;
      break;
    }
    case 0x200:
      hr = get_IsFirstDataSession(&value);
      boolean(hr, value);
      break;
    case 0x201:
      number(&Element::get_StartAddressOfPreviousSession);
      break;
    case 0x202:
      number(&Element::get_LastWrittenAddressOfPreviousSession);
      break;
    case 0x203:
      number(&Element::get_NextWritableAddress);
      break;
    case 0x204:
      number(&Element::get_FreeSectorsOnMedia);
      break;
    case 0x205:
      number(&Element::get_WriteUnitSize);
      break;
    default:
      if (is(Fault::accepts_any_member)) hr = S_OK;
      break;
  }
  if (FAILED(hr)) VariantInit(result);
  return hr;
}

}  // namespace mutant
