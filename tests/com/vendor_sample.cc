// A vendor's library in small: one source, one include path, C++17, built with hidden symbols as vendors do.
#include <discbench/imapi2.h>

namespace {

class Verification final : public IBurnVerification {
 public:
  STDMETHODIMP QueryInterface(REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = IsEqualIID(iid, IID_IUnknown) || iid == IID_IBurnVerification ? this : nullptr;
    if (*object == nullptr) return E_NOINTERFACE;
    AddRef();
    return S_OK;
  }
  STDMETHODIMP_(ULONG) AddRef() override { return ++references_; }
  STDMETHODIMP_(ULONG) Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }
  STDMETHODIMP put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL level) override {
    level_ = level;
    return S_OK;
  }
  STDMETHODIMP get_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL* level) override {
    if (level == nullptr) return E_POINTER;
    *level = level_;
    return S_OK;
  }

 private:
  ~Verification() = default;

  ULONG references_ = 1;
  IMAPI_BURN_VERIFICATION_LEVEL level_ = IMAPI_BURN_VERIFICATION_NONE;
};

class Factory final : public IClassFactory {
 public:
  STDMETHODIMP QueryInterface(REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = iid == IID_IUnknown || iid == uuid_of<IClassFactory>() ? this : nullptr;
    return *object == nullptr ? E_NOINTERFACE : S_OK;
  }
  STDMETHODIMP_(ULONG) AddRef() override { return 2; }
  STDMETHODIMP_(ULONG) Release() override { return 1; }
  STDMETHODIMP CreateInstance(IUnknown* outer, REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = nullptr;
    if (outer != nullptr) return CLASS_E_NOAGGREGATION;
    auto* verification = new Verification;
    const HRESULT result = verification->QueryInterface(iid, object);
    verification->Release();
    return result;
  }
  STDMETHODIMP LockServer(BOOL) override { return S_OK; }
};

Factory factory;

}  // namespace

STDAPI DllGetClassObject(REFCLSID clsid, REFIID iid, void** object) {
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  if (clsid != CLSID_MsftDiscFormat2Data) return CLASS_E_CLASSNOTAVAILABLE;
  return factory.QueryInterface(iid, object);
}
