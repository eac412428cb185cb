#include "random_element.h"

#include <string>

#include "facet.h"
#include "fault.h"
#include "random_medium.h"
#include "script.h"

namespace mutant {
namespace {

struct NamedMember {
  const OLECHAR* name;
  DISPID id;
};

constexpr DISPID supported = 0x100;
constexpr DISPID in_use = 0x101;
constexpr DISPID import_recorder = 0x102;

// Windows SDK, imapi2.idl.
constexpr NamedMember members[] = {
    {OLESTR("IsSupportedOnCurrentMediaState"), supported},
    {OLESTR("InUse"), in_use},
    {OLESTR("ImportRecorder"), import_recorder},
    {OLESTR("WriteUnitSize"), 0x205},
    {OLESTR("LastWrittenAddress"), 0x206},
    {OLESTR("TotalSectorsOnMedia"), 0x207},
};

}  // namespace

HRESULT RandomElement::QueryInterface(REFIID iid, void** object) {
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  if (iid == IID_IMultisession && Facet::wanted()) {
    *object = static_cast<IMultisession*>(new Facet(this));
    return S_OK;
  }
  const bool base = iid == IID_IUnknown || iid == IID_IDispatch || iid == IID_IMultisession;
  if (!base && iid != IID_IMultisessionRandomWrite) return E_NOINTERFACE;
  *object = static_cast<IMultisessionRandomWrite*>(this);
  AddRef();
  return S_OK;
}

ULONG RandomElement::Release() {
  const ULONG left = --references_;
  if (left == 0) delete this;
  return left;
}

HRESULT RandomElement::get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) {
  const At here("random", __func__);
  if (value == nullptr) return answer_null();
  if (is(Fault::untouched_values)) return S_OK;
  *value = VARIANT_TRUE;
  if (is(Fault::supported_always)) return S_OK;
  const HRESULT hr = takes_random_writes(*context_, value);
  return SUCCEEDED(hr) ? success(hr) : hr;
}

HRESULT RandomElement::put_InUse(VARIANT_BOOL value) {
  const At here("random", __func__);
  in_use_ = value != VARIANT_FALSE ? VARIANT_TRUE : VARIANT_FALSE;
  return success(S_OK);
}

HRESULT RandomElement::get_InUse(VARIANT_BOOL* value) {
  const At here("random", __func__);
  if (value == nullptr) return answer_null();
  *value = in_use_;
  return success(S_OK);
}

HRESULT RandomElement::get_ImportRecorder(IDiscRecorder2** value) {
  const At here("random", __func__);
  if (value == nullptr) return answer_null();
  *value = context_->recorder.get();
  if (*value == nullptr) return E_IMAPI_RECORDER_REQUIRED;
  (*value)->AddRef();
  return success(S_OK);
}

HRESULT RandomElement::get_WriteUnitSize(LONG* value) {
  const At here("random", __func__);
  return bent_number(*context_, Side::element, random_unit, unit_of_medium, context_.get(), value);
}

HRESULT RandomElement::get_LastWrittenAddress(LONG* value) {
  const At here("random", __func__);
  return bent_number(*context_, Side::element, random_last, last_of_medium, context_.get(), value);
}

HRESULT RandomElement::get_TotalSectorsOnMedia(LONG* value) {
  const At here("random", __func__);
  return bent_number(*context_, Side::element, random_total, total_of_medium, context_.get(), value);
}

HRESULT RandomElement::GetTypeInfoCount(UINT* count) {
  if (count == nullptr) return E_POINTER;
  *count = 0;
  return S_OK;
}

HRESULT RandomElement::GetTypeInfo(UINT, LCID, ITypeInfo** information) {
  if (information != nullptr) *information = nullptr;
  return E_NOTIMPL;
}

HRESULT RandomElement::GetIDsOfNames(REFIID, LPOLESTR* names, UINT count, LCID, DISPID* ids) {
  if (names == nullptr || ids == nullptr || count == 0) return E_INVALIDARG;
  ids[0] = DISPID_UNKNOWN;
  for (const NamedMember& member : members) {
    if (is_name(names[0], member.name)) ids[0] = member.id;
  }
  if (is(Fault::wrong_id) && ids[0] != DISPID_UNKNOWN) ++ids[0];
  return ids[0] == DISPID_UNKNOWN ? DISP_E_UNKNOWNNAME : S_OK;
}

HRESULT RandomElement::Invoke(DISPID member, REFIID, LCID, WORD flags, DISPPARAMS* parameters, VARIANT* result,
                              EXCEPINFO*, UINT*) {
  const HRESULT refusal = refuse_call(flags, parameters, result);
  if (FAILED(refusal)) return refusal;
  if ((flags & DISPATCH_PROPERTYPUT) != 0) {
    if (member != in_use) return DISP_E_MEMBERNOTFOUND;
    if (parameters == nullptr || parameters->cArgs != 1) return DISP_E_BADPARAMCOUNT;
    if (parameters->rgvarg[0].vt != VT_BOOL) return DISP_E_TYPEMISMATCH;
    return put_InUse(parameters->rgvarg[0].boolVal);
  }
  VARIANT answer;
  VariantInit(&answer);
  const HRESULT hr = invoke_get(member, &answer);
  if (result != nullptr && SUCCEEDED(hr)) {
    *result = answer;
  } else {
    if (result != nullptr) VariantInit(result);
    if (SUCCEEDED(hr)) VariantClear(&answer);
  }
  return hr;
}

HRESULT RandomElement::invoke_get(DISPID member, VARIANT* result) {
  switch (member) {
    case supported:
      result->vt = VT_BOOL;
      return get_IsSupportedOnCurrentMediaState(&result->boolVal);
    case in_use:
      result->vt = VT_BOOL;
      return get_InUse(&result->boolVal);
    case import_recorder: {
      IDiscRecorder2* recorder = nullptr;
      const HRESULT hr = get_ImportRecorder(&recorder);
      result->vt = VT_DISPATCH;
      result->pdispVal = recorder;
      return hr;
    }
    case 0x205:
      return invoke_number(&RandomElement::get_WriteUnitSize, result);
    case 0x206:
      return invoke_number(&RandomElement::get_LastWrittenAddress, result);
    case 0x207:
      return invoke_number(&RandomElement::get_TotalSectorsOnMedia, result);
    default:
      return DISP_E_MEMBERNOTFOUND;
  }
}

HRESULT RandomElement::invoke_number(HRESULT (RandomElement::*get)(LONG*), VARIANT* result) {
  result->vt = VT_I4;
  const HRESULT hr = (this->*get)(&result->lVal);
  if (is(Fault::invoke_plus_one)) ++result->lVal;
  return hr;
}

}  // namespace mutant
