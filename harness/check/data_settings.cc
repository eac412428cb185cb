// IDiscFormat2Data: the wishes for the next write, and how two of them leave the disc.
#include <algorithm>
#include <array>

#include "check/circumstances.h"
#include "check/disc_facts.h"
#include "check/groups.h"
#include "check/offered.h"

namespace discbench::check {
namespace {

using contract::Level;
using Status = DiscFacts::Status;

constexpr std::string_view closed_page = "nf-imapi2-idiscformat2data-put_forcemediatobeclosed";
constexpr std::string_view compatible_page = "nf-imapi2-idiscformat2data-put_disableconsumerdvdcompatibilitymode";

/// A property of the writer that is put and got.
struct Setting {
  std::string_view name;
  HRESULT (STDMETHODCALLTYPE IDiscFormat2Data::*put)(VARIANT_BOOL);
  HRESULT (STDMETHODCALLTYPE IDiscFormat2Data::*get)(VARIANT_BOOL*);
};
constexpr Setting buffer_underrun_free_disabled{"BufferUnderrunFreeDisabled",
                                                &IDiscFormat2Data::put_BufferUnderrunFreeDisabled,
                                                &IDiscFormat2Data::get_BufferUnderrunFreeDisabled};
constexpr Setting postgap_already_in_image{"PostgapAlreadyInImage", &IDiscFormat2Data::put_PostgapAlreadyInImage,
                                           &IDiscFormat2Data::get_PostgapAlreadyInImage};
constexpr Setting force_media_to_be_closed{"ForceMediaToBeClosed", &IDiscFormat2Data::put_ForceMediaToBeClosed,
                                           &IDiscFormat2Data::get_ForceMediaToBeClosed};
constexpr Setting disable_compatibility{"DisableConsumerDvdCompatibilityMode",
                                        &IDiscFormat2Data::put_DisableConsumerDvdCompatibilityMode,
                                        &IDiscFormat2Data::get_DisableConsumerDvdCompatibilityMode};
constexpr Setting force_overwrite{"ForceOverwrite", &IDiscFormat2Data::put_ForceOverwrite,
                                  &IDiscFormat2Data::get_ForceOverwrite};

template <const Setting& setting>
void is_false_at_first(Stage& stage) {
  const auto writer = create_writer(stage);
  const std::string call = "IDiscFormat2Data: get_" + std::string(setting.name) + " of a new writer";
  const Reading reading = read(writer.get(), setting.get);
  skip_not_implemented(stage, call, reading.hr);
  stage.checker.note_success_code(call, reading.hr);
  stage.checker.compare(call, reading.succeeded() && reading.value == VARIANT_FALSE, "success with VARIANT_FALSE",
                        describe(reading));
}

template <const Setting& setting>
void gives_back_what_was_put(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.require("put_Recorder", writer->put_Recorder(recorder.get()));
  for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_FALSE, VARIANT_TRUE}) {
    const std::string put = "put_" + std::string(setting.name) + "(" + (value == VARIANT_TRUE ? "TRUE" : "FALSE") + ")";
    const HRESULT hr = (writer.get()->*setting.put)(value);
    skip_not_implemented(stage, put, hr);
    stage.checker.succeeded("IDiscFormat2Data: " + put, hr);
    const Reading reading = read(writer.get(), setting.get);
    skip_not_implemented(stage, "get_" + std::string(setting.name), reading.hr);
    stage.checker.compare("IDiscFormat2Data: get_" + std::string(setting.name) + " after " + put,
                          reading.succeeded() && reading.value == value, "success with " + describe_boolean(value),
                          describe(reading));
  }
}

/// The page names CD-R, CD-RW, DVD-R and DVD+R as the media that it is of use for.
void note_underrun_protection(Stage& stage) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.require("put_Recorder", writer->put_Recorder(recorder.get()));
  const HRESULT put = writer->put_BufferUnderrunFreeDisabled(VARIANT_TRUE);
  const Reading type = read(writer.get(), &IDiscFormat2Data::get_CurrentPhysicalMediaType);
  stage.checker.note("put_BufferUnderrunFreeDisabled(TRUE) gives " + describe(put) +
                     "; get_CurrentPhysicalMediaType gives " + describe(type));
}

