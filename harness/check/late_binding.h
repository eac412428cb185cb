// IDispatch as a script uses it.
#pragma once

#include <string>

#include "check/reach.h"

namespace discbench::check {

/// A VARIANT that is cleared with its holder.
class Variant {
 public:
  Variant() { VariantInit(&variant_); }
  Variant(const Variant&) = delete;
  Variant& operator=(const Variant&) = delete;
  ~Variant() { VariantClear(&variant_); }

  VARIANT* address() { return &variant_; }
  const VARIANT* operator->() const { return &variant_; }

 private:
  VARIANT variant_{};
};

/// The id of a member by its name. `id` keeps its value where nothing is written.
HRESULT id_of_name(IDispatch* object, const OLECHAR* name, DISPID& id);

/// Invoke with a place for everything that a call may answer.
HRESULT invoke(IDispatch* object, DISPID member, WORD flags, DISPPARAMS parameters, VARIANT* result);
/// The same with no argument.
HRESULT invoke_get(IDispatch* object, DISPID member, Variant& result, WORD flags = DISPATCH_PROPERTYGET);
/// Invoke with DISPATCH_PROPERTYPUT and one VT_BOOL, named DISPID_PROPERTYPUT.
HRESULT invoke_put(IDispatch* object, DISPID member, VARIANT_BOOL value);

/// A boolean or a number as Invoke answers it. `right_type` is false for anything but VT_BOOL or VT_I4, as wanted.
struct LateReading {
  Reading reading;
  bool right_type = false;
  VARTYPE type = VT_EMPTY;
};
LateReading read_late(IDispatch* object, DISPID member, bool boolean);
/// "S_OK (0x00000000) with VT_I4 12010".
std::string describe(const LateReading& late);

}  // namespace discbench::check
