// IDiscRecorder2, where the library offers MsftDiscRecorder2: the binding, the exclusive access, the tray.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/own_recorder.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view interface_page = "nn-imapi2-idiscrecorder2";
constexpr std::string_view initialize_page = "nf-imapi2-idiscrecorder2-initializediscrecorder";
constexpr std::string_view acquire_page = "nf-imapi2-idiscrecorder2-acquireexclusiveaccess";
constexpr std::string_view release_page = "nf-imapi2-idiscrecorder2-releaseexclusiveaccess";
constexpr std::string_view owner_page = "nf-imapi2-idiscrecorder2-get_exclusiveaccessowner";
constexpr std::string_view mcn_page = "nf-imapi2-idiscrecorder2-disablemcn";

HRESULT acquire(const OwnRecorder& own, const OLECHAR* name) {
  const com::String text(name);
  return own.recorder->AcquireExclusiveAccess(VARIANT_TRUE, text.get());
}

void answers_the_bases(Stage& stage) {
  const auto recorder = create_unbound_recorder(stage);
  answers_interface<IDiscRecorder2>(stage, recorder.get(), "IDiscRecorder2");
  answers_interface<IDispatch>(stage, recorder.get(), "IDispatch");
}

void knows_its_id(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const Text id = read_text(own.recorder.get(), &IDiscRecorder2::get_ActiveDiscRecorder);
  stage.checker.compare("IDiscRecorder2: get_ActiveDiscRecorder", SUCCEEDED(id.hr) && id.text == own.id,
                        "success with \"" + own.id_text() + "\"", id.describe());
}

void refuses_unknown_ids(Stage& stage) {
  const com::String unknown(OLESTR("no device has this id"));
  const com::String empty(OLESTR(""));
  for (const auto& [text, id] :
       {std::pair{"an id of no device", unknown.get()}, std::pair{"\"\"", empty.get()}, std::pair{"NULL", BSTR{}}}) {
    const auto recorder = create_unbound_recorder(stage);
    const HRESULT hr = recorder->InitializeDiscRecorder(id);
    stage.checker.failed("IDiscRecorder2: InitializeDiscRecorder of " + std::string(text), hr);
  }
}

/// Nothing is promised of a recorder without a device, but that it lives.
void survives_before_the_binding(Stage& stage) {
  const auto recorder = create_unbound_recorder(stage);
  stage.checker.note("get_VendorId before InitializeDiscRecorder gives " +
                     read_text(recorder.get(), &IDiscRecorder2::get_VendorId).describe());
  stage.checker.note("EjectMedia before InitializeDiscRecorder gives " + describe(recorder->EjectMedia()));
  const Reading can_load = read(recorder.get(), &IDiscRecorder2::get_DeviceCanLoadMedia);
  stage.checker.compare("IDiscRecorder2: get_DeviceCanLoadMedia before InitializeDiscRecorder",
                        !(can_load.succeeded() && can_load.untouched),
                        "failure, or success with a value that was written", describe(can_load));
}

void tells_the_owner(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const OwnRecorder other = open_another(stage, own);
  stage.checker.succeeded("IDiscRecorder2: AcquireExclusiveAccess(TRUE, discbench)", acquire(own, OLESTR("discbench")));
  for (const auto& [who, recorder] : {std::pair{"the holder", own.recorder.get()},
                                      std::pair{"another recorder of the device", other.recorder.get()}}) {
    const Text owner = read_text(recorder, &IDiscRecorder2::get_ExclusiveAccessOwner);
    stage.checker.compare("IDiscRecorder2: get_ExclusiveAccessOwner by " + std::string(who),
                          SUCCEEDED(owner.hr) && owner.text == OLESTR("discbench"), "success with \"discbench\"",
                          owner.describe());
  }
  stage.checker.succeeded("IDiscRecorder2: ReleaseExclusiveAccess", own.recorder->ReleaseExclusiveAccess());
}

void note_owner_of_a_free_device(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const Text owner = read_text(own.recorder.get(), &IDiscRecorder2::get_ExclusiveAccessOwner);
  stage.checker.compare("IDiscRecorder2: get_ExclusiveAccessOwner of a free device",
                        FAILED(owner.hr) || owner.text.empty(), "failure, or success with an empty name",
                        owner.describe());
}

