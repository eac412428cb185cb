// The one place where what goes on inside an object becomes an HRESULT.
#pragma once

#include <type_traits>
#include <utility>

#include "discbench/com.h"

namespace discbench::com {

/// Thrown inside an object to end a member with this code, which must be a failure.
struct Failure {
  HRESULT code = E_FAIL;
};

/// The code for the exception in flight: a Failure's own, E_OUTOFMEMORY for std::bad_alloc, E_FAIL otherwise.
HRESULT code_of_current_exception() noexcept;

/// Throws Failure where the code is one; else hands it back (it may be another success than S_OK).
inline HRESULT demand(HRESULT result) {
  if (FAILED(result)) throw Failure{result};
  return result;
}

/// A member without an out value. `body` returns nothing (S_OK) or an HRESULT, and may throw.
template <class Body>
HRESULT perform(Body&& body) noexcept {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
      std::forward<Body>(body)();
      return S_OK;
    } else {
      return std::forward<Body>(body)();
    }
  } catch (...) {
    return code_of_current_exception();
  }
}

/// A member with one out value: E_POINTER for a NULL one, else zero first (so that a failure leaves no stale pointer),
/// then what `compute` returns.
template <class Out, class Compute>
HRESULT answer(Out* out, Compute&& compute) noexcept {
  if (out == nullptr) return E_POINTER;
  *out = Out{};
  return perform([&] { *out = static_cast<Out>(std::forward<Compute>(compute)()); });
}

/// VARIANT_TRUE (all bits set) and VARIANT_FALSE are the only truth values that Automation knows.
constexpr VARIANT_BOOL variant_bool(bool value) { return value ? VARIANT_TRUE : VARIANT_FALSE; }

}  // namespace discbench::com
