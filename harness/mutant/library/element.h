// An element of the list: ours behind it, with an InUse, a QueryInterface and an Invoke of its own.
#pragma once

#include "context.h"

namespace mutant {

/// An interface that no documentation names.
inline constexpr IID IID_IVendorOwnKind{0x8C2F5A10, 0x9B1D, 0x4E5C, {0xA7, 0x3E, 0x12, 0x90, 0x6F, 0x44, 0xD1, 0x08}};

enum class Kind {
  sequential,
  own,     // IMultisession and IVendorOwnKind; never supported
  random,  // a RandomElement
};

class Element final : public IMultisessionSequential2 {
 public:
  Element(Kind kind, SharedContext context, Held<IMultisessionSequential2> real);

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override;
  ULONG STDMETHODCALLTYPE AddRef() override;
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
  HRESULT STDMETHODCALLTYPE get_IsFirstDataSession(VARIANT_BOOL* value) override;
  HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) override;
  HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) override;

 private:
  ~Element();

  bool answers(REFIID iid) const;
  bool refuses_to_put();
  VARIANT_BOOL& stored();
  /// Ends the process in an orderly disorder where the client would use an object that is no more.
  void must_live() const;
  HRESULT invoke_get(DISPID member, VARIANT* result);
  HRESULT invoke_put(DISPID member, const DISPPARAMS* parameters);
  void widen_put();

  Kind kind_;
  SharedContext context_;
  Held<IMultisessionSequential2> real_;
  Held<IDiscRecorder2> stranger_{};
  ULONG references_ = 1;
  VARIANT_BOOL in_use_ = VARIANT_FALSE;
  bool jammed_ = false;
  bool was_put_ = false;
  LONG next_at_first_ = -2;
  int list_;  // the list that the element was made for
};

}  // namespace mutant
