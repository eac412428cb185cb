#include "check/variant_list.h"

#include <set>

namespace discbench::check {

VARTYPE VariantList::type() const {
  VARTYPE type = VT_EMPTY;
  if (array_ != nullptr) SafeArrayGetVartype(array_, &type);
  return type;
}

std::size_t VariantList::size() const {
  LONG first = 0;
  LONG last = -1;
  if (type() != VT_VARIANT) return 0;
  if (FAILED(SafeArrayGetLBound(array_, 1, &first)) || FAILED(SafeArrayGetUBound(array_, 1, &last))) return 0;
  return last < first ? 0 : static_cast<std::size_t>(last - first) + 1;
}

const VARIANT& VariantList::at(std::size_t index) const {
  LONG place = 0;
  SafeArrayGetLBound(array_, 1, &place);
  place += static_cast<LONG>(index);
  void* address = nullptr;
  SafeArrayPtrOfIndex(array_, &place, &address);
  return *static_cast<const VARIANT*>(address);
}

bool VariantList::holds_only(VARTYPE wanted) const {
  if (type() != VT_VARIANT) return false;
  for (std::size_t index = 0; index < size(); ++index) {
    if (at(index).vt != wanted) return false;
  }
  return true;
}

std::string VariantList::describe() const {
  if (array_ == nullptr) return "NULL";
  if (type() != VT_VARIANT) return "an array of vt " + std::to_string(type());
  std::set<VARTYPE> types;
  for (std::size_t index = 0; index < size(); ++index) types.insert(at(index).vt);
  std::string text = std::to_string(size()) + " elements";
  for (const VARTYPE each : types) text += (each == *types.begin() ? " of vt " : ", ") + std::to_string(each);
  return text;
}

}  // namespace discbench::check
