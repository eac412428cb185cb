// What the elements do with the words of a script: names and flags.
#pragma once

#include <discbench/imapi2.h>

#include "fault.h"

namespace mutant {

/// In any case.
inline bool is_name(const OLECHAR* wanted, const OLECHAR* name) {
  const auto small = [](OLECHAR each) {
    const bool capital = each >= OLESTR('A') && each <= OLESTR('Z') && !is(Fault::names_have_case);
    return static_cast<OLECHAR>(capital ? each + (OLESTR('a') - OLESTR('A')) : each);
  };
  while (*wanted != 0 && small(*wanted) == small(*name)) {
    ++wanted;
    ++name;
  }
  return small(*wanted) == small(*name);
}

/// Why no member at all is called by these flags and arguments; S_OK where one may be.
inline HRESULT refuse_call(WORD flags, const DISPPARAMS* parameters, VARIANT* result) {
  if ((flags & DISPATCH_PROPERTYPUT) != 0) return S_OK;
  if ((flags & DISPATCH_PROPERTYGET) == 0) return DISP_E_MEMBERNOTFOUND;
  if (is(Fault::exact_flags) && flags != DISPATCH_PROPERTYGET) return DISP_E_MEMBERNOTFOUND;
  if (is(Fault::invoke_null_crashes)) *static_cast<volatile VARTYPE*>(&result->vt) = VT_EMPTY;
  const bool arguments = parameters != nullptr && parameters->cArgs != 0;
  return arguments && !is(Fault::ignores_arguments) ? DISP_E_BADPARAMCOUNT : S_OK;
}

}  // namespace mutant
