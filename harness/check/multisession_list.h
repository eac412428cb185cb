// The SAFEARRAY that get_MultisessionInterfaces answers, owned as its caller owns it.
#pragma once

#include <cstddef>

#include "check/catalogue.h"
#include "discbench/imapi2.h"

namespace discbench::check {

class MultisessionList {
 public:
  MultisessionList() = default;
  MultisessionList(MultisessionList&& other) noexcept;
  MultisessionList& operator=(MultisessionList&&) = delete;
  ~MultisessionList();

  /// Calls get_MultisessionInterfaces, again while the medium is becoming ready, at most ten times. What an
  /// unsuccessful call leaves in the out pointer is not touched.
  HRESULT ask(IDiscFormat2Data* writer);

  /// The VARTYPE of the elements; VT_EMPTY where there is no array.
  VARTYPE type() const;
  /// 0 where there is no array, or one of other things than VARIANT.
  std::size_t size() const;
  const VARIANT& at(std::size_t index) const;
  /// 0 where there is no array. Only arrays of one dimension have elements here.
  UINT dimensions() const;
  /// What the caller of get_MultisessionInterfaces does in the end. S_OK where there is no array.
  HRESULT destroy();
  /// The array itself, which stays this object's; null where there is none.
  SAFEARRAY* array() const { return array_; }

 private:
  LONG first() const;

  SAFEARRAY* array_ = nullptr;
};

/// The list of a writer. Blocked by the subject where it cannot be had; not applicable where there is no medium and the
/// writer refuses for that.
MultisessionList step_list(Stage& stage, IDiscFormat2Data* writer);

/// Only where the drive holds no medium, or one that is foreign to it, has every address to fail; so an expectation of
/// failure for the free space tells that there is none.
bool without_medium(const expectation::Expectations& expectations);

}  // namespace discbench::check
