#include "com/class_factory.h"

#include "com/object.h"

namespace discbench::com {

namespace {

class ClassFactory final : public Object<Serves<IClassFactory>> {
 public:
  explicit ClassFactory(Creator create) : create_(create) {}

  HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown* outer, REFIID iid, void** out) override {
    if (out == nullptr) return E_POINTER;
    *out = nullptr;
    if (outer != nullptr) return CLASS_E_NOAGGREGATION;
    return create_(iid, out);
  }

  // A lock keeps the library in memory just as an object does.
  HRESULT STDMETHODCALLTYPE LockServer(BOOL lock) override {
    count_object(lock != FALSE ? +1 : -1);
    return S_OK;
  }

 private:
  ~ClassFactory() override = default;

  Creator create_;
};

}  // namespace

HRESULT get_class_object(std::span<const OfferedClass> classes, REFCLSID clsid, REFIID iid, void** out) {
  if (out == nullptr) return E_POINTER;
  *out = nullptr;
  for (const OfferedClass& offered : classes) {
    if (offered.clsid == clsid) return create_object<ClassFactory>(iid, out, offered.create);
  }
  return CLASS_E_CLASSNOTAVAILABLE;
}

}  // namespace discbench::com