/// One release for each acquire, and the device is free with the last.
void counts_the_lock(Stage& stage) {
  constexpr int times = 3;
  const OwnRecorder own = open_own_recorder(stage);
  const OwnRecorder other = open_another(stage, own);
  for (int i = 0; i < times; ++i) {
    stage.checker.succeeded("IDiscRecorder2: AcquireExclusiveAccess", acquire(own, OLESTR("discbench")));
  }
  for (int left = times; left > 0; --left) {
    stage.checker.failed(
        "AcquireExclusiveAccess by another recorder while the holder has it " + std::to_string(left) + " times",
        acquire(other, OLESTR("other")));
    stage.checker.succeeded("IDiscRecorder2: ReleaseExclusiveAccess", own.recorder->ReleaseExclusiveAccess());
  }
  stage.checker.succeeded("AcquireExclusiveAccess by another recorder after the last release",
                          acquire(other, OLESTR("other")));
  other.recorder->ReleaseExclusiveAccess();
}

void needs_a_name(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const com::String empty(OLESTR(""));
  for (const auto& [text, name] : {std::pair{"\"\"", empty.get()}, std::pair{"NULL", BSTR{}}}) {
    const HRESULT hr = own.recorder->AcquireExclusiveAccess(VARIANT_TRUE, name);
    stage.checker.failed("IDiscRecorder2: AcquireExclusiveAccess(TRUE, " + std::string(text) + ")", hr);
  }
}

void survives_a_release_too_many(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  stage.checker.note("ReleaseExclusiveAccess without an acquire gives " +
                     describe(own.recorder->ReleaseExclusiveAccess()));
  stage.checker.succeeded("IDiscRecorder2: AcquireExclusiveAccess after a release too many",
                          acquire(own, OLESTR("discbench")));
  own.recorder->ReleaseExclusiveAccess();
}

void counts_notifications(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  for (int i = 0; i < 2; ++i) stage.checker.succeeded("IDiscRecorder2: DisableMcn", own.recorder->DisableMcn());
  for (int i = 0; i < 2; ++i) stage.checker.succeeded("IDiscRecorder2: EnableMcn", own.recorder->EnableMcn());
}

void survives_an_enable_too_many(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  stage.checker.note("EnableMcn without DisableMcn gives " + describe(own.recorder->EnableMcn()));
  stage.checker.succeeded("IDiscRecorder2: DisableMcn after an EnableMcn too many", own.recorder->DisableMcn());
  own.recorder->EnableMcn();
}

HRESULT ask_for_the_medium(IDiscRecorder2Ex* device) {
  return settled_bytes([&](BYTE** data, ULONG* size) { return device->GetDiscInformation(data, size); }).hr;
}

/// Out and in again: the medium is gone with the tray open, and there when it is closed, at once or in a while.
void moves_the_tray(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const auto device = step_commands(stage, own);
  if (FAILED(ask_for_the_medium(device.get()))) {
    stage.checker.not_applicable("the device holds no medium that answers");
  }
  stage.checker.succeeded("IDiscRecorder2: EjectMedia", own.recorder->EjectMedia());
  stage.checker.failed("READ DISC INFORMATION after EjectMedia", ask_for_the_medium(device.get()));
  stage.checker.succeeded("IDiscRecorder2: CloseTray", own.recorder->CloseTray());
  const HRESULT closed = ask_for_the_medium(device.get());
  stage.checker.compare("READ DISC INFORMATION after CloseTray",
                        SUCCEEDED(closed) || closed == E_IMAPI_RECORDER_MEDIA_BECOMING_READY,
                        "success, or a medium that is becoming ready", describe(closed));
}

