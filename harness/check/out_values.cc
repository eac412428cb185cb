// What every getter leaves in its out value, of every object that the subject offers: what stood there before the call
// is known, so that a value that was never written shows.
#include <array>
#include <functional>

#include "check/groups.h"
#include "check/own_recorder.h"
#include "check/property_checks.h"
#include "com/text.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view codes_page = "imapi-return-values";

struct OutValue {
  HRESULT hr = E_UNEXPECTED;
  bool written = false;
  bool boolean = false;
  bool canonical = true;
  std::string text{};
};

OutValue out_value(const Reading& reading) {
  return {.hr = reading.hr,
          .written = !reading.untouched && !reading.overran,
          .boolean = reading.boolean,
          .canonical = reading.value == VARIANT_TRUE || reading.value == VARIANT_FALSE,
          .text = describe(reading)};
}

/// Fills a pointer before a call: an address that no getter answers, another one for each fill.
template <class Pointee>
Pointee* unwritten(std::uint32_t fill) {
  alignas(16) static std::array<std::uint8_t, 32> nowhere{};
  return reinterpret_cast<Pointee*>(nowhere.data() + (fill == sentinel ? 0 : 16));
}

OutValue out_pointer(HRESULT hr, bool written) {
  return {.hr = hr, .written = written, .text = describe(hr) + (written ? "" : " with what stood there before")};
}

void give_back(BSTR text) { SysFreeString(text); }
void give_back(SAFEARRAY* array) { SafeArrayDestroy(array); }
void give_back(IUnknown* object) { object->Release(); }

template <class Object, class Interface, class Value>
OutValue ask(Object* object, HRESULT (STDMETHODCALLTYPE Interface::*get)(Value*), std::uint32_t fill) {
  return out_value(read(object, get, fill));
}
template <class Object, class Interface, class Pointee>
OutValue ask(Object* object, HRESULT (STDMETHODCALLTYPE Interface::*get)(Pointee**), std::uint32_t fill) {
  Pointee* const before = unwritten<Pointee>(fill);
  Pointee* out = before;
  const HRESULT hr = (object->*get)(&out);
  if (SUCCEEDED(hr) && out != before && out != nullptr) give_back(out);
  return out_pointer(hr, out != before);
}
/// A buffer and its length, by a call that takes both out parameters.
template <class Element, class Call>
OutValue ask_buffer(std::uint32_t fill, Call&& call) {
  Element* const before = unwritten<Element>(fill);
  Element* data = before;
  ULONG count = fill;
  const HRESULT hr = call(&data, &count);
  if (SUCCEEDED(hr) && data != before) CoTaskMemFree(data);
  return out_pointer(hr, data != before && count != fill);
}

template <class Interface>
struct Getter {
  std::string_view member;
  OutValue (*ask)(Interface* object, std::uint32_t fill);
};
template <class Interface, auto get>
constexpr Getter<Interface> getter(std::string_view member) {
  return {member, [](Interface* object, std::uint32_t fill) { return ask(object, get, fill); }};
}

constexpr std::array format_getters{
    getter<IDiscFormat2, &IDiscFormat2::get_MediaPhysicallyBlank>("get_MediaPhysicallyBlank"),
    getter<IDiscFormat2, &IDiscFormat2::get_MediaHeuristicallyBlank>("get_MediaHeuristicallyBlank"),
    getter<IDiscFormat2, &IDiscFormat2::get_SupportedMediaTypes>("get_SupportedMediaTypes"),
};

