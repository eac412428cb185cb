// Both ends of an event, for tests: an object that sources one, and sinks that write down what they are told.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "com/answer.h"
#include "com/connection_point.h"
#include "com/dispatch_table.h"
#include "com/text.h"
#include "discbench/imapi2.h"

namespace discbench::com {

/// A dual object whose only interesting part are its events, DDiscMaster2Events.
class Announcer final
    : public EventSource<DispatchObject<Serves<IBlockRangeList, IDispatch>, Serves<IConnectionPointContainer>>> {
 public:
  explicit Announcer(bool* dead = nullptr)
      : EventSource(IID_DDiscMaster2Events, std::span<const DispatchMember>()), dead_(dead) {}

  HRESULT STDMETHODCALLTYPE get_BlockRanges(SAFEARRAY** value) override {
    return answer(value, []() -> SAFEARRAY* { throw Failure{E_NOTIMPL}; });
  }

  void announce(std::u16string_view name) {
    String text(name);
    std::array<VARIANT, 2> arguments{};
    arguments[0].vt = VT_DISPATCH;
    arguments[0].pdispVal = static_cast<IBlockRangeList*>(this);
    arguments[1].vt = VT_BSTR;
    arguments[1].bstrVal = text.get();
    fire(DISPID_DDISCMASTER2EVENTS_NOTIFYDEVICEADDED, arguments);
  }

  ULONG references() {
    AddRef();
    return Release();
  }

 private:
  ~Announcer() override {
    if (dead_ != nullptr) *dead_ = true;
  }

  bool* dead_;
};

/// A sink with Invoke alone, as scripts have it; `EventInterface` is what else it answers to.
template <class... EventInterface>
class RecordingSink final : public Object<Serves<IDispatch, EventInterface...>> {
 public:
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) override {
    return answer(count, [] { return 0; });
  }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return DISP_E_BADINDEX; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override {
    return DISP_E_UNKNOWNNAME;
  }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID id, REFIID iid, LCID, WORD flags, DISPPARAMS* parameters, VARIANT*,
                                   EXCEPINFO*, UINT*) override {
    ids.push_back(id);
    well_formed = iid == IID_NULL && flags == DISPATCH_METHOD && parameters->cNamedArgs == 0 && parameters->cArgs == 2;
    // The last argument stands first.
    names.push_back(text_of(parameters->rgvarg[0].bstrVal));
    sources.push_back(parameters->rgvarg[1].pdispVal);
    if (reaction) reaction();
    return result;
  }

  ULONG references() {
    this->AddRef();
    return this->Release();
  }

  std::vector<DISPID> ids;
  std::vector<std::u16string> names;
  std::vector<IDispatch*> sources;
  bool well_formed = false;
  std::function<void()> reaction;
  HRESULT result = S_OK;

 private:
  ~RecordingSink() override = default;
};

}  // namespace discbench::com
