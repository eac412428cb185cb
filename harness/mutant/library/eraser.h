// An eraser for media that are written once: it refuses them all, or is wrong in everything that it says.
#pragma once

#include <discbench/imapi2.h>

#include "fault.h"
#include "held.h"
#include "leftovers.h"

namespace mutant {

class Eraser final : public IDiscFormat2Erase {
 public:
  static bool offered() {
    return is_one_of(Fault::offers_all, Fault::wrong_eraser, Fault::untouched_eraser, Fault::keeps_lock);
  }

  /// A writer of ours tells the type of the medium.
  explicit Eraser(Held<IDiscFormat2Data> writer) : writer_(std::move(writer)) {}

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    const bool known = iid == IID_IUnknown || iid == IID_IDiscFormat2Erase ||
                       (!wrong() && (iid == IID_IDiscFormat2 || iid == IID_IDispatch));
    *object = known ? static_cast<IDiscFormat2Erase*>(this) : nullptr;
    if (known) AddRef();
    return known ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    return E_NOTIMPL;
  }

  HRESULT STDMETHODCALLTYPE IsRecorderSupported(IDiscRecorder2*, VARIANT_BOOL* value) override {
    const At here("eraser", __func__);
    if (value == nullptr) return no_pointer();
    *value = VARIANT_TRUE;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE IsCurrentMediaSupported(IDiscRecorder2*, VARIANT_BOOL* value) override {
    const At here("eraser", __func__);
    if (value == nullptr) return no_pointer();
    *value = wrong() ? VARIANT_TRUE : VARIANT_FALSE;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_MediaPhysicallyBlank(VARIANT_BOOL*) override {
    const At here("eraser", __func__);
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE get_MediaHeuristicallyBlank(VARIANT_BOOL*) override {
    const At here("eraser", __func__);
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE get_SupportedMediaTypes(SAFEARRAY**) override {
    const At here("eraser", __func__);
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) override {
    const At here("eraser", __func__);
    return writer_->put_Recorder(value);
  }
  HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) override {
    const At here("eraser", __func__);
    if (value == nullptr) return no_pointer();
    if (!wrong()) return writer_->get_Recorder(value);
    *value = nullptr;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE put_FullErase(VARIANT_BOOL value) override {
    const At here("eraser", __func__);
    full_erase_ = value;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_FullErase(VARIANT_BOOL* value) override {
    const At here("eraser", __func__);
    if (value == nullptr) return no_pointer();
    *value = wrong() ? VARIANT_TRUE : full_erase_;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) override {
    const At here("eraser", __func__);
    if (value == nullptr) return no_pointer();
    if (is(Fault::untouched_eraser)) return S_OK;
    const HRESULT hr = writer_->get_CurrentPhysicalMediaType(value);
    if (wrong()) *value = IMAPI_MEDIA_TYPE_DVDDASHRW;
    return wrong() ? S_OK : hr;
  }
  HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) override {
    const At here("eraser", __func__);
    return writer_->put_ClientName(value);
  }
  HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) override {
    const At here("eraser", __func__);
    if (value == nullptr) return no_pointer();
    if (!wrong()) return writer_->get_ClientName(value);
    *value = SysAllocString(OLESTR("nobody"));
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE EraseMedia() override {
    const At here("eraser", __func__);
    Held<IDiscRecorder2> recorder;
    if (SUCCEEDED(writer_->get_Recorder(recorder.put()))) leave_behind(recorder.get());
    return wrong() ? S_OK : E_IMAPI_ERASE_MEDIA_IS_NOT_SUPPORTED;
  }

 private:
  ~Eraser() = default;
  static bool wrong() { return is(Fault::wrong_eraser); }
  static HRESULT no_pointer() { return wrong() ? S_OK : E_POINTER; }

  ULONG references_ = 1;
  VARIANT_BOOL full_erase_ = VARIANT_FALSE;
  Held<IDiscFormat2Data> writer_;
};

}  // namespace mutant
