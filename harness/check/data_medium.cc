// IDiscFormat2Data: what it says of the medium beside addresses, and what it takes for a client and for a pointer.
#include <array>

#include "check/circumstances.h"
#include "check/documented_failures.h"
#include "check/groups.h"
#include "check/hexadecimal.h"
#include "check/offered.h"
#include "check/property_checks.h"
#include "com/text.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view type_page = "nf-imapi2-idiscformat2data-get_currentphysicalmediatype";
constexpr std::string_view free_page = "nf-imapi2-idiscformat2data-get_freesectorsonmedia";

void answers_the_bases(Stage& stage) {
  const auto writer = create_writer(stage);
  answers_interface<IDiscFormat2Data>(stage, writer.get(), "IDiscFormat2Data");
  answers_interface<IDiscFormat2>(stage, writer.get(), "IDiscFormat2");
  answers_interface<IDispatch>(stage, writer.get(), "IDispatch");
  answers_interface<IUnknown>(stage, writer.get(), "IUnknown");
}

constexpr std::array null_calls{
    NullCall<IDiscFormat2Data>{"get_Recorder", into_null<&IDiscFormat2Data::get_Recorder>},
    NullCall<IDiscFormat2Data>{"get_BufferUnderrunFreeDisabled",
                               into_null<&IDiscFormat2Data::get_BufferUnderrunFreeDisabled>},
    NullCall<IDiscFormat2Data>{"get_PostgapAlreadyInImage", into_null<&IDiscFormat2Data::get_PostgapAlreadyInImage>},
    NullCall<IDiscFormat2Data>{"get_CurrentMediaStatus", into_null<&IDiscFormat2Data::get_CurrentMediaStatus>},
    NullCall<IDiscFormat2Data>{"get_WriteProtectStatus", into_null<&IDiscFormat2Data::get_WriteProtectStatus>},
    NullCall<IDiscFormat2Data>{"get_TotalSectorsOnMedia", into_null<&IDiscFormat2Data::get_TotalSectorsOnMedia>},
    NullCall<IDiscFormat2Data>{"get_FreeSectorsOnMedia", into_null<&IDiscFormat2Data::get_FreeSectorsOnMedia>},
    NullCall<IDiscFormat2Data>{"get_NextWritableAddress", into_null<&IDiscFormat2Data::get_NextWritableAddress>},
    NullCall<IDiscFormat2Data>{"get_StartAddressOfPreviousSession",
                               into_null<&IDiscFormat2Data::get_StartAddressOfPreviousSession>},
    NullCall<IDiscFormat2Data>{"get_LastWrittenAddressOfPreviousSession",
                               into_null<&IDiscFormat2Data::get_LastWrittenAddressOfPreviousSession>},
    NullCall<IDiscFormat2Data>{"get_ForceMediaToBeClosed", into_null<&IDiscFormat2Data::get_ForceMediaToBeClosed>},
    NullCall<IDiscFormat2Data>{"get_DisableConsumerDvdCompatibilityMode",
                               into_null<&IDiscFormat2Data::get_DisableConsumerDvdCompatibilityMode>},
    NullCall<IDiscFormat2Data>{"get_CurrentPhysicalMediaType",
                               into_null<&IDiscFormat2Data::get_CurrentPhysicalMediaType>},
    NullCall<IDiscFormat2Data>{"get_ClientName", into_null<&IDiscFormat2Data::get_ClientName>},
    NullCall<IDiscFormat2Data>{"get_RequestedWriteSpeed", into_null<&IDiscFormat2Data::get_RequestedWriteSpeed>},
    NullCall<IDiscFormat2Data>{"get_RequestedRotationTypeIsPureCAV",
                               into_null<&IDiscFormat2Data::get_RequestedRotationTypeIsPureCAV>},
    NullCall<IDiscFormat2Data>{"get_CurrentWriteSpeed", into_null<&IDiscFormat2Data::get_CurrentWriteSpeed>},
    NullCall<IDiscFormat2Data>{"get_CurrentRotationTypeIsPureCAV",
                               into_null<&IDiscFormat2Data::get_CurrentRotationTypeIsPureCAV>},
    NullCall<IDiscFormat2Data>{"get_SupportedWriteSpeeds", into_null<&IDiscFormat2Data::get_SupportedWriteSpeeds>},
    NullCall<IDiscFormat2Data>{"get_SupportedWriteSpeedDescriptors",
                               into_null<&IDiscFormat2Data::get_SupportedWriteSpeedDescriptors>},
    NullCall<IDiscFormat2Data>{"get_ForceOverwrite", into_null<&IDiscFormat2Data::get_ForceOverwrite>},
};

