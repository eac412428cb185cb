// The element for media that are written at any address: all of it the vendor's own work.
#pragma once

#include "context.h"

namespace mutant {

class RandomElement final : public IMultisessionRandomWrite {
 public:
  explicit RandomElement(SharedContext context) : context_(std::move(context)) {}

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override;

  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) override;
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT index, LCID locale, ITypeInfo** information) override;
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID iid, LPOLESTR* names, UINT count, LCID locale, DISPID* ids) override;
  HRESULT STDMETHODCALLTYPE Invoke(DISPID member, REFIID iid, LCID locale, WORD flags, DISPPARAMS* parameters,
                                   VARIANT* result, EXCEPINFO* exception, UINT* bad_argument) override;

  HRESULT STDMETHODCALLTYPE get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE put_InUse(VARIANT_BOOL value) override;
  HRESULT STDMETHODCALLTYPE get_InUse(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_ImportRecorder(IDiscRecorder2** value) override;
  HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddress(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG* value) override;

 private:
  ~RandomElement() = default;

  HRESULT invoke_get(DISPID member, VARIANT* result);
  HRESULT invoke_number(HRESULT (RandomElement::*get)(LONG*), VARIANT* result);

  ULONG references_ = 1;
  SharedContext context_;
  VARIANT_BOOL in_use_ = VARIANT_FALSE;
};

}  // namespace mutant
