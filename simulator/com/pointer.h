// A reference to a COM object that is released with its holder.
#pragma once

#include <utility>

#include "discbench/com.h"

namespace discbench::com {

template <class Interface>
class Pointer {
 public:
  Pointer() = default;
  /// Takes a reference of its own; `object` may be null.
  explicit Pointer(Interface* object) : object_(object) {
    if (object_ != nullptr) object_->AddRef();
  }
  Pointer(const Pointer& other) : Pointer(other.object_) {}
  Pointer(Pointer&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Pointer& operator=(Pointer other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Pointer() {
    if (object_ != nullptr) object_->Release();
  }

  /// Takes over the caller's reference: that of a new object, or of an out value.
  static Pointer adopt(Interface* object) {
    Pointer pointer;
    pointer.object_ = object;
    return pointer;
  }

  Interface* get() const { return object_; }
  Interface* operator->() const { return object_; }
  explicit operator bool() const { return object_ != nullptr; }

  /// Where an out parameter goes. What was held before is released.
  Interface** put() {
    *this = Pointer();
    return &object_;
  }
  /// Hands the reference to the caller.
  Interface* detach() { return std::exchange(object_, nullptr); }
  /// A further reference, for the caller: what an out parameter gives away.
  Interface* share() const {
    if (object_ != nullptr) object_->AddRef();
    return object_;
  }

  /// Null where the object does not answer the interface.
  template <class Other>
  Pointer<Other> query() const {
    void* found = nullptr;
    if (object_ != nullptr) object_->QueryInterface(uuid_of<Other>(), &found);
    return Pointer<Other>::adopt(static_cast<Other*>(found));
  }

 private:
  Interface* object_ = nullptr;
};

/// A QueryInterface from a bare pointer; null in, null out.
template <class Other>
Pointer<Other> query(IUnknown* object) {
  return Pointer<IUnknown>(object).query<Other>();
}

}  // namespace discbench::com
