// A vendor's library made of the public headers alone: it wraps ours, which lies beside it, and differs from it in one
// thing, which its file name says. Copied under a name for each.
#include <dlfcn.h>

#include "writer.h"

namespace vendor {
namespace {

using GetClassObject = HRESULT(STDAPICALLTYPE*)(REFCLSID clsid, REFIID iid, void** object);

GetClassObject real_library() {
  static void* const handle = dlopen("libdiscbench-imapi.so", RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return nullptr;
  return reinterpret_cast<GetClassObject>(dlsym(handle, "DllGetClassObject"));
}

HRESULT create_real_writer(IDiscFormat2Data** writer) {
  const GetClassObject get_class_object = real_library();
  if (get_class_object == nullptr) return E_FAIL;
  Held<IClassFactory> factory;
  const HRESULT hr = get_class_object(CLSID_MsftDiscFormat2Data, IID_PPV_ARGS(factory.put()));
  return FAILED(hr) ? hr : factory->CreateInstance(nullptr, IID_PPV_ARGS(writer));
}

/// Lives as long as the library.
class Factory final : public IClassFactory {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = iid == IID_IUnknown || iid == IID_IClassFactory ? static_cast<IClassFactory*>(this) : nullptr;
    return *object == nullptr ? E_NOINTERFACE : S_OK;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return 2; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }
  HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown* outer, REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = nullptr;
    if (outer != nullptr) return CLASS_E_NOAGGREGATION;
    Held<IDiscFormat2Data> real;
    if (const HRESULT hr = create_real_writer(real.put()); FAILED(hr)) return hr;
    const Held<IDiscFormat2Data> writer(new Writer(std::move(real)));
    return writer->QueryInterface(iid, object);
  }
  HRESULT STDMETHODCALLTYPE LockServer(BOOL) override { return S_OK; }
};

}  // namespace
}  // namespace vendor

extern "C" HRESULT STDAPICALLTYPE DllGetClassObject(REFCLSID clsid, REFIID iid, void** object) {
  static vendor::Factory factory;
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  if (clsid != CLSID_MsftDiscFormat2Data) return CLASS_E_CLASSNOTAVAILABLE;
  return factory.QueryInterface(iid, object);
}
