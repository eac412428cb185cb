#include "recorder.h"

#include <cstring>

namespace mutant {
namespace {

constexpr ULONG reply_header = 4;

template <class Element>
HRESULT one_less(HRESULT hr, Element** data, ULONG* count) {
  if (SUCCEEDED(hr) && is(Fault::recorder_lies) && *count > 0) {
    *data[0] = static_cast<Element>(*data[0] + 1);
    --*count;
  }
  return hr;
}

/// True where NULL is to be taken for a success.
template <class... Pointers>
bool takes_null(Pointers... pointers) {
  return is(Fault::recorder_null_succeeds) && ((pointers == nullptr) || ...);
}

}  // namespace

HRESULT Recorder::QueryInterface(REFIID iid, void** object) {
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  const bool bare = is(Fault::recorder_bare);
  if (iid == IID_IUnknown || iid == IID_IDiscRecorder2 || (iid == IID_IDispatch && !bare)) {
    *object = static_cast<IDiscRecorder2*>(this);
  } else if (iid == IID_IDiscRecorder2Ex && !bare) {
    *object = static_cast<IDiscRecorder2Ex*>(this);
  }
  if (*object == nullptr) return E_NOINTERFACE;
  AddRef();
  return S_OK;
}

HRESULT Recorder::text(BSTR* value, HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*get)(BSTR*)) {
  if (null_succeeds(value)) return S_OK;
  if (!is(Fault::recorder_lies) || value == nullptr) return (real_.get()->*get)(value);
  *value = SysAllocString(OLESTR("elsewhere"));
  return S_OK;
}

/// The lying one answers an unsigned number that no list has.
HRESULT Recorder::list(SAFEARRAY** value, HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*get)(SAFEARRAY**)) {
  if (null_succeeds(value)) return S_OK;
  if (!is(Fault::recorder_lies) || value == nullptr) return (real_.get()->*get)(value);
  *value = SafeArrayCreateVector(VT_VARIANT, 0, 1);
  LONG first = 0;
  void* place = nullptr;
  SafeArrayPtrOfIndex(*value, &first, &place);
  static_cast<VARIANT*>(place)->vt = VT_UI4;
  return S_OK;
}

HRESULT Recorder::bytes(HRESULT hr, BYTE** data, ULONG* size) {
  if (FAILED(hr) && is(Fault::recorder_takes_anything)) {
    *data = static_cast<BYTE*>(CoTaskMemAlloc(1));
    **data = 0;
    *size = 1;
    return S_OK;
  }
  if (FAILED(hr) || !is(Fault::recorder_lies)) return hr;
  auto* longer = static_cast<BYTE*>(CoTaskMemAlloc(*size + reply_header));
  std::memset(longer, 0, reply_header);
  std::memcpy(longer + reply_header, *data, *size);
  CoTaskMemFree(*data);
  *data = longer;
  *size += reply_header;
  return hr;
}

HRESULT Recorder::SendCommandNoData(BYTE* cdb, ULONG cdb_size, BYTE sense[18], ULONG timeout) {
  const At here("recorder", __func__);
  if (takes_null(cdb, sense)) return S_OK;
  if (is(Fault::sense_overrun) && cdb != nullptr && cdb[0] == 0xDE) sense[18] = 0;
  return idle() ? E_FAIL : forgiven(commands_->SendCommandNoData(cdb, cdb_size, sense, timeout));
}

HRESULT Recorder::SendCommandSendDataToDevice(BYTE* cdb, ULONG cdb_size, BYTE sense[18], ULONG timeout, BYTE* buffer,
                                              ULONG size) {
  const At here("recorder", __func__);
  if (takes_null(cdb, sense, buffer)) return S_OK;
  if (is(Fault::recorder_lies)) return E_FAIL;
  return forgiven(commands_->SendCommandSendDataToDevice(cdb, cdb_size, sense, timeout, buffer, size));
}

HRESULT Recorder::SendCommandGetDataFromDevice(BYTE* cdb, ULONG cdb_size, BYTE sense[18], ULONG timeout, BYTE* buffer,
                                               ULONG size, ULONG* fetched) {
  const At here("recorder", __func__);
  if (takes_null(cdb, sense, buffer, fetched)) return S_OK;
  const HRESULT hr =
      forgiven(commands_->SendCommandGetDataFromDevice(cdb, cdb_size, sense, timeout, buffer, size, fetched));
  // INQUIRY alone, so that the rest can still be asked.
  if (idle() && cdb != nullptr && cdb[0] == 0x12) return E_FAIL;
  return hr;
}

