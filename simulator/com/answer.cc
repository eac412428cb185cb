#include "com/answer.h"

#include <new>

namespace discbench::com {

HRESULT code_of_current_exception() noexcept {
  try {
    throw;
  } catch (const Failure& failure) {
    return FAILED(failure.code) ? failure.code : E_FAIL;
  } catch (const std::bad_alloc&) {
    return E_OUTOFMEMORY;
  } catch (...) {
    return E_FAIL;
  }
}

}  // namespace discbench::com
