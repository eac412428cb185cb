// A vendor's library made of the public headers alone: it wraps ours, which lies beside it, and differs from it in one
// thing, which the process that loads it names first.
#include <dlfcn.h>

#include "eraser.h"
#include "fault.h"
#include "master.h"
#include "recorder.h"
#include "writer.h"

namespace mutant {
namespace {

using GetClassObject = HRESULT(STDAPICALLTYPE*)(REFCLSID clsid, REFIID iid, void** object);

GetClassObject real_library() {
  static void* const handle = dlopen("libdiscbench-imapi.so", RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return nullptr;
  return reinterpret_cast<GetClassObject>(dlsym(handle, "DllGetClassObject"));
}

template <class Interface>
HRESULT create_real(REFCLSID clsid, Interface** object) {
  const GetClassObject get_class_object = real_library();
  if (get_class_object == nullptr) return E_FAIL;
  Held<IClassFactory> factory;
  const HRESULT hr = get_class_object(clsid, IID_PPV_ARGS(factory.put()));
  return FAILED(hr) ? hr : factory->CreateInstance(nullptr, IID_PPV_ARGS(object));
}

HRESULT create_writer(REFIID iid, void** object) {
  Held<IDiscFormat2Data> real;
  if (const HRESULT hr = create_real(CLSID_MsftDiscFormat2Data, real.put()); FAILED(hr)) return hr;
  const Held<IDiscFormat2Data> writer(new Writer(std::move(real)));
  return writer->QueryInterface(iid, object);
}

HRESULT create_recorder(REFIID iid, void** object) {
  Held<IDiscRecorder2> real;
  if (const HRESULT hr = create_real(CLSID_MsftDiscRecorder2, real.put()); FAILED(hr)) return hr;
  Held<IDiscRecorder2Ex> commands;
  if (const HRESULT hr = real->QueryInterface(IID_PPV_ARGS(commands.put())); FAILED(hr)) return hr;
  const Held<IDiscRecorder2> recorder(new Recorder(std::move(real), std::move(commands)));
  return recorder->QueryInterface(iid, object);
}

HRESULT create_eraser(REFIID iid, void** object) {
  Held<IDiscFormat2Data> writer;
  if (const HRESULT hr = create_real(CLSID_MsftDiscFormat2Data, writer.put()); FAILED(hr)) return hr;
  const Held<IDiscFormat2Erase> eraser(new Eraser(std::move(writer)));
  return eraser->QueryInterface(iid, object);
}

HRESULT create_master(REFIID iid, void** object) {
  const Held<IDiscMaster2> master(new Master);
  return master->QueryInterface(iid, object);
}

using Create = HRESULT (*)(REFIID iid, void** object);

/// Null for a class that this mutant does not offer.
Create creator_of(REFCLSID clsid) {
  if (clsid == CLSID_MsftDiscFormat2Data) return create_writer;
  if (clsid == CLSID_MsftDiscRecorder2 && Recorder::offered()) return create_recorder;
  if (clsid == CLSID_MsftDiscFormat2Erase && Eraser::offered()) return create_eraser;
  if (clsid == CLSID_MsftDiscMaster2 && Master::offered()) return create_master;
  return nullptr;
}

/// Lives as long as the library.
class Factory final : public IClassFactory {
 public:
  explicit Factory(Create create) : create_(create) {}

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
    return create_(iid, object);
  }
  HRESULT STDMETHODCALLTYPE LockServer(BOOL) override { return S_OK; }

 private:
  Create create_;
};

}  // namespace
}  // namespace mutant

extern "C" HRESULT STDAPICALLTYPE DllGetClassObject(REFCLSID clsid, REFIID iid, void** object) {
  static mutant::Factory writers(mutant::create_writer);
  static mutant::Factory recorders(mutant::create_recorder);
  static mutant::Factory erasers(mutant::create_eraser);
  static mutant::Factory masters(mutant::create_master);
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  const mutant::Create create = mutant::creator_of(clsid);
  if (create == nullptr) return CLASS_E_CLASSNOTAVAILABLE;
  mutant::Factory& factory = create == mutant::create_recorder ? recorders
                             : create == mutant::create_eraser ? erasers
                             : create == mutant::create_master ? masters
                                                               : writers;
  return factory.QueryInterface(iid, object);
}

extern "C" __attribute__((visibility("default"))) bool DiscbenchSelectMutant(const char* name) {
  return mutant::select(name);
}

extern "C" __attribute__((visibility("default"))) void DiscbenchSeedMutant(std::uint64_t number) {
  mutant::seed(number);
}
