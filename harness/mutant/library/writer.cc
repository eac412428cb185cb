#include "writer.h"

#include <vector>

#include "leftovers.h"
#include "plain_stream.h"
#include "random_element.h"
#include "random_medium.h"
#include "verification.h"

namespace mutant {

HRESULT Writer::QueryInterface(REFIID iid, void** object) {
  if (object == nullptr) return E_POINTER;
  *object = nullptr;
  if (iid == IID_IBurnVerification && is(Fault::wrong_verification)) {
    *object = static_cast<IBurnVerification*>(new LooseVerification);
    return S_OK;
  }
  const bool format = iid == IID_IDiscFormat2 && !is(Fault::no_format);
  if (iid == IID_IUnknown || iid == IID_IDispatch || format || iid == IID_IDiscFormat2Data) {
    *object = static_cast<IDiscFormat2Data*>(this);
  } else if (iid == IID_IConnectionPointContainer && Point::offered()) {
    *object = static_cast<IConnectionPointContainer*>(this);
  } else if (iid == IID_IBurnVerification && is(Fault::offers_all)) {
    *object = static_cast<IBurnVerification*>(this);
  }
  if (*object == nullptr) return E_NOINTERFACE;
  AddRef();
  return S_OK;
}

HRESULT Writer::put_Recorder(IDiscRecorder2* value) {
  const At here("writer", __func__);
  if (value == nullptr && is(Fault::null_recorder_crashes)) return answer_by_crashing();
  if (context_->recorder && is(Fault::first_recorder_stays)) return S_OK;
  const HRESULT hr = real().put_Recorder(value);
  if (FAILED(hr)) return is(Fault::takes_anything) ? S_OK : hr;
  if (value != nullptr) value->AddRef();
  context_->recorder = Held<IDiscRecorder2>(value);
  return hr;
}

HRESULT Writer::get_Recorder(IDiscRecorder2** value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  if (!is(Fault::forgets_recorder)) return real().get_Recorder(value);
  *value = nullptr;
  return S_OK;
}

HRESULT Writer::get_ClientName(BSTR* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  if (!is(Fault::forgets_client)) return real().get_ClientName(value);
  *value = SysAllocString(OLESTR(""));
  return S_OK;
}

HRESULT Writer::Write(IStream* data) {
  const At here("writer", __func__);
  if (is(Fault::no_burning)) return E_NOTIMPL;
  if (is(Fault::says_written)) return S_OK;
  if (is(Fault::always_closes)) real().put_ForceMediaToBeClosed(VARIANT_TRUE);
  if (data != nullptr && is(Fault::leaks_stream)) data->AddRef();
  PlainStream plain(data);
  const HRESULT hr = real().Write(is(Fault::ignores_ranges) ? &plain : data);
  leave_behind(context_->recorder.get());
  context_->written = true;
  context_->remembered.clear();
  point_.tell(this);
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
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  *value = nullptr;
  VARIANT_BOOL blank = VARIANT_FALSE;
  if (is(Fault::fails_on_blank) && SUCCEEDED(real().get_MediaPhysicallyBlank(&blank)) && blank != VARIANT_FALSE) {
    return E_IMAPI_DF2DATA_INVALID_MEDIA_STATE;
  }
  std::vector<Kind> kinds{Kind::sequential};
  if (is(Fault::extra_element)) kinds.insert(kinds.begin(), Kind::own);
  if (is_any(Fault::two_in_use, Fault::unpinning_pins, Fault::clears_others, Fault::shared_value, Fault::pin_fades))
    kinds.push_back(Kind::sequential);
  if (is(Fault::empty_list)) kinds.clear();
  ++context_->lists;
  const bool rewritten = !is(Fault::no_random_write) && is_random_write_medium(*context_);
  if (!kinds.empty() && (is(Fault::supported_always) || rewritten)) {
    kinds.insert(is(Fault::random_first) ? kinds.begin() : kinds.end(), Kind::random);
  }
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
    Held<IDispatch> element(kind == Kind::random ? static_cast<IDispatch*>(new RandomElement(context_))
                                                 : new Element(kind, context_, std::move(real)));
    if (is(Fault::same_objects)) {
      Held<IDispatch>& kept = kept_.emplace(index, std::move(element)).first->second;
      kept->AddRef();
      element = Held<IDispatch>(kept.get());
    }
    variant->pdispVal = element.release();
  }
  if (is(Fault::locked_list)) SafeArrayLock(list);
  *value = list;
  return S_OK;
}

}  // namespace mutant
