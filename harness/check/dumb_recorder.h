// A recorder that answers IDiscRecorder2, takes no commands and knows nothing of itself.
#pragma once

#include "com/dispatch_table.h"

namespace discbench::check {

/// Every member fails with E_FAIL, and out pointers are NULL. Begins with one reference, which is the creator's.
class DumbRecorder final : public com::DispatchObject<com::Serves<IDiscRecorder2, IDispatch>> {
 public:
  DumbRecorder() : DispatchObject({}) {}

  HRESULT STDMETHODCALLTYPE EjectMedia() override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE CloseTray() override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE AcquireExclusiveAccess(VARIANT_BOOL, BSTR) override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE ReleaseExclusiveAccess() override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE DisableMcn() override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE EnableMcn() override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE InitializeDiscRecorder(BSTR) override { return E_FAIL; }
  HRESULT STDMETHODCALLTYPE get_ActiveDiscRecorder(BSTR* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_VendorId(BSTR* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_ProductId(BSTR* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_ProductRevision(BSTR* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_VolumeName(BSTR* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_VolumePathNames(SAFEARRAY** value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_DeviceCanLoadMedia(VARIANT_BOOL* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_LegacyDeviceNumber(LONG* value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_SupportedFeaturePages(SAFEARRAY** value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_CurrentFeaturePages(SAFEARRAY** value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_SupportedProfiles(SAFEARRAY** value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_CurrentProfiles(SAFEARRAY** value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_SupportedModePages(SAFEARRAY** value) override { return nothing(value); }
  HRESULT STDMETHODCALLTYPE get_ExclusiveAccessOwner(BSTR* value) override { return nothing(value); }

 private:
  ~DumbRecorder() override = default;

  template <class Value>
  static HRESULT nothing(Value* value) {
    if (value == nullptr) return E_POINTER;
    *value = Value{};
    return E_FAIL;
  }
};

}  // namespace discbench::check
