#include "imapi/writer/disc_format_data.h"

#include <atomic>
#include <string>

#include "com/array.h"
#include "com/class_factory.h"
#include "com/dispatch_table.h"
#include "com/text.h"
#include "imapi/writer/burn.h"
#include "imapi/writer/disc_format_data_members.h"
#include "imapi/writer/multisession_sequential.h"
#include "imapi/writer/recorder_slot.h"

namespace discbench::imapi {
namespace {

using com::answer;
using com::perform;

/// A recorder's exclusive access, held for the time of one burn.
class ExclusiveAccess {
 public:
  ExclusiveAccess(IDiscRecorder2* recorder, const std::u16string& client) : recorder_(recorder) {
    // Forced, because the sessions that a disc has already are usually mounted.
    com::demand(recorder_->AcquireExclusiveAccess(VARIANT_TRUE, com::String(client).get()));
  }
  ~ExclusiveAccess() { recorder_->ReleaseExclusiveAccess(); }
  ExclusiveAccess(const ExclusiveAccess&) = delete;
  ExclusiveAccess& operator=(const ExclusiveAccess&) = delete;

 private:
  IDiscRecorder2* recorder_;
};

/// The state "a write is running", which a second write may not enter.
class WriteInProgress {
 public:
  explicit WriteInProgress(std::atomic<bool>& writing) : writing_(writing) {
    if (writing_.exchange(true)) throw com::Failure{E_IMAPI_DF2DATA_WRITE_IN_PROGRESS};
  }
  ~WriteInProgress() { writing_ = false; }
  WriteInProgress(const WriteInProgress&) = delete;
  WriteInProgress& operator=(const WriteInProgress&) = delete;

 private:
  std::atomic<bool>& writing_;
};

/// True where the drive knows a profile that this writer writes.
bool can_write(IDiscRecorder2* recorder) {
  MmcDevice device(recorder);
  for (const std::uint16_t profile : device.supported_profiles()) {
    if (media_kind_of(profile).writable()) return true;
  }
  return false;
}

/// Failures that say: this is no recorder of ours. Others say nothing of the kind.
bool means_unsupported(const com::Failure& failure) {
  return failure.code == E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED ||
         failure.code == E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED ||
         failure.code == E_IMAPI_RECORDER_NO_SUCH_FEATURE;
}

bool is_supported(IDiscRecorder2* recorder) {
  if (recorder == nullptr) throw com::Failure{E_POINTER};
  try {
    return can_write(recorder);
  } catch (const com::Failure& failure) {
    if (means_unsupported(failure)) return false;
    throw;
  }
}

/// For members that are not there yet.
template <typename Value>
HRESULT not_implemented(Value* value) {
  return answer(value, []() -> Value { throw com::Failure{E_NOTIMPL}; });
}

class DiscFormatData final : public com::DispatchObject<com::Serves<IDiscFormat2Data, IDiscFormat2, IDispatch>> {
 public:
  DiscFormatData()
      : DispatchObject(disc_format_data_members),
        recorder_(std::make_shared<RecorderSlot>()),
        sequential_(make_multisession_sequential(recorder_)) {}

