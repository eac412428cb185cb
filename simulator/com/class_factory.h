// Class objects: how a library's DllGetClassObject hands out its classes.
#pragma once

#include <span>
#include <utility>

#include "com/answer.h"
#include "discbench/com.h"

namespace discbench::com {

/// Makes an object and answers with it as `iid`. `*out` is not NULL and holds NULL on entry.
using Creator = HRESULT (*)(REFIID iid, void** out);

/// A class that a library offers.
struct OfferedClass {
  CLSID clsid;
  Creator create;
};

/// DllGetClassObject over a list: E_POINTER, CLASS_E_CLASSNOTAVAILABLE, E_NOINTERFACE as COM says.
HRESULT get_class_object(std::span<const OfferedClass> classes, REFCLSID clsid, REFIID iid, void** out);

/// A Creator's work for an object with a constructor: the new object, asked for `iid`.
template <class Class, class... Arguments>
HRESULT create_object(REFIID iid, void** out, Arguments&&... arguments) noexcept {
  if (out == nullptr) return E_POINTER;
  *out = nullptr;
  return perform([&] {
    auto* object = new Class(std::forward<Arguments>(arguments)...);
    const HRESULT result = object->QueryInterface(iid, out);
    object->Release();
    return result;
  });
}

}  // namespace discbench::com
