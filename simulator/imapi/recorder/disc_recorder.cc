#include "imapi/recorder/disc_recorder.h"

#include <utility>

#include "bytes/layout.h"
#include "com/answer.h"
#include "com/array.h"
#include "com/text.h"
#include "imapi/client/client_name.h"
#include "imapi/recorder/device_queries.h"
#include "imapi/recorder/volume_name.h"
#include "mmc/commands/get_configuration.h"
#include "mmc/features.h"

namespace discbench::imapi {

namespace {

using com::answer;
using com::method;
using com::perform;
using com::property;

constexpr com::DispatchMember table[] = {
    method<&IDiscRecorder2::EjectMedia>(OLESTR("EjectMedia"), DISPID_IDISCRECORDER2_EJECTMEDIA),
    method<&IDiscRecorder2::CloseTray>(OLESTR("CloseTray"), DISPID_IDISCRECORDER2_CLOSETRAY),
    method<&IDiscRecorder2::AcquireExclusiveAccess>(OLESTR("AcquireExclusiveAccess"),
                                                    DISPID_IDISCRECORDER2_ACQUIREEXCLUSIVEACCESS),
    method<&IDiscRecorder2::ReleaseExclusiveAccess>(OLESTR("ReleaseExclusiveAccess"),
                                                    DISPID_IDISCRECORDER2_RELEASEEXCLUSIVEACCESS),
    method<&IDiscRecorder2::DisableMcn>(OLESTR("DisableMcn"), DISPID_IDISCRECORDER2_DISABLEMCN),
    method<&IDiscRecorder2::EnableMcn>(OLESTR("EnableMcn"), DISPID_IDISCRECORDER2_ENABLEMCN),
    method<&IDiscRecorder2::InitializeDiscRecorder>(OLESTR("InitializeDiscRecorder"),
                                                    DISPID_IDISCRECORDER2_INITIALIZEDISCRECORDER),
    property<&IDiscRecorder2::get_ActiveDiscRecorder>(OLESTR("ActiveDiscRecorder"),
                                                      DISPID_IDISCRECORDER2_ACTIVEDISCRECORDER),
    property<&IDiscRecorder2::get_VendorId>(OLESTR("VendorId"), DISPID_IDISCRECORDER2_VENDORID),
    property<&IDiscRecorder2::get_ProductId>(OLESTR("ProductId"), DISPID_IDISCRECORDER2_PRODUCTID),
    property<&IDiscRecorder2::get_ProductRevision>(OLESTR("ProductRevision"), DISPID_IDISCRECORDER2_PRODUCTREVISION),
    property<&IDiscRecorder2::get_VolumeName>(OLESTR("VolumeName"), DISPID_IDISCRECORDER2_VOLUMENAME),
    property<&IDiscRecorder2::get_VolumePathNames>(OLESTR("VolumePathNames"), DISPID_IDISCRECORDER2_VOLUMEPATHNAMES),
    property<&IDiscRecorder2::get_DeviceCanLoadMedia>(OLESTR("DeviceCanLoadMedia"),
                                                      DISPID_IDISCRECORDER2_DEVICECANLOADMEDIA),
    property<&IDiscRecorder2::get_LegacyDeviceNumber>(OLESTR("LegacyDeviceNumber"),
                                                      DISPID_IDISCRECORDER2_LEGACYDEVICENUMBER),
    property<&IDiscRecorder2::get_SupportedFeaturePages>(OLESTR("SupportedFeaturePages"),
                                                         DISPID_IDISCRECORDER2_SUPPORTEDFEATUREPAGES),
    property<&IDiscRecorder2::get_CurrentFeaturePages>(OLESTR("CurrentFeaturePages"),
                                                       DISPID_IDISCRECORDER2_CURRENTFEATUREPAGES),
    property<&IDiscRecorder2::get_SupportedProfiles>(OLESTR("SupportedProfiles"),
                                                     DISPID_IDISCRECORDER2_SUPPORTEDPROFILES),
    property<&IDiscRecorder2::get_CurrentProfiles>(OLESTR("CurrentProfiles"), DISPID_IDISCRECORDER2_CURRENTPROFILES),
    property<&IDiscRecorder2::get_SupportedModePages>(OLESTR("SupportedModePages"),
                                                      DISPID_IDISCRECORDER2_SUPPORTEDMODEPAGES),
    property<&IDiscRecorder2::get_ExclusiveAccessOwner>(OLESTR("ExclusiveAccessOwner"),
                                                        DISPID_IDISCRECORDER2_EXCLUSIVEACCESSOWNER),
};

constexpr std::uint16_t removable_medium = 0x0003;

template <class Numbers>
SAFEARRAY* array_of(const Numbers& numbers) {
  com::ArrayBuilder array;
  for (const auto number : numbers) array.add_long(number);
  return array.build();
}

SAFEARRAY* array_of_codes(const std::vector<FeatureDescriptor>& descriptors) {
  com::ArrayBuilder array;
  for (const FeatureDescriptor& descriptor : descriptors) array.add_long(code_of(descriptor));
  return array.build();
}

/// A field of the INQUIRY data, without the spaces that fill it up.
template <std::size_t Length>
BSTR bstr_of(const bytes::Text<Length>& text) {
  std::string_view view = text.view();
  while (!view.empty() && (view.back() == ' ' || view.back() == '\0')) view.remove_suffix(1);
  return com::make_bstr(com::from_utf8(view));
}

/// The pages of the identity members know few codes: whatever went wrong with the device is E_FAIL there.
template <class Compute>
auto or_fail(Compute&& compute) {
  try {
    return compute();
  } catch (const com::Failure&) {
    throw com::Failure{E_FAIL};
  }
}

mmc::StandardInquiryData identity(DeviceHandle& device) {
  return or_fail([&] { return bytes::decode<mmc::StandardInquiryData>(inquiry(device)); });
}

/// A name that is none at all is the page's own case (IDiscRecorder2::AcquireExclusiveAccess).
void demand_client_name(std::u16string_view name) {
  if (name.empty()) throw com::Failure{E_INVALIDARG};
  if (!is_client_name(name)) throw com::Failure{E_IMAPI_RECORDER_CLIENT_NAME_IS_NOT_VALID};
}

/// A tray or a pop-up door that closes by itself; a caddy or slot does not load, and Load (version 2) says so outright.
/// MMC-6, "Removable Medium (0003h)".
bool can_load(const FeatureDescriptor& descriptor) {
  const auto header = bytes::decode<mmc::FeatureDescriptorHeader>(descriptor);
  const auto data = std::span(descriptor).subspan(bytes::size_of<mmc::FeatureDescriptorHeader>);
  constexpr std::uint8_t load_bit = 0x10;
  constexpr std::uint8_t version_with_load = 2;
  constexpr std::uint8_t tray = 1;
  if (header.version >= version_with_load) return !data.empty() && (data[0] & load_bit) != 0;
  return bytes::decode<mmc::RemovableMediumFeature>(data).loading_mechanism_type == tray;
}

}  // namespace

DiscRecorder::DiscRecorder(FindDevice find_device) : DispatchObject(table), find_device_(std::move(find_device)) {}

DiscRecorder::DiscRecorder(Device device, std::u16string id)
    : DispatchObject(table), device_(std::make_shared<DeviceHandle>(std::move(device), std::move(id))) {}

std::shared_ptr<DeviceHandle> DiscRecorder::device(HRESULT code) const {
  const std::lock_guard guard(access_);
  if (device_ == nullptr) throw com::Failure{code};
  return device_;
}

HRESULT DiscRecorder::InitializeDiscRecorder(BSTR id) {
  return perform([&] {
    const std::u16string name = com::text_of(id);
    if (name.empty()) throw com::Failure{E_INVALIDARG};
    if (!find_device_) {
      if (device()->id() != name) throw com::Failure{E_INVALIDARG};
      return;
    }
    auto fresh = std::make_shared<DeviceHandle>(find_device_(name), name);
    const std::lock_guard guard(access_);
    std::swap(device_, fresh);
  });
}

HRESULT DiscRecorder::get_ActiveDiscRecorder(BSTR* value) {
  return answer(value, [&] { return com::make_bstr(device(E_FAIL)->id()); });
}

HRESULT DiscRecorder::EjectMedia() {
  return perform([&] { move_tray(*device(), Movement::eject); });
}

HRESULT DiscRecorder::CloseTray() {
  return perform([&] { move_tray(*device(), Movement::load); });
}

// `force` is about file systems that are mounted from the disc; here none ever is.
HRESULT DiscRecorder::AcquireExclusiveAccess(VARIANT_BOOL, BSTR client_name) {
  return perform([&] {
    const std::u16string name = com::text_of(client_name);
    demand_client_name(name);
    device()->acquire_exclusive_access(name);
  });
}

HRESULT DiscRecorder::ReleaseExclusiveAccess() {
  return perform([&] { device()->release_exclusive_access(); });
}

HRESULT DiscRecorder::get_ExclusiveAccessOwner(BSTR* value) {
  return answer(value, [&] { return com::make_bstr(device()->exclusive_access_owner()); });
}

HRESULT DiscRecorder::DisableMcn() {
  return perform([&] { device()->disable_notifications(); });
}

HRESULT DiscRecorder::EnableMcn() {
  return perform([&] { device()->enable_notifications(); });
}

HRESULT DiscRecorder::get_VendorId(BSTR* value) {
  return answer(value, [&] { return bstr_of(identity(*device(E_FAIL)).t10_vendor_identification); });
}

HRESULT DiscRecorder::get_ProductId(BSTR* value) {
  return answer(value, [&] { return bstr_of(identity(*device(E_FAIL)).product_identification); });
}

HRESULT DiscRecorder::get_ProductRevision(BSTR* value) {
  return answer(value, [&] { return bstr_of(identity(*device(E_FAIL)).product_revision_level); });
}

HRESULT DiscRecorder::get_VolumeName(BSTR* value) {
  return answer(value, [&] { return com::make_bstr(volume_name(device(E_FAIL)->name())); });
}

HRESULT DiscRecorder::get_LegacyDeviceNumber(LONG* value) {
  return answer(value, [&] { return device(E_FAIL)->number(); });
}

HRESULT DiscRecorder::get_VolumePathNames(SAFEARRAY** value) {
  return answer(value, [&] {
    device(E_FAIL);
    return com::ArrayBuilder().build();  // mounted nowhere
  });
}

HRESULT DiscRecorder::get_DeviceCanLoadMedia(VARIANT_BOOL* value) {
  return answer(value, [&] {
    const auto handle = device(E_FAIL);
    return com::variant_bool(can_load(or_fail([&] { return feature(*handle, removable_medium, Features::all); })));
  });
}

HRESULT DiscRecorder::get_SupportedFeaturePages(SAFEARRAY** value) {
  return answer(value, [&] { return array_of_codes(features(*device(), Features::all)); });
}

HRESULT DiscRecorder::get_CurrentFeaturePages(SAFEARRAY** value) {
  return answer(value, [&] { return array_of_codes(features(*device(), Features::current)); });
}

HRESULT DiscRecorder::get_SupportedProfiles(SAFEARRAY** value) {
  return answer(value, [&] { return array_of(profiles(*device(), Features::all)); });
}

HRESULT DiscRecorder::get_CurrentProfiles(SAFEARRAY** value) {
  return answer(value, [&] { return array_of(profiles(*device(), Features::current)); });
}

HRESULT DiscRecorder::get_SupportedModePages(SAFEARRAY** value) {
  return answer(value, [&] { return array_of(mode_page_codes(*device(), mmc::PageControl::current)); });
}

}  // namespace discbench::imapi