using Data = IDiscFormat2Data;
constexpr std::array data_getters{
    getter<Data, &Data::get_Recorder>("get_Recorder"),
    getter<Data, &Data::get_BufferUnderrunFreeDisabled>("get_BufferUnderrunFreeDisabled"),
    getter<Data, &Data::get_PostgapAlreadyInImage>("get_PostgapAlreadyInImage"),
    getter<Data, &Data::get_CurrentMediaStatus>("get_CurrentMediaStatus"),
    getter<Data, &Data::get_WriteProtectStatus>("get_WriteProtectStatus"),
    getter<Data, &Data::get_TotalSectorsOnMedia>("get_TotalSectorsOnMedia"),
    getter<Data, &Data::get_FreeSectorsOnMedia>("get_FreeSectorsOnMedia"),
    getter<Data, &Data::get_NextWritableAddress>("get_NextWritableAddress"),
    getter<Data, &Data::get_StartAddressOfPreviousSession>("get_StartAddressOfPreviousSession"),
    getter<Data, &Data::get_LastWrittenAddressOfPreviousSession>("get_LastWrittenAddressOfPreviousSession"),
    getter<Data, &Data::get_ForceMediaToBeClosed>("get_ForceMediaToBeClosed"),
    getter<Data, &Data::get_DisableConsumerDvdCompatibilityMode>("get_DisableConsumerDvdCompatibilityMode"),
    getter<Data, &Data::get_CurrentPhysicalMediaType>("get_CurrentPhysicalMediaType"),
    getter<Data, &Data::get_ClientName>("get_ClientName"),
    getter<Data, &Data::get_RequestedWriteSpeed>("get_RequestedWriteSpeed"),
    getter<Data, &Data::get_RequestedRotationTypeIsPureCAV>("get_RequestedRotationTypeIsPureCAV"),
    getter<Data, &Data::get_CurrentWriteSpeed>("get_CurrentWriteSpeed"),
    getter<Data, &Data::get_CurrentRotationTypeIsPureCAV>("get_CurrentRotationTypeIsPureCAV"),
    getter<Data, &Data::get_SupportedWriteSpeeds>("get_SupportedWriteSpeeds"),
    getter<Data, &Data::get_SupportedWriteSpeedDescriptors>("get_SupportedWriteSpeedDescriptors"),
    getter<Data, &Data::get_ForceOverwrite>("get_ForceOverwrite"),
    getter<Data, &Data::get_MultisessionInterfaces>("get_MultisessionInterfaces"),
};

using Erase = IDiscFormat2Erase;
constexpr std::array erase_getters{
    getter<Erase, &Erase::get_Recorder>("get_Recorder"),
    getter<Erase, &Erase::get_FullErase>("get_FullErase"),
    getter<Erase, &Erase::get_CurrentPhysicalMediaType>("get_CurrentPhysicalMediaType"),
    getter<Erase, &Erase::get_ClientName>("get_ClientName"),
};

using Recorder = IDiscRecorder2;
constexpr std::array recorder_getters{
    getter<Recorder, &Recorder::get_ActiveDiscRecorder>("get_ActiveDiscRecorder"),
    getter<Recorder, &Recorder::get_VendorId>("get_VendorId"),
    getter<Recorder, &Recorder::get_ProductId>("get_ProductId"),
    getter<Recorder, &Recorder::get_ProductRevision>("get_ProductRevision"),
    getter<Recorder, &Recorder::get_VolumeName>("get_VolumeName"),
    getter<Recorder, &Recorder::get_VolumePathNames>("get_VolumePathNames"),
    getter<Recorder, &Recorder::get_DeviceCanLoadMedia>("get_DeviceCanLoadMedia"),
    getter<Recorder, &Recorder::get_LegacyDeviceNumber>("get_LegacyDeviceNumber"),
    getter<Recorder, &Recorder::get_SupportedFeaturePages>("get_SupportedFeaturePages"),
    getter<Recorder, &Recorder::get_CurrentFeaturePages>("get_CurrentFeaturePages"),
    getter<Recorder, &Recorder::get_SupportedProfiles>("get_SupportedProfiles"),
    getter<Recorder, &Recorder::get_CurrentProfiles>("get_CurrentProfiles"),
    getter<Recorder, &Recorder::get_SupportedModePages>("get_SupportedModePages"),
    getter<Recorder, &Recorder::get_ExclusiveAccessOwner>("get_ExclusiveAccessOwner"),
};

