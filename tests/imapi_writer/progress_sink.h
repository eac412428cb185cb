// A sink of DDiscFormat2DataEvents with Invoke alone, as a script has it; it writes down what it is told.
#pragma once

#include <functional>
#include <ostream>
#include <tuple>
#include <utility>
#include <vector>

#include "com/object.h"
#include "com/pointer.h"
#include "discbench/imapi2.h"

namespace discbench::imapi {

/// One Update.
struct Update {
  IMAPI_FORMAT2_DATA_WRITE_ACTION action{};
  LONG start = -1;
  LONG count = -1;
  LONG last_read = -1;
  LONG last_written = -1;
  LONG elapsed = -1;
  LONG remaining = -1;
  LONG total = -1;
  LONG buffer_total = -1;
  LONG buffer_used = -1;
  LONG buffer_free = -1;
};

class ProgressSink final : public com::Object<com::Serves<IDispatch>> {
 public:
  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT* count) override {
    *count = 0;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return DISP_E_BADINDEX; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override {
    return DISP_E_UNKNOWNNAME;
  }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID id, REFIID, LCID, WORD flags, DISPPARAMS* parameters, VARIANT*, EXCEPINFO*,
                                   UINT*) override {
    if (id != DISPID_DDISCFORMAT2DATAEVENTS_UPDATE || flags != DISPATCH_METHOD || parameters->cArgs != 2) {
      return DISP_E_MEMBERNOTFOUND;
    }
    source_ = com::Pointer<IDispatch>(parameters->rgvarg[1].pdispVal);
    const auto details = com::query<IDiscFormat2DataEventArgs>(parameters->rgvarg[0].pdispVal);
    if (!details) return E_NOINTERFACE;
    last_details_ = details;
    updates_.push_back(read(*details.get()));
    const com::Pointer<ProgressSink> alive(this);  // the reaction may let go of the sink
    if (reaction_) reaction_(updates_.back());
    return S_OK;
  }

  /// Called in each Update.
  void react(std::function<void(const Update&)> reaction) { reaction_ = std::move(reaction); }

  const std::vector<Update>& updates() const { return updates_; }
  /// Without immediate repetitions.
  std::vector<IMAPI_FORMAT2_DATA_WRITE_ACTION> actions() const {
    std::vector<IMAPI_FORMAT2_DATA_WRITE_ACTION> found;
    for (const Update& update : updates_) {
      if (found.empty() || found.back() != update.action) found.push_back(update.action);
    }
    return found;
  }
  IDispatch* source() const { return source_.get(); }
  IDiscFormat2DataEventArgs* last_details() const { return last_details_.get(); }
  void forget() {
    updates_.clear();
    source_ = {};
    last_details_ = {};
  }

 private:
  ~ProgressSink() override = default;

  static Update read(IDiscFormat2DataEventArgs& details) {
    Update update;
    details.get_CurrentAction(&update.action);
    details.get_StartLba(&update.start);
    details.get_SectorCount(&update.count);
    details.get_LastReadLba(&update.last_read);
    details.get_LastWrittenLba(&update.last_written);
    details.get_ElapsedTime(&update.elapsed);
    details.get_RemainingTime(&update.remaining);
    details.get_TotalTime(&update.total);
    details.get_TotalSystemBuffer(&update.buffer_total);
    details.get_UsedSystemBuffer(&update.buffer_used);
    details.get_FreeSystemBuffer(&update.buffer_free);
    return update;
  }

  std::function<void(const Update&)> reaction_;
  std::vector<Update> updates_;
  com::Pointer<IDispatch> source_;
  com::Pointer<IDiscFormat2DataEventArgs> last_details_;
};

/// A sink, and its connection to a writer for as long as this lives.
class Connection {
 public:
  explicit Connection(IUnknown* writer) {
    const auto container = com::query<IConnectionPointContainer>(writer);
    if (container) container->FindConnectionPoint(IID_DDiscFormat2DataEvents, point_.put());
    if (point_) connected_ = SUCCEEDED(point_->Advise(sink_.get(), &cookie_));
  }
  ~Connection() { break_off(); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool connected() const { return connected_; }
  void break_off() {
    if (std::exchange(connected_, false)) point_->Unadvise(cookie_);
    point_ = {};
  }
  ProgressSink* operator->() const { return sink_.get(); }

 private:
  com::Pointer<ProgressSink> sink_ = com::Pointer<ProgressSink>::adopt(new ProgressSink);
  com::Pointer<IConnectionPoint> point_;
  DWORD cookie_ = 0;
  bool connected_ = false;
};

}  // namespace discbench::imapi
