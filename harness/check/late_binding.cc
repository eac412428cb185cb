#include "check/late_binding.h"

namespace discbench::check {

HRESULT invoke(IDispatch* object, DISPID member, WORD flags, DISPPARAMS parameters, VARIANT* result) {
  EXCEPINFO exception{};
  UINT bad_argument = 0;
  const HRESULT hr =
      object->Invoke(member, IID_NULL, LOCALE_NEUTRAL, flags, &parameters, result, &exception, &bad_argument);
  if (hr == DISP_E_EXCEPTION) {
    SysFreeString(exception.bstrSource);
    SysFreeString(exception.bstrDescription);
    SysFreeString(exception.bstrHelpFile);
  }
  return hr;
}

HRESULT id_of_name(IDispatch* object, const OLECHAR* name, DISPID& id) {
  std::u16string copy(name);
  LPOLESTR names[] = {copy.data()};
  return object->GetIDsOfNames(IID_NULL, names, 1, LOCALE_NEUTRAL, &id);
}

HRESULT invoke_get(IDispatch* object, DISPID member, Variant& result, WORD flags) {
  DISPPARAMS none{};
  return invoke(object, member, flags, none, result.address());
}

HRESULT invoke_put(IDispatch* object, DISPID member, VARIANT_BOOL value) {
  VARIANTARG argument{};
  argument.vt = VT_BOOL;
  argument.boolVal = value;
  DISPID name = DISPID_PROPERTYPUT;
  DISPPARAMS parameters{.rgvarg = &argument, .rgdispidNamedArgs = &name, .cArgs = 1, .cNamedArgs = 1};
  return invoke(object, member, DISPATCH_PROPERTYPUT, parameters, nullptr);
}

LateReading read_late(IDispatch* object, DISPID member, bool boolean) {
  Variant result;
  const HRESULT hr = invoke_get(object, member, result);
  LateReading late{.reading = {.hr = hr, .boolean = boolean}, .type = result->vt};
  late.right_type = result->vt == (boolean ? VT_BOOL : VT_I4);
  if (late.right_type) late.reading.value = boolean ? result->boolVal : result->lVal;
  return late;
}

std::string describe(const LateReading& late) {
  if (!late.reading.succeeded()) return describe(late.reading.hr);
  if (!late.right_type) return describe(late.reading.hr) + " with a VARIANT of vt " + std::to_string(late.type);
  return describe(late.reading.hr) + (late.reading.boolean ? " with VT_BOOL " : " with VT_I4 ") +
         describe_value(late.reading);
}

}  // namespace discbench::check