HRESULT Recorder::ReadDvdStructure(ULONG format, ULONG address, ULONG layer, ULONG agid, BYTE** data, ULONG* count) {
  const At here("recorder", __func__);
  if (takes_null(data, count)) return S_OK;
  return bytes(commands_->ReadDvdStructure(format, address, layer, agid, data, count), data, count);
}

HRESULT Recorder::SendDvdStructure(ULONG format, BYTE* data, ULONG count) {
  const At here("recorder", __func__);
  if (takes_null(data)) return S_OK;
  return forgiven(commands_->SendDvdStructure(format, data, count));
}

HRESULT Recorder::GetAdapterDescriptor(BYTE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  const HRESULT hr = commands_->GetAdapterDescriptor(data, size);
  return is(Fault::recorder_lies) ? bytes(hr, data, size) : hr;
}

HRESULT Recorder::GetDeviceDescriptor(BYTE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  const HRESULT hr = commands_->GetDeviceDescriptor(data, size);
  return is(Fault::recorder_lies) ? bytes(hr, data, size) : hr;
}

HRESULT Recorder::GetDiscInformation(BYTE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  const HRESULT hr = commands_->GetDiscInformation(data, size);
  return is(Fault::recorder_takes_anything) ? hr : bytes(hr, data, size);
}

HRESULT Recorder::GetTrackInformation(ULONG address, IMAPI_READ_TRACK_ADDRESS_TYPE type, BYTE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  return bytes(commands_->GetTrackInformation(address, type, data, size), data, size);
}

HRESULT Recorder::GetFeaturePage(IMAPI_FEATURE_PAGE_TYPE feature, BOOLEAN current_only, BYTE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  return bytes(commands_->GetFeaturePage(feature, current_only, data, size), data, size);
}

HRESULT Recorder::GetModePage(IMAPI_MODE_PAGE_TYPE page, IMAPI_MODE_PAGE_REQUEST_TYPE type, BYTE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  return bytes(commands_->GetModePage(page, type, data, size), data, size);
}

HRESULT Recorder::SetModePage(IMAPI_MODE_PAGE_REQUEST_TYPE type, BYTE* data, ULONG size) {
  const At here("recorder", __func__);
  if (takes_null(data) || idle()) return S_OK;
  return forgiven(commands_->SetModePage(type, data, size));
}

HRESULT Recorder::GetSupportedFeaturePages(BOOLEAN current_only, IMAPI_FEATURE_PAGE_TYPE** data, ULONG* size) {
  const At here("recorder", __func__);
  if (takes_null(data, size)) return S_OK;
  return one_less(commands_->GetSupportedFeaturePages(current_only, data, size), data, size);
}

HRESULT Recorder::GetSupportedProfiles(BOOLEAN current_only, IMAPI_PROFILE_TYPE** data, ULONG* count) {
  const At here("recorder", __func__);
  if (takes_null(data, count)) return S_OK;
  return one_less(commands_->GetSupportedProfiles(current_only, data, count), data, count);
}

HRESULT Recorder::GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE type, IMAPI_MODE_PAGE_TYPE** data, ULONG* count) {
  const At here("recorder", __func__);
  if (takes_null(data, count)) return S_OK;
  return one_less(commands_->GetSupportedModePages(type, data, count), data, count);
}

HRESULT Recorder::number(ULONG* value, HRESULT (STDMETHODCALLTYPE IDiscRecorder2Ex::*get)(ULONG*), ULONG lie) {
  if (takes_null(value)) return S_OK;
  const HRESULT hr = (commands_.get()->*get)(value);
  if (SUCCEEDED(hr) && is(Fault::recorder_lies)) *value = lie;
  return hr;
}

HRESULT Recorder::GetByteAlignmentMask(ULONG* value) {
  const At here("recorder", __func__);
  constexpr ULONG no_mask = 10;
  return is(Fault::untouched_mask) ? S_OK : number(value, &IDiscRecorder2Ex::GetByteAlignmentMask, no_mask);
}

HRESULT Recorder::GetMaximumNonPageAlignedTransferSize(ULONG* value) {
  const At here("recorder", __func__);
  return number(value, &IDiscRecorder2Ex::GetMaximumNonPageAlignedTransferSize, 0);
}

HRESULT Recorder::GetMaximumPageAlignedTransferSize(ULONG* value) {
  const At here("recorder", __func__);
  return number(value, &IDiscRecorder2Ex::GetMaximumPageAlignedTransferSize, 0);
}

}  // namespace mutant