std::string where_written(const expectation::Expectations& expectations,
                          std::initializer_list<IMAPI_MEDIA_PHYSICAL_TYPE> types, std::string_view name) {
  const auto type = range_of(expectations, "data.current-physical-media-type");
  const bool wanted =
      type.has_value() && type->min == type->max && std::find(types.begin(), types.end(), type->min) != types.end();
  return wanted ? why_not_writable(expectations) : "the medium is no " + std::string(name);
}
std::string where_a_dvd_plus_r_is_written(const expectation::Expectations& expectations) {
  return where_written(expectations, {IMAPI_MEDIA_TYPE_DVDPLUSR}, "DVD+R");
}
/// The kinds of media that the page names.
std::string where_a_cd_or_dvd_dash_is_written(const expectation::Expectations& expectations) {
  return where_written(
      expectations,
      {IMAPI_MEDIA_TYPE_CDR, IMAPI_MEDIA_TYPE_CDRW, IMAPI_MEDIA_TYPE_DVDDASHR, IMAPI_MEDIA_TYPE_DVDDASHRW},
      "CD and no DVD-R or DVD-RW");
}

/// Burns by the two settings, and compares what the device says of the disc.
void leaves_the_disc(Stage& stage, const Closing& closing, Status wanted) {
  const auto recorder = create_recorder(stage);
  const auto writer = create_writer(stage);
  stage.checker.require("put_Recorder", writer->put_Recorder(recorder.get()));
  burn_as(stage, writer.get(), closing, burned_sectors);
  const DiscFacts disc = ask_disc(stage, recorder.get());
  const std::string settings = std::string("ForceMediaToBeClosed ") +
                               (closing.force_media_to_be_closed == VARIANT_TRUE ? "TRUE" : "FALSE") +
                               ", DisableConsumerDvdCompatibilityMode " +
                               (closing.disable_consumer_dvd_compatibility_mode == VARIANT_TRUE ? "TRUE" : "FALSE");
  stage.checker.compare(
      "IDiscFormat2Data: Write with " + settings + ", then READ DISC INFORMATION", disc.status == wanted,
      wanted == Status::appendable ? "a disc that is appendable" : "a disc that is finalised", disc.text());
}

template <VARIANT_BOOL force, VARIANT_BOOL disable, Status wanted>
void leaves(Stage& stage) {
  leaves_the_disc(stage, {force, disable}, wanted);
}

/// Little room, so that a small burn leaves two hundredths at most; and enough of it for that burn.
std::string where_nearly_full(const expectation::Expectations& expectations) {
  const auto free = range_of(expectations, "data.free-sectors-on-media");
  const auto total = range_of(expectations, "data.total-sectors-on-media");
  const bool nearly =
      free && total && free->min > burned_sectors * 2 && (free->max - burned_sectors) * 50 <= total->min;
  return nearly ? "" : "the medium is not just short of 98 % full";
}