/// From an open tray, whoever opened it.
void closes_the_tray(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const auto device = step_commands(stage, own);
  if (FAILED(ask_for_the_medium(device.get()))) stage.checker.not_applicable("the device holds no medium that answers");
  own.recorder->EjectMedia();
  if (SUCCEEDED(ask_for_the_medium(device.get()))) stage.checker.not_applicable("EjectMedia opened no tray");
  stage.checker.succeeded("IDiscRecorder2: CloseTray", own.recorder->CloseTray());
  const HRESULT closed = ask_for_the_medium(device.get());
  stage.checker.compare("READ DISC INFORMATION after CloseTray",
                        SUCCEEDED(closed) || closed == E_IMAPI_RECORDER_MEDIA_BECOMING_READY,
                        "success, or a medium that is becoming ready", describe(closed));
  const HRESULT again = own.recorder->CloseTray();
  stage.checker.note("CloseTray of a closed tray gives " + describe(again));
}

/// Got or refused: either way the device's lock is as the answer says.
void asks_without_force(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const OwnRecorder other = open_another(stage, own);
  const com::String name(OLESTR("discbench"));
  const HRESULT hr = own.recorder->AcquireExclusiveAccess(VARIANT_FALSE, name.get());
  stage.checker.note("AcquireExclusiveAccess(FALSE, discbench) gives " + describe(hr));
  if (SUCCEEDED(hr)) {
    const Text owner = read_text(other.recorder.get(), &IDiscRecorder2::get_ExclusiveAccessOwner);
    stage.checker.compare("IDiscRecorder2: get_ExclusiveAccessOwner after AcquireExclusiveAccess(FALSE, discbench)",
                          SUCCEEDED(owner.hr) && owner.text == OLESTR("discbench"), "success with \"discbench\"",
                          owner.describe());
    own.recorder->ReleaseExclusiveAccess();
    return;
  }
  stage.checker.succeeded("AcquireExclusiveAccess(TRUE) by another recorder after a refusal without force",
                          acquire(other, OLESTR("other")));
  other.recorder->ReleaseExclusiveAccess();
}

constexpr std::array null_calls{
    NullCall<IDiscRecorder2>{"get_ActiveDiscRecorder", into_null<&IDiscRecorder2::get_ActiveDiscRecorder>},
    NullCall<IDiscRecorder2>{"get_VendorId", into_null<&IDiscRecorder2::get_VendorId>},
    NullCall<IDiscRecorder2>{"get_ProductId", into_null<&IDiscRecorder2::get_ProductId>},
    NullCall<IDiscRecorder2>{"get_ProductRevision", into_null<&IDiscRecorder2::get_ProductRevision>},
    NullCall<IDiscRecorder2>{"get_VolumeName", into_null<&IDiscRecorder2::get_VolumeName>},
    NullCall<IDiscRecorder2>{"get_VolumePathNames", into_null<&IDiscRecorder2::get_VolumePathNames>},
    NullCall<IDiscRecorder2>{"get_DeviceCanLoadMedia", into_null<&IDiscRecorder2::get_DeviceCanLoadMedia>},
    NullCall<IDiscRecorder2>{"get_LegacyDeviceNumber", into_null<&IDiscRecorder2::get_LegacyDeviceNumber>},
    NullCall<IDiscRecorder2>{"get_SupportedFeaturePages", into_null<&IDiscRecorder2::get_SupportedFeaturePages>},
    NullCall<IDiscRecorder2>{"get_CurrentFeaturePages", into_null<&IDiscRecorder2::get_CurrentFeaturePages>},
    NullCall<IDiscRecorder2>{"get_SupportedProfiles", into_null<&IDiscRecorder2::get_SupportedProfiles>},
    NullCall<IDiscRecorder2>{"get_CurrentProfiles", into_null<&IDiscRecorder2::get_CurrentProfiles>},
    NullCall<IDiscRecorder2>{"get_SupportedModePages", into_null<&IDiscRecorder2::get_SupportedModePages>},
    NullCall<IDiscRecorder2>{"get_ExclusiveAccessOwner", into_null<&IDiscRecorder2::get_ExclusiveAccessOwner>},
};

void survives_null(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  refuse_null(stage, own.recorder.get(), null_calls);
}

