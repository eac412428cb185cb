// A SAFEARRAY of VARIANT, the only kind that crosses IMAPI2's interfaces, put together element by element.
#pragma once

#include <string_view>
#include <vector>

#include "discbench/com.h"

namespace discbench::com {

class ArrayBuilder {
 public:
  ArrayBuilder() = default;
  ~ArrayBuilder();
  ArrayBuilder(const ArrayBuilder&) = delete;
  ArrayBuilder& operator=(const ArrayBuilder&) = delete;

  void add_long(LONG value);                ///< VT_I4
  void add_unsigned(ULONG value);           ///< VT_UI4
  void add_text(std::u16string_view text);  ///< VT_BSTR
  void add_dispatch(IDispatch* object);     ///< VT_DISPATCH; takes a reference of its own

  /// The array, lower bound 0, for the caller to destroy; the builder is empty afterwards. Throws std::bad_alloc.
  SAFEARRAY* build();

 private:
  std::vector<VARIANT> elements_;
};

}  // namespace discbench::com
