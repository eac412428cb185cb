#include "com/array.h"

#include <algorithm>
#include <new>

#include "com/text.h"

namespace discbench::com {

ArrayBuilder::~ArrayBuilder() {
  for (VARIANT& element : elements_) VariantClear(&element);
}

void ArrayBuilder::add_long(LONG value) {
  VARIANT& element = elements_.emplace_back();
  element.vt = VT_I4;
  element.lVal = value;
}

void ArrayBuilder::add_unsigned(ULONG value) {
  VARIANT& element = elements_.emplace_back();
  element.vt = VT_UI4;
  element.ulVal = value;
}

void ArrayBuilder::add_text(std::u16string_view text) {
  VARIANT& element = elements_.emplace_back();
  element.bstrVal = make_bstr(text);
  element.vt = VT_BSTR;
}

void ArrayBuilder::add_dispatch(IDispatch* object) {
  VARIANT& element = elements_.emplace_back();
  element.vt = VT_DISPATCH;
  element.pdispVal = object;
  if (object != nullptr) object->AddRef();
}

SAFEARRAY* ArrayBuilder::build() {
  SAFEARRAY* array = SafeArrayCreateVector(VT_VARIANT, 0, static_cast<ULONG>(elements_.size()));
  if (array == nullptr) throw std::bad_alloc();
  std::copy(elements_.begin(), elements_.end(), static_cast<VARIANT*>(array->pvData));
  elements_.clear();  // the array owns them now
  return array;
}

}  // namespace discbench::com
