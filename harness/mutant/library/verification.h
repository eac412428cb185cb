// A level of verification on an object of its own, that knows one level alone.
#pragma once

#include <discbench/imapi2.h>

namespace mutant {

class LooseVerification final : public IBurnVerification {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    *object = iid == IID_IUnknown || iid == IID_IBurnVerification ? this : nullptr;
    if (*object == nullptr) return E_NOINTERFACE;
    AddRef();
    return S_OK;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }
  HRESULT STDMETHODCALLTYPE put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE get_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL* value) override {
    if (value != nullptr) *value = IMAPI_BURN_VERIFICATION_NONE;
    return S_OK;
  }

 private:
  ~LooseVerification() = default;

  ULONG references_ = 1;
};

}  // namespace mutant