void survives_null(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  refuse_null(stage, writer.get(), null_calls);
}

void refuses_no_name(Stage& stage) {
  const auto writer = create_writer(stage);
  const com::String empty(OLESTR(""));
  for (const auto& [text, name] : {std::pair{"NULL", BSTR{}}, std::pair{"\"\"", empty.get()}}) {
    const HRESULT hr = writer->put_ClientName(name);
    skip_not_implemented(stage, "put_ClientName", hr);
    const std::string call = "IDiscFormat2Data: put_ClientName(" + std::string(text) + ")";
    stage.checker.failed(call, hr);
    if (hr != E_IMAPI_DF2DATA_CLIENT_NAME_IS_NOT_VALID) stage.checker.note(call + " gives " + describe(hr));
  }
}

/// A value made of bits: a success has none that the enumeration lacks.
template <auto get, std::uint32_t listed>
void has_listed_bits_alone(Stage& stage, std::string_view member) {
  const auto writer = writer_with_recorder(stage);
  const Reading reading = read(writer.get(), get);
  skip_not_implemented(stage, member, reading.hr);
  const auto bits = static_cast<std::uint32_t>(reading.value);
  stage.checker.compare("IDiscFormat2Data: " + std::string(member), !reading.succeeded() || (bits & ~listed) == 0,
                        "failure, or success with no bit outside " + hexadecimal(listed, 4),
                        describe(reading) + " (" + hexadecimal(bits, 8) + ")");
}

void status_has_listed_bits(Stage& stage) {
  constexpr std::uint32_t listed =
      IMAPI_FORMAT2_DATA_MEDIA_STATE_INFORMATIONAL_MASK | IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MASK;
  has_listed_bits_alone<&IDiscFormat2Data::get_CurrentMediaStatus, listed>(stage, "get_CurrentMediaStatus");
}

void protection_has_listed_bits(Stage& stage) {
  constexpr std::uint32_t listed = IMAPI_WRITEPROTECTED_UNTIL_POWERDOWN | IMAPI_WRITEPROTECTED_BY_CARTRIDGE |
                                   IMAPI_WRITEPROTECTED_BY_MEDIA_SPECIFIC_REASON |
                                   IMAPI_WRITEPROTECTED_BY_SOFTWARE_WRITE_PROTECT |
                                   IMAPI_WRITEPROTECTED_BY_DISC_CONTROL_BLOCK | IMAPI_WRITEPROTECTED_READ_ONLY_MEDIA;
  has_listed_bits_alone<&IDiscFormat2Data::get_WriteProtectStatus, listed>(stage, "get_WriteProtectStatus");
}

void type_is_listed(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const Reading reading = data::current_physical_media_type.read(writer.get());
  skip_not_implemented(stage, "get_CurrentPhysicalMediaType", reading.hr);
  const bool listed = reading.value >= IMAPI_MEDIA_TYPE_UNKNOWN && reading.value <= IMAPI_MEDIA_TYPE_MAX;
  stage.checker.compare(data::current_physical_media_type.member, !reading.succeeded() || listed,
                        "failure, or success with 0 to " + std::to_string(IMAPI_MEDIA_TYPE_MAX), describe(reading));
}

void type_without_recorder(Stage& stage) {
  const auto writer = create_writer(stage);
  const Reading reading = data::current_physical_media_type.read(writer.get());
  const std::string call = "IDiscFormat2Data: get_CurrentPhysicalMediaType before put_Recorder";
  stage.checker.compare(call, !(reading.succeeded() && reading.untouched),
                        "failure, or success with a value that was written", describe(reading));
  stage.checker.note(call + " gives " + describe(reading));
}

void total_covers_free(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const Reading total = data::total_sectors_on_media.read(writer.get());
  const Reading free = data::free_sectors_on_media.read(writer.get());
  if (!total.succeeded() || !free.succeeded()) stage.checker.not_applicable("not both numbers can be had here");
  stage.checker.compare("IDiscFormat2Data: FreeSectorsOnMedia <= TotalSectorsOnMedia", free.value <= total.value,
                        std::to_string(total.value) + " or less", describe(free));
}