constexpr std::array entries{
    Entry{{.id = "recorder.class.interfaces",
           .page = interface_page,
           .level = Level::must,
           .statement = "MsftDiscRecorder2 answers IDiscRecorder2 and what that derives from."},
          nullptr,
          answers_the_bases},
    Entry{{.id = "recorder.initialize-disc-recorder.unknown",
           .page = initialize_page,
           .level = Level::must,
           .statement = "An id of no device, an empty one and NULL are refused."},
          nullptr,
          refuses_unknown_ids},
    Entry{{.id = "recorder.active-disc-recorder.value",
           .page = "nf-imapi2-idiscrecorder2-get_activediscrecorder",
           .level = Level::must,
           .statement = "The active recorder is the id that InitializeDiscRecorder was given."},
          nullptr,
          knows_its_id},
    Entry{{.id = "recorder.properties.before-initialize",
           .page = initialize_page,
           .level = Level::may,
           .statement = "Before InitializeDiscRecorder a member may fail or answer."},
          nullptr,
          survives_before_the_binding},
    Entry{{.id = "recorder.exclusive-access-owner.value",
           .page = owner_page,
           .level = Level::must,
           .statement = "The owner is the name that the exclusive access was acquired by, whichever recorder of the "
                        "device is asked."},
          nullptr,
          tells_the_owner},
    Entry{{.id = "recorder.exclusive-access-owner.free",
           .page = owner_page,
           .level = Level::may,
           .statement = "A free device has no owner: a failure, or an empty name."},
          nullptr,
          note_owner_of_a_free_device},
    Entry{{.id = "recorder.acquire-exclusive-access.counted",
           .page = acquire_page,
           .level = Level::must,
           .statement = "The lock is counted: the device is another's to acquire after as many releases as acquires, "
                        "and no sooner."},
          nullptr,
          counts_the_lock},
    Entry{{.id = "recorder.acquire-exclusive-access.name",
           .page = acquire_page,
           .level = Level::must,
           .statement = "A client name that is NULL or empty is refused."},
          nullptr,
          needs_a_name},
    Entry{{.id = "recorder.acquire-exclusive-access.without-force",
           .page = acquire_page,
           .level = Level::may,
           .statement = "Without force the access is got where no file system is mounted, and else refused; a refusal "
                        "locks nothing."},
          nullptr,
          asks_without_force},
    Entry{{.id = "recorder.acquire-exclusive-access.force",
           .page = acquire_page,
           .level = Level::must,
           .statement = "With force the access is got even where the volume cannot be dismounted.",
           .ineligible = "no system mounts a file system from the rig's device"}},
    Entry{{.id = "recorder.acquire-exclusive-access.crash",
           .page = acquire_page,
           .level = Level::info,
           .statement = "The lock of a client that died is dropped by the driver.",
           .ineligible = "speaks of a driver of Windows"}},
    Entry{{.id = "recorder.release-exclusive-access.too-often",
           .page = release_page,
           .level = Level::may,
           .statement = "A release that nobody acquired may do anything; a later acquire works."},
          nullptr,
          survives_a_release_too_many},
    Entry{{.id = "recorder.disable-mcn.counted",
           .page = mcn_page,
           .level = Level::must,
           .statement = "Media change notifications can be disabled twice and enabled twice."},
          nullptr,
          counts_notifications},
    Entry{{.id = "recorder.enable-mcn.too-often",
           .page = "nf-imapi2-idiscrecorder2-enablemcn",
           .level = Level::may,
           .statement = "Enabling what nobody disabled may do anything; a later DisableMcn works."},
          nullptr,
          survives_an_enable_too_many},
    Entry{{.id = "recorder.eject-media.tray",
           .page = "nf-imapi2-idiscrecorder2-ejectmedia",
           .level = Level::must,
           .statement = "EjectMedia takes the medium from the device, and CloseTray gives it back."},
          where_there_is_a_medium,
          moves_the_tray},
    Entry{{.id = "recorder.close-tray.medium",
           .page = "nf-imapi2-idiscrecorder2-closetray",
           .level = Level::must,
           .statement = "CloseTray closes an open tray: the medium that lies in it is there again."},
          where_there_is_a_medium,
          closes_the_tray},
    Entry{{.id = "recorder.properties.null",
           .page = interface_page,
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure by every getter, and survived."},
          nullptr,
          survives_null},
};

}  // namespace

std::span<const Entry> recorder_clauses() { return entries; }

}  // namespace discbench::check
