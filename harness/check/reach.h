// The way to the objects that the clauses speak of, as the documentation goes it: a writer, its recorder, the list of
// multisession interfaces, and QueryInterface on the list's elements. Elements are told apart by what they answer,
// never by their place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/catalogue.h"
#include "check/reading.h"
#include "com/pointer.h"

namespace discbench::check {

using com::Pointer;

/// What `object` answers for an interface; null where it refuses.
template <class Interface>
Pointer<Interface> query(IUnknown* object) {
  void* answer = nullptr;
  // What a refusal leaves in the out pointer is nobody's reference.
  if (object == nullptr || FAILED(object->QueryInterface(uuid_of<Interface>(), &answer))) return {};
  return Pointer<Interface>::adopt(static_cast<Interface*>(answer));
}

/// One element of the list, and every interface that it answers; `multisession` is never null.
struct Element {
  std::string name;  ///< for messages: "element 1 (IMultisessionSequential2)"
  Pointer<IDispatch> dispatch{};
  Pointer<IMultisession> multisession{};
  Pointer<IMultisessionSequential> sequential{};
  Pointer<IMultisessionSequential2> sequential2{};
  Pointer<IMultisessionRandomWrite> random_write{};

  /// "element 1 (IMultisessionSequential2): get_InUse"
  std::string call(std::string_view member) const { return name + ": " + std::string(member); }
};
using Elements = std::vector<Element>;

/// An array that get_MultisessionInterfaces answers, owned by its caller.
class MultisessionList;

struct Reached {
  Pointer<IDiscRecorder2> recorder{};
  Pointer<IDiscFormat2Data> writer{};
  Elements elements{};
};

/// A new recorder object of the rig's device. Blocked by the rig where there is none.
Pointer<IDiscRecorder2> create_recorder(Stage& stage);
/// A new writer without a recorder. Blocked by the subject where it gives none.
Pointer<IDiscFormat2Data> create_writer(Stage& stage);
/// The elements of a list. Blocked by the subject where one is no object, or answers no IMultisession.
Elements open_elements(Stage& stage, const MultisessionList& list);
/// The elements that the writer lists now. Blocked by the subject where the list cannot be had; not applicable where
/// there is no medium and the writer refuses for that.
Elements list_elements(Stage& stage, IDiscFormat2Data* writer);
/// Recorder, writer, put_Recorder; no elements.
Reached reach_writer(Stage& stage);
/// The writer of it alone, for what needs no elements.
Pointer<IDiscFormat2Data> writer_with_recorder(Stage& stage);
/// All of it: recorder, writer, put_Recorder, elements.
Reached reach(Stage& stage);
/// The same without put_Recorder, by clauses that say what happens then.
Reached reach_without_recorder(Stage& stage);

/// get_IsSupportedOnCurrentMediaState answers success and anything but VARIANT_FALSE. Waits for a medium that is
/// becoming ready.
bool is_supported(const Element& element);

/// The identity of an object: what it answers for IUnknown. For comparison only.
const void* identity_of(IUnknown* object);

}  // namespace discbench::check
