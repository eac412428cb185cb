// The recorder that the vendor's library offers: ours behind it, with answers bent as the fault wants it.
#pragma once

#include <discbench/imapi2.h>

#include "fault.h"
#include "held.h"

namespace mutant {

class Recorder final : public IDiscRecorder2, public IDiscRecorder2Ex {
 public:
  static bool offered() {
    return is_one_of(Fault::offers_all, Fault::recorder_null_succeeds, Fault::recorder_takes_anything,
                     Fault::recorder_lies, Fault::recorder_does_nothing, Fault::recorder_bare, Fault::wrong_master,
                     Fault::untouched_number, Fault::untouched_mask, Fault::loads_as_one, Fault::tray_stays_open,
                     Fault::sense_overrun);
  }

  Recorder(Held<IDiscRecorder2> real, Held<IDiscRecorder2Ex> commands)
      : real_(std::move(real)), commands_(std::move(commands)) {}

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }

  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) override { return real_->GetTypeInfoCount(count); }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT index, LCID locale, ITypeInfo** information) override {
    return real_->GetTypeInfo(index, locale, information);
  }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID iid, LPOLESTR* names, UINT count, LCID locale, DISPID* ids) override {
    return real_->GetIDsOfNames(iid, names, count, locale, ids);
  }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID member, REFIID iid, LCID locale, WORD flags, DISPPARAMS* parameters,
                                   VARIANT* result, EXCEPINFO* exception, UINT* bad_argument) override {
    return real_->Invoke(member, iid, locale, flags, parameters, result, exception, bad_argument);
  }

  HRESULT STDMETHODCALLTYPE EjectMedia() override {
    const At here("recorder", __func__);
    return idle() ? S_OK : real_->EjectMedia();
  }
  HRESULT STDMETHODCALLTYPE CloseTray() override {
    const At here("recorder", __func__);
    return idle() || is(Fault::tray_stays_open) ? S_OK : real_->CloseTray();
  }
  HRESULT STDMETHODCALLTYPE AcquireExclusiveAccess(VARIANT_BOOL force, BSTR name) override {
    const At here("recorder", __func__);
    return idle() ? S_OK : forgiven(real_->AcquireExclusiveAccess(force, name));
  }
  HRESULT STDMETHODCALLTYPE ReleaseExclusiveAccess() override {
    const At here("recorder", __func__);
    return idle() ? S_OK : real_->ReleaseExclusiveAccess();
  }
  HRESULT STDMETHODCALLTYPE DisableMcn() override {
    const At here("recorder", __func__);
    return idle() ? E_FAIL : real_->DisableMcn();
  }
  HRESULT STDMETHODCALLTYPE EnableMcn() override {
    const At here("recorder", __func__);
    return real_->EnableMcn();
  }
  HRESULT STDMETHODCALLTYPE InitializeDiscRecorder(BSTR id) override {
    const At here("recorder", __func__);
    return forgiven(real_->InitializeDiscRecorder(id));
  }
  HRESULT STDMETHODCALLTYPE get_ActiveDiscRecorder(BSTR* value) override {
    const At here("recorder", __func__);
    return text(value, &IDiscRecorder2::get_ActiveDiscRecorder);
  }
  HRESULT STDMETHODCALLTYPE get_VendorId(BSTR* value) override {
    const At here("recorder", __func__);
    return text(value, &IDiscRecorder2::get_VendorId);
  }
  HRESULT STDMETHODCALLTYPE get_ProductId(BSTR* value) override {
    const At here("recorder", __func__);
    return text(value, &IDiscRecorder2::get_ProductId);
  }
  HRESULT STDMETHODCALLTYPE get_ProductRevision(BSTR* value) override {
    const At here("recorder", __func__);
    return text(value, &IDiscRecorder2::get_ProductRevision);
  }
  HRESULT STDMETHODCALLTYPE get_VolumeName(BSTR* value) override {
    const At here("recorder", __func__);
    return text(value, &IDiscRecorder2::get_VolumeName);
  }
  HRESULT STDMETHODCALLTYPE get_ExclusiveAccessOwner(BSTR* value) override {
    const At here("recorder", __func__);
    return text(value, &IDiscRecorder2::get_ExclusiveAccessOwner);
  }
  HRESULT STDMETHODCALLTYPE get_VolumePathNames(SAFEARRAY** value) override {
    const At here("recorder", __func__);
    return list(value, &IDiscRecorder2::get_VolumePathNames);
  }
  HRESULT STDMETHODCALLTYPE get_DeviceCanLoadMedia(VARIANT_BOOL* value) override {
    const At here("recorder", __func__);
    if (null_succeeds(value)) return S_OK;
    const HRESULT hr = real_->get_DeviceCanLoadMedia(value);
    if (SUCCEEDED(hr) && is(Fault::loads_as_one)) *value = 1;
    return hr;
  }
  HRESULT STDMETHODCALLTYPE get_LegacyDeviceNumber(LONG* value) override {
    const At here("recorder", __func__);
    if (null_succeeds(value) || is(Fault::untouched_number)) return S_OK;
    const HRESULT hr = real_->get_LegacyDeviceNumber(value);
    if (SUCCEEDED(hr) && is(Fault::recorder_lies)) *value = -1;
    return hr;
  }
  HRESULT STDMETHODCALLTYPE get_SupportedFeaturePages(SAFEARRAY** value) override {
    const At here("recorder", __func__);
    return list(value, &IDiscRecorder2::get_SupportedFeaturePages);
  }
  HRESULT STDMETHODCALLTYPE get_CurrentFeaturePages(SAFEARRAY** value) override {
    const At here("recorder", __func__);
    return list(value, &IDiscRecorder2::get_CurrentFeaturePages);
  }
  HRESULT STDMETHODCALLTYPE get_SupportedProfiles(SAFEARRAY** value) override {
    const At here("recorder", __func__);
    return list(value, &IDiscRecorder2::get_SupportedProfiles);
  }
  HRESULT STDMETHODCALLTYPE get_CurrentProfiles(SAFEARRAY** value) override {
    const At here("recorder", __func__);
    return list(value, &IDiscRecorder2::get_CurrentProfiles);
  }
  HRESULT STDMETHODCALLTYPE get_SupportedModePages(SAFEARRAY** value) override {
    const At here("recorder", __func__);
    return list(value, &IDiscRecorder2::get_SupportedModePages);
  }

  HRESULT STDMETHODCALLTYPE SendCommandNoData(BYTE* cdb, ULONG cdb_size, BYTE sense[18], ULONG timeout) override;
  HRESULT STDMETHODCALLTYPE SendCommandSendDataToDevice(BYTE* cdb, ULONG cdb_size, BYTE sense[18], ULONG timeout,
                                                        BYTE* buffer, ULONG size) override;
  HRESULT STDMETHODCALLTYPE SendCommandGetDataFromDevice(BYTE* cdb, ULONG cdb_size, BYTE sense[18], ULONG timeout,
                                                         BYTE* buffer, ULONG size, ULONG* fetched) override;
  HRESULT STDMETHODCALLTYPE ReadDvdStructure(ULONG format, ULONG address, ULONG layer, ULONG agid, BYTE** data,
                                             ULONG* count) override;
  HRESULT STDMETHODCALLTYPE SendDvdStructure(ULONG format, BYTE* data, ULONG count) override;
  HRESULT STDMETHODCALLTYPE GetAdapterDescriptor(BYTE** data, ULONG* size) override;
  HRESULT STDMETHODCALLTYPE GetDeviceDescriptor(BYTE** data, ULONG* size) override;
  HRESULT STDMETHODCALLTYPE GetDiscInformation(BYTE** data, ULONG* size) override;
  HRESULT STDMETHODCALLTYPE GetTrackInformation(ULONG address, IMAPI_READ_TRACK_ADDRESS_TYPE type, BYTE** data,
                                                ULONG* size) override;
  HRESULT STDMETHODCALLTYPE GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE feature, BOOLEAN current_only, BYTE** data,
                                           ULONG* size) override;
  HRESULT STDMETHODCALLTYPE GetModePage(IMAPI_MODE_PAGE_TYPE page, IMAPI_MODE_PAGE_REQUEST_TYPE type, BYTE** data,
                                        ULONG* size) override;
  HRESULT STDMETHODCALLTYPE SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE type, BYTE* data, ULONG size) override;
  HRESULT STDMETHODCALLTYPE GetSupportedFeaturePages(BOOLEAN current_only, IMAPI_FEATURE_PAGE_TYPE** data,
                                                     ULONG* size) override;
  HRESULT STDMETHODCALLTYPE GetSupportedProfiles(BOOLEAN current_only, IMAPI_PROFILE_TYPE** data,
                                                 ULONG* count) override;
  HRESULT STDMETHODCALLTYPE GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE type, IMAPI_MODE_PAGE_TYPE** data,
                                                  ULONG* count) override;
  HRESULT STDMETHODCALLTYPE GetByteAlignmentMask(ULONG* value) override;
  HRESULT STDMETHODCALLTYPE GetMaximumNonPageAlignedTransferSize(ULONG* value) override;
  HRESULT STDMETHODCALLTYPE GetMaximumPageAlignedTransferSize(ULONG* value) override;

 private:
  ~Recorder() = default;

  static bool idle() { return is(Fault::recorder_does_nothing); }
  static bool null_succeeds(const void* out) { return out == nullptr && is(Fault::recorder_null_succeeds); }
  static HRESULT forgiven(HRESULT hr) { return is(Fault::recorder_takes_anything) && FAILED(hr) ? S_OK : hr; }

  HRESULT text(BSTR* value, HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*get)(BSTR*));
  HRESULT list(SAFEARRAY** value, HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*get)(SAFEARRAY**));
  /// A number about the transport; the lying one says another.
  HRESULT number(ULONG* value, HRESULT (STDMETHODCALLTYPE IDiscRecorder2Ex::*get)(ULONG*), ULONG lie);
  /// What a member of IDiscRecorder2Ex answered, bent: the lying one puts four bytes before the data.
  HRESULT bytes(HRESULT hr, BYTE** data, ULONG* size);

  ULONG references_ = 1;
  Held<IDiscRecorder2> real_;
  Held<IDiscRecorder2Ex> commands_;
};

}  // namespace mutant
