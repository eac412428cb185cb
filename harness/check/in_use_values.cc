// InUse: what may be put, and what comes back.
#include <algorithm>
#include <array>

#include "check/groups.h"
#include "check/in_use.h"
#include "check/property_checks.h"

namespace discbench::check {
namespace {

using contract::Level;

constexpr std::string_view put_page = "nf-imapi2-imultisession-put_inuse";
constexpr std::string_view get_page = "nf-imapi2-imultisession-get_inuse";

template <VARIANT_BOOL value>
void accepts(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) puts_and_reads(stage, held, value);
}

void put_never_fails_where_supported(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (const VARIANT_BOOL value : {VARIANT_TRUE, VARIANT_TRUE, VARIANT_FALSE, VARIANT_FALSE, VARIANT_TRUE}) {
      puts(stage, held, value);
    }
  }
}

void put_answers_success(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (const VARIANT_BOOL value : canonical_values) {
      stage.checker.succeeded(held->call(put_text(value)), held->multisession->put_InUse(value));
    }
  }
}

void get_answers_success(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    stage.checker.succeeded(held->call("get_InUse"), in_use_of(*held.element).hr);
    for (const VARIANT_BOOL value : canonical_values) {
      step_put(stage, held, value);
      stage.checker.succeeded(held->call("get_InUse after " + put_text(value)), in_use_of(*held.element).hr);
    }
  }
}

void round_trip(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    works(stage, held, "");
    works(stage, held, "the second time");
  }
}

void compare_canonical(Stage& stage, const Held& held, std::string_view when) {
  const Reading reading = in_use_of(*held.element);
  if (!reading.succeeded()) return;
  stage.checker.compare(held->call("get_InUse " + std::string(when)),
                        reading.value == VARIANT_TRUE || reading.value == VARIANT_FALSE,
                        "VARIANT_TRUE (0xFFFF) or VARIANT_FALSE (0x0000)", describe(reading));
}

void canonical(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    compare_canonical(stage, held, "at first");
    for (const VARIANT_BOOL value : canonical_values) {
      if (FAILED(held->multisession->put_InUse(value))) continue;
      compare_canonical(stage, held, "after " + put_text(value));
    }
  }
  if (stage.checker.checks() == 0) stage.checker.not_applicable("get_InUse fails in this state");
}

template <int times>
void put_repeatedly(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    for (const VARIANT_BOOL value : canonical_values) {
      const std::string circumstance = "put " + std::to_string(times) + " times";
      bool put = true;
      for (int time = 0; time < times; ++time) put = puts(stage, held, value, circumstance) && put;
      if (!put) continue;
      for (int time = 0; time < times; ++time) reads(stage, held, value, circumstance);
    }
  }
}

/// At most one is TRUE, and that one is supported whenever any is: else the documented flow, which hands the list on
/// untouched, could not work.
void initially_at_most_one(Stage& stage) {
  const Reached reached = reach(stage);
  const std::vector<Held> all = hold(reached);
  const bool any_supported = std::any_of(all.begin(), all.end(), [](const Held& held) { return held.supported; });
  std::string pinned;
  std::size_t count = 0;
  for (const Held& held : all) {
    if (!in_use_of(*held.element).is_true()) continue;
    ++count;
    pinned += (pinned.empty() ? "" : ", ") + held->name;
    stage.checker.compare(held->call("get_InUse at first"), held.supported || !any_supported,
                          "TRUE only on an element that is supported on the medium", "TRUE on one that is not");
  }
  stage.checker.compare("get_InUse of every element at first", count <= 1, "TRUE on one element at most",
                        count == 0 ? "TRUE on none" : "TRUE on " + pinned);
}

void note_initial_value(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold(reached)) {
    stage.checker.note(held->call("get_InUse at first") + " gives " + describe(in_use_of(*held.element)));
  }
}

constexpr std::array<std::int32_t, 4> odd_values{1, 2, 0x7FFF, 0x0100};

void note_odd_values(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (const std::int32_t odd : odd_values) {
      step_put(stage, held, VARIANT_FALSE);
      const auto value = static_cast<VARIANT_BOOL>(odd);
      const HRESULT hr = held->multisession->put_InUse(value);
      stage.checker.note(held->call(put_text(value)) + " gives " + describe(hr) + "; then get_InUse " +
                         describe(in_use_of(*held.element)));
    }
  }
}

void works_after_odd_values(Stage& stage) {
  const Reached reached = reach(stage);
  for (const Held& held : hold_supported(stage, reached)) {
    for (const std::int32_t odd : odd_values) {
      const auto value = static_cast<VARIANT_BOOL>(odd);
      held->multisession->put_InUse(value);
      works(stage, held, "after " + put_text(value));
    }
  }
}

void put_on_unsupported(Stage& stage) {
  const Reached reached = reach(stage);
  std::vector<Held> all = hold(reached);
  std::erase_if(all, [](const Held& held) { return held.supported; });
  if (all.empty()) stage.checker.not_applicable("every element is supported on the current media state");
  for (const Held& held : all) works(stage, held, "where it is not supported");
}

/// Those of the list that accept VARIANT_FALSE and read so: only of them is the value known.
std::vector<Held> let_go(Stage& stage, const Reached& reached) {
  std::vector<Held> all = hold(reached);
  std::erase_if(all, [](const Held& held) { return FAILED(held->multisession->put_InUse(VARIANT_FALSE)); });
  if (all.size() < 2) stage.checker.not_applicable("fewer than two elements whose InUse can be put");
  return all;
}

