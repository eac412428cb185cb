#include "imapi/erase/disc_format_erase.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "com/array.h"
#include "com/class_factory.h"
#include "com/connection_point.h"
#include "com/dispatch_table.h"
#include "com/text.h"
#include "imapi/client/client_name.h"
#include "imapi/erase/erasure.h"
#include "imapi/writer/recorder_slot.h"
#include "imapi/writer/recorder_support.h"

namespace discbench::imapi {
namespace {

using com::answer;
using com::perform;
using com::property;

constexpr com::DispatchMember members[] = {
    com::method<&IDiscFormat2::IsRecorderSupported>(OLESTR("IsRecorderSupported"),
                                                    DISPID_IDISCFORMAT2_ISRECORDERSUPPORTED),
    com::method<&IDiscFormat2::IsCurrentMediaSupported>(OLESTR("IsCurrentMediaSupported"),
                                                        DISPID_IDISCFORMAT2_ISCURRENTMEDIASUPPORTED),
    property<&IDiscFormat2::get_MediaPhysicallyBlank>(OLESTR("MediaPhysicallyBlank"),
                                                      DISPID_IDISCFORMAT2_MEDIAPHYSICALLYBLANK),
    property<&IDiscFormat2::get_MediaHeuristicallyBlank>(OLESTR("MediaHeuristicallyBlank"),
                                                         DISPID_IDISCFORMAT2_MEDIAHEURISTICALLYBLANK),
    property<&IDiscFormat2::get_SupportedMediaTypes>(OLESTR("SupportedMediaTypes"),
                                                     DISPID_IDISCFORMAT2_SUPPORTEDMEDIATYPES),
    property<&IDiscFormat2Erase::get_Recorder, &IDiscFormat2Erase::put_Recorder>(OLESTR("Recorder"),
                                                                                 DISPID_IDISCFORMAT2ERASE_RECORDER),
    property<&IDiscFormat2Erase::get_FullErase, &IDiscFormat2Erase::put_FullErase>(OLESTR("FullErase"),
                                                                                   DISPID_IDISCFORMAT2ERASE_FULLERASE),
    property<&IDiscFormat2Erase::get_CurrentPhysicalMediaType>(OLESTR("CurrentPhysicalMediaType"),
                                                               DISPID_IDISCFORMAT2ERASE_CURRENTPHYSICALMEDIATYPE),
    property<&IDiscFormat2Erase::get_ClientName, &IDiscFormat2Erase::put_ClientName>(
        OLESTR("ClientName"), DISPID_IDISCFORMAT2ERASE_CLIENTNAME),
    com::method<&IDiscFormat2Erase::EraseMedia>(OLESTR("EraseMedia"), DISPID_IDISCFORMAT2ERASE_ERASEMEDIA),
};

/// The parts of the writer that look at a recorder and its medium speak the writer's language.
HRESULT in_eraser_words(HRESULT code) {
  switch (code) {
    case E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED:
      return E_IMAPI_ERASE_RECORDER_NOT_SUPPORTED;
    case E_IMAPI_DF2DATA_INVALID_MEDIA_STATE:
    case E_IMAPI_DF2DATA_MEDIA_IS_NOT_SUPPORTED:
      return E_IMAPI_ERASE_MEDIA_IS_NOT_SUPPORTED;
    case E_IMAPI_RECORDER_CLIENT_NAME_IS_NOT_VALID:
      return E_IMAPI_ERASE_CLIENT_NAME_IS_NOT_VALID;
    default:
      return code;
  }
}

template <typename Compute>
auto translated(Compute&& compute) {
  try {
    return compute();
  } catch (const com::Failure& failure) {
    throw com::Failure{in_eraser_words(failure.code)};
  }
}

template <typename Question>
auto ask(const RecorderSlot& recorder, Question question) {
  return translated([&] { return recorder.ask(question); });
}

bool can_erase(IDiscRecorder2* recorder) {
  MmcDevice device(recorder);
  for (const std::uint16_t profile : device.supported_profiles()) {
    if (erase_method_of(profile) != EraseMethod::none) return true;
  }
  return false;
}

/// False also where a recorder cannot say what it knows; other failures are the question's own.
bool supports_recorder(IDiscRecorder2* recorder) {
  if (recorder == nullptr) throw com::Failure{E_POINTER};
  try {
    return can_erase(recorder);
  } catch (const com::Failure& failure) {
    const bool no_recorder_of_ours = failure.code == E_IMAPI_DF2DATA_RECORDER_NOT_SUPPORTED ||
                                     failure.code == E_IMAPI_RECORDER_GET_CONFIGURATION_NOT_SUPPORTED ||
                                     failure.code == E_IMAPI_RECORDER_NO_SUCH_FEATURE;
    if (no_recorder_of_ours) return false;
    throw;
  }
}

using Base = com::DispatchObject<com::Serves<IDiscFormat2Erase, IDiscFormat2, IDispatch>,
                                 com::Serves<IConnectionPointContainer>>;

class DiscFormatErase final : public com::EventSource<Base> {
 public:
  DiscFormatErase() : EventSource(IID_DDiscFormat2EraseEvents, members) {}

