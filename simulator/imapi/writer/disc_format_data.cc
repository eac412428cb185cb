#include "imapi/writer/disc_format_data.h"

#include <memory>
#include <string>
#include <utility>

#include "com/array.h"
#include "com/class_factory.h"
#include "com/connection_point.h"
#include "com/dispatch_table.h"
#include "com/text.h"
#include "imapi/client/client_name.h"
#include "imapi/writer/burn.h"
#include "imapi/writer/data_event_args.h"
#include "imapi/writer/disc_format_data_members.h"
#include "imapi/writer/multisession_random_write.h"
#include "imapi/writer/multisession_sequential.h"
#include "imapi/writer/recorder_slot.h"
#include "imapi/writer/recorder_support.h"
#include "imapi/writer/write_settings.h"
#include "imapi/writer/write_speed_descriptor.h"

namespace discbench::imapi {
namespace {

using com::answer;
using com::perform;

SAFEARRAY* list_speeds(SpeedControl& speed) {
  com::ArrayBuilder speeds;
  LONG last = 0;
  for (const WriteSpeed& each : speed.supported()) {
    // With and without constant angular velocity it is one speed.
    const LONG sectors = speed.sectors_per_second(each);
    if (sectors != last) speeds.add_unsigned(static_cast<ULONG>(sectors));
    last = sectors;
  }
  return speeds.build();
}

SAFEARRAY* list_speed_descriptors(SpeedControl& speed) {
  com::ArrayBuilder descriptors;
  for (const WriteSpeed& each : speed.supported()) {
    const auto object = make_write_speed_descriptor(speed.kind().type, each.pure_cav, speed.sectors_per_second(each));
    descriptors.add_dispatch(object.get());
  }
  return descriptors.build();
}

using Base = com::DispatchObject<com::Serves<IDiscFormat2Data, IDiscFormat2, IDispatch>, com::Serves<IBurnVerification>,
                                 com::Serves<IConnectionPointContainer>>;

/// Every member may be called on any thread, at any time; and from inside a stream's or a sink's call.
class DiscFormatData final : public com::EventSource<Base> {
 public:
  DiscFormatData()
      : EventSource(uuid_of<DDiscFormat2DataEvents>(), disc_format_data_members),
        recorder_(std::make_shared<RecorderSlot>()),
        sequential_(make_multisession_sequential(recorder_)),
        random_write_(make_multisession_random_write(recorder_)) {}

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
    return perform([=, this] {
      control_.require_idle();
      if (value != nullptr && !is_supported(value)) throw com::Failure{E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED};
      com::Pointer<IDiscRecorder2> recorder(value);  // the old one afterwards, let go of outside the lock
      control_.change([&](WriteSettings&) { recorder = recorder_->exchange(std::move(recorder)); });
    });
  }
  HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) override {
    return answer(value, [this] { return recorder_->get().detach(); });
  }
  HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) override {
    return perform([=, this] {
      std::u16string name = com::text_of(value);
      control_.change([&](WriteSettings& settings) {
        if (!is_client_name(name)) throw com::Failure{E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID};
        settings.client_name = std::move(name);
      });
    });
  }
  HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) override {
    return answer(value, [this] { return com::make_bstr(control_.settings().client_name); });
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
      interfaces.add_dispatch(random_write_.get());
      return interfaces.build();
    });
  }

  // IDiscFormat2Data: wishes for the next write
  HRESULT STDMETHODCALLTYPE put_BufferUnderrunFreeDisabled(VARIANT_BOOL value) override {
    return put<&WriteSettings::buffer_underrun_free_disabled>(value);
  }
  HRESULT STDMETHODCALLTYPE get_BufferUnderrunFreeDisabled(VARIANT_BOOL* value) override {
    return get<&WriteSettings::buffer_underrun_free_disabled>(value);
  }
  HRESULT STDMETHODCALLTYPE put_PostgapAlreadyInImage(VARIANT_BOOL value) override {
    return put<&WriteSettings::postgap_already_in_image>(value);
  }
  HRESULT STDMETHODCALLTYPE get_PostgapAlreadyInImage(VARIANT_BOOL* value) override {
    return get<&WriteSettings::postgap_already_in_image>(value);
  }
  HRESULT STDMETHODCALLTYPE put_ForceMediaToBeClosed(VARIANT_BOOL value) override {
    return put<&WriteSettings::force_media_to_be_closed>(value);
  }
  HRESULT STDMETHODCALLTYPE get_ForceMediaToBeClosed(VARIANT_BOOL* value) override {
    return get<&WriteSettings::force_media_to_be_closed>(value);
  }
  HRESULT STDMETHODCALLTYPE put_DisableConsumerDvdCompatibilityMode(VARIANT_BOOL value) override {
    return put<&WriteSettings::disable_consumer_dvd_compatibility>(value);
  }
  HRESULT STDMETHODCALLTYPE get_DisableConsumerDvdCompatibilityMode(VARIANT_BOOL* value) override {
    return get<&WriteSettings::disable_consumer_dvd_compatibility>(value);
  }
  HRESULT STDMETHODCALLTYPE put_ForceOverwrite(VARIANT_BOOL value) override {
    return put<&WriteSettings::force_overwrite>(value);
  }
  HRESULT STDMETHODCALLTYPE get_ForceOverwrite(VARIANT_BOOL* value) override {
    return get<&WriteSettings::force_overwrite>(value);
  }

  // IDiscFormat2Data: speeds
  HRESULT STDMETHODCALLTYPE get_RequestedWriteSpeed(LONG* value) override {
    return answer(value, [this] { return control_.settings().speed.sectors_per_second; });
  }
  HRESULT STDMETHODCALLTYPE get_RequestedRotationTypeIsPureCAV(VARIANT_BOOL* value) override {
    return answer(value, [this] { return com::variant_bool(control_.settings().speed.pure_cav); });
  }
  HRESULT STDMETHODCALLTYPE get_CurrentWriteSpeed(LONG* value) override {
    return answer(value, [this] {
      return recorder_->ask_speed([](SpeedControl& speed) { return speed.sectors_per_second(speed.current()); });
    });
  }
  HRESULT STDMETHODCALLTYPE get_CurrentRotationTypeIsPureCAV(VARIANT_BOOL* value) override {
    return answer(value, [this] {
      return com::variant_bool(recorder_->ask_speed([](SpeedControl& speed) { return speed.current().pure_cav; }));
    });
  }
  HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeeds(SAFEARRAY** value) override {
    return answer(value, [this] { return recorder_->ask_speed(&list_speeds); });
  }
  HRESULT STDMETHODCALLTYPE get_SupportedWriteSpeedDescriptors(SAFEARRAY** value) override {
    return answer(value, [this] { return recorder_->ask_speed(&list_speed_descriptors); });
  }
  HRESULT STDMETHODCALLTYPE SetWriteSpeed(LONG sectors_per_second, VARIANT_BOOL pure_cav) override {
    return perform([=, this] {
      const RequestedSpeed wanted{.sectors_per_second = sectors_per_second, .pure_cav = is_true(pure_cav)};
      if (sectors_per_second != fastest_speed && sectors_per_second <= 0) throw com::Failure{E_INVALIDARG};
      control_.require_idle();
      const HRESULT result = recorder_->ask_speed([&](SpeedControl& speed) { return speed.select(wanted); });
      control_.change([&](WriteSettings& settings) {
        settings.speed = wanted;
        settings.speed_was_requested = true;
      });
      return result;
    });
  }

  // IDiscFormat2Data: the write
  HRESULT STDMETHODCALLTYPE Write(IStream* data) override {
    // The stream is the client's: it may drop its last reference to this object from inside Read.
    const com::Pointer<IDiscFormat2Data> alive(this);
    return perform([=, this] {
      if (data == nullptr) throw com::Failure{E_POINTER};
      const WriteControl::Running running(control_);
      return burn(data);
    });
  }
  HRESULT STDMETHODCALLTYPE CancelWrite() override {
    return control_.cancel() ? S_OK : E_IMAPI_DF2DATA_WRITE_NOT_IN_PROGRESS;
  }

  // IBurnVerification
  HRESULT STDMETHODCALLTYPE put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL value) override {
    return perform([=, this] {
      if (value < IMAPI_BURN_VERIFICATION_NONE || value > IMAPI_BURN_VERIFICATION_FULL)
        throw com::Failure{E_INVALIDARG};
      control_.change([=](WriteSettings& settings) { settings.verification = value; });
    });
  }
  HRESULT STDMETHODCALLTYPE get_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL* value) override {
    return answer(value, [this] { return control_.settings().verification; });
  }

 private:
  ~DiscFormatData() override = default;

  template <bool WriteSettings::*Wish>
  HRESULT put(VARIANT_BOOL value) {
    return perform([=, this] { control_.change([=](WriteSettings& settings) { settings.*Wish = is_true(value); }); });
  }
  template <bool WriteSettings::*Wish>
  HRESULT get(VARIANT_BOOL* value) {
    return answer(value, [this] { return com::variant_bool(control_.settings().*Wish); });
  }

  HRESULT burn(IStream* data) {
    const com::Pointer<IDiscRecorder2> recorder = recorder_->require();
    const WriteSettings settings = control_.settings();
    if (settings.client_name.empty()) throw com::Failure{E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID};
    StreamReader stream(data);
    const ExclusiveAccess access(recorder.get(), settings.client_name);
    MmcDevice device(recorder.get());
    const auto observer = [this](const Progress& progress) { tell_sinks(progress); };
    return Burn(device, stream, settings, control_.cancelled(), observer).run();
  }

  void tell_sinks(const Progress& progress) {
    const com::Pointer<IDiscFormat2DataEventArgs> details = make_data_event_args(progress);
    VARIANT arguments[2] = {};
    arguments[0].vt = VT_DISPATCH;
    arguments[0].pdispVal = this;
    arguments[1].vt = VT_DISPATCH;
    arguments[1].pdispVal = details.get();
    fire(DISPID_DDISCFORMAT2DATAEVENTS_UPDATE, arguments);
  }

  const std::shared_ptr<RecorderSlot> recorder_;
  // Always the same ones, so that a pin on one stays.
  const com::Pointer<IMultisessionSequential2> sequential_;
  const com::Pointer<IMultisessionRandomWrite> random_write_;
  WriteControl control_;
};

}  // namespace

HRESULT create_disc_format_data(REFIID iid, void** out) { return com::create_object<DiscFormatData>(iid, out); }

}  // namespace discbench::imapi
