// A recorder of another device, that takes no commands; or one that was lent without a reference.
#pragma once

#include <cstdlib>

#include "context.h"
#include "fault.h"

namespace mutant {

class Stranger final : public IDiscRecorder2 {
 public:
  explicit Stranger(SharedContext context) : context_(std::move(context)) {}

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    must_live();
    if (object == nullptr) return E_POINTER;
    const bool known = iid == IID_IUnknown || iid == IID_IDispatch || iid == IID_IDiscRecorder2;
    *object = known ? static_cast<IDiscRecorder2*>(this) : nullptr;
    if (known) AddRef();
    return known ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override {
    must_live();
    return ++references_;
  }
  ULONG STDMETHODCALLTYPE Release() override {
    must_live();
    if (--references_ != 0) return references_;
    // The one that is lent stays, so that its next use is seen.
    if (!is(Fault::borrowed_import)) delete this;
    return 0;
  }

  HRESULT STDMETHODCALLTYPE get_ActiveDiscRecorder(BSTR* value) override {
    must_live();
    if (is(Fault::borrowed_import) && context_->recorder) return context_->recorder->get_ActiveDiscRecorder(value);
    *value = SysAllocString(OLESTR("elsewhere"));
    return S_OK;
  }

  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE EjectMedia() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE CloseTray() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE AcquireExclusiveAccess(VARIANT_BOOL, BSTR) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE ReleaseExclusiveAccess() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE DisableMcn() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE EnableMcn() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE InitializeDiscRecorder(BSTR) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_VendorId(BSTR*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_ProductId(BSTR*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_ProductRevision(BSTR*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_VolumeName(BSTR*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_VolumePathNames(SAFEARRAY**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_DeviceCanLoadMedia(VARIANT_BOOL*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_LegacyDeviceNumber(LONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_SupportedFeaturePages(SAFEARRAY**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_CurrentFeaturePages(SAFEARRAY**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_SupportedProfiles(SAFEARRAY**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_CurrentProfiles(SAFEARRAY**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_SupportedModePages(SAFEARRAY**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_ExclusiveAccessOwner(BSTR*) override { return E_NOTIMPL; }

 private:
  ~Stranger() = default;
  void must_live() const {
    if (references_ == 0) std::abort();
  }

  ULONG references_ = 1;
  SharedContext context_;
};

}  // namespace mutant
