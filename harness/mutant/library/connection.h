// How the vendor's writer tells of a burn: one connection point, and one word at the end of each Write.
#pragma once

#include <discbench/imapi2.h>

#include <map>

#include "fault.h"

namespace mutant {

/// Part of the writer, and lives as long as that does: their references are one count.
class Point final : public IConnectionPoint {
 public:
  static bool offered() {
    return is_one_of(Fault::offers_all, Fault::wrong_container, Fault::wrong_point, Fault::silent_point);
  }

  explicit Point(IConnectionPointContainer* writer) : writer_(writer) {}
  ~Point();

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void** object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return writer_->AddRef(); }
  ULONG STDMETHODCALLTYPE Release() override { return writer_->Release(); }

  HRESULT STDMETHODCALLTYPE GetConnectionInterface(IID* iid) override;
  HRESULT STDMETHODCALLTYPE GetConnectionPointContainer(IConnectionPointContainer** container) override;
  HRESULT STDMETHODCALLTYPE Advise(IUnknown* sink, DWORD* cookie) override;
  HRESULT STDMETHODCALLTYPE Unadvise(DWORD cookie) override;
  HRESULT STDMETHODCALLTYPE EnumConnections(IEnumConnections**) override { return E_NOTIMPL; }

  /// The container's half.
  HRESULT find(REFIID iid, IConnectionPoint** point);
  HRESULT enumerate(IEnumConnectionPoints** enumerator);

  /// Tells every sink that `object` has come to its end.
  void tell(IDispatch* object);

 private:
  IConnectionPointContainer* writer_;
  std::map<DWORD, DDiscFormat2DataEvents*> sinks_{};
  DWORD last_cookie_ = 0;
};

}  // namespace mutant