/// The boot sector and what cannot be used make the total more than used and free sectors.
void note_the_rest_of_the_total(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const Reading total = data::total_sectors_on_media.read(writer.get());
  const Reading free = data::free_sectors_on_media.read(writer.get());
  const Reading next = data::next_writable_address.read(writer.get());
  stage.checker.note("get_TotalSectorsOnMedia gives " + describe(total) + ", get_FreeSectorsOnMedia " + describe(free) +
                     ", get_NextWritableAddress " + describe(next));
  if (!total.succeeded() || !free.succeeded() || !next.succeeded()) return;
  stage.checker.note("sectors that are neither behind nor before the next write: " +
                     std::to_string(total.value - free.value - next.value));
}

void note_force_overwrite(Stage& stage) {
  const auto writer = writer_with_recorder(stage);
  const Reading before = data::free_sectors_on_media.read(writer.get());
  writer->put_ForceOverwrite(VARIANT_TRUE);
  const Reading after = data::free_sectors_on_media.read(writer.get());
  stage.checker.note("get_FreeSectorsOnMedia gives " + describe(before) + ", with ForceOverwrite VARIANT_TRUE " +
                     describe(after));
}

constexpr std::array entries{
    Entry{{.id = "data.class.interfaces",
           .page = "nn-imapi2-idiscformat2data",
           .level = Level::must,
           .statement = "MsftDiscFormat2Data can be created, and answers IDiscFormat2Data and what that derives from."},
          nullptr,
          answers_the_bases},
    Entry{{.id = "data.class.script-name",
           .page = "nn-imapi2-idiscformat2data",
           .level = Level::info,
           .statement = "The object is IMAPI2.MsftDiscFormat2Data for scripts.",
           .ineligible = "names for scripts lie in the registry of Windows, which a library does not show"}},
    Entry{{.id = "data.properties.null",
           .page = "nn-imapi2-idiscformat2data",
           .level = Level::must,
           .statement = "A NULL out pointer is answered by failure by every getter, and survived."},
          nullptr,
          survives_null},
    Entry{{.id = "data.client-name.empty",
           .page = "nf-imapi2-idiscformat2data-put_clientname",
           .level = Level::must,
           .statement = "A client name that is NULL or empty is refused."},
          nullptr,
          refuses_no_name},
    Entry{{.id = "data.current-media-status.bits",
           .page = "ne-imapi2-imapi_format2_data_media_state",
           .level = Level::may,
           .statement = "The state is a set of the enumeration's bits, several at once if need be, and no others."},
          nullptr,
          status_has_listed_bits},
    Entry{{.id = "data.write-protect-status.bits",
           .page = "nf-imapi2-idiscformat2data-get_writeprotectstatus",
           .level = Level::may,
           .statement = "The protection is a set of the enumeration's bits and no others."},
          nullptr,
          protection_has_listed_bits},
    Entry{{.id = "data.write-protect-status.value",
           .page = "ne-imapi2-imapi_media_write_protect_state",
           .level = Level::may,
           .statement = "The bits tell why nothing can be written, and none is set where something can."},
          expects<data::write_protect_status>,
          writer_answers_as_expected<data::write_protect_status>},
    Entry{{.id = "data.current-physical-media-type.listed",
           .page = "ne-imapi2-imapi_media_physical_type",
           .level = Level::may,
           .statement = "The type of medium is one of the enumeration's."},
          nullptr,
          type_is_listed},
    Entry{{.id = "data.current-physical-media-type.before-recorder",
           .page = type_page,
           .level = Level::may,
           .statement = "Before put_Recorder the call may fail, by E_POINTER or E_IMAPI_RECORDER_REQUIRED, or answer."},
          nullptr,
          type_without_recorder},
    Entry{{.id = "data.total-sectors-on-media.covers-free",
           .page = "nf-imapi2-idiscformat2data-get_totalsectorsonmedia",
           .level = Level::must,
           .statement = "The total counts free sectors and used ones: what is free is never more."},
          nullptr,
          total_covers_free},
    Entry{{.id = "data.total-sectors-on-media.boot-sector",
           .page = "nf-imapi2-idiscformat2data-get_totalsectorsonmedia",
           .level = Level::info,
           .statement = "The total counts the boot sector, too, and sectors that cannot be used, even on a blank disc: "
                        "how many is told."},
          where_there_is_a_medium,
          note_the_rest_of_the_total},
    Entry{{.id = "data.free-sectors-on-media.force-overwrite",
           .page = free_page,
           .level = Level::info,
           .statement = "With ForceOverwrite the total is what counts, and not what is free."},
          nullptr,
          note_force_overwrite},
};

}  // namespace

std::span<const Entry> data_medium_clauses() { return entries; }

}  // namespace discbench::check
