// The writer that the client gets: everything is done by ours, and the list holds our elements wrapped.
#pragma once

#include "connection.h"
#include "context.h"
#include "element.h"
#include "fault.h"

namespace mutant {

class Writer final : public IDiscFormat2Data, public IConnectionPointContainer, public IBurnVerification {
 public:
  explicit Writer(Held<IDiscFormat2Data> real) : context_(std::make_shared<Context>()) {
    context_->real = std::move(real);
  }

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }

  // What is offered beside.
  HRESULT STDMETHODCALLTYPE EnumConnectionPoints(IEnumConnectionPoints** value) override {
    return point_.enumerate(value);
  }
  HRESULT STDMETHODCALLTYPE FindConnectionPoint(REFIID iid, IConnectionPoint** value) override {
    return point_.find(iid, value);
  }
  HRESULT STDMETHODCALLTYPE put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL value) override {
    const At here("writer", __func__);
    level_ = value;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL* value) override {
    const At here("writer", __func__);
    if (value == nullptr) return E_POINTER;
    *value = level_;
    return S_OK;
  }

  // What is bent.
  HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) override;
  HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) override {
    const At here("writer", __func__);
    return bent(free_sectors, real_getter<IDiscFormat2Data, &IDiscFormat2Data::get_FreeSectorsOnMedia>, value);
  }
  HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) override {
    const At here("writer", __func__);
    return bent(next_writable, real_getter<IDiscFormat2Data, &IDiscFormat2Data::get_NextWritableAddress>, value);
  }
  HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) override {
    const At here("writer", __func__);
    return bent(start_address, real_getter<IDiscFormat2Data, &IDiscFormat2Data::get_StartAddressOfPreviousSession>,
                value);
  }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) override {
    const At here("writer", __func__);
    return bent(last_written, real_getter<IDiscFormat2Data, &IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession>,
                value);
  }
  HRESULT STDMETHODCALLTYPE IsCurrentMediaSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) override;
  HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) override;
  HRESULT STDMETHODCALLTYPE get_CurrentMediaStatus(IMAPI_FORMAT2_DATA_MEDIA_STATE* value) override;
  HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) override;
  HRESULT STDMETHODCALLTYPE get_MediaPhysicallyBlank(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_MultisessionInterfaces(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE Write(IStream* data) override;

  // What is handed on.
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) override { return real().GetTypeInfoCount(count); }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT index, LCID locale, ITypeInfo** information) override {
    return real().GetTypeInfo(index, locale, information);
  }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID iid, LPOLESTR* names, UINT count, LCID locale, DISPID* ids) override {
    const HRESULT hr = real().GetIDsOfNames(iid, names, count, locale, ids);
    if (is(Fault::wrong_id) && SUCCEEDED(hr)) ++*ids;
    return hr;
  }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID member, REFIID iid, LCID locale, WORD flags, DISPPARAMS* parameters,
                                   VARIANT* result, EXCEPINFO* exception, UINT* bad_argument) override;
  HRESULT STDMETHODCALLTYPE IsRecorderSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_MediaHeuristicallyBlank(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_SupportedMediaTypes(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_WriteProtectStatus(IMAPI_MEDIA_WRITE_PROTECT_STATE* value) override;
  HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) override;
  HRESULT STDMETHODCALLTYPE get_RequestedWriteSpeed(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_RequestedRotationTypeIsPureCAV(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_CurrentWriteSpeed(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeeds(SAFEARRAY** value) override;
  HRESULT STDMETHODCALLTYPE get_CurrentRotationTypeIsPureCAV(VARIANT_BOOL* value) override;
#define HAND_ON(setter, Type) \
  HRESULT STDMETHODCALLTYPE setter(Type value) override { return real().setter(value); }
#define ANSWER(getter, Type)                                        \
  HRESULT STDMETHODCALLTYPE getter(Type* value) override {          \
    const At here("writer", __func__);                              \
    return value == nullptr ? answer_null() : real().getter(value); \
  }
#define WISH(getter)                                                              \
  HRESULT STDMETHODCALLTYPE getter(VARIANT_BOOL* value) override {                \
    const At here("writer", __func__);                                            \
    if (value == nullptr) return answer_null();                                   \
    const HRESULT hr = real().getter(value);                                      \
    if (is(Fault::inverts_settings)) *value = static_cast<VARIANT_BOOL>(~*value); \
    return hr;                                                                    \
  }
  HAND_ON(put_BufferUnderrunFreeDisabled, VARIANT_BOOL)
  WISH(get_BufferUnderrunFreeDisabled)
  HAND_ON(put_PostgapAlreadyInImage, VARIANT_BOOL)
  WISH(get_PostgapAlreadyInImage)
  HAND_ON(put_ForceMediaToBeClosed, VARIANT_BOOL)
  WISH(get_ForceMediaToBeClosed)
  HAND_ON(put_DisableConsumerDvdCompatibilityMode, VARIANT_BOOL)
  WISH(get_DisableConsumerDvdCompatibilityMode)
  ANSWER(get_SupportedWriteSpeedDescriptors, SAFEARRAY*)
  HAND_ON(put_ForceOverwrite, VARIANT_BOOL)
  WISH(get_ForceOverwrite)
#undef WISH
#undef ANSWER
#undef HAND_ON
  HRESULT STDMETHODCALLTYPE CancelWrite() override {
    const At here("writer", __func__);
    return real().CancelWrite();
  }
  HRESULT STDMETHODCALLTYPE SetWriteSpeed(LONG sectors_per_second, VARIANT_BOOL pure_cav) override {
    const At here("writer", __func__);
    if (is(Fault::forgets_speed)) return S_OK;
    const HRESULT hr = real().SetWriteSpeed(sectors_per_second, pure_cav);
    return hr == S_OK && is(Fault::adjusts_speed) ? S_IMAPI_BOTHADJUSTED : hr;
  }

 private:
  ~Writer() { context_->writer_gone = true; }

  IDiscFormat2Data& real() { return *context_->real.get(); }
  HRESULT bent(Member member, RealGetter ask, LONG* value) {
    return bent_number(*context_, Side::writer, member, ask, &real(), value);
  }
  Held<IMultisessionSequential2> real_element();

  ULONG references_ = 1;
  SharedContext context_;
  std::map<LONG, Held<IDispatch>> kept_{};  // by place: the element of every list, where they are the same
  Point point_{this};
  IMAPI_BURN_VERIFICATION_LEVEL level_ = IMAPI_BURN_VERIFICATION_NONE;
};

}  // namespace mutant
