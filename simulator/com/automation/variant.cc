// VARIANT: who owns what it holds. Conversions are in variant_conversion.cc.
#include "discbench/com.h"

namespace {

/// May a VARIANT hold this? Windows refuses to clear one that it does not know, rather than lose what it holds.
bool is_known(VARTYPE type) {
  const int base = type & VT_TYPEMASK;
  const int modifiers = type & ~VT_TYPEMASK;
  if ((modifiers & ~(VT_ARRAY | VT_BYREF)) != 0) return false;
  if (modifiers != 0 && base <= VT_NULL) return false;
  if (base == VT_VARIANT) return modifiers != 0;
  return base <= VT_UNKNOWN || (base >= VT_I1 && base <= VT_UINT);
}

bool owns(VARTYPE type) { return (type & VT_BYREF) == 0; }

/// Takes a share of what `value`, a plain copy of another variant's fields, holds.
HRESULT take_share(VARIANT* value) {
  if (!owns(value->vt)) return S_OK;
  if ((value->vt & VT_ARRAY) != 0) return SafeArrayCopy(value->parray, &value->parray);
  if (value->vt == VT_BSTR && value->bstrVal != nullptr) {
    const BSTR source = value->bstrVal;
    value->bstrVal = SysAllocStringByteLen(reinterpret_cast<const char*>(source), SysStringByteLen(source));
    return value->bstrVal == nullptr ? E_OUTOFMEMORY : S_OK;
  }
  if ((value->vt == VT_DISPATCH || value->vt == VT_UNKNOWN) && value->punkVal != nullptr) value->punkVal->AddRef();
  return S_OK;
}

/// The value itself that a VT_BYREF variant points to, without a share of it.
VARIANT dereferenced(const VARIANT& source) {
  VARIANT value = source;
  value.vt = static_cast<VARTYPE>(source.vt & ~VT_BYREF);
  value.llVal = 0;
  if ((value.vt & VT_ARRAY) != 0) {
    value.parray = *source.pparray;
    return value;
  }
  switch (value.vt) {
    case VT_I1:
    case VT_UI1:
      value.bVal = *source.pbVal;
      break;
    case VT_I2:
    case VT_UI2:
    case VT_BOOL:
      value.iVal = *source.piVal;
      break;
    case VT_BSTR:
      value.bstrVal = *source.pbstrVal;
      break;
    case VT_DISPATCH:
    case VT_UNKNOWN:
      value.punkVal = *source.ppunkVal;
      break;
    case VT_I8:
    case VT_UI8:
    case VT_R8:
    case VT_CY:
    case VT_DATE:
      value.llVal = *source.pllVal;
      break;
    default:
      value.lVal = *source.plVal;
      break;
  }
  return value;
}

}  // namespace

extern "C" {

void VariantInit(VARIANTARG* variant) {
  if (variant != nullptr) *variant = VARIANT{};
}

HRESULT VariantClear(VARIANTARG* variant) {
  if (variant == nullptr) return E_INVALIDARG;
  if (!is_known(variant->vt)) return DISP_E_BADVARTYPE;
  const VARIANT held = *variant;
  if (owns(held.vt) && (held.vt & VT_ARRAY) != 0) {
    const HRESULT result = SafeArrayDestroy(held.parray);
    if (FAILED(result)) return result;
  }
  // Empty before the release: what it sets off may come back to this variant.
  *variant = VARIANT{};
  if (held.vt == VT_BSTR) {
    SysFreeString(held.bstrVal);
  } else if ((held.vt == VT_DISPATCH || held.vt == VT_UNKNOWN) && held.punkVal != nullptr) {
    held.punkVal->Release();
  }
  return S_OK;
}

HRESULT VariantCopy(VARIANTARG* destination, const VARIANTARG* source) {
  if (destination == nullptr || source == nullptr) return E_INVALIDARG;
  if (!is_known(source->vt)) return DISP_E_BADVARTYPE;
  if (destination == source) return S_OK;
  VARIANT value = *source;
  const HRESULT shared = take_share(&value);
  if (FAILED(shared)) return shared;
  const HRESULT cleared = VariantClear(destination);
  if (FAILED(cleared)) {
    VariantClear(&value);
    return cleared;
  }
  *destination = value;
  return S_OK;
}

HRESULT VariantCopyInd(VARIANT* destination, const VARIANTARG* source) {
  if (destination == nullptr || source == nullptr) return E_INVALIDARG;
  if ((source->vt & VT_BYREF) == 0) return VariantCopy(destination, source);
  if (!is_known(source->vt) || source->byref == nullptr) return E_INVALIDARG;
  VARIANT value{};
  if (source->vt == (VT_BYREF | VT_VARIANT)) {
    const VARIANT& inner = *source->pvarVal;
    // One level of VARIANT in VARIANT is all that Automation allows.
    if (inner.vt == (VT_BYREF | VT_VARIANT)) return E_INVALIDARG;
    if ((inner.vt & VT_BYREF) != 0) return VariantCopyInd(destination, &inner);
    value = inner;
  } else {
    value = dereferenced(*source);
  }
  VARIANT copy{};
  const HRESULT copied = VariantCopy(&copy, &value);
  if (FAILED(copied)) return copied;
  const HRESULT cleared = VariantClear(destination);
  if (FAILED(cleared)) {
    VariantClear(&copy);
    return cleared;
  }
  *destination = copy;
  return S_OK;
}

}  // extern "C"
