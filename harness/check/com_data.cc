// IDispatch of the writer: the names of its members, and its properties by Invoke as by the vtable.
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/hexadecimal.h"
#include "check/late_binding.h"
#include "check/properties.h"

namespace discbench::check {
namespace {

using contract::Level;

struct Name {
  const OLECHAR* name;
  std::string_view text;  ///< the same, for messages
  DISPID id;
};

// Windows SDK, imapi2.idl, IDiscFormat2 and IDiscFormat2Data.
constexpr std::array names{
    Name{OLESTR("IsRecorderSupported"), "IsRecorderSupported", 0x800},
    Name{OLESTR("IsCurrentMediaSupported"), "IsCurrentMediaSupported", 0x801},
    Name{OLESTR("MediaPhysicallyBlank"), "MediaPhysicallyBlank", 0x700},
    Name{OLESTR("MediaHeuristicallyBlank"), "MediaHeuristicallyBlank", 0x701},
    Name{OLESTR("SupportedMediaTypes"), "SupportedMediaTypes", 0x702},
    Name{OLESTR("Recorder"), "Recorder", 0x100},
    Name{OLESTR("BufferUnderrunFreeDisabled"), "BufferUnderrunFreeDisabled", 0x101},
    Name{OLESTR("PostgapAlreadyInImage"), "PostgapAlreadyInImage", 0x104},
    Name{OLESTR("CurrentMediaStatus"), "CurrentMediaStatus", 0x106},
    Name{OLESTR("WriteProtectStatus"), "WriteProtectStatus", 0x107},
    Name{OLESTR("TotalSectorsOnMedia"), "TotalSectorsOnMedia", 0x108},
    Name{OLESTR("FreeSectorsOnMedia"), "FreeSectorsOnMedia", 0x109},
    Name{OLESTR("NextWritableAddress"), "NextWritableAddress", 0x10A},
    Name{OLESTR("StartAddressOfPreviousSession"), "StartAddressOfPreviousSession", 0x10B},
    Name{OLESTR("LastWrittenAddressOfPreviousSession"), "LastWrittenAddressOfPreviousSession", 0x10C},
    Name{OLESTR("ForceMediaToBeClosed"), "ForceMediaToBeClosed", 0x10D},
    Name{OLESTR("DisableConsumerDvdCompatibilityMode"), "DisableConsumerDvdCompatibilityMode", 0x10E},
    Name{OLESTR("CurrentPhysicalMediaType"), "CurrentPhysicalMediaType", 0x10F},
    Name{OLESTR("ClientName"), "ClientName", 0x110},
    Name{OLESTR("RequestedWriteSpeed"), "RequestedWriteSpeed", 0x111},
    Name{OLESTR("RequestedRotationTypeIsPureCAV"), "RequestedRotationTypeIsPureCAV", 0x112},
    Name{OLESTR("CurrentWriteSpeed"), "CurrentWriteSpeed", 0x113},
    Name{OLESTR("CurrentRotationTypeIsPureCAV"), "CurrentRotationTypeIsPureCAV", 0x114},
    Name{OLESTR("SupportedWriteSpeeds"), "SupportedWriteSpeeds", 0x115},
    Name{OLESTR("SupportedWriteSpeedDescriptors"), "SupportedWriteSpeedDescriptors", 0x116},
    Name{OLESTR("ForceOverwrite"), "ForceOverwrite", 0x117},
    Name{OLESTR("MultisessionInterfaces"), "MultisessionInterfaces", 0x118},
    Name{OLESTR("Write"), "Write", 0x200},
    Name{OLESTR("CancelWrite"), "CancelWrite", 0x201},
    Name{OLESTR("SetWriteSpeed"), "SetWriteSpeed", 0x202},
};

void names_lead_to_numbers(Stage& stage) {
  const auto writer = create_writer(stage);
  for (const Name& each : names) {
    DISPID id = static_cast<DISPID>(sentinel);
    const HRESULT hr = id_of_name(writer.get(), each.name, id);
    stage.checker.compare("IDiscFormat2Data: GetIDsOfNames(" + std::string(each.text) + ")",
                          SUCCEEDED(hr) && id == each.id,
                          "success with " + hexadecimal(static_cast<std::uint32_t>(each.id)),
                          describe(hr) + " with " + hexadecimal(static_cast<std::uint32_t>(id)));
  }
}

/// One property both ways.
template <auto get>
void compare_ways(Stage& stage, IDiscFormat2Data* writer, std::string_view member, DISPID id) {
  const Reading early = settled([&] { return read(writer, get); });
  const LateReading late = read_late(writer, id, early.boolean);
  const bool same = early.succeeded() == late.reading.succeeded() &&
                    (!early.succeeded() || (late.right_type && late.reading.value == early.value));
  stage.checker.compare(
      "IDiscFormat2Data: Invoke(" + std::string(member) + ", DISPATCH_PROPERTYGET)", same,
      early.succeeded() ? "success with " + describe_value(early) + ", as by the vtable" : "failure, as by the vtable",
      describe(late));
}

void ways_agree(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.require("put_Recorder", writer->put_Recorder(recorder.get()));
  IDiscFormat2Data* object = writer.get();
  compare_ways<&IDiscFormat2Data::get_NextWritableAddress>(stage, object, "NextWritableAddress", 0x10A);
  compare_ways<&IDiscFormat2Data::get_FreeSectorsOnMedia>(stage, object, "FreeSectorsOnMedia", 0x109);
  compare_ways<&IDiscFormat2Data::get_TotalSectorsOnMedia>(stage, object, "TotalSectorsOnMedia", 0x108);
  compare_ways<&IDiscFormat2Data::get_MediaPhysicallyBlank>(stage, object, "MediaPhysicallyBlank", 0x700);
  for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_FALSE}) {
    const HRESULT hr = invoke_put(object, 0x10D, value);
    stage.checker.succeeded("IDiscFormat2Data: Invoke(ForceMediaToBeClosed, DISPATCH_PROPERTYPUT)", hr);
    compare_ways<&IDiscFormat2Data::get_ForceMediaToBeClosed>(stage, object, "ForceMediaToBeClosed", 0x10D);
    const Reading put = read(object, &IDiscFormat2Data::get_ForceMediaToBeClosed);
    stage.checker.compare("IDiscFormat2Data: get_ForceMediaToBeClosed after Invoke", put.value == value,
                          describe_boolean(value), describe(put));
  }
}

constexpr std::array entries{
    Entry{{.id = "com.get-ids-of-names.data",
           .page = "nf-oaidl-idispatch-getidsofnames",
           .level = Level::must,
           .statement = "The names of the members of IDiscFormat2 and IDiscFormat2Data lead to their numbers."},
          nullptr,
          names_lead_to_numbers},
    Entry{{.id = "com.invoke.data",
           .page = "nf-oaidl-idispatch-invoke",
           .level = Level::must,
           .statement = "A property of the writer answers by Invoke what it answers by the vtable, and is put by it."},
          nullptr,
          ways_agree},
};

}  // namespace

std::span<const Entry> com_data_clauses() { return entries; }

}  // namespace discbench::check
