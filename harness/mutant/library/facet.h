// A second pointer to an element, with a QueryInterface that breaks a rule of COM.
#pragma once

#include <discbench/imapi2.h>

#include "fault.h"

namespace mutant {

class Facet final : public IMultisession {
 public:
  static bool wanted() {
    return is(Fault::asymmetric_query) || is(Fault::other_identity) || is(Fault::irreflexive_query) ||
           is(Fault::two_values);
  }

  explicit Facet(IMultisession* element) : element_(element) { element_->AddRef(); }

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = nullptr;
    if (is(Fault::irreflexive_query) && iid == IID_IMultisession) return E_NOINTERFACE;
    const bool base = iid == IID_IMultisession || iid == IID_IDispatch;
    if (base || (is(Fault::other_identity) && iid == IID_IUnknown)) {
      *object = static_cast<IMultisession*>(this);
      AddRef();
      return S_OK;
    }
    // From here there is no way back to what the element is otherwise.
    if (is(Fault::asymmetric_query) && iid != IID_IUnknown) return E_NOINTERFACE;
    return element_->QueryInterface(iid, object);
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }

  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) override { return element_->GetTypeInfoCount(count); }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT index, LCID locale, ITypeInfo** information) override {
    return element_->GetTypeInfo(index, locale, information);
  }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID iid, LPOLESTR* names, UINT count, LCID locale, DISPID* ids) override {
    return element_->GetIDsOfNames(iid, names, count, locale, ids);
  }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID member, REFIID iid, LCID locale, WORD flags, DISPPARAMS* parameters,
                                   VARIANT* result, EXCEPINFO* exception, UINT* bad_argument) override {
    return element_->Invoke(member, iid, locale, flags, parameters, result, exception, bad_argument);
  }
  HRESULT STDMETHODCALLTYPE get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) override {
    return element_->get_IsSupportedOnCurrentMediaState(value);
  }
  HRESULT STDMETHODCALLTYPE put_InUse(VARIANT_BOOL value) override {
    if (!is(Fault::two_values)) return element_->put_InUse(value);
    in_use_ = value;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_InUse(VARIANT_BOOL* value) override {
    if (!is(Fault::two_values)) return element_->get_InUse(value);
    if (value == nullptr) return E_POINTER;
    *value = in_use_;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_ImportRecorder(IDiscRecorder2** value) override {
    return element_->get_ImportRecorder(value);
  }

 private:
  ~Facet() { element_->Release(); }

  ULONG references_ = 1;
  VARIANT_BOOL in_use_ = VARIANT_TRUE;
  IMultisession* element_;
};

}  // namespace mutant