using Commands = IDiscRecorder2Ex;
template <auto call, class Element, auto... arguments>
constexpr Getter<Commands> buffer(std::string_view member) {
  return {member, [](Commands* device, std::uint32_t fill) {
            return ask_buffer<Element>(
                fill, [&](Element** data, ULONG* count) { return (device->*call)(arguments..., data, count); });
          }};
}
OutValue ask_for_fetched(Commands* device, std::uint32_t fill) {
  std::array<BYTE, 6> inquiry{0x12, 0, 0, 0, 36, 0};
  std::array<BYTE, 18> sense{};
  std::array<BYTE, 36> data{};
  ULONG fetched = fill;
  constexpr ULONG timeout_seconds = 10;
  const HRESULT hr = device->SendCommandGetDataFromDevice(inquiry.data(), 6, sense.data(), timeout_seconds, data.data(),
                                                          data.size(), &fetched);
  return out_pointer(hr, fetched != fill);
}
constexpr BOOLEAN all_of_them = 0;
constexpr std::array command_getters{
    Getter<Commands>{"SendCommandGetDataFromDevice of INQUIRY", ask_for_fetched},
    buffer<&Commands::ReadDvdStructure, BYTE, 0u, 0u, 0u, 0u>("ReadDvdStructure(0, 0, 0, 0)"),
    buffer<&Commands::GetAdapterDescriptor, BYTE>("GetAdapterDescriptor"),
    buffer<&Commands::GetDeviceDescriptor, BYTE>("GetDeviceDescriptor"),
    buffer<&Commands::GetDiscInformation, BYTE>("GetDiscInformation"),
    buffer<&Commands::GetTrackInformation, BYTE, 1u, IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK>(
        "GetTrackInformation of track 1"),
    buffer<&Commands::GetFeaturePage, BYTE, IMAPI_FEATURE_PAGE_TYPE_CORE, all_of_them>("GetFeaturePage(Core, FALSE)"),
    buffer<&Commands::GetModePage, BYTE, IMAPI_MODE_PAGE_TYPE_READ_WRITE_ERROR_RECOVERY,
           IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES>("GetModePage(1, current values)"),
    buffer<&Commands::GetSupportedFeaturePages, IMAPI_FEATURE_PAGE_TYPE, all_of_them>("GetSupportedFeaturePages"),
    buffer<&Commands::GetSupportedProfiles, IMAPI_PROFILE_TYPE, all_of_them>("GetSupportedProfiles"),
    buffer<&Commands::GetSupportedModePages, IMAPI_MODE_PAGE_TYPE, IMAPI_MODE_PAGE_REQUEST_TYPE_CURRENT_VALUES>(
        "GetSupportedModePages"),
    getter<Commands, &Commands::GetByteAlignmentMask>("GetByteAlignmentMask"),
    getter<Commands, &Commands::GetMaximumNonPageAlignedTransferSize>("GetMaximumNonPageAlignedTransferSize"),
    getter<Commands, &Commands::GetMaximumPageAlignedTransferSize>("GetMaximumPageAlignedTransferSize"),
};

constexpr std::array master_getters{
    getter<IDiscMaster2, &IDiscMaster2::get__NewEnum>("get__NewEnum"),
    getter<IDiscMaster2, &IDiscMaster2::get_Count>("get_Count"),
    getter<IDiscMaster2, &IDiscMaster2::get_IsSupportedEnvironment>("get_IsSupportedEnvironment"),
    Getter<IDiscMaster2>{"get_Item(0)",
                         [](IDiscMaster2* master, std::uint32_t fill) {
                           BSTR const before = unwritten<OLECHAR>(fill);
                           BSTR out = before;
                           const HRESULT hr = master->get_Item(0, &out);
                           if (SUCCEEDED(hr) && out != before) SysFreeString(out);
                           return out_pointer(hr, out != before);
                         }},
};

/// What is done with each answer.
using Judge = void (*)(Stage& stage, const std::string& call, const OutValue& value);
constexpr std::array fills{sentinel, other_sentinel};

template <class Interface, std::size_t count>
void judge_each(Stage& stage, Judge judge, std::string_view name, Interface* object,
                const std::array<Getter<Interface>, count>& getters) {
  for (const Getter<Interface>& each : getters) {
    for (const std::uint32_t fill : fills) {
      judge(stage, std::string(name) + ": " + std::string(each.member), each.ask(object, fill));
    }
  }
}

void judge_elements(Stage& stage, Judge judge) {
  const Reached reached = reach(stage);
  for (const Element& element : reached.elements) {
    for (const Property* property : element_properties) {
      if (!property->answered_by(element)) continue;
      for (const std::uint32_t fill : fills) {
        judge(stage, element.call(property->member), out_value(property->read(element, fill)));
      }
    }
  }
}

