#include "com/dispatch_table.h"

#include <algorithm>

namespace discbench::com {

namespace detail {

HRESULT coerce(const VARIANTARG& argument, VARTYPE type, VARIANT* value) {
  return VariantChangeType(value, &argument, 0, type);
}

HRESULT coerce_interface(const VARIANTARG& argument, REFIID iid, void** object) {
  *object = nullptr;
  VARIANT value{};
  const HRESULT copied = VariantCopyInd(&value, &argument);
  if (FAILED(copied)) return copied;
  HRESULT result = DISP_E_TYPEMISMATCH;
  if (value.vt == VT_DISPATCH || value.vt == VT_UNKNOWN) {
    result = S_OK;
    if (value.punkVal != nullptr && FAILED(value.punkVal->QueryInterface(iid, object))) result = DISP_E_TYPEMISMATCH;
  }
  VariantClear(&value);
  return result;
}

HRESULT coerce_array(const VARIANTARG& argument, SAFEARRAY** array) {
  *array = nullptr;
  const VARIANTARG* source = &argument;
  if (source->vt == (VT_BYREF | VT_VARIANT)) source = source->pvarVal;
  if (source == nullptr) return DISP_E_TYPEMISMATCH;
  if (source->vt == (VT_ARRAY | VT_VARIANT)) {
    *array = source->parray;
  } else if (source->vt == (VT_ARRAY | VT_VARIANT | VT_BYREF) && source->pparray != nullptr) {
    *array = *source->pparray;
  } else {
    return DISP_E_TYPEMISMATCH;
  }
  return S_OK;
}

}  // namespace detail

namespace {

OLECHAR lower(OLECHAR unit) {
  return unit >= OLESTR('A') && unit <= OLESTR('Z') ? static_cast<OLECHAR>(unit + ('a' - 'A')) : unit;
}

bool same_name(const OLECHAR* left, const OLECHAR* right) {
  while (*left != 0 && lower(*left) == lower(*right)) {
    ++left;
    ++right;
  }
  return lower(*left) == lower(*right);
}

/// A property is put with one named argument, DISPID_PROPERTYPUT; nothing else can be named.
HRESULT check_names(const DISPPARAMS& parameters, bool put) {
  if (!put) return parameters.cNamedArgs == 0 ? S_OK : DISP_E_NONAMEDARGS;
  if (parameters.cNamedArgs == 0) return DISP_E_PARAMNOTFOUND;
  if (parameters.rgdispidNamedArgs == nullptr) return E_INVALIDARG;
  return parameters.cNamedArgs == 1 && parameters.rgdispidNamedArgs[0] == DISPID_PROPERTYPUT ? S_OK
                                                                                             : DISP_E_NONAMEDARGS;
}

/// The member's way in for these flags; null where it has none. Scripts ask for a method or a property in one go.
Invoker choose(const DispatchMember& member, WORD flags) {
  if ((flags & DISPATCH_PROPERTYPUT) != 0) return member.put;
  if ((flags & DISPATCH_PROPERTYPUTREF) != 0) return member.put_reference ? member.put : nullptr;
  if ((flags & DISPATCH_METHOD) != 0 && member.call != nullptr) return member.call;
  if ((flags & DISPATCH_PROPERTYGET) != 0) return member.get;
  return nullptr;
}

}  // namespace

HRESULT get_ids_of_names(std::span<const DispatchMember> members, REFIID iid, LPOLESTR* names, UINT count,
                         DISPID* ids) {
  if (iid != IID_NULL) return DISP_E_UNKNOWNINTERFACE;
  if (names == nullptr || ids == nullptr || count == 0) return E_INVALIDARG;
  // Names after the first would be the member's parameters, which cannot be named here.
  std::fill(ids, ids + count, DISPID_UNKNOWN);
  if (names[0] == nullptr) return E_INVALIDARG;
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const DispatchMember& member) { return same_name(member.name, names[0]); });
  if (found == members.end()) return DISP_E_UNKNOWNNAME;
  ids[0] = found->id;
  return count == 1 ? S_OK : DISP_E_UNKNOWNNAME;
}

HRESULT invoke(std::span<const DispatchMember> members, IDispatch* object, DISPID id, REFIID iid, WORD flags,
               DISPPARAMS* parameters, VARIANT* result, EXCEPINFO* exception, UINT* bad_argument) {
  if (iid != IID_NULL) return DISP_E_UNKNOWNINTERFACE;
  if (parameters == nullptr || (parameters->cArgs > 0 && parameters->rgvarg == nullptr)) return E_INVALIDARG;
  if (result != nullptr) VariantInit(result);

  const auto member =
      std::find_if(members.begin(), members.end(), [&](const DispatchMember& each) { return each.id == id; });
  const Invoker way = member == members.end() ? nullptr : choose(*member, flags);
  if (way == nullptr) return DISP_E_MEMBERNOTFOUND;
  const HRESULT named = check_names(*parameters, (flags & (DISPATCH_PROPERTYPUT | DISPATCH_PROPERTYPUTREF)) != 0);
  if (FAILED(named)) return named;

  const Invocation outcome = way(object, Arguments{parameters, bad_argument}, result);
  if (FAILED(outcome.fault)) return outcome.fault;
  if (SUCCEEDED(outcome.result)) return S_OK;
  if (exception != nullptr) {
    *exception = EXCEPINFO{};
    exception->scode = outcome.result;
  }
  return DISP_E_EXCEPTION;
}

}  // namespace discbench::com
