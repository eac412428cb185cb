// Elements of a list, each as a test wants it.
#pragma once

#include <vector>

#include "com/array.h"
#include "com/dispatch_table.h"
#include "com/object.h"
#include "com/pointer.h"
#include "discbench/imapi2.h"

namespace discbench::subject {

/// What an element says of itself.
struct Traits {
  VARIANT_BOOL in_use = VARIANT_FALSE;
  VARIANT_BOOL supported = VARIANT_TRUE;
  LONG start = 12010;
  HRESULT in_use_hr = S_OK;
  HRESULT supported_hr = S_OK;
  HRESULT start_hr = S_OK;
};

/// The members that every kind has. `Serve` says what QueryInterface answers.
template <class Serve>
class FakeElement : public com::DispatchObject<Serve> {
 public:
  explicit FakeElement(const Traits& traits) : com::DispatchObject<Serve>({}), traits_(traits) {}

  HRESULT STDMETHODCALLTYPE get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) override {
    *value = traits_.supported;
    return traits_.supported_hr;
  }
  HRESULT STDMETHODCALLTYPE put_InUse(VARIANT_BOOL value) override {
    traits_.in_use = value;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_InUse(VARIANT_BOOL* value) override {
    *value = traits_.in_use;
    return traits_.in_use_hr;
  }
  HRESULT STDMETHODCALLTYPE get_ImportRecorder(IDiscRecorder2** value) override {
    *value = nullptr;
    return E_FAIL;
  }

 protected:
  ~FakeElement() override = default;
  Traits traits_;
};

class FakeSequential final : public FakeElement<com::Serves<IMultisessionSequential, IMultisession, IDispatch>> {
 public:
  using FakeElement::FakeElement;
  HRESULT STDMETHODCALLTYPE get_IsFirstDataSession(VARIANT_BOOL*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) override {
    *value = traits_.start;
    return traits_.start_hr;
  }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG*) override { return E_NOTIMPL; }

 private:
  ~FakeSequential() override = default;
};

class FakeRandomWrite final : public FakeElement<com::Serves<IMultisessionRandomWrite, IMultisession, IDispatch>> {
 public:
  using FakeElement::FakeElement;
  HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddress(LONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG*) override { return E_NOTIMPL; }

 private:
  ~FakeRandomWrite() override = default;
};

/// Of a kind that no documentation names.
class FakeOther final : public FakeElement<com::Serves<IMultisession, IDispatch>> {
 public:
  using FakeElement::FakeElement;

 private:
  ~FakeOther() override = default;
};

/// An object for scripts that is no multisession interface at all.
class FakeStranger final : public com::DispatchObject<com::Serves<IDispatch>> {
 public:
  FakeStranger() : DispatchObject({}) {}

 private:
  ~FakeStranger() override = default;
};

/// A list, destroyed with its holder.
class FakeList {
 public:
  FakeList() = default;
  ~FakeList() {
    if (array_ != nullptr) SafeArrayDestroy(array_);
  }
  FakeList(const FakeList&) = delete;
  FakeList& operator=(const FakeList&) = delete;

  template <class Element>
  FakeList& add(const Traits& traits) {
    const auto element = com::Pointer<Element>::adopt(new Element(traits));
    builder_.add_dispatch(element.get());
    return *this;
  }
  FakeList& add_stranger() {
    const auto element = com::Pointer<FakeStranger>::adopt(new FakeStranger);
    builder_.add_dispatch(element.get());
    return *this;
  }
  FakeList& add_number() {
    builder_.add_long(7);
    return *this;
  }
  SAFEARRAY* array() {
    if (array_ == nullptr) array_ = builder_.build();
    return array_;
  }

 private:
  com::ArrayBuilder builder_;
  SAFEARRAY* array_ = nullptr;
};

}  // namespace discbench::subject
