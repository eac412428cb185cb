// COM's enumerators over a list that was taken when the enumerator was made: Next, Skip, Reset, Clone.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "com/answer.h"
#include "com/object.h"

namespace discbench::com {

/// Enumerates a list of `Held`, each of which is given to the caller as an `Item` that is then the caller's own.
/// `Give` has two functions: `void give(const Held&, Item*)`, which may throw and then has changed nothing, and
/// `void take_back(Item&)`, for what was given when a later one failed.
/// Rules: "IEnumXXXX" of COM's documentation; a place for the number fetched may be NULL for one element only.
template <class Interface, class Held, class Item, class Give>
class Enumerator final : public Object<Serves<Interface>> {
 public:
  using List = std::vector<Held>;

  explicit Enumerator(std::shared_ptr<const List> list, std::size_t position = 0)
      : list_(std::move(list)), position_(position) {}

  HRESULT STDMETHODCALLTYPE Next(ULONG count, Item* items, ULONG* fetched) override {
    if (fetched != nullptr) *fetched = 0;
    if (items == nullptr || (fetched == nullptr && count != 1)) return E_POINTER;
    return perform([&] {
      const std::lock_guard guard(access_);
      const ULONG given = give(count, items);
      position_ += given;
      if (fetched != nullptr) *fetched = given;
      return given == count ? S_OK : S_FALSE;
    });
  }

  HRESULT STDMETHODCALLTYPE Skip(ULONG count) override {
    const std::lock_guard guard(access_);
    const std::size_t left = list_->size() - position_;
    position_ += count <= left ? count : left;
    return count <= left ? S_OK : S_FALSE;
  }

  HRESULT STDMETHODCALLTYPE Reset() override {
    const std::lock_guard guard(access_);
    position_ = 0;
    return S_OK;
  }

  HRESULT STDMETHODCALLTYPE Clone(Interface** clone) override {
    return answer(clone, [&] {
      const std::lock_guard guard(access_);
      return new Enumerator(list_, position_);
    });
  }

 private:
  ~Enumerator() override = default;

  /// As many as there are from the position on, `count` at most. All of them or, where one throws, none.
  ULONG give(ULONG count, Item* items) const {
    ULONG given = 0;
    try {
      for (; given < count && position_ + given < list_->size(); ++given) {
        Give::give((*list_)[position_ + given], &items[given]);
      }
    } catch (...) {
      while (given > 0) Give::take_back(items[--given]);
      throw;
    }
    return given;
  }

  std::shared_ptr<const List> list_;
  std::mutex access_;
  std::size_t position_;
};

}  // namespace discbench::com
