// Classes that a library may offer beside the writer. What is not offered is nothing to be judged.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "check/reach.h"

namespace discbench::check {

/// A new object of a class. Not applicable where the subject does not offer the class; blocked by it where the class is
/// there and gives no object of the interface.
template <class Interface>
Pointer<Interface> create_offered(Stage& stage, REFCLSID clsid, std::string_view name) {
  void* object = nullptr;
  const HRESULT hr = stage.subject.create_object(clsid, uuid_of<Interface>(), &object);
  if (hr == CLASS_E_CLASSNOTAVAILABLE || hr == E_NOTIMPL) {
    stage.checker.not_applicable("the subject does not offer " + std::string(name) + ": " + describe(hr));
  }
  stage.checker.require("CreateInstance of " + std::string(name), hr);
  return Pointer<Interface>::adopt(static_cast<Interface*>(object));
}

/// A getter called with NULL.
template <auto get, class Object>
HRESULT into_null(Object* object) {
  return (object->*get)(nullptr);
}

/// Members by name, each called with a NULL out pointer.
template <class Interface>
struct NullCall {
  std::string_view call;
  HRESULT (*make)(Interface* object);
};

/// Each has to come back, with a failure.
template <class Interface, std::size_t count>
void refuse_null(Stage& stage, Interface* object, const std::array<NullCall<Interface>, count>& calls) {
  for (const NullCall<Interface>& each : calls) {
    const std::string call = std::string(each.call) + "(NULL)";
    const HRESULT hr = each.make(object);
    stage.checker.compare(call, FAILED(hr), "failure, E_POINTER (0x80004003) by the documentation", describe(hr));
    if (FAILED(hr) && hr != E_POINTER) stage.checker.note(call + " gives " + describe(hr));
  }
}

/// Compares that an object answers its interface.
template <class Interface>
void answers_interface(Stage& stage, IUnknown* object, std::string_view name) {
  stage.checker.compare("QueryInterface(" + std::string(name) + ")", static_cast<bool>(query<Interface>(object)),
                        "an interface", "a refusal");
}

/// A member that is offered and does nothing: no fault, and nothing to be judged.
inline void skip_not_implemented(Stage& stage, std::string_view call, HRESULT hr) {
  if (hr == E_NOTIMPL) stage.checker.not_applicable(std::string(call) + " answers E_NOTIMPL");
}

}  // namespace discbench::check
