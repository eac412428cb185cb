// A list of recorders: of none, which is lawful, or wrong in everything that it says.
#pragma once

#include <discbench/imapi2.h>

#include "fault.h"

namespace mutant {

class Master final : public IDiscMaster2, public IConnectionPointContainer {
 public:
  static bool offered() {
    return is_one_of(Fault::offers_all, Fault::wrong_master, Fault::negative_master, Fault::untouched_master);
  }

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    if (object == nullptr) return E_POINTER;
    *object = nullptr;
    if (iid == IID_IUnknown || iid == IID_IDiscMaster2 || (!wrong() && iid == IID_IDispatch)) {
      *object = static_cast<IDiscMaster2*>(this);
    } else if (wrong() && iid == IID_IConnectionPointContainer) {
      *object = static_cast<IConnectionPointContainer*>(this);
    }
    if (*object == nullptr) return E_NOINTERFACE;
    AddRef();
    return S_OK;
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

  // A container without a point.
  HRESULT STDMETHODCALLTYPE EnumConnectionPoints(IEnumConnectionPoints**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE FindConnectionPoint(REFIID, IConnectionPoint** value) override {
    if (value == nullptr) return E_POINTER;
    *value = nullptr;
    return CONNECT_E_NOCONNECTION;
  }

  HRESULT STDMETHODCALLTYPE get__NewEnum(IEnumVARIANT** value) override {
    if (value == nullptr) return no_pointer();
    *value = nullptr;
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE get_Item(LONG, BSTR* value) override {
    const At here("master", __func__);
    if (value == nullptr) return no_pointer();
    *value = nullptr;
    if (!wrong()) return E_INVALIDARG;
    *value = SysAllocString(OLESTR("nowhere"));
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_Count(LONG* value) override {
    const At here("master", __func__);
    if (value == nullptr) return no_pointer();
    *value = wrong() ? 2 : is(Fault::negative_master) ? -1 : 0;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_IsSupportedEnvironment(VARIANT_BOOL* value) override {
    const At here("master", __func__);
    if (value == nullptr) return no_pointer();
    if (is(Fault::untouched_master)) return S_OK;
    *value = VARIANT_FALSE;
    return S_OK;
  }

 private:
  ~Master() = default;
  static bool wrong() { return is(Fault::wrong_master); }
  static HRESULT no_pointer() { return wrong() ? S_OK : E_POINTER; }

  ULONG references_ = 1;
};

}  // namespace mutant
