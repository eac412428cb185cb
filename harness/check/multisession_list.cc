#include "check/multisession_list.h"

#include <utility>

#include "check/hresult_names.h"

namespace discbench::check {

MultisessionList::MultisessionList(MultisessionList&& other) noexcept : array_(std::exchange(other.array_, nullptr)) {}

MultisessionList::~MultisessionList() { destroy(); }

HRESULT MultisessionList::ask(IDiscFormat2Data* writer) {
  constexpr int tries_max = 10;
  SAFEARRAY* out = nullptr;
  HRESULT hr = writer->get_MultisessionInterfaces(&out);
  for (int tries = 1; tries < tries_max && hr == E_IMAPI_RECORDER_MEDIA_BECOMING_READY; ++tries)
    hr = writer->get_MultisessionInterfaces(&out);
  if (SUCCEEDED(hr)) array_ = out;
  return hr;
}

VARTYPE MultisessionList::type() const {
  VARTYPE type = VT_EMPTY;
  if (array_ != nullptr) SafeArrayGetVartype(array_, &type);
  return type;
}

LONG MultisessionList::first() const {
  LONG bound = 0;
  SafeArrayGetLBound(array_, 1, &bound);
  return bound;
}

UINT MultisessionList::dimensions() const { return array_ == nullptr ? 0 : SafeArrayGetDim(array_); }

HRESULT MultisessionList::destroy() {
  SAFEARRAY* array = std::exchange(array_, nullptr);
  return array == nullptr ? S_OK : SafeArrayDestroy(array);
}

std::size_t MultisessionList::size() const {
  LONG last = -1;
  if (dimensions() != 1 || type() != VT_VARIANT || FAILED(SafeArrayGetUBound(array_, 1, &last))) return 0;
  return last < first() ? 0 : static_cast<std::size_t>(last - first()) + 1;
}

const VARIANT& MultisessionList::at(std::size_t index) const {
  LONG place = first() + static_cast<LONG>(index);
  void* address = nullptr;
  SafeArrayPtrOfIndex(array_, &place, &address);
  return *static_cast<const VARIANT*>(address);
}

MultisessionList step_list(Stage& stage, IDiscFormat2Data* writer) {
  MultisessionList list;
  const HRESULT hr = list.ask(writer);
  if (FAILED(hr) && without_medium(stage.rig.expectations())) {
    stage.checker.not_applicable("get_MultisessionInterfaces answers " + describe(hr) + " without a medium");
  }
  stage.checker.require("get_MultisessionInterfaces", hr);
  return list;
}

bool without_medium(const expectation::Expectations& expectations) {
  const auto free = expectations.find("sequential.free-sectors-on-media");
  return free != expectations.end() && free->second.result == expectation::Expectation::Result::fail;
}

}  // namespace discbench::check
