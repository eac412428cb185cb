// A SAFEARRAY of VARIANT as a getter answers it, owned as its caller owns it.
#pragma once

#include <cstddef>
#include <string>

#include "discbench/imapi2.h"

namespace discbench::check {

class VariantList {
 public:
  VariantList() = default;
  VariantList(const VariantList&) = delete;
  VariantList& operator=(const VariantList&) = delete;
  ~VariantList() {
    if (array_ != nullptr) SafeArrayDestroy(array_);
  }

  /// Calls a getter. What an unsuccessful call leaves in the out pointer is not touched.
  template <class Object, class Interface>
  HRESULT ask(Object* object, HRESULT (STDMETHODCALLTYPE Interface::*get)(SAFEARRAY**)) {
    SAFEARRAY* out = nullptr;
    const HRESULT hr = (object->*get)(&out);
    if (SUCCEEDED(hr)) array_ = out;
    return hr;
  }

  bool is_there() const { return array_ != nullptr; }
  /// 0 where there is no array, or one of other things than VARIANT.
  std::size_t size() const;
  const VARIANT& at(std::size_t index) const;
  /// Every element has this type; true of no elements, too, and false of an array of other things than VARIANT.
  bool holds_only(VARTYPE type) const;
  /// "3 elements of vt 3", "2 elements of vt 3, 8", "NULL", "an array of vt 8".
  std::string describe() const;

 private:
  VARTYPE type() const;

  SAFEARRAY* array_ = nullptr;
};

}  // namespace discbench::check
