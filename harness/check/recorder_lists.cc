// IDiscRecorder2: what it says of its device, and its lists of features, profiles and mode pages.
#include <algorithm>
#include <array>
#include <vector>

#include "check/device_configuration.h"
#include "check/groups.h"
#include "check/own_recorder.h"
#include "check/variant_list.h"

namespace discbench::check {
namespace {

using contract::Level;

using GetText = HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*)(BSTR*);
using GetList = HRESULT (STDMETHODCALLTYPE IDiscRecorder2::*)(SAFEARRAY**);

std::string trimmed(std::string text) {
  const auto blank = [](char c) { return c == ' ' || c == '\0'; };
  while (!text.empty() && blank(text.back())) text.pop_back();
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
  return text;
}

/// A field of the INQUIRY data. SPC-3, "Standard INQUIRY data".
struct InquiryField {
  std::string_view member;
  GetText get;
  std::size_t first;
  std::size_t length;
};
constexpr InquiryField vendor{"get_VendorId", &IDiscRecorder2::get_VendorId, 8, 8};
constexpr InquiryField product{"get_ProductId", &IDiscRecorder2::get_ProductId, 16, 16};
constexpr InquiryField revision{"get_ProductRevision", &IDiscRecorder2::get_ProductRevision, 32, 4};

/// The recorder's word against the device's own. Blanks at the ends do not count.
template <const InquiryField& field>
void tells_the_inquiry_data(Stage& stage) {
  constexpr BYTE size = 36;
  const OwnRecorder own = open_own_recorder(stage);
  const auto device = step_commands(stage, own);
  const Bytes inquiry = send_for_data(device.get(), {0x12, 0, 0, 0, size, 0}, size);
  stage.checker.require("INQUIRY by SendCommandGetDataFromDevice", inquiry.bytes.size() == size, "36 bytes",
                        inquiry.describe());
  const auto begin = inquiry.bytes.begin() + static_cast<std::ptrdiff_t>(field.first);
  const std::string expected = trimmed(std::string(begin, begin + static_cast<std::ptrdiff_t>(field.length)));
  const Text text = read_text(own.recorder.get(), field.get);
  stage.checker.compare("IDiscRecorder2: " + std::string(field.member),
                        SUCCEEDED(text.hr) && trimmed(com::to_utf8(text.text)) == expected,
                        "success with \"" + expected + "\", as INQUIRY has it", text.describe());
}

void paths_are_text(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  VariantList list;
  const HRESULT hr = list.ask(own.recorder.get(), &IDiscRecorder2::get_VolumePathNames);
  skip_not_implemented(stage, "get_VolumePathNames", hr);
  stage.checker.succeeded("IDiscRecorder2: get_VolumePathNames", hr);
  stage.checker.compare("the array of get_VolumePathNames", list.holds_only(VT_BSTR), "VARIANT of VT_BSTR (8), or none",
                        list.describe());
}

void note_the_device(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  IDiscRecorder2* recorder = own.recorder.get();
  stage.checker.note("get_DeviceCanLoadMedia gives " +
                     describe(read(recorder, &IDiscRecorder2::get_DeviceCanLoadMedia)));
  stage.checker.note("get_LegacyDeviceNumber gives " +
                     describe(read(recorder, &IDiscRecorder2::get_LegacyDeviceNumber)));
}

void note_volume_name(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  stage.checker.note("get_VolumeName gives " +
                     read_text(own.recorder.get(), &IDiscRecorder2::get_VolumeName).describe());
}

struct Numbers {
  HRESULT hr = E_UNEXPECTED;
  std::vector<std::int64_t> values{};
};

/// A list that has to be there: an array of VARIANT of VT_I4.
Numbers compare_numbers(Stage& stage, const OwnRecorder& own, std::string_view member, GetList get) {
  VariantList list;
  Numbers numbers{.hr = list.ask(own.recorder.get(), get)};
  skip_not_implemented(stage, member, numbers.hr);
  stage.checker.succeeded("IDiscRecorder2: " + std::string(member), numbers.hr);
  stage.checker.compare("the array of " + std::string(member), list.holds_only(VT_I4), "VARIANT of VT_I4 (3)",
                        list.describe());
  for (std::size_t index = 0; list.holds_only(VT_I4) && index < list.size(); ++index) {
    numbers.values.push_back(list.at(index).lVal);
  }
  return numbers;
}

std::string text_of(const std::vector<std::int64_t>& values) {
  std::string text;
  for (const std::int64_t value : values) text += (text.empty() ? "" : ", ") + std::to_string(value);
  return text.empty() ? "nothing" : text;
}

/// What is current is supported, too.
void compare_subset(Stage& stage, std::string_view member, const Numbers& current, const Numbers& all) {
  const bool within = std::all_of(current.values.begin(), current.values.end(), [&](std::int64_t value) {
    return std::find(all.values.begin(), all.values.end(), value) != all.values.end();
  });
  stage.checker.compare("IDiscRecorder2: " + std::string(member), within, "some of " + text_of(all.values),
                        text_of(current.values));
}

template <class Element, class Call>
std::vector<std::int64_t> numbers_of(Call&& call) {
  Element* data = nullptr;
  ULONG count = 0;
  std::vector<std::int64_t> values;
  if (FAILED(call(&data, &count)) || data == nullptr) return values;
  for (ULONG i = 0; i < count; ++i) values.push_back(data[i]);
  CoTaskMemFree(data);
  return values;
}

void compare_with_commands(Stage& stage, std::string_view member, const Numbers& list,
                           const std::vector<std::int64_t>& other) {
  stage.checker.compare("IDiscRecorder2Ex: " + std::string(member), other == list.values,
                        text_of(list.values) + ", as IDiscRecorder2 answers", text_of(other));
}

/// The profile that the device itself calls current; 0: it has none, or does not say.
std::int64_t profile_of_the_device(Stage& stage, const OwnRecorder& own) {
  constexpr BYTE header_size = 8;
  const auto device = step_commands(stage, own);
  const Bytes header = send_for_data(device.get(), {0x46, 1, 0, 0, 0, 0, 0, 0, header_size, 0}, header_size);
  if (header.hr != S_OK || header.bytes.size() < header_size) return 0;
  return header.bytes[6] << 8 | header.bytes[7];
}

void compare_contains(Stage& stage, std::string_view member, const Numbers& list, std::int64_t number,
                      std::string_view what) {
  const bool there = std::find(list.values.begin(), list.values.end(), number) != list.values.end();
  stage.checker.compare("IDiscRecorder2: " + std::string(member), there,
                        std::string(what) + ", " + std::to_string(number) + ", among them", text_of(list.values));
}

void features(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const Numbers all =
      compare_numbers(stage, own, "get_SupportedFeaturePages", &IDiscRecorder2::get_SupportedFeaturePages);
  const Numbers current =
      compare_numbers(stage, own, "get_CurrentFeaturePages", &IDiscRecorder2::get_CurrentFeaturePages);
  compare_subset(stage, "get_CurrentFeaturePages", current, all);
  compare_contains(stage, "get_CurrentFeaturePages", current, IMAPI_FEATURE_PAGE_TYPE_CORE,
                   "the core feature, which is always current");
}

void profiles(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const Numbers all = compare_numbers(stage, own, "get_SupportedProfiles", &IDiscRecorder2::get_SupportedProfiles);
  const Numbers current = compare_numbers(stage, own, "get_CurrentProfiles", &IDiscRecorder2::get_CurrentProfiles);
  compare_subset(stage, "get_CurrentProfiles", current, all);
  const std::int64_t of_the_device = profile_of_the_device(stage, own);
  if (of_the_device != 0)
    compare_contains(stage, "get_CurrentProfiles", current, of_the_device, "the profile that the device is in");
}

std::vector<std::int64_t> sorted(std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  return values;
}

void current_features(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const CurrentConfiguration device = current_configuration(stage, own);
  const Numbers current =
      compare_numbers(stage, own, "get_CurrentFeaturePages", &IDiscRecorder2::get_CurrentFeaturePages);
  stage.checker.compare("IDiscRecorder2: get_CurrentFeaturePages", sorted(current.values) == sorted(device.features),
                        text_of(device.features) + ", which the device calls current", text_of(current.values));
}

/// A device may mark several; the one that it is in has to be among what is answered.
void current_profiles(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const Numbers marked{.values = current_configuration(stage, own).profiles};
  const Numbers current = compare_numbers(stage, own, "get_CurrentProfiles", &IDiscRecorder2::get_CurrentProfiles);
  compare_subset(stage, "get_CurrentProfiles", current, marked);
  const std::int64_t in = profile_of_the_device(stage, own);
  if (in != 0) compare_contains(stage, "get_CurrentProfiles", current, in, "the profile that the device is in");
}

void numbers_the_device(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const Reading number = read(own.recorder.get(), &IDiscRecorder2::get_LegacyDeviceNumber);
  stage.checker.compare("IDiscRecorder2: get_LegacyDeviceNumber",
                        !number.succeeded() || (!number.untouched && number.value >= 0),
                        "failure, or success with 0 or more", describe(number));
  stage.checker.note("get_LegacyDeviceNumber gives " + describe(number));
}

void mode_pages(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  compare_numbers(stage, own, "get_SupportedModePages", &IDiscRecorder2::get_SupportedModePages);
}

void lists_agree(Stage& stage) {
  constexpr std::size_t most_profiles = 63;
  const OwnRecorder own = open_own_recorder(stage);
  const auto device = step_commands(stage, own);
  const Numbers all =
      compare_numbers(stage, own, "get_SupportedFeaturePages", &IDiscRecorder2::get_SupportedFeaturePages);
  compare_with_commands(stage, "GetSupportedFeaturePages(FALSE)", all,
                        numbers_of<IMAPI_FEATURE_PAGE_TYPE>([&](IMAPI_FEATURE_PAGE_TYPE** data, ULONG* count) {
                          return device->GetSupportedFeaturePages(0, data, count);
                        }));
  const Numbers profile_list =
      compare_numbers(stage, own, "get_SupportedProfiles", &IDiscRecorder2::get_SupportedProfiles);
  const auto by_command = numbers_of<IMAPI_PROFILE_TYPE>(
      [&](IMAPI_PROFILE_TYPE** data, ULONG* count) { return device->GetSupportedProfiles(0, data, count); });
  compare_with_commands(stage, "GetSupportedProfiles(FALSE)", profile_list, by_command);
  stage.checker.compare("IDiscRecorder2Ex: GetSupportedProfiles(FALSE)", by_command.size() <= most_profiles,
                        "63 profiles or fewer", std::to_string(by_command.size()));
  const Numbers pages = compare_numbers(stage, own, "get_SupportedModePages", &IDiscRecorder2::get_SupportedModePages);
  compare_with_commands(stage, "GetSupportedModePages(current values)", pages,
                        numbers_of<IMAPI_MODE_PAGE_TYPE>([&](IMAPI_MODE_PAGE_TYPE** data, ULONG* count) {
                          return device->GetSupportedModePages(IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES, data,
                                                               count);
                        }));
}

/// All of them and the current ones, by both interfaces.
void features_agree(Stage& stage) {
  const OwnRecorder own = open_own_recorder(stage);
  const auto device = step_commands(stage, own);
  const auto by_command = [&](BOOLEAN current_only) {
    return numbers_of<IMAPI_FEATURE_PAGE_TYPE>([&](IMAPI_FEATURE_PAGE_TYPE** data, ULONG* count) {
      return device->GetSupportedFeaturePages(current_only, data, count);
    });
  };
  const Numbers all =
      compare_numbers(stage, own, "get_SupportedFeaturePages", &IDiscRecorder2::get_SupportedFeaturePages);
  compare_with_commands(stage, "GetSupportedFeaturePages(FALSE)", all, by_command(0));
  const Numbers current =
      compare_numbers(stage, own, "get_CurrentFeaturePages", &IDiscRecorder2::get_CurrentFeaturePages);
  compare_with_commands(stage, "GetSupportedFeaturePages(TRUE)", current, by_command(1));
}

/// Each page of the list is one that the device gives.
void mode_pages_can_be_had(Stage& stage) {
  constexpr auto now = IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES;
  const OwnRecorder own = open_own_recorder(stage);
  const auto device = step_commands(stage, own);
  const auto pages = numbers_of<IMAPI_MODE_PAGE_TYPE>(
      [&](IMAPI_MODE_PAGE_TYPE** data, ULONG* count) { return device->GetSupportedModePages(now, data, count); });
  stage.checker.compare("IDiscRecorder2Ex: GetSupportedModePages(current values)", !pages.empty(), "a page or more",
                        "nothing");
  for (const std::int64_t code : pages) {
    const Bytes page = settled_bytes([&](BYTE** data, ULONG* size) {
      return device->GetModePage(static_cast<IMAPI_MODE_PAGE_TYPE>(code), now, data, size);
    });
    stage.checker.compare("IDiscRecorder2Ex: GetModePage(" + std::to_string(code) + ", current values)",
                          SUCCEEDED(page.hr) && !page.bytes.empty() && (page.bytes[0] & 0x3F) == code,
                          "success with this page", page.describe());
  }
}

constexpr std::array device_entries{
    Entry{{.id = "recorder.vendor-id.value",
           .page = "nf-imapi2-idiscrecorder2-get_vendorid",
           .level = Level::must,
           .statement = "The vendor is the one of the device's INQUIRY data."},
          nullptr,
          tells_the_inquiry_data<vendor>},
    Entry{{.id = "recorder.product-id.value",
           .page = "nf-imapi2-idiscrecorder2-get_productid",
           .level = Level::must,
           .statement = "The product is the one of the device's INQUIRY data."},
          nullptr,
          tells_the_inquiry_data<product>},
    Entry{{.id = "recorder.product-revision.value",
           .page = "nf-imapi2-idiscrecorder2-get_productrevision",
           .level = Level::must,
           .statement = "The revision is the one of the device's INQUIRY data."},
          nullptr,
          tells_the_inquiry_data<revision>},
    Entry{{.id = "recorder.volume-name.value",
           .page = "nf-imapi2-idiscrecorder2-get_volumename",
           .level = Level::info,
           .statement = "The volume's unique name, as the system has it."},
          nullptr,
          note_volume_name},
    Entry{{.id = "recorder.volume-path-names.elements",
           .page = "nf-imapi2-idiscrecorder2-get_volumepathnames",
           .level = Level::must,
           .statement = "The mount points are an array of VARIANT of VT_BSTR."},
          nullptr,
          paths_are_text},
    Entry{{.id = "recorder.device-can-load-media.value",
           .page = "nf-imapi2-idiscrecorder2-get_devicecanloadmedia",
           .level = Level::info,
           .statement =
               "Whether the device loads media by itself, which slim drives may say wrongly; and its old number."},
          nullptr,
          note_the_device},
    Entry{{.id = "recorder.supported-feature-pages.elements",
           .page = "nf-imapi2-idiscrecorder2-get_supportedfeaturepages",
           .level = Level::must,
           .statement = "The features are arrays of VARIANT of VT_I4; the current ones are among the supported ones."},
          nullptr,
          features},
    Entry{{.id = "recorder.legacy-device-number.value",
           .page = "nf-imapi2-idiscrecorder2-get_legacydevicenumber",
           .level = Level::may,
           .statement = "The number that the device had before, counted from 0, where the call succeeds."},
          nullptr,
          numbers_the_device},
    Entry{{.id = "recorder.current-feature-pages.value",
           .page = "nf-imapi2-idiscrecorder2-get_currentfeaturepages",
           .level = Level::must,
           .statement = "The current features are an array of VARIANT of VT_I4, and those that the device calls so."},
          nullptr,
          current_features},
    Entry{{.id = "recorder.current-profiles.value",
           .page = "nf-imapi2-idiscrecorder2-get_currentprofiles",
           .level = Level::must,
           .statement = "The current profiles are an array of VARIANT of VT_I4, of those that the device marks so, and "
                        "the one that it is in is among them."},
          nullptr,
          current_profiles},
    Entry{{.id = "recorder.supported-profiles.elements",
           .page = "nf-imapi2-idiscrecorder2-get_supportedprofiles",
           .level = Level::must,
           .statement = "The profiles are arrays of VARIANT of VT_I4; the current ones are among the supported ones."},
          nullptr,
          profiles},
    Entry{{.id = "recorder.supported-mode-pages.elements",
           .page = "nf-imapi2-idiscrecorder2-get_supportedmodepages",
           .level = Level::must,
           .statement = "The mode pages are an array of VARIANT of VT_I4."},
          nullptr,
          mode_pages},
};

constexpr std::array list_entries{
    Entry{{.id = "recorder-ex.get-supported-profiles.agrees",
           .page = "nf-imapi2-idiscrecorder2ex-getsupportedprofiles",
           .level = Level::must,
           .statement = "Features, profiles (63 at most) and mode pages are the same as IDiscRecorder2 answers."},
          nullptr,
          lists_agree},
    Entry{{.id = "recorder-ex.get-supported-feature-pages.agrees",
           .page = "nf-imapi2-idiscrecorder2ex-getsupportedfeaturepages",
           .level = Level::must,
           .statement = "All features, and the current ones where those alone are asked for, are the same as "
                        "IDiscRecorder2 answers."},
          nullptr,
          features_agree},
    Entry{{.id = "recorder-ex.get-supported-mode-pages.value",
           .page = "nf-imapi2-idiscrecorder2ex-getsupportedmodepages",
           .level = Level::must,
           .statement = "The list is of pages that the device has: GetModePage answers each."},
          nullptr,
          mode_pages_can_be_had},
};

}  // namespace

std::span<const Entry> recorder_list_clauses() { return device_entries; }
std::span<const Entry> recorder_ex_list_clauses() { return list_entries; }

}  // namespace discbench::check