void does_not_pin_others(Stage& stage) {
  const Reached reached = reach(stage);
  const std::vector<Held> all = let_go(stage, reached);
  for (const Held& one : all) {
    if (!puts(stage, one, VARIANT_TRUE)) continue;
    for (const Held& other : all) {
      if (other.element == one.element) continue;
      reads(stage, other, VARIANT_FALSE, "after VARIANT_TRUE on " + one->name);
      puts(stage, other, VARIANT_FALSE);
      reads(stage, one, VARIANT_TRUE, "after VARIANT_FALSE on " + other->name);
    }
    if (!puts(stage, one, VARIANT_FALSE)) continue;
    for (const Held& other : all) {
      if (other.element != one.element) reads(stage, other, VARIANT_FALSE, "after VARIANT_FALSE on " + one->name);
    }
  }
}

void note_exclusive(Stage& stage) {
  const Reached reached = reach(stage);
  const std::vector<Held> all = let_go(stage, reached);
  for (const Held& held : all) held->multisession->put_InUse(VARIANT_TRUE);
  for (const Held& held : all) {
    stage.checker.note(held->call("get_InUse after VARIANT_TRUE on every element, one by one") + " gives " +
                       describe(in_use_of(*held.element)));
  }
}

constexpr std::array entries{
    Entry{{.id = "multisession.in-use.put-true",
           .page = put_page,
           .level = Level::must,
           .statement = "VARIANT_TRUE is accepted: this is the interface to write the current medium with."},
          nullptr,
          accepts<VARIANT_TRUE>},
    Entry{{.id = "multisession.in-use.put-false",
           .page = put_page,
           .level = Level::must,
           .statement = "VARIANT_FALSE is accepted: this is not the interface to write the current medium with."},
          nullptr,
          accepts<VARIANT_FALSE>},
    Entry{{.id = "multisession.in-use.put-success-code",
           .page = put_page,
           .level = Level::must,
           .statement = "put_InUse answers success: S_OK, or any other code without bit 31."},
          nullptr,
          put_answers_success},
    Entry{{.id = "multisession.in-use.put-failure",
           .page = put_page,
           .level = Level::must,
           .statement = "The page knows no failure: a canonical value never fails on a supported element."},
          nullptr,
          put_never_fails_where_supported},
    Entry{{.id = "multisession.in-use.round-trip",
           .page = put_page,
           .level = Level::must,
           .statement = "Setter and getter are one property: get_InUse answers what put_InUse was given."},
          nullptr,
          round_trip},
    Entry{{.id = "multisession.in-use.canonical",
           .page = get_page,
           .level = Level::must,
           .statement = "The out value is VARIANT_TRUE or VARIANT_FALSE, initially and after every canonical put."},
          nullptr,
          canonical},
    Entry{{.id = "multisession.in-use.written",
           .page = get_page,
           .level = Level::must,
           .statement = "A get_InUse that succeeds has written its out value."},
          nullptr,
          checked<writes_its_value, in_use>},
    Entry{{.id = "multisession.in-use.get-success-code",
           .page = get_page,
           .level = Level::must,
           .statement = "get_InUse answers success: S_OK, or any other code without bit 31; the value counts anyway."},
          nullptr,
          get_answers_success},
    Entry{{.id = "multisession.in-use.null",
           .page = get_page,
           .level = Level::must,
           .statement = "get_InUse answers a NULL out pointer by failure (E_POINTER) and survives it."},
          nullptr,
          checked<refuses_null, in_use>},
    Entry{{.id = "multisession.in-use.stable",
           .page = get_page,
           .level = Level::must,
           .statement = "get_InUse answers the same when it is asked twice with nothing in between."},
          nullptr,
          checked<stays_the_same, in_use>},
    Entry{{.id = "multisession.in-use.put-twice",
           .page = put_page,
           .level = Level::must,
           .statement = "Putting a value that is already there changes nothing."},
          nullptr,
          put_repeatedly<2>},
    Entry{{.id = "multisession.in-use.put-three-times",
           .page = put_page,
           .level = Level::must,
           .statement = "InUse is a value, not a switch or a count: three equal puts are as good as one."},
          nullptr,
          put_repeatedly<3>},
    Entry{{.id = "multisession.in-use.initial",
           .page = "nn-imapi2-imultisession",
           .level = Level::must,
           .statement = "At first at most one element is in use, and that one is supported whenever any is."},
          nullptr,
          initially_at_most_one},
    Entry{{.id = "multisession.in-use.initial-value",
           .page = get_page,
           .level = Level::info,
           .statement = "Which value InUse has at first is not documented."},
          nullptr,
          note_initial_value},
    Entry{{.id = "multisession.in-use.odd-value",
           .page = put_page,
           .level = Level::info,
           .statement = "What becomes of a VARIANT_BOOL that is neither TRUE nor FALSE is not documented."},
          nullptr,
          note_odd_values},
    Entry{{.id = "multisession.in-use.canonical-after-odd-value",
           .page = put_page,
           .level = Level::must,
           .statement = "An odd value corrupts nothing: a canonical put after it works."},
          nullptr,
          works_after_odd_values},
    Entry{
        {.id = "multisession.in-use.unsupported",
         .page = put_page,
         .level = Level::may,
         .statement = "On an element that the medium does not support put_InUse works, or fails and changes nothing."},
        nullptr,
        put_on_unsupported},
    Entry{{.id = "multisession.in-use.each-element-for-itself",
           .page = put_page,
           .level = Level::must,
           .statement = "Putting InUse on one element of a list, to either value, does not make another one in use."},
          nullptr,
          does_not_pin_others},
    Entry{{.id = "multisession.in-use.exclusive",
           .page = put_page,
           .level = Level::info,
           .statement = "Whether VARIANT_TRUE on one element clears the others is not documented."},
          nullptr,
          note_exclusive},
};

}  // namespace

std::span<const Entry> in_use_value_clauses() { return entries; }

}  // namespace discbench::check
