#include "imapi/writer/multisession_sequential.h"

#include <atomic>

#include "com/dispatch_table.h"

namespace discbench::imapi {
namespace {

using com::answer;
using com::property;

constexpr com::DispatchMember members[] = {
    property<&IMultisession::get_IsSupportedOnCurrentMediaState>(OLESTR("IsSupportedOnCurrentMediaState"),
                                                                 DISPID_IMULTISESSION_ISSUPPORTEDONCURRENTMEDIASTATE),
    property<&IMultisession::get_InUse, &IMultisession::put_InUse>(OLESTR("InUse"), DISPID_IMULTISESSION_INUSE),
    property<&IMultisession::get_ImportRecorder>(OLESTR("ImportRecorder"), DISPID_IMULTISESSION_IMPORTRECORDER),
    property<&IMultisessionSequential::get_IsFirstDataSession>(OLESTR("IsFirstDataSession"),
                                                               DISPID_IMULTISESSIONSEQUENTIAL_ISFIRSTDATASESSION),
    property<&IMultisessionSequential::get_StartAddressOfPreviousSession>(
        OLESTR("StartAddressOfPreviousSession"), DISPID_IMULTISESSIONSEQUENTIAL_STARTADDRESSOFPREVIOUSSESSION),
    property<&IMultisessionSequential::get_LastWrittenAddressOfPreviousSession>(
        OLESTR("LastWrittenAddressOfPreviousSession"),
        DISPID_IMULTISESSIONSEQUENTIAL_LASTWRITTENADDRESSOFPREVIOUSSESSION),
    property<&IMultisessionSequential::get_NextWritableAddress>(OLESTR("NextWritableAddress"),
                                                                DISPID_IMULTISESSIONSEQUENTIAL_NEXTWRITABLEADDRESS),
    property<&IMultisessionSequential::get_FreeSectorsOnMedia>(OLESTR("FreeSectorsOnMedia"),
                                                               DISPID_IMULTISESSIONSEQUENTIAL_FREESECTORSONMEDIA),
    property<&IMultisessionSequential2::get_WriteUnitSize>(OLESTR("WriteUnitSize"),
                                                           DISPID_IMULTISESSIONSEQUENTIAL2_WRITEUNITSIZE),
};

using Served = com::Serves<IMultisessionSequential2, IMultisessionSequential, IMultisession, IDispatch>;

class MultisessionSequential final : public com::DispatchObject<Served> {
 public:
  explicit MultisessionSequential(std::shared_ptr<const RecorderSlot> recorder)
      : DispatchObject(members), recorder_(std::move(recorder)) {}

  HRESULT STDMETHODCALLTYPE get_IsSupportedOnCurrentMediaState(VARIANT_BOOL* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::supports_sequential_sessions); });
  }
  // The pin is this object's own: no medium is asked, and none changes it.
  HRESULT STDMETHODCALLTYPE put_InUse(VARIANT_BOOL value) override {
    in_use_ = is_true(value);
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_InUse(VARIANT_BOOL* value) override {
    return answer(value, [this] { return com::variant_bool(in_use_); });
  }
  HRESULT STDMETHODCALLTYPE get_ImportRecorder(IDiscRecorder2** value) override {
    return answer(value, [this] { return recorder_->require().detach(); });
  }
  HRESULT STDMETHODCALLTYPE get_IsFirstDataSession(VARIANT_BOOL* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::is_first_data_session); });
  }
  HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::start_of_previous_session); });
  }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::last_written_of_previous_session); });
  }
  HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::next_writable_address); });
  }
  HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::free_sectors); });
  }
  HRESULT STDMETHODCALLTYPE get_WriteUnitSize(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::write_unit_sectors); });
  }

 private:
  ~MultisessionSequential() override = default;

  std::shared_ptr<const RecorderSlot> recorder_;
  std::atomic<bool> in_use_ = false;
};

}  // namespace

com::Pointer<IMultisessionSequential2> make_multisession_sequential(std::shared_ptr<const RecorderSlot> recorder) {
  return com::Pointer<IMultisessionSequential2>::adopt(new MultisessionSequential(std::move(recorder)));
}

}  // namespace discbench::imapi
