// A reference that is released with its holder.
#pragma once

#include <utility>

namespace mutant {

template <class Interface>
class Held {
 public:
  Held() = default;
  /// Takes over the reference.
  explicit Held(Interface* object) : object_(object) {}
  Held(Held&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Held& operator=(Held&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (object_ != nullptr) object_->Release();
  }

  Interface* get() const { return object_; }
  Interface* operator->() const { return object_; }
  /// Lets go of the reference.
  Interface* release() { return std::exchange(object_, nullptr); }
  Interface** put() { return &object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  Interface* object_ = nullptr;
};

}  // namespace mutant
