// InUse: without a recorder, over a medium change, over a burn.
#include "check/circumstances.h"
#include "check/groups.h"
#include "check/import_recorder.h"
#include "check/in_use.h"
#include "check/properties.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view put_page = "nf-imapi2-imultisession-put_inuse";
constexpr std::string_view get_page = "nf-imapi2-imultisession-get_inuse";

/// Lets a changed medium settle, then takes every element for what it now says that it is.
std::vector<Held> hold_again(const Reached& reached) {
  for (const Element& element : reached.elements) {
    settled([&] { return is_supported_on_current_media_state.read(element, sentinel); });
  }
  return hold(reached);
}

void before_a_recorder(Stage& stage) {
  const Reached reached = reach_without_recorder(stage);
  for (const Element& element : reached.elements) works(stage, {&element, false}, "without a recorder");
}

void survives_medium_change(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) step_put(stage, held, VARIANT_TRUE);
  for (const std::string_view medium : {medium_with_three_sessions, medium_with_one_session}) {
    change_medium(stage, medium);
    for (const Held& held : hold_again(reached)) works(stage, held, "after inserting " + std::string(medium));
  }
}

void note_persistence(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    step_put(stage, held, VARIANT_TRUE);
    change_medium(stage, medium_with_one_session);
    stage.checker.note(held->call("get_InUse, VARIANT_TRUE before the medium change,") + " gives " +
                       describe(in_use_of(*held.element)));
  }
}

void survives_open_tray(Stage& stage) {
  const Reached reached = reach(stage);
  open_tray(stage);
  for (const Held& held : hold_again(reached)) works(stage, held, "with the tray open");
}

void survives_burn(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) works(stage, held, "before a burn");
  burn(stage, reached, burned_sectors);
  for (const Held& held : hold_again(reached)) works(stage, held, "after a burn");
}

void during_burn(Stage& stage) {
  const Reached reached = reach(stage);
  bool asked = false;
  burn(stage, reached, burned_sectors, [&] {
    asked = true;
    for (const Element& element : reached.elements) works(stage, {&element, false}, "during a burn");
  });
  stage.checker.require("IDiscFormat2Data: Write", asked, "to read its stream", "success without reading");
}

/// What every client does between pinning an element and handing the list on: it looks at the element.
void survives_reading(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (const VARIANT_BOOL value : canonical_values) {
      step_put(stage, held, value);
      is_supported(*held.element);
      reads(stage, held, value, "after get_IsSupportedOnCurrentMediaState");
      import_recorder_of(*held.element);
      reads(stage, held, value, "after get_ImportRecorder");
      if (!held->sequential) continue;
      next_writable_address.read(*held.element, sentinel);
      free_sectors_on_media.read(*held.element, sentinel);
      reads(stage, held, value, "after get_NextWritableAddress and get_FreeSectorsOnMedia");
    }
  }
}

void note_commands(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    const std::uint64_t before = stage.rig.commands_on_the_wire();
    for (const VARIANT_BOOL value : canonical_values) {
      held->multisession->put_InUse(value);
      in_use_of(*held.element);
    }
    const std::uint64_t sent = stage.rig.commands_on_the_wire() - before;
    stage.checker.note(held->call("put_InUse and get_InUse, twice each,") + " sent " + std::to_string(sent) +
                       " commands to the device");
  }
}

constexpr std::array entries{
    Entry{{.id = "multisession.in-use.before-recorder",
           .page = put_page,
           .level = Level::may,
           .statement = "Before put_Recorder InUse may be refused or work; what was put is then read back."},
          nullptr,
          before_a_recorder},
    Entry{{.id = "multisession.in-use.after-medium-change",
           .page = get_page,
           .level = Level::must,
           .statement = "After a medium change the same elements go on working."},
          nullptr,
          survives_medium_change},
    Entry{{.id = "multisession.in-use.medium-change-persistence",
           .page = get_page,
           .level = Level::info,
           .statement = "Whether InUse outlives a medium change is not documented."},
          nullptr,
          note_persistence},
    Entry{{.id = "multisession.in-use.open-tray",
           .page = get_page,
           .level = Level::may,
           .statement = "With the tray open InUse may be refused or work; what was put is then read back."},
          nullptr,
          survives_open_tray},
    Entry{{.id = "multisession.in-use.after-write",
           .page = get_page,
           .level = Level::must,
           .statement = "After a burn the same elements go on working."},
          why_not_writable,
          survives_burn},
    Entry{{.id = "multisession.in-use.during-write",
           .page = put_page,
           .level = Level::may,
           .statement = "During a burn put_InUse may be refused or work; what was put is then read back."},
          why_not_writable,
          during_burn},
    Entry{{.id = "multisession.in-use.after-reading",
           .page = get_page,
           .level = Level::must,
           .statement = "Reading the element's other properties changes no InUse."},
          nullptr,
          survives_reading},
    Entry{{.id = "multisession.in-use.no-command",
           .page = put_page,
           .level = Level::info,
           .statement = "The pages name no failure of a device, so that InUse should need no command."},
          nullptr,
          note_commands},
};

}  // namespace

std::span<const Entry> in_use_circumstance_clauses() { return entries; }

}  // namespace discbench::check