/// The two questions of IDiscFormat2 that have an argument.
void judge_questions(Stage& stage, Judge judge, IDiscFormat2* format, IDiscRecorder2* recorder) {
  using Question = HRESULT (STDMETHODCALLTYPE IDiscFormat2::*)(IDiscRecorder2*, VARIANT_BOOL*);
  for (const auto& [call, question] : {std::pair{"IsRecorderSupported", Question{&IDiscFormat2::IsRecorderSupported}},
                                       {"IsCurrentMediaSupported", &IDiscFormat2::IsCurrentMediaSupported}}) {
    for (const std::uint32_t fill : fills) {
      const auto before = static_cast<VARIANT_BOOL>(fill & 0xFFFFu);
      VARIANT_BOOL value = before;
      const HRESULT hr = (format->*question)(recorder, &value);
      judge(stage, "IDiscFormat2: " + std::string(call),
            out_value({.hr = hr, .value = value, .boolean = true, .untouched = value == before}));
    }
  }
}

void judge_writer(Stage& stage, Judge judge) {
  const Reached reached = reach_writer(stage);
  const com::String name(OLESTR("discbench"));
  reached.writer->put_ClientName(name.get());
  judge_each<IDiscFormat2>(stage, judge, "IDiscFormat2", reached.writer.get(), format_getters);
  judge_questions(stage, judge, reached.writer.get(), reached.recorder.get());
  judge_each(stage, judge, "IDiscFormat2Data", reached.writer.get(), data_getters);
}

void judge_eraser(Stage& stage, Judge judge) {
  const auto eraser = create_offered<IDiscFormat2Erase>(stage, CLSID_MsftDiscFormat2Erase, "MsftDiscFormat2Erase");
  const auto recorder = create_recorder(stage);
  const com::String name(OLESTR("discbench"));
  eraser->put_Recorder(recorder.get());
  eraser->put_ClientName(name.get());
  judge_each<IDiscFormat2>(stage, judge, "IDiscFormat2 of MsftDiscFormat2Erase", eraser.get(), format_getters);
  judge_questions(stage, judge, eraser.get(), recorder.get());
  judge_each(stage, judge, "IDiscFormat2Erase", eraser.get(), erase_getters);
}

void judge_recorder(Stage& stage, Judge judge) {
  const OwnRecorder own = open_own_recorder(stage);
  judge_each(stage, judge, "IDiscRecorder2", own.recorder.get(), recorder_getters);
  const auto commands = query<IDiscRecorder2Ex>(own.recorder.get());
  if (commands) judge_each(stage, judge, "IDiscRecorder2Ex", commands.get(), command_getters);
}

void judge_master(Stage& stage, Judge judge) {
  const auto master = create_offered<IDiscMaster2>(stage, CLSID_MsftDiscMaster2, "MsftDiscMaster2");
  judge_each(stage, judge, "IDiscMaster2", master.get(), master_getters);
}

/// Every object that the subject offers; one that it does not offer is nothing to be judged.
void judge_all(Stage& stage, Judge judge) {
  for (const auto part : {judge_elements, judge_writer, judge_eraser, judge_recorder, judge_master}) {
    try {
      part(stage, judge);
    } catch (const NotApplicable&) {
      // The others are looked at all the same.
    }
  }
}

void is_written(Stage& stage, const std::string& call, const OutValue& value) {
  stage.checker.compare(call, FAILED(value.hr) || value.written,
                        "failure, or success with a value that was written, and nothing behind it", value.text);
}

void is_canonical_where_boolean(Stage& stage, const std::string& call, const OutValue& value) {
  if (!value.boolean || FAILED(value.hr)) return;
  stage.checker.compare(call, value.canonical, "VARIANT_TRUE (0xFFFF) or VARIANT_FALSE (0x0000)", value.text);
}

void values_are_written(Stage& stage) { judge_all(stage, is_written); }
void booleans_are_canonical(Stage& stage) { judge_all(stage, is_canonical_where_boolean); }

constexpr std::array entries{
    Entry{{.id = "all.out-value.written",
           .page = codes_page,
           .level = Level::must,
           .statement = "A getter that answers success has written its out value, of whatever object it is."},
          nullptr,
          values_are_written},
    Entry{{.id = "all.out-value.canonical",
           .page = codes_page,
           .level = Level::must,
           .statement = "A boolean that a getter answers is VARIANT_TRUE or VARIANT_FALSE, of whatever object it is."},
          nullptr,
          booleans_are_canonical},
};

}  // namespace

std::span<const Entry> out_value_clauses() { return entries; }

}  // namespace discbench::check
