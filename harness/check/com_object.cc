#include "check/com_object.h"

#include <array>

namespace discbench::check {
namespace {

struct Known {
  std::string_view name;
  const IID* iid;
};

constexpr std::array element_interfaces{
    Known{"IUnknown", &IID_IUnknown},
    Known{"IDispatch", &IID_IDispatch},
    Known{"IMultisession", &IID_IMultisession},
    Known{"IMultisessionSequential", &IID_IMultisessionSequential},
    Known{"IMultisessionSequential2", &IID_IMultisessionSequential2},
    Known{"IMultisessionRandomWrite", &IID_IMultisessionRandomWrite},
};
constexpr std::array writer_interfaces{
    Known{"IUnknown", &IID_IUnknown},
    Known{"IDispatch", &IID_IDispatch},
    Known{"IDiscFormat2", &IID_IDiscFormat2},
    Known{"IDiscFormat2Data", &IID_IDiscFormat2Data},
};

template <std::size_t count>
ComObject explore(std::string name, IUnknown* object, const std::array<Known, count>& interfaces) {
  ComObject found{.name = std::move(name), .faces = {}, .refused = {}, .refused_iids = {}};
  for (const Known& known : interfaces) {
    Answer answer = ask(object, *known.iid);
    if (answer.granted()) {
      found.faces.push_back({known.name, known.iid, std::move(answer.pointer)});
    } else {
      found.refused.push_back(known.name);
      found.refused_iids.push_back(known.iid);
    }
  }
  return found;
}

}  // namespace

std::string Answer::text() const {
  return describe(hr) + (pointer || left_something ? " with a pointer" : " with NULL");
}

Answer ask(IUnknown* object, const IID& iid) {
  void* out = nullptr;
  const HRESULT hr = object->QueryInterface(iid, &out);
  if (FAILED(hr)) return {.hr = hr, .left_something = out != nullptr};
  return {.hr = hr, .pointer = Pointer<IUnknown>::adopt(static_cast<IUnknown*>(out))};
}

std::vector<ComObject> com_objects(const Reached& reached) {
  std::vector<ComObject> objects;
  objects.push_back(explore("the writer", reached.writer.get(), writer_interfaces));
  for (const Element& element : reached.elements) {
    objects.push_back(explore(element.name, element.dispatch.get(), element_interfaces));
  }
  return objects;
}

}  // namespace discbench::check
