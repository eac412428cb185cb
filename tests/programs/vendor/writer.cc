#include "writer.h"

#include <vector>

#include "random_element.h"
#include "random_medium.h"

namespace vendor {

HRESULT Writer::QueryInterface(REFIID iid, void** object) {
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  if (iid != IID_IUnknown && iid != IID_IDispatch && iid != IID_IDiscFormat2 && iid != IID_IDiscFormat2Data) {
    return E_NOINTERFACE;
  }
  *object = static_cast<IDiscFormat2Data*>(this);
  AddRef();
  return S_OK;
}

HRESULT Writer::put_Recorder(IDiscRecorder2* value) {
  const HRESULT hr = real().put_Recorder(value);
  if (FAILED(hr)) return hr;
  if (value != nullptr) value->AddRef();
  context_->recorder = Held<IDiscRecorder2>(value);
  return hr;
}

HRESULT Writer::get_Recorder(IDiscRecorder2** value) {
  if (value == nullptr || !is(Fault::forgets_recorder)) return real().get_Recorder(value);
  *value = nullptr;
  return S_OK;
}

HRESULT Writer::get_ClientName(BSTR* value) {
  if (value == nullptr || !is(Fault::forgets_client)) return real().get_ClientName(value);
  *value = SysAllocString(OLESTR(""));
  return S_OK;
}

HRESULT Writer::IsCurrentMediaSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) {
  const HRESULT hr = real().IsCurrentMediaSupported(recorder, value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = static_cast<VARIANT_BOOL>(~*value);
  return hr;
}

HRESULT Writer::get_CurrentMediaStatus(IMAPI_FORMAT2_DATA_MEDIA_STATE* value) {
  const HRESULT hr = real().get_CurrentMediaStatus(value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = IMAPI_FORMAT2_DATA_MEDIA_STATE_OVERWRITE_ONLY;
  return hr;
}

HRESULT Writer::get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) {
  const HRESULT hr = real().get_CurrentPhysicalMediaType(value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = IMAPI_MEDIA_TYPE_DVDRAM;
  return hr;
}

HRESULT Writer::get_MediaPhysicallyBlank(VARIANT_BOOL* value) {
  const HRESULT hr = real().get_MediaPhysicallyBlank(value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = static_cast<VARIANT_BOOL>(~*value);
  return hr;
}

HRESULT Writer::get_TotalSectorsOnMedia(LONG* value) {
  HRESULT hr = real().get_TotalSectorsOnMedia(value);
  if (FAILED(hr) && value != nullptr && is_random_write_medium(*context_)) hr = total_of_medium(context_.get(), value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = 1;
  return hr;
}

HRESULT Writer::Write(IStream* data) {
  if (is(Fault::no_burning)) return E_NOTIMPL;
  const HRESULT hr = real().Write(data);
  context_->written = true;
  context_->remembered.clear();
  return hr;
}

/// A new one of the real writer's, or nothing.
Held<IMultisessionSequential2> Writer::real_element() {
  SAFEARRAY* list = nullptr;
  if (FAILED(real().get_MultisessionInterfaces(&list))) return {};
  LONG first = 0;
  LONG last = 0;
  SafeArrayGetLBound(list, 1, &first);
  SafeArrayGetUBound(list, 1, &last);
  Held<IMultisessionSequential2> element;
  for (LONG index = first; index <= last && !element; ++index) {
    void* variant = nullptr;
    SafeArrayPtrOfIndex(list, &index, &variant);
    static_cast<VARIANT*>(variant)->pdispVal->QueryInterface(IID_PPV_ARGS(element.put()));
  }
  SafeArrayDestroy(list);
  return element;
}

HRESULT Writer::get_MultisessionInterfaces(SAFEARRAY** value) {
  if (value == nullptr) return answer_null();
  *value = nullptr;
  VARIANT_BOOL blank = VARIANT_FALSE;
  if (is(Fault::fails_on_blank) && SUCCEEDED(real().get_MediaPhysicallyBlank(&blank)) && blank != VARIANT_FALSE) {
    return E_IMAPI_DF2DATA_INVALID_MEDIA_STATE;
  }
  std::vector<Kind> kinds{Kind::sequential};
  if (is(Fault::extra_element)) kinds.insert(kinds.begin(), Kind::own);
  if (is(Fault::two_in_use) || is(Fault::clears_others) || is(Fault::shared_value)) kinds.push_back(Kind::sequential);
  if (is(Fault::empty_list)) kinds.clear();
  ++context_->lists;
  if (!kinds.empty() && (is(Fault::supported_always) || is_random_write_medium(*context_)))
    kinds.push_back(Kind::random);
  SAFEARRAY* list = SafeArrayCreateVector(VT_VARIANT, 0, static_cast<ULONG>(kinds.size()));
  if (list == nullptr) return E_OUTOFMEMORY;
  for (LONG index = 0; index < static_cast<LONG>(kinds.size()); ++index) {
    const Kind kind = kinds[static_cast<std::size_t>(index)];
    Held<IMultisessionSequential2> real = real_element();
    if (!real) {
      SafeArrayDestroy(list);
      return E_FAIL;
    }
    void* place = nullptr;
    SafeArrayPtrOfIndex(list, &index, &place);
    auto* variant = static_cast<VARIANT*>(place);
    variant->vt = is(Fault::unknown_list) ? VT_UNKNOWN : VT_DISPATCH;
    variant->pdispVal = kind == Kind::random ? static_cast<IDispatch*>(new RandomElement(context_))
                                             : new Element(kind, context_, std::move(real));
  }
  *value = list;
  return S_OK;
}

}  // namespace vendor
