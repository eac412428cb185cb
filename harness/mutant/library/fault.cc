#include "fault.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>

namespace mutant {
namespace {

struct Name {
  std::string_view name;
  Fault fault;
};

constexpr Name names[] = {
    {"none", Fault::none},
    {"s-false", Fault::s_false},
    {"other-success", Fault::other_success},
    {"raw-echo", Fault::raw_echo},
    {"no-last-written", Fault::no_last_written},
    {"less-free", Fault::less_free},
    {"extra-element", Fault::extra_element},
    {"without-sequential2", Fault::without_sequential2},
    {"refuses-unsupported", Fault::refuses_unsupported},
    {"initially-in-use", Fault::initially_in_use},
    {"clears-others", Fault::clears_others},
    {"invalid-argument", Fault::invalid_argument},
    {"no-burning", Fault::no_burning},
    {"offers-all", Fault::offers_all},
    {"same-objects", Fault::same_objects},
    {"random-first", Fault::random_first},
    {"slow", Fault::slow},
    {"further-interface", Fault::further_interface},
    {"says-pointer", Fault::says_pointer},
    {"adjusts-speed", Fault::adjusts_speed},
    {"unsupported-fails", Fault::unsupported_fails},
    {"pins-stay", Fault::pins_stay},
    {"true-as-one", Fault::true_as_one},
    {"forgets", Fault::forgets},
    {"untouched-in-use", Fault::untouched_in_use},
    {"untouched-values", Fault::untouched_values},
    {"shared-value", Fault::shared_value},
    {"toggles", Fault::toggles},
    {"answers-once", Fault::answers_once},
    {"refuses-put", Fault::refuses_put},
    {"null-crashes", Fault::null_crashes},
    {"null-succeeds", Fault::null_succeeds},
    {"wide-in-use", Fault::wide_in_use},
    {"jams-on-odd", Fault::jams_on_odd},
    {"jams-after-write", Fault::jams_after_write},
    {"jams-after-change", Fault::jams_after_change},
    {"changes-on-refusal", Fault::changes_on_refusal},
    {"two-in-use", Fault::two_in_use},
    {"supported-always", Fault::supported_always},
    {"supported-as-one", Fault::supported_as_one},
    {"null-import", Fault::null_import},
    {"refuses-import", Fault::refuses_import},
    {"next-plus-one", Fault::next_plus_one},
    {"free-plus-one", Fault::free_plus_one},
    {"differs-from-writer", Fault::differs_from_writer},
    {"last-behind-next", Fault::last_behind_next},
    {"blank-starts-at-zero", Fault::blank_starts_at_zero},
    {"blank-next-at-lead-in", Fault::blank_next_at_lead_in},
    {"stale-after-change", Fault::stale_after_change},
    {"stale-after-write", Fault::stale_after_write},
    {"open-session-as-previous", Fault::open_session_as_previous},
    {"success-after-failure", Fault::success_after_failure},
    {"unstable", Fault::unstable},
    {"unit-zero", Fault::unit_zero},
    {"unit-in-bytes", Fault::unit_in_bytes},
    {"first-as-one", Fault::first_as_one},
    {"no-sequential", Fault::no_sequential},
    {"fails-on-blank", Fault::fails_on_blank},
    {"empty-list", Fault::empty_list},
    {"unknown-list", Fault::unknown_list},
    {"dirty-no-interface", Fault::dirty_no_interface},
    {"null-query-succeeds", Fault::null_query_succeeds},
    {"asymmetric-query", Fault::asymmetric_query},
    {"other-identity", Fault::other_identity},
    {"forgetful-query", Fault::forgetful_query},
    {"uncounted-query", Fault::uncounted_query},
    {"over-release", Fault::over_release},
    {"leaks-stream", Fault::leaks_stream},
    {"leaks-argument", Fault::leaks_argument},
    {"first-recorder-stays", Fault::first_recorder_stays},
    {"null-recorder-crashes", Fault::null_recorder_crashes},
    {"mute-without-writer", Fault::mute_without_writer},
    {"speeds-doubled", Fault::speeds_doubled},
    {"dies-with-writer", Fault::dies_with_writer},
    {"wrong-id", Fault::wrong_id},
    {"accepts-any-name", Fault::accepts_any_name},
    {"invoke-negates", Fault::invoke_negates},
    {"invoke-plus-one", Fault::invoke_plus_one},
    {"invoke-ignores-put", Fault::invoke_ignores_put},
    {"names-have-case", Fault::names_have_case},
    {"exact-flags", Fault::exact_flags},
    {"invoke-null-crashes", Fault::invoke_null_crashes},
    {"ignores-arguments", Fault::ignores_arguments},
    {"takes-any-put", Fault::takes_any_put},
    {"refuses-get", Fault::refuses_get},
    {"two-values", Fault::two_values},
    {"irreflexive-query", Fault::irreflexive_query},
    {"no-dispatch", Fault::no_dispatch},
    {"null-sequential2", Fault::null_sequential2},
    {"borrowed-import", Fault::borrowed_import},
    {"foreign-import", Fault::foreign_import},
    {"dirty-import", Fault::dirty_import},
    {"free-negative", Fault::free_negative},
    {"unit-refused", Fault::unit_refused},
    {"wrong-medium", Fault::wrong_medium},
    {"forgets-recorder", Fault::forgets_recorder},
    {"forgets-client", Fault::forgets_client},
    {"accepts-any-member", Fault::accepts_any_member},
    {"free-beyond-the-end", Fault::free_beyond_the_end},
    {"never-twice", Fault::never_twice},
    {"frees-the-elements", Fault::frees_the_elements},
    {"first-always", Fault::first_always},
    {"first-refused", Fault::first_refused},
    {"last-refused", Fault::last_refused},
    {"reading-unpins", Fault::reading_unpins},
    {"unpinning-pins", Fault::unpinning_pins},
    {"writes-behind", Fault::writes_behind},
    {"leaks-import", Fault::leaks_import},
    {"locked-list", Fault::locked_list},
    {"random-plus-one", Fault::random_plus_one},
    {"last-behind-the-end", Fault::last_behind_the_end},
    {"supported-never", Fault::supported_never},
    {"pin-fades", Fault::pin_fades},
    {"inverts-settings", Fault::inverts_settings},
    {"keeps-lock", Fault::keeps_lock},
    {"keeps-disabled", Fault::keeps_disabled},
    {"says-written", Fault::says_written},
    {"ignores-ranges", Fault::ignores_ranges},
    {"always-closes", Fault::always_closes},
    {"takes-anything", Fault::takes_anything},
    {"format-as-one", Fault::format_as_one},
    {"recorder-unknown", Fault::recorder_unknown},
    {"no-format", Fault::no_format},
    {"forgets-rotation", Fault::forgets_rotation},
    {"forgets-speed", Fault::forgets_speed},
    {"recorder-null-succeeds", Fault::recorder_null_succeeds},
    {"recorder-takes-anything", Fault::recorder_takes_anything},
    {"recorder-lies", Fault::recorder_lies},
    {"recorder-does-nothing", Fault::recorder_does_nothing},
    {"recorder-bare", Fault::recorder_bare},
    {"wrong-eraser", Fault::wrong_eraser},
    {"wrong-master", Fault::wrong_master},
    {"negative-master", Fault::negative_master},
    {"wrong-container", Fault::wrong_container},
    {"wrong-point", Fault::wrong_point},
    {"silent-point", Fault::silent_point},
    {"wrong-verification", Fault::wrong_verification},
    {"zeros-are-data", Fault::zeros_are_data},
    {"never-protected", Fault::never_protected},
    {"rotation-as-one", Fault::rotation_as_one},
    {"untouched-speed", Fault::untouched_speed},
    {"untouched-number", Fault::untouched_number},
    {"untouched-mask", Fault::untouched_mask},
    {"untouched-eraser", Fault::untouched_eraser},
    {"untouched-master", Fault::untouched_master},
    {"loads-as-one", Fault::loads_as_one},
    {"no-random-write", Fault::no_random_write},
    {"tray-stays-open", Fault::tray_stays_open},
    {"sense-overrun", Fault::sense_overrun},
    {"last-track-as-session", Fault::last_track_as_session},
    {"hangs", Fault::hangs},
    {"hangs-on-put", Fault::hangs_on_put},
    {"third-call", Fault::third_call},
    {"one-in-a-hundred", Fault::one_in_a_hundred},
    {"second-call-fails", Fault::second_call_fails},
    {"counts-twice", Fault::counts_twice},
    {"fails-query", Fault::fails_query},
    {"misuses-pointer", Fault::misuses_pointer},
    {"dies-on-odd", Fault::dies_on_odd},
    {"exits", Fault::exits},
    {"throws", Fault::throws},
};

std::optional<Fault> selected;
std::string narrowed;  // "element.free-sectors-on-media"; empty: wherever the fault can be
thread_local const At* innermost = nullptr;
std::mt19937_64 lots;

/// "get_FreeSectorsOnMedia" -> "free-sectors-on-media", "IsPureCAV" -> "is-pure-cav".
std::string words_of(std::string_view function) {
  for (const std::string_view prefix : {"get_", "put_"}) {
    if (function.substr(0, prefix.size()) == prefix) function.remove_prefix(prefix.size());
  }
  const auto upper = [&](std::size_t i) { return i < function.size() && function[i] >= 'A' && function[i] <= 'Z'; };
  std::string words;
  for (std::size_t i = 0; i < function.size(); ++i) {
    const bool begins = upper(i) && i > 0 && (!upper(i - 1) || (i + 1 < function.size() && !upper(i + 1)));
    if (begins) words += '-';
    words += upper(i) ? static_cast<char>(function[i] - 'A' + 'a') : function[i];
  }
  return words;
}

}  // namespace

bool select(std::string_view name) {
  const std::size_t slash = name.find('/');
  for (const Name& each : names) {
    if (each.name != name.substr(0, slash)) continue;
    selected = each.fault;
    narrowed = slash == std::string_view::npos ? "" : name.substr(slash + 1);
    return true;
  }
  return false;
}

void seed(std::uint64_t number) { lots.seed(number); }

bool falls(std::uint64_t times) { return lots() % times == 0; }

Fault fault() {
  if (!selected.has_value()) {
    // Without a name it would be a lawful library that a run takes for a wrong one.
    std::fputs("libdiscbench-mutant.so: nobody said which mutant to be; see msconform mutants --help\n", stderr);
    std::abort();
  }
  return *selected;
}

bool concerns_here() {
  if (narrowed.empty()) return true;
  return innermost != nullptr && narrowed == innermost->object + ("." + words_of(innermost->function));
}

At::At(const char* object_name, const char* function_name)
    : object(object_name), function(function_name), outer_(innermost) {
  innermost = this;
}

At::~At() { innermost = outer_; }

}  // namespace mutant