constexpr std::array entries{
    Entry{{.id = "data.force-media-to-be-closed.default",
           .page = closed_page,
           .level = Level::must,
           .statement = "ForceMediaToBeClosed is VARIANT_FALSE at first."},
          nullptr,
          is_false_at_first<force_media_to_be_closed>},
    Entry{{.id = "data.force-media-to-be-closed.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_forcemediatobeclosed",
           .level = Level::must,
           .statement = "get_ForceMediaToBeClosed answers what was put."},
          nullptr,
          gives_back_what_was_put<force_media_to_be_closed>},
    Entry{{.id = "data.force-media-to-be-closed.closes",
           .page = closed_page,
           .level = Level::must,
           .statement = "With VARIANT_TRUE the next write closes the disc: nothing can be added any more."},
          why_not_writable,
          leaves<VARIANT_TRUE, VARIANT_TRUE, Status::finalised>},
    Entry{{.id = "data.force-media-to-be-closed.stays-open",
           .page = closed_page,
           .level = Level::must,
           .statement = "With VARIANT_FALSE the disc stays open for a further session."},
          why_not_writable,
          leaves<VARIANT_FALSE, VARIANT_TRUE, Status::appendable>},
    Entry{{.id = "data.force-media-to-be-closed.nearly-full",
           .page = closed_page,
           .level = Level::must,
           .statement = "Where the write leaves 2 % or less free it closes the disc, whatever the property says."},
          where_nearly_full,
          leaves<VARIANT_FALSE, VARIANT_TRUE, Status::finalised>},
    Entry{{.id = "data.force-media-to-be-closed.erase",
           .page = closed_page,
           .level = Level::must,
           .statement = "A rewritable disc that was closed can be erased.",
           .ineligible = "there is no CD-RW and no DVD-RW among the media of the rig"}},
    Entry{{.id = "data.disable-consumer-dvd-compatibility-mode.default",
           .page = compatible_page,
           .level = Level::must,
           .statement = "DisableConsumerDvdCompatibilityMode is VARIANT_FALSE at first."},
          nullptr,
          is_false_at_first<disable_compatibility>},
    Entry{{.id = "data.disable-consumer-dvd-compatibility-mode.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_disableconsumerdvdcompatibilitymode",
           .level = Level::must,
           .statement = "get_DisableConsumerDvdCompatibilityMode answers what was put."},
          nullptr,
          gives_back_what_was_put<disable_compatibility>},
    Entry{{.id = "data.disable-consumer-dvd-compatibility-mode.closes-dvd-plus-r",
           .page = compatible_page,
           .level = Level::must,
           .statement = "With VARIANT_FALSE a write closes a DVD+R, even where ForceMediaToBeClosed is VARIANT_FALSE."},
          where_a_dvd_plus_r_is_written,
          leaves<VARIANT_FALSE, VARIANT_FALSE, Status::finalised>},
    Entry{{.id = "data.disable-consumer-dvd-compatibility-mode.closes-dvd-plus-r-by-force",
           .page = compatible_page,
           .level = Level::must,
           .statement = "With ForceMediaToBeClosed VARIANT_TRUE a DVD+R is closed in either mode."},
          where_a_dvd_plus_r_is_written,
          leaves<VARIANT_TRUE, VARIANT_FALSE, Status::finalised>},
    Entry{{.id = "data.disable-consumer-dvd-compatibility-mode.keeps-dvd-plus-r-open",
           .page = compatible_page,
           .level = Level::must,
           .statement = "With VARIANT_TRUE, and ForceMediaToBeClosed VARIANT_FALSE, a DVD+R stays appendable."},
          where_a_dvd_plus_r_is_written,
          leaves<VARIANT_FALSE, VARIANT_TRUE, Status::appendable>},
    Entry{{.id = "data.disable-consumer-dvd-compatibility-mode.no-effect-elsewhere",
           .page = compatible_page,
           .level = Level::must,
           .statement = "On CD, DVD-R and DVD-RW the property has no effect: VARIANT_FALSE closes nothing."},
          where_a_cd_or_dvd_dash_is_written,
          leaves<VARIANT_FALSE, VARIANT_FALSE, Status::appendable>},
    Entry{{.id = "data.force-overwrite.default",
           .page = "nf-imapi2-idiscformat2data-put_forceoverwrite",
           .level = Level::must,
           .statement = "ForceOverwrite is VARIANT_FALSE at first."},
          nullptr,
          is_false_at_first<force_overwrite>},
    Entry{{.id = "data.force-overwrite.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_forceoverwrite",
           .level = Level::must,
           .statement = "get_ForceOverwrite answers what was put."},
          nullptr,
          gives_back_what_was_put<force_overwrite>},
    Entry{{.id = "data.buffer-underrun-free-disabled.default",
           .page = "nf-imapi2-idiscformat2data-put_bufferunderrunfreedisabled",
           .level = Level::info,
           .statement = "BufferUnderrunFreeDisabled is VARIANT_FALSE at first."},
          nullptr,
          is_false_at_first<buffer_underrun_free_disabled>},
    Entry{{.id = "data.buffer-underrun-free-disabled.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_bufferunderrunfreedisabled",
           .level = Level::must,
           .statement = "get_BufferUnderrunFreeDisabled answers what was put."},
          nullptr,
          gives_back_what_was_put<buffer_underrun_free_disabled>},
    Entry{
        {.id = "data.buffer-underrun-free-disabled.media",
         .page = "nf-imapi2-idiscformat2data-put_bufferunderrunfreedisabled",
         .level = Level::info,
         .statement = "It is of use on CD-R, CD-RW, DVD-R and DVD+R alone; what it does elsewhere is not documented."},
        nullptr,
        note_underrun_protection},
    Entry{{.id = "data.postgap-already-in-image.default",
           .page = "nf-imapi2-idiscformat2data-put_postgapalreadyinimage",
           .level = Level::info,
           .statement = "PostgapAlreadyInImage is VARIANT_FALSE at first."},
          nullptr,
          is_false_at_first<postgap_already_in_image>},
    Entry{{.id = "data.postgap-already-in-image.round-trip",
           .page = "nf-imapi2-idiscformat2data-get_postgapalreadyinimage",
           .level = Level::must,
           .statement = "get_PostgapAlreadyInImage answers what was put."},
          nullptr,
          gives_back_what_was_put<postgap_already_in_image>},
};

}  // namespace

std::span<const Entry> data_setting_clauses() { return entries; }

}  // namespace discbench::check
