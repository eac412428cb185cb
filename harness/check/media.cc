// What the guide says of media and sessions in general.
#include <algorithm>
#include <array>

#include "check/circumstances.h"
#include "check/groups.h"
#include "check/properties.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view guide_page = "creating-a-multisession-disc";
constexpr std::string_view layout_page = "imapi-multisession-layout";

bool is_one_of(std::int64_t type, std::initializer_list<IMAPI_MEDIA_PHYSICAL_TYPE> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}
/// Multisession in both generations, and since Windows 7 alone.
bool has_sessions(std::int64_t type) {
  return is_one_of(type, {IMAPI_MEDIA_TYPE_CDR, IMAPI_MEDIA_TYPE_CDRW, IMAPI_MEDIA_TYPE_DVDPLUSR,
                          IMAPI_MEDIA_TYPE_DVDDASHR, IMAPI_MEDIA_TYPE_DVDPLUSR_DUALLAYER, IMAPI_MEDIA_TYPE_BDR});
}
bool is_rewritten(std::int64_t type) {
  return is_one_of(
      type, {IMAPI_MEDIA_TYPE_DVDPLUSRW, IMAPI_MEDIA_TYPE_DVDDASHRW, IMAPI_MEDIA_TYPE_DVDRAM, IMAPI_MEDIA_TYPE_BDRE});
}

constexpr char left_open[] = "whether a session can be added in this state is left open";

/// The scenario demands that a property is VARIANT_TRUE.
bool demands_true(const expectation::Expectations& expectations, std::string_view key) {
  const auto found = expectations.find(key);
  const auto values = range_of(expectations, key);
  return values && values->max == VARIANT_TRUE && found->second.result == expectation::Expectation::Result::ok;
}

/// The scenario says that the medium can be added to or overwritten, and of which type it is.
std::string where_a_listed_medium_can_be_written(const expectation::Expectations& expectations) {
  const auto status = range_of(expectations, "data.current-media-status");
  const auto type = range_of(expectations, "data.current-physical-media-type");
  if (type && type->min == type->max && is_rewritten(type->min)) {
    // Whether it is blank or not: what can be overwritten is.
    return demands_true(expectations, random_write::is_supported_on_current_media_state.key) ? "" : left_open;
  }
  constexpr std::int64_t open = IMAPI_FORMAT2_DATA_MEDIA_STATE_APPENDABLE;
  constexpr std::int64_t blank_or_useless =
      IMAPI_FORMAT2_DATA_MEDIA_STATE_BLANK | IMAPI_FORMAT2_DATA_MEDIA_STATE_UNSUPPORTED_MASK;
  const bool known = status && type && status->min == status->max && type->min == type->max;
  const bool written = known && (status->min & open) != 0 && (status->min & blank_or_useless) == 0;
  if (!written || !has_sessions(type->min)) {
    return "the scenario does not say that a listed medium can be added to";
  }
  const auto supported = range_of(expectations, is_supported_on_current_media_state.key);
  return supported && supported->max == VARIANT_TRUE ? "" : left_open;
}

void some_element_is_supported(Stage& stage) {
  const auto type = range_of(stage.rig.expectations(), "data.current-physical-media-type");
  if (stage.generation == contract::Generation::xp_vista && is_rewritten(type->min)) {
    stage.checker.not_applicable("multisession on this medium came with Windows 7");
  }
  const Reached reached = reach(stage);
  std::string names;
  bool supported = false;
  for (const Element& element : reached.elements) {
    if (is_supported(element)) supported = true;
    names += (names.empty() ? "" : "; ") + element.name;
  }
  stage.checker.compare("IsSupportedOnCurrentMediaState of every element", supported,
                        "VARIANT_TRUE of one at least: the medium is listed for multisession", "none of " + names);
}

void note_session_cost(Stage& stage) {
  const Reached reached = reach(stage);
  const Element& element = *elements_with(stage, reached, free_sectors_on_media).front();
  const Reading before = settled([&] { return free_sectors_on_media.read(element, sentinel); });
  burn(stage, reached, burned_sectors);
  const Reading after = settled([&] { return free_sectors_on_media.read(element, sentinel); });
  if (!before.succeeded() || !after.succeeded()) stage.checker.not_applicable("get_FreeSectorsOnMedia fails here");
  stage.checker.note("a session of " + std::to_string(burned_sectors) + " sectors costs " +
                     std::to_string(before.value - after.value) + " sectors of 2048 bytes");
}

constexpr std::array general_entries{
    Entry{{.id = "all.multisession.media-types",
           .page = guide_page,
           .level = Level::must,
           .statement = "Sessions can be added on CD-R, CD-RW, DVD-R, DVD+R, DVD+R DL and BD-R, and since Windows 7 on "
                        "DVD-RW, DVD+RW, DVD-RAM and BD-RE: an element, of whatever kind, supports the medium."},
          where_a_listed_medium_can_be_written,
          some_element_is_supported},
    Entry{{.id = "all.multisession.logical-sessions",
           .page = layout_page,
           .level = Level::must,
           .statement = "On rewritable media a session follows the one before it, and the first one's anchor points to "
                        "the newest volume.",
           .ineligible = "speaks of the file systems on the medium, which the subject does not write"}},
    Entry{{.id = "all.multisession.volume-structures",
           .page = layout_page,
           .level = Level::must,
           .statement = "On sequential media every session has an anchor, a volume and a file set of its own.",
           .ineligible = "speaks of the file systems on the medium, which the subject does not write"}},
    Entry{{.id = "all.multisession.appendable-partition",
           .page = layout_page,
           .level = Level::info,
           .statement = "A partition over the whole disc, or one of another type than read-only, is not added to.",
           .ineligible = "speaks of the file systems on the medium, which the subject does not write"}},
    Entry{{.id = "all.multisession.dvd-rw-sequential",
           .page = layout_page,
           .level = Level::may,
           .statement = "A DVD-RW in sequential mode has physical sessions that need not be used.",
           .ineligible = "there is no DVD-RW among the media of the rig"}},
    Entry{
        {.id = "all.constants.sector-size",
         .page = "imapi-constants",
         .level = Level::info,
         .statement = "A sector has 2048 bytes; a second at single speed has 75 of them on CD, 680 on DVD, 2195 on BD.",
         .ineligible = "constants of a header, and no behaviour"}},
    Entry{{.id = "all.system.pass-through",
           .page = "what-s-new",
           .level = Level::info,
           .statement = "Recorders talk to the drive by the system's pass-through and lock requests.",
           .ineligible = "names requests to drivers of Windows"}},
};

constexpr std::array cost_entries{
    Entry{
        {.id = "sequential.free-sectors-on-media.session-cost",
         .page = "creating-discs-with-multiple-sessions",
         .level = Level::info,
         .statement = "A session costs room beside its data: about 21 MB for the first on a CD, 11 MB for each other."},
        why_not_writable,
        note_session_cost},
};

}  // namespace

std::span<const Entry> media_clauses() { return general_entries; }
std::span<const Entry> session_cost_clauses() { return cost_entries; }

}  // namespace discbench::check
