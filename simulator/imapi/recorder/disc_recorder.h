// The object behind IDiscRecorder2 and IDiscRecorder2Ex.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "com/dispatch_table.h"
#include "imapi/recorder/device_handle.h"
#include "imapi/recorder/recorder.h"

namespace discbench::imapi {

class DiscRecorder final
    : public com::DispatchObject<com::Serves<IDiscRecorder2, IDispatch>, com::Serves<IDiscRecorder2Ex>> {
 public:
  /// Not bound yet.
  explicit DiscRecorder(FindDevice find_device);
  /// Bound, and to this device alone.
  DiscRecorder(Device device, std::u16string id);

  // IDiscRecorder2.
  HRESULT STDMETHODCALLTYPE EjectMedia() override;
  HRESULT STDMETHODCALLTYPE CloseTray() override;
  HRESULT STDMETHODCALLTYPE AcquireExclusiveAccess(VARIANT_BOOL force, BSTR client_name) override;
  HRESULT STDMETHODCALLTYPE ReleaseExclusiveAccess() override;
  HRESULT STDMETHODCALLTYPE DisableMcn() override;
  HRESULT STDMETHODCALLTYPE EnableMcn() override;
  HRESULT STDMETHODCALLTYPE InitializeDiscRecorder(BSTR id) override;
  HRESULT STDMETHODCALLTYPE get_ActiveDiscRecorder(BSTR* value) override;
  HRESULT STDMETHODCALLTYPE get_VendorId(BSTR* value) override;
  HRESULT STDMETHODCALLTYPE get_ProductId(BSTR* value) override;
  HRESULT STDMETHODCALLTYPE get_ProductRevision(BSTR* value) override;
  HRESULT STDMETHODCALLTYPE get_VolumeName(BSTR* value) override;
  HRESULT STDMETHODCALLTYPE get_VolumePathNames(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_DeviceCanLoadMedia(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_LegacyDeviceNumber(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_SupportedFeaturePages(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_CurrentFeaturePages(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_SupportedProfiles(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_CurrentProfiles(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_SupportedModePages(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_ExclusiveAccessOwner(BSTR* value) override;

  // IDiscRecorder2Ex.
  HRESULT STDMETHODCALLTYPE SendCommandNoData(BYTE* cdb, ULONG cdb_size, BYTE sense_buffer[18], ULONG timeout) override;
  HRESULT STDMETHODCALLTYPE SendCommandSendDataToDevice(BYTE* cdb, ULONG cdb_size, BYTE sense_buffer[18], ULONG timeout,
                                                        BYTE* buffer, ULONG buffer_size) override;
  HRESULT STDMETHODCALLTYPE SendCommandGetDataFromDevice(BYTE* cdb, ULONG cdb_size, BYTE sense_buffer[18],
                                                         ULONG timeout, BYTE* buffer, ULONG buffer_size,
                                                         ULONG* buffer_fetched) override;
  HRESULT STDMETHODCALLTYPE ReadDvdStructure(ULONG format, ULONG address, ULONG layer, ULONG agid, BYTE** data,
                                             ULONG* count) override;
  HRESULT STDMETHODCALLTYPE SendDvdStructure(ULONG format, BYTE* data, ULONG count) override;
  HRESULT STDMETHODCALLTYPE GetAdapterDescriptor(BYTE** data, ULONG* byte_size) override;
  HRESULT STDMETHODCALLTYPE GetDeviceDescriptor(BYTE** data, ULONG* byte_size) override;
  HRESULT STDMETHODCALLTYPE GetDiscInformation(BYTE** data, ULONG* byte_size) override;
  HRESULT STDMETHODCALLTYPE GetTrackInformation(ULONG address, IMAPI_READ_TRACK_ADDRESS_TYPE address_type, BYTE** data,
                                                ULONG* byte_size) override;
  HRESULT STDMETHODCALLTYPE GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE requested, BOOLEAN current_only, BYTE** data,
                                           ULONG* byte_size) override;
  HRESULT STDMETHODCALLTYPE GetModePage(IMAPI_MODE_PAGE_TYPE requested, IMAPI_MODE_PAGE_REQUEST_TYPE request_type,
                                        BYTE** data, ULONG* byte_size) override;
  HRESULT STDMETHODCALLTYPE SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE request_type, BYTE* data,
                                        ULONG byte_size) override;
  HRESULT STDMETHODCALLTYPE GetSupportedFeaturePages(BOOLEAN current_only, IMAPI_FEATURE_PAGE_TYPE** data,
                                                     ULONG* count) override;
  HRESULT STDMETHODCALLTYPE GetSupportedProfiles(BOOLEAN current_only, IMAPI_PROFILE_TYPE** data,
                                                 ULONG* count) override;
  HRESULT STDMETHODCALLTYPE GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE request_type,
                                                  IMAPI_MODE_PAGE_TYPE** data, ULONG* count) override;
  HRESULT STDMETHODCALLTYPE GetByteAlignmentMask(ULONG* value) override;
  HRESULT STDMETHODCALLTYPE GetMaximumNonPageAlignedTransferSize(ULONG* value) override;
  HRESULT STDMETHODCALLTYPE GetMaximumPageAlignedTransferSize(ULONG* value) override;

 private:
  ~DiscRecorder() override = default;

  /// The handle, kept alive while it is used. Throws Failure{code} before InitializeDiscRecorder: which code a member
  /// has for that is its page's matter.
  std::shared_ptr<DeviceHandle> device(HRESULT code = E_HANDLE) const;

  FindDevice find_device_;  ///< empty: bound for good
  mutable std::mutex access_;
  std::shared_ptr<DeviceHandle> device_;
};

}  // namespace discbench::imapi