  // IDiscFormat2
  HRESULT STDMETHODCALLTYPE IsRecorderSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) override {
    return answer(value, [=] { return com::variant_bool(is_supported(recorder)); });
  }
  HRESULT STDMETHODCALLTYPE IsCurrentMediaSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) override {
    return answer(value, [=] {
      if (!is_supported(recorder)) return VARIANT_FALSE;
      return RecorderSlot::ask_medium_in(
          recorder, [](LoadedMedium& medium) { return com::variant_bool(medium.kind().writable()); });
    });
  }
  HRESULT STDMETHODCALLTYPE get_MediaPhysicallyBlank(VARIANT_BOOL* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::physically_blank); });
  }
  HRESULT STDMETHODCALLTYPE get_MediaHeuristicallyBlank(VARIANT_BOOL* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::heuristically_blank); });
  }
  HRESULT STDMETHODCALLTYPE get_SupportedMediaTypes(SAFEARRAY** value) override {
    return answer(value, [] {
      com::ArrayBuilder types;
      for (const MediaKind& kind : all_media_kinds()) {
        if (kind.writable()) types.add_long(kind.type);
      }
      return types.build();
    });
  }

  // IDiscFormat2Data: the recorder and the client
  HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) override {
    return set([=, this] {
      if (value != nullptr && !is_supported(value)) throw com::Failure{E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED};
      recorder_->put(com::Pointer<IDiscRecorder2>(value));
    });
  }
  HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) override {
    return answer(value, [this] { return recorder_->get().share(); });
  }
  HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) override {
    return set([=, this] {
      std::u16string name = com::text_of(value);
      if (name.empty()) throw com::Failure{E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID};
      client_name_ = std::move(name);
    });
  }
  HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) override {
    return answer(value, [this] { return com::make_bstr(client_name_); });
  }

  // IDiscFormat2Data: the medium
  HRESULT STDMETHODCALLTYPE get_CurrentMediaStatus(IMAPI_FORMAT2_DATA_MEDIA_STATE* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::media_state); });
  }
  HRESULT STDMETHODCALLTYPE get_WriteProtectStatus(IMAPI_MEDIA_WRITE_PROTECT_STATE* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::write_protection); });
  }
  HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::physical_type); });
  }
  HRESULT STDMETHODCALLTYPE get_TotalSectorsOnMedia(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::total_sectors); });
  }
  HRESULT STDMETHODCALLTYPE get_FreeSectorsOnMedia(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::free_sectors); });
  }
  HRESULT STDMETHODCALLTYPE get_NextWritableAddress(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::next_writable_address); });
  }
  HRESULT STDMETHODCALLTYPE get_StartAddressOfPreviousSession(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::start_of_previous_session); });
  }
  HRESULT STDMETHODCALLTYPE get_LastWrittenAddressOfPreviousSession(LONG* value) override {
    return answer(value, [this] { return recorder_->ask(&LoadedMedium::last_written_of_previous_session); });
  }
  HRESULT STDMETHODCALLTYPE get_MultisessionInterfaces(SAFEARRAY** value) override {
    return answer(value, [this] {
      com::ArrayBuilder interfaces;
      interfaces.add_dispatch(sequential_.get());
      return interfaces.build();
    });
  }

  // IDiscFormat2Data: wishes for the next write
  HRESULT STDMETHODCALLTYPE put_BufferUnderrunFreeDisabled(VARIANT_BOOL value) override {
    return set([=, this] { buffer_underrun_free_disabled_ = canonical(value); });
  }
  HRESULT STDMETHODCALLTYPE get_BufferUnderrunFreeDisabled(VARIANT_BOOL* value) override {
    return answer(value, [this] { return buffer_underrun_free_disabled_; });
  }
  HRESULT STDMETHODCALLTYPE put_PostgapAlreadyInImage(VARIANT_BOOL value) override {
    return set([=, this] { postgap_already_in_image_ = canonical(value); });
  }
  HRESULT STDMETHODCALLTYPE get_PostgapAlreadyInImage(VARIANT_BOOL* value) override {
    return answer(value, [this] { return postgap_already_in_image_; });
  }
  HRESULT STDMETHODCALLTYPE put_ForceMediaToBeClosed(VARIANT_BOOL value) override {
    return set([=, this] { force_media_to_be_closed_ = canonical(value); });
  }
  HRESULT STDMETHODCALLTYPE get_ForceMediaToBeClosed(VARIANT_BOOL* value) override {
    return answer(value, [this] { return force_media_to_be_closed_; });
  }
  HRESULT STDMETHODCALLTYPE put_DisableConsumerDvdCompatibilityMode(VARIANT_BOOL value) override {
    return set([=, this] { disable_consumer_dvd_compatibility_ = canonical(value); });
  }
  HRESULT STDMETHODCALLTYPE get_DisableConsumerDvdCompatibilityMode(VARIANT_BOOL* value) override {
    return answer(value, [this] { return disable_consumer_dvd_compatibility_; });
  }
  HRESULT STDMETHODCALLTYPE put_ForceOverwrite(VARIANT_BOOL value) override {
    return set([=, this] { force_overwrite_ = canonical(value); });
  }
  HRESULT STDMETHODCALLTYPE get_ForceOverwrite(VARIANT_BOOL* value) override {
    return answer(value, [this] { return force_overwrite_; });
  }

  // IDiscFormat2Data: speeds
  HRESULT STDMETHODCALLTYPE get_RequestedWriteSpeed(LONG* value) override { return not_implemented(value); }
  HRESULT STDMETHODCALLTYPE get_RequestedRotationTypeIsPureCAV(VARIANT_BOOL* value) override {
    return not_implemented(value);
  }
  HRESULT STDMETHODCALLTYPE get_CurrentWriteSpeed(LONG* value) override { return not_implemented(value); }
  HRESULT STDMETHODCALLTYPE get_CurrentRotationTypeIsPureCAV(VARIANT_BOOL* value) override {
    return not_implemented(value);
  }
  HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeeds(SAFEARRAY** value) override { return not_implemented(value); }
  HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeedDescriptors(SAFEARRAY** value) override {
    return not_implemented(value);
  }
  HRESULT STDMETHODCALLTYPE SetWriteSpeed(LONG, VARIANT_BOOL) override { return E_NOTIMPL; }

  // IDiscFormat2Data: the write
  HRESULT STDMETHODCALLTYPE Write(IStream* data) override {
    // The stream is the client's: it may drop its last reference to this object from inside Read.
    const com::Pointer<IDiscFormat2Data> alive(this);
    return perform([=, this] {
      if (data == nullptr) throw com::Failure{E_POINTER};
      const WriteInProgress running(writing_);
      cancelled_ = false;
      burn(data);
    });
  }
  HRESULT STDMETHODCALLTYPE CancelWrite() override {
    if (!writing_) return E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS;
    cancelled_ = true;
    return S_OK;
  }

 private:
  ~DiscFormatData() override = default;

  /// A setter's frame: none may change what a running write works with.
  template <typename Body>
  HRESULT set(Body&& body) {
    return perform([&] {
      if (writing_) throw com::Failure{E_IMAPI_DF2DATA_WRITE_IN_PROGRESS};
      body();
    });
  }

  void burn(IStream* data) {
    const com::Pointer<IDiscRecorder2> recorder = recorder_->require();
    if (client_name_.empty()) throw com::Failure{E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID};
    StreamReader stream(data);
    const ExclusiveAccess access(recorder.get(), client_name_);
    MmcDevice device(recorder.get());
    const BurnOptions options{
        .force_media_to_be_closed = force_media_to_be_closed_ == VARIANT_TRUE,
        .disable_consumer_dvd_compatibility = disable_consumer_dvd_compatibility_ == VARIANT_TRUE,
        .buffer_underrun_free_disabled = buffer_underrun_free_disabled_ == VARIANT_TRUE,
    };
    Burn(device, stream, options, cancelled_).run();
  }

  std::shared_ptr<RecorderSlot> recorder_;
  com::Pointer<IMultisessionSequential2> sequential_;  ///< always the same one, so that a pin on it stays
  std::u16string client_name_;
  VARIANT_BOOL buffer_underrun_free_disabled_ = VARIANT_FALSE;
  VARIANT_BOOL postgap_already_in_image_ = VARIANT_FALSE;
  VARIANT_BOOL force_media_to_be_closed_ = VARIANT_FALSE;
  VARIANT_BOOL disable_consumer_dvd_compatibility_ = VARIANT_FALSE;
  VARIANT_BOOL force_overwrite_ = VARIANT_FALSE;
  std::atomic<bool> writing_ = false;
  std::atomic<bool> cancelled_ = false;
};

}  // namespace

HRESULT create_disc_format_data(REFIID iid, void** out) { return com::create_object<DiscFormatData>(iid, out); }

}  // namespace discbench::imapi