  // IDiscFormat2
  HRESULT STDMETHODCALLTYPE IsRecorderSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) override {
    return answer(value, [=] { return com::variant_bool(supports_recorder(recorder)); });
  }
  HRESULT STDMETHODCALLTYPE IsCurrentMediaSupported(IDiscRecorder2* recorder, VARIANT_BOOL* value) override {
    return answer(value, [=] {
      if (!supports_recorder(recorder)) return VARIANT_FALSE;
      return translated([=] {
        MmcDevice device(recorder);
        return with_settled_medium(device, [&] {
          return com::variant_bool(erase_method_of(device.configuration().current_profile) != EraseMethod::none);
        });
      });
    });
  }
  HRESULT STDMETHODCALLTYPE get_MediaPhysicallyBlank(VARIANT_BOOL* value) override {
    return answer(value, [this] { return ask(recorder_, &LoadedMedium::physically_blank); });
  }
  HRESULT STDMETHODCALLTYPE get_MediaHeuristicallyBlank(VARIANT_BOOL* value) override {
    return answer(value, [this] { return ask(recorder_, &LoadedMedium::heuristically_blank); });
  }
  HRESULT STDMETHODCALLTYPE get_SupportedMediaTypes(SAFEARRAY** value) override {
    return answer(value, [] {
      com::ArrayBuilder types;
      for (const IMAPI_MEDIA_PHYSICAL_TYPE type : erasable_media_types()) types.add_long(type);
      return types.build();
    });
  }

  // IDiscFormat2Erase
  HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) override {
    return perform([=, this] {
      if (value != nullptr && !supports_recorder(value)) throw com::Failure{E_IMAPI_ERASE_RECORDER_NOT_SUPPORTED};
      com::Pointer<IDiscRecorder2> old;  // released after the lock
      const std::lock_guard guard(access_);
      if (erasing_) throw com::Failure{E_IMAPI_ERASE_RECORDER_IN_USE};
      if (value != nullptr && recorder_.get()) throw com::Failure{E_IMAPI_ERASE_ONLY_ONE_RECORDER_SUPPORTED};
      old = recorder_.exchange(com::Pointer<IDiscRecorder2>(value));
    });
  }
  HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) override {
    return answer(value, [this] { return recorder_.get().detach(); });
  }
  // What a running erase works with it took at its beginning: the next one works with what is put meanwhile.
  HRESULT STDMETHODCALLTYPE put_FullErase(VARIANT_BOOL value) override {
    return perform([=, this] {
      const std::lock_guard guard(access_);
      full_erase_ = is_true(value);
    });
  }
  HRESULT STDMETHODCALLTYPE get_FullErase(VARIANT_BOOL* value) override {
    return answer(value, [this] {
      const std::lock_guard guard(access_);
      return com::variant_bool(full_erase_);
    });
  }
  HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) override {
    return answer(value, [this] { return ask(recorder_, &LoadedMedium::physical_type); });
  }
  HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) override {
    return perform([=, this] {
      std::u16string name = com::text_of(value);
      if (!is_client_name(name)) throw com::Failure{E_INVALIDARG};
      const std::lock_guard guard(access_);
      client_name_ = std::move(name);
    });
  }
  HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) override {
    return answer(value, [this] {
      const std::lock_guard guard(access_);
      return com::make_bstr(client_name_);
    });
  }
  HRESULT STDMETHODCALLTYPE EraseMedia() override {
    // A sink is the client's: it may drop its last reference to this object from inside an event.
    const com::Pointer<IDiscFormat2Erase> alive(this);
    return perform([this] {
      const Running running(*this);
      translated([&] { erase(running); });
    });
  }

 private:
  /// The state "an erase is running", which a second one may not enter, with what this one works with.
  class Running {
   public:
    explicit Running(DiscFormatErase& eraser) : eraser_(eraser) {
      const std::lock_guard guard(eraser_.access_);
      if (eraser_.erasing_) throw com::Failure{E_IMAPI_ERASE_RECORDER_IN_USE};
      recorder = eraser_.recorder_.require();
      client_name = eraser_.client_name_;
      full_erase = eraser_.full_erase_;
      if (client_name.empty()) throw com::Failure{E_IMAPI_ERASE_CLIENT_NAME_IS_NOT_VALID};
      eraser_.erasing_ = true;
    }
    ~Running() {
      const std::lock_guard guard(eraser_.access_);
      eraser_.erasing_ = false;
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    com::Pointer<IDiscRecorder2> recorder;
    std::u16string client_name;
    bool full_erase = false;

   private:
    DiscFormatErase& eraser_;
  };

  ~DiscFormatErase() override = default;

  void erase(const Running& running) {
    const ExclusiveAccess access(running.recorder.get(), running.client_name);
    MmcDevice device(running.recorder.get());
    Erasure(device, running.full_erase, [this](LONG elapsed, LONG estimated) { update(elapsed, estimated); }).run();
  }

  void update(LONG elapsed, LONG estimated) {
    std::array<VARIANT, 3> arguments{};
    arguments[0].vt = VT_DISPATCH;
    arguments[0].pdispVal = static_cast<IDiscFormat2Erase*>(this);
    arguments[1].vt = VT_I4;
    arguments[1].lVal = elapsed;
    arguments[2].vt = VT_I4;
    arguments[2].lVal = estimated;
    fire(DISPID_DDISCFORMAT2ERASEEVENTS_UPDATE, arguments);
  }

  RecorderSlot recorder_;
  mutable std::mutex access_;  ///< guards what follows, and who puts a recorder
  std::u16string client_name_;
  bool full_erase_ = false;
  bool erasing_ = false;
};

}  // namespace

HRESULT create_disc_format_erase(REFIID iid, void** out) { return com::create_object<DiscFormatErase>(iid, out); }

}  // namespace discbench::imapi
