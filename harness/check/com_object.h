// The subject's objects as COM sees them: a set of interfaces, each with its pointer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/reach.h"

namespace discbench::check {

/// An interface that an object answered, with the pointer that it answered.
struct Face {
  std::string_view name;
  const IID* iid = nullptr;
  Pointer<IUnknown> pointer{};  ///< of that interface; IUnknown's members are all that is called through it
};

struct ComObject {
  std::string name;
  std::vector<Face> faces;                ///< what it answers
  std::vector<std::string_view> refused;  ///< what it could answer and does not
  std::vector<const IID*> refused_iids;   ///< of the same
};

/// The writer and every element of its list, asked for all the interfaces that such an object may have.
std::vector<ComObject> com_objects(const Reached& reached);

/// QueryInterface, with what came of it in words.
struct Answer {
  HRESULT hr = E_UNEXPECTED;
  Pointer<IUnknown> pointer{};  ///< after success
  bool left_something = false;  ///< failed, and the out pointer is not NULL

  bool granted() const { return SUCCEEDED(hr) && static_cast<bool>(pointer); }
  std::string text() const;
};
Answer ask(IUnknown* object, const IID& iid);

}  // namespace discbench::check
