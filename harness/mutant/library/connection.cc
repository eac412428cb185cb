#include "connection.h"

#include "held.h"

namespace mutant {
namespace {

bool wrong() { return is(Fault::wrong_point); }

/// An object of one interface, for as long as somebody holds it.
template <class Interface>
class Counted : public Interface {
 public:
  ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --references_;
    if (left == 0) delete this;
    return left;
  }

 protected:
  virtual ~Counted() = default;

 private:
  ULONG references_ = 1;
};

class Points final : public Counted<IEnumConnectionPoints> {
 public:
  explicit Points(IConnectionPoint* point) : point_(point) { point_->AddRef(); }

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    *object = iid == IID_IUnknown || iid == IID_IEnumConnectionPoints ? this : nullptr;
    if (*object == nullptr) return E_NOINTERFACE;
    AddRef();
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE Next(ULONG count, IConnectionPoint** points, ULONG* fetched) override {
    const bool there = !done_ && count > 0 && !is(Fault::wrong_container);
    if (there) {
      point_->AddRef();
      *points = point_;
    }
    if (fetched != nullptr) *fetched = there ? 1 : 0;
    done_ = true;
    return there && count == 1 ? S_OK : S_FALSE;
  }
  HRESULT STDMETHODCALLTYPE Skip(ULONG) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Reset() override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Clone(IEnumConnectionPoints**) override { return E_NOTIMPL; }

 private:
  ~Points() override { point_->Release(); }

  IConnectionPoint* point_;
  bool done_ = false;
};

/// The end of a burn; or an action that there is none of, at a time before the beginning.
class Arguments final : public Counted<IDiscFormat2DataEventArgs> {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override {
    const bool known = iid == IID_IUnknown || iid == IID_IDispatch || iid == IID_IWriteEngine2EventArgs ||
                       iid == IID_IDiscFormat2DataEventArgs;
    *object = known ? this : nullptr;
    if (!known) return E_NOINTERFACE;
    AddRef();
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE get_StartLba(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_SectorCount(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_LastReadLba(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_LastWrittenLba(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_TotalSystemBuffer(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_UsedSystemBuffer(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_FreeSystemBuffer(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_ElapsedTime(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_RemainingTime(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_TotalTime(LONG* value) override { return number(value); }
  HRESULT STDMETHODCALLTYPE get_CurrentAction(IMAPI_FORMAT2_DATA_WRITE_ACTION* value) override {
    *value = wrong() ? static_cast<IMAPI_FORMAT2_DATA_WRITE_ACTION>(99) : IMAPI_FORMAT2_DATA_WRITE_ACTION_COMPLETED;
    return S_OK;
  }

 private:
  ~Arguments() override = default;
  static HRESULT number(LONG* value) {
    *value = wrong() ? -5 : 0;
    return S_OK;
  }
};

}  // namespace

Point::~Point() {
  for (const auto& [cookie, sink] : sinks_) {
    if (!wrong()) sink->Release();
  }
}

HRESULT Point::QueryInterface(REFIID iid, void** object) {
  if (object == nullptr) return E_POINTER;
  *object = iid == IID_IUnknown || iid == IID_IConnectionPoint ? this : nullptr;
  if (*object == nullptr) return E_NOINTERFACE;
  AddRef();
  return S_OK;
}

HRESULT Point::GetConnectionInterface(IID* iid) {
  if (iid == nullptr) return wrong() ? S_OK : E_POINTER;
  *iid = wrong() ? IID_IStream : IID_DDiscFormat2DataEvents;
  return S_OK;
}

HRESULT Point::GetConnectionPointContainer(IConnectionPointContainer** container) {
  if (container == nullptr) return E_POINTER;
  writer_->AddRef();
  *container = writer_;
  return S_OK;
}

HRESULT Point::Advise(IUnknown* sink, DWORD* cookie) {
  if (sink == nullptr || cookie == nullptr) return wrong() ? S_OK : E_POINTER;
  void* events = nullptr;
  if (FAILED(sink->QueryInterface(IID_DDiscFormat2DataEvents, &events))) return CONNECT_E_CANNOTCONNECT;
  auto* held = static_cast<DDiscFormat2DataEvents*>(events);
  if (wrong()) held->Release();
  sinks_[++last_cookie_] = held;
  *cookie = last_cookie_;
  return S_OK;
}

HRESULT Point::Unadvise(DWORD cookie) {
  if (wrong()) return S_OK;
  const auto found = sinks_.find(cookie);
  if (found == sinks_.end()) return CONNECT_E_NOCONNECTION;
  found->second->Release();
  sinks_.erase(found);
  return S_OK;
}

HRESULT Point::find(REFIID iid, IConnectionPoint** point) {
  if (point == nullptr) return wrong() ? S_OK : E_POINTER;
  *point = nullptr;
  const bool known = iid == IID_DDiscFormat2DataEvents;
  if (known == is(Fault::wrong_container)) return CONNECT_E_NOCONNECTION;
  AddRef();
  *point = this;
  return S_OK;
}

HRESULT Point::enumerate(IEnumConnectionPoints** enumerator) {
  if (enumerator == nullptr) return E_POINTER;
  *enumerator = new Points(this);
  return S_OK;
}

void Point::tell(IDispatch* object) {
  if (is(Fault::silent_point)) return;
  for (const auto& [cookie, sink] : sinks_) {
    const Held<IDiscFormat2DataEventArgs> arguments(new Arguments);
    sink->Update(wrong() ? nullptr : object, arguments.get());
  }
}

}  // namespace mutant
