// What the writer says of recorders and media, and what it takes for a name or a speed.
#include "random_medium.h"
#include "writer.h"

namespace mutant {
namespace {

/// All wrong, or TRUE as 1.
HRESULT bent_boolean(HRESULT hr, VARIANT_BOOL* value) {
  if (FAILED(hr)) return hr;
  if (is(Fault::wrong_medium)) *value = static_cast<VARIANT_BOOL>(~*value);
  if (is(Fault::format_as_one) && *value != VARIANT_FALSE) *value = 1;
  return hr;
}

}  // namespace

HRESULT Writer::IsCurrentMediaSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) {
  const At here("writer", __func__);
  if (recorder == nullptr || value == nullptr) return answer_null();
  const HRESULT hr = real().IsCurrentMediaSupported(recorder, value);
  return bent_boolean(hr, value);
}

HRESULT Writer::get_CurrentMediaStatus(IMAPI_FORMAT2_DATA_MEDIA_STATE* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  const HRESULT hr = real().get_CurrentMediaStatus(value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = IMAPI_FORMAT2_DATA_MEDIA_STATE_OVERWRITE_ONLY;
  return hr;
}

HRESULT Writer::get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  const HRESULT hr = real().get_CurrentPhysicalMediaType(value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = IMAPI_MEDIA_TYPE_DVDRAM;
  return hr;
}

HRESULT Writer::get_MediaPhysicallyBlank(VARIANT_BOOL* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  const HRESULT hr = real().get_MediaPhysicallyBlank(value);
  return bent_boolean(hr, value);
}

HRESULT Writer::get_TotalSectorsOnMedia(LONG* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  HRESULT hr = real().get_TotalSectorsOnMedia(value);
  if (FAILED(hr) && is_random_write_medium(*context_)) hr = total_of_medium(context_.get(), value);
  if (is(Fault::wrong_medium) && SUCCEEDED(hr)) *value = 1;
  return hr;
}

HRESULT Writer::IsRecorderSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) {
  const At here("writer", __func__);
  if (recorder == nullptr || value == nullptr) return answer_null();
  if (is(Fault::leaks_argument)) recorder->AddRef();
  if (is(Fault::takes_anything)) {
    *value = VARIANT_TRUE;
    return S_OK;
  }
  const HRESULT hr = real().IsRecorderSupported(recorder, value);
  if (is(Fault::recorder_unknown) && SUCCEEDED(hr)) *value = VARIANT_FALSE;
  return bent_boolean(hr, value);
}

HRESULT Writer::get_MediaHeuristicallyBlank(VARIANT_BOOL* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  const HRESULT hr =
      is(Fault::zeros_are_data) ? real().get_MediaPhysicallyBlank(value) : real().get_MediaHeuristicallyBlank(value);
  return bent_boolean(hr, value);
}

HRESULT Writer::get_WriteProtectStatus(IMAPI_MEDIA_WRITE_PROTECT_STATE* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  const HRESULT hr = real().get_WriteProtectStatus(value);
  if (SUCCEEDED(hr) && is(Fault::never_protected)) *value = IMAPI_MEDIA_WRITE_PROTECT_STATE{};
  return hr;
}

/// Numbers of another type, where the words about the medium are wrong.
HRESULT Writer::get_SupportedMediaTypes(SAFEARRAY** value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  if (!is(Fault::wrong_medium)) return real().get_SupportedMediaTypes(value);
  *value = SafeArrayCreateVector(VT_I4, 0, 1);
  return S_OK;
}

HRESULT Writer::put_ClientName(BSTR value) {
  const At here("writer", __func__);
  const HRESULT hr = real().put_ClientName(value);
  return is(Fault::takes_anything) ? S_OK : hr;
}

HRESULT Writer::get_RequestedWriteSpeed(LONG* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  if (!is(Fault::forgets_speed)) return real().get_RequestedWriteSpeed(value);
  *value = 0;
  return S_OK;
}

HRESULT Writer::get_RequestedRotationTypeIsPureCAV(VARIANT_BOOL* value) {
  const At here("writer", __func__);
  const HRESULT hr = real().get_RequestedRotationTypeIsPureCAV(value);
  if (SUCCEEDED(hr) && is(Fault::forgets_rotation)) *value = VARIANT_FALSE;
  return hr;
}

HRESULT Writer::get_CurrentWriteSpeed(LONG* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  return is(Fault::untouched_speed) ? S_OK : real().get_CurrentWriteSpeed(value);
}

HRESULT Writer::get_SupportedWriteSpeeds(SAFEARRAY** value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  const HRESULT hr = real().get_SupportedWriteSpeeds(value);
  if (FAILED(hr) || !is(Fault::speeds_doubled)) return hr;
  LONG last = 0;
  SafeArrayGetUBound(*value, 1, &last);
  for (LONG index = 0; index <= last; ++index) {
    void* speed = nullptr;
    SafeArrayPtrOfIndex(*value, &index, &speed);
    static_cast<VARIANT*>(speed)->ulVal *= 2;
  }
  return hr;
}

HRESULT Writer::get_CurrentRotationTypeIsPureCAV(VARIANT_BOOL* value) {
  const At here("writer", __func__);
  if (value == nullptr) return answer_null();
  if (!is(Fault::rotation_as_one)) return real().get_CurrentRotationTypeIsPureCAV(value);
  *value = 1;
  return S_OK;
}

/// The addresses by our own members, so that both ways say the same; all else as the real writer does it.
HRESULT Writer::Invoke(DISPID member, REFIID iid, LCID locale, WORD flags, DISPPARAMS* parameters, VARIANT* result,
                       EXCEPINFO* exception, UINT* bad_argument) {
  struct Number {
    DISPID id;
    HRESULT (STDMETHODCALLTYPE IDiscFormat2Data::*get)(LONG*);
  };
  // Windows SDK, imapi2.idl, IDiscFormat2Data.
  constexpr Number numbers[] = {
      {0x108, &IDiscFormat2Data::get_TotalSectorsOnMedia},
      {0x109, &IDiscFormat2Data::get_FreeSectorsOnMedia},
      {0x10A, &IDiscFormat2Data::get_NextWritableAddress},
      {0x10B, &IDiscFormat2Data::get_StartAddressOfPreviousSession},
      {0x10C, &IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession},
  };
  for (const Number& number : numbers) {
    const bool read = number.id == member && (flags & DISPATCH_PROPERTYGET) != 0 && result != nullptr;
    if (!read || parameters == nullptr || parameters->cArgs != 0) continue;
    result->vt = VT_I4;
    const HRESULT hr = (static_cast<IDiscFormat2Data*>(this)->*number.get)(&result->lVal);
    if (is(Fault::invoke_plus_one)) ++result->lVal;
    if (FAILED(hr)) VariantInit(result);
    return hr;
  }
  return real().Invoke(member, iid, locale, flags, parameters, result, exception, bad_argument);
}

}  // namespace mutant
