// What every COM object of ours has in common: counted references, and QueryInterface over a list of interfaces.
#pragma once

#include <atomic>
#include <cstdint>

#include "discbench/com.h"

namespace discbench::com {

/// One interface that an object implements, and those that it inherits from, IUnknown left out:
/// Serves<IMultisessionSequential2, IMultisessionSequential, IMultisession, IDispatch>.
template <class Implements, class... Inherits>
struct Serves {
  using Interface = Implements;

  static bool serves(REFIID iid) {
    return iid == uuid_of<Implements>() || (false || ... || (iid == uuid_of<Inherits>()));
  }
};

/// How many objects of this library live, and how many locks its class factories hold: DllCanUnloadNow's question.
std::int64_t live_objects() noexcept;
void count_object(int change) noexcept;

/// Base of an object. It is born with one reference, which belongs to whoever created it, and dies in Release.
/// The first interface is the object's identity: what a QueryInterface for IUnknown answers.
template <class First, class... Others>
class Object : public First::Interface, public Others::Interface... {
 public:
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** out) final {
    if (out == nullptr) return E_POINTER;
    *out = nullptr;
    if (iid == IID_IUnknown) {
      *out = static_cast<IUnknown*>(static_cast<typename First::Interface*>(this));
    } else {
      (offer<First>(iid, out) || ... || offer<Others>(iid, out));
    }
    if (*out == nullptr) return E_NOINTERFACE;
    AddRef();
    return S_OK;
  }

  ULONG STDMETHODCALLTYPE AddRef() final { return references_.fetch_add(1, std::memory_order_relaxed) + 1; }

  ULONG STDMETHODCALLTYPE Release() final {
    const ULONG left = references_.fetch_sub(1, std::memory_order_acq_rel) - 1;
    if (left == 0) delete this;
    return left;
  }

 protected:
  Object() { count_object(+1); }
  /// One more reference, unless the last one is gone: for whoever knows the object without holding it, while its
  /// destructor waits for them.
  bool add_reference_while_alive() {
    ULONG count = references_.load(std::memory_order_relaxed);
    while (count != 0 && !references_.compare_exchange_weak(count, count + 1, std::memory_order_relaxed)) {
    }
    return count != 0;
  }
  // Virtual here, below the interfaces, where it comes after all of their slots.
  virtual ~Object() { count_object(-1); }

 private:
  template <class Chain>
  bool offer(REFIID iid, void** out) {
    if (!Chain::serves(iid)) return false;
    *out = static_cast<typename Chain::Interface*>(this);
    return true;
  }

  std::atomic<ULONG> references_{1};
};

}  // namespace discbench::com
