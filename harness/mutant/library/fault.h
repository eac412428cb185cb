// What is special about the library that this process has loaded: lawful ways to differ from ours, and ways to be
// wrong.
#pragma once

#include <cstdint>
#include <string_view>

namespace mutant {

enum class Fault {
  none,

  // Lawful: a harness that fails one of these is wrong.
  s_false,              // S_FALSE from every member of the multisession interfaces
  other_success,        // another success code from every one of them
  raw_echo,             // odd booleans come back as they were put
  no_last_written,      // E_NOTIMPL
  less_free,            // 2 sectors taken off for run-out
  extra_element,        // an element of a kind of its own stands first in the list
  without_sequential2,  // as before Windows 7
  refuses_unsupported,  // put_InUse fails where the medium is not supported
  initially_in_use,     // the one element is in use at first, where it is supported
  clears_others,        // VARIANT_TRUE on one element clears the others
  invalid_argument,     // E_INVALIDARG for NULL
  no_burning,           // E_NOTIMPL from Write
  offers_all,           // every class and interface that a library may offer beside the writer
  same_objects,         // every list holds the same elements
  random_first,         // the element for media that are rewritten stands first
  slow,                 // answers take their time
  further_interface,    // an element answers an interface of its own, too
  says_pointer,         // without a recorder: E_POINTER, which does not mean a NULL pointer
  adjusts_speed,        // S_IMAPI_BOTHADJUSTED from SetWriteSpeed
  unsupported_fails,    // a medium that is not supported is a failure, and not FALSE
  pins_stay,            // InUse of a new list's elements is that of the last list's

  // Wrong.
  true_as_one,
  forgets,
  untouched_in_use,
  untouched_values,  // every other getter succeeds and writes nothing
  shared_value,
  toggles,
  answers_once,  // get_InUse answers TRUE once and FALSE from then on
  refuses_put,
  null_crashes,
  null_succeeds,
  wide_in_use,  // looks at 32 bits of InUse
  jams_on_odd,  // nothing can be put after an odd value
  jams_after_write,
  jams_after_change,
  changes_on_refusal,  // put_InUse fails where it is not supported, and puts all the same
  two_in_use,          // two elements are in use at first
  supported_always,
  supported_as_one,
  null_import,  // success with NULL
  refuses_import,
  next_plus_one,
  free_plus_one,
  differs_from_writer,
  last_behind_next,
  blank_starts_at_zero,   // 0 instead of -1
  blank_next_at_lead_in,  // -150 instead of 0
  stale_after_change,
  stale_after_write,
  open_session_as_previous,
  success_after_failure,  // an older value where the device fails
  unstable,               // every answer is one more than the one before
  unit_zero,
  unit_in_bytes,  // 2048 for a sector
  first_as_one,
  no_sequential,  // the element is an IMultisession and nothing else
  fails_on_blank,
  empty_list,
  unknown_list,  // VT_UNKNOWN
  dirty_no_interface,
  null_query_succeeds,
  asymmetric_query,
  other_identity,
  forgetful_query,
  uncounted_query,
  over_release,
  leaks_stream,           // Write keeps a reference to its stream
  leaks_argument,         // IsRecorderSupported keeps one to its recorder
  first_recorder_stays,   // a second put_Recorder succeeds and does nothing
  null_recorder_crashes,  // put_Recorder(NULL)
  mute_without_writer,    // an element whose writer was released has no number to tell
  speeds_doubled,         // SupportedWriteSpeeds, and not the descriptors
  dies_with_writer,
  wrong_id,
  accepts_any_name,
  invoke_negates,
  invoke_plus_one,  // every number
  invoke_ignores_put,
  names_have_case,      // small letters are another name
  exact_flags,          // a property is not got where a method would do, too
  invoke_null_crashes,  // by a result that nobody wants
  ignores_arguments,    // a property is read with any number of them
  takes_any_put,        // success of PROPERTYPUT for what is only read
  refuses_get,
  two_values,         // the pointer to IMultisession has an InUse of its own
  irreflexive_query,  // an interface refuses itself
  no_dispatch,        // IDispatch is refused
  null_sequential2,   // success with NULL
  borrowed_import,    // a recorder without a reference
  foreign_import,     // a recorder of another device, that takes no commands
  dirty_import,       // failure with a pointer
  free_negative,
  unit_refused,
  wrong_medium,  // the writer's words about the medium are all wrong
  forgets_recorder,
  forgets_client,
  accepts_any_member,
  free_beyond_the_end,  // more than the medium holds
  never_twice,          // get_InUse answers the opposite every other time
  frees_the_elements,   // a second list ends the elements of the first
  first_always,         // IsFirstDataSession is always TRUE
  first_refused,        // IsFirstDataSession always fails
  last_refused,         // a last written address fails otherwise than by E_NOTIMPL
  reading_unpins,       // IsSupportedOnCurrentMediaState clears InUse
  unpinning_pins,       // two elements; FALSE on one puts the other one in use
  writes_behind,        // 32 bits of a boolean
  leaks_import,         // a recorder with a reference too many
  locked_list,          // that nobody can destroy
  random_plus_one,      // the numbers of a random-write element
  last_behind_the_end,  // a last written address that the medium does not have
  supported_never,      // no element is ever supported
  pin_fades,            // InUse is TRUE once after it was put, and FALSE from then on
  inverts_settings,     // the wishes for a write come back inverted
  keeps_lock,           // the exclusive access stays behind when Write and EraseMedia come back
  keeps_disabled,       // so do disabled notifications when Write comes back
  says_written,         // Write succeeds and does nothing
  ignores_ranges,       // of a stream everything is written
  always_closes,        // every write closes the disc
  takes_anything,       // any recorder and any client name will do
  format_as_one,        // TRUE of recorder and medium is 1
  recorder_unknown,     // IsRecorderSupported is FALSE of every one
  no_format,            // IDiscFormat2 is refused
  forgets_rotation,     // RequestedRotationTypeIsPureCAV is always FALSE
  forgets_speed,        // a speed that was set is 0 afterwards
  recorder_null_succeeds,
  recorder_takes_anything,  // nothing is refused, however wild
  recorder_lies,            // every answer about the device is bent
  recorder_does_nothing,    // no tray, no lock, no page is moved, and no command is sent
  recorder_bare,            // IDispatch and IDiscRecorder2Ex are refused
  wrong_eraser,             // erases nothing, and says it can erase all
  wrong_master,             // two recorders of one name that nobody knows
  negative_master,          // -1 recorders
  wrong_container,          // no connection point for the sink's interface, and one for others
  wrong_point,              // holds no sink, lets go of none, and tells nonsense
  silent_point,             // a connected sink is told nothing
  wrong_verification,       // one level, on an object of its own
  zeros_are_data,           // a medium is likely blank where the drive calls it blank, and nowhere else
  never_protected,          // WriteProtectStatus is always 0
  rotation_as_one,          // CurrentRotationTypeIsPureCAV is 1
  untouched_speed,          // CurrentWriteSpeed succeeds and writes nothing
  untouched_number,         // so does LegacyDeviceNumber
  untouched_mask,           // so does GetByteAlignmentMask
  untouched_eraser,         // so does the eraser's CurrentPhysicalMediaType
  untouched_master,         // so does IsSupportedEnvironment
  loads_as_one,             // DeviceCanLoadMedia is 1
  no_random_write,          // as before Windows 7: no element for media that are rewritten
  tray_stays_open,          // CloseTray does nothing
  sense_overrun,            // a byte behind the sense data of DEh
  last_track_as_session,    // the previous session begins where its last track does
  hangs,
  hangs_on_put,
  third_call,         // every third number is one too high
  one_in_a_hundred,   // so is one in a hundred, by lot
  second_call_fails,  // every second number of an element is E_FAIL
  counts_twice,       // QueryInterface adds two references
  fails_query,        // E_FAIL for an interface that is not there
  misuses_pointer,    // E_POINTER for a pointer that is good
  dies_on_odd,        // a boolean that is neither TRUE nor FALSE ends the process
  exits,
  throws,
};

/// Says which one to be before anything else is asked of the library: a name of fault.cc, or NAME/OBJECT.MEMBER for one
/// that is wrong in that member of that object alone ("null-succeeds/element.free-sectors-on-media"). False for a name
/// that is not there.
bool select(std::string_view name);

/// What the lots of `one_in_a_hundred` are drawn from.
void seed(std::uint64_t number);
/// True once in `times`, by lot.
bool falls(std::uint64_t times);

/// Ends the process where none was selected.
Fault fault();

/// The fault does not concern another member than this one, where it was narrowed at all.
bool concerns_here();

inline bool is(Fault candidate) { return fault() == candidate && concerns_here(); }

/// The member that is being called, as long as it lives: "element" and "get_FreeSectorsOnMedia".
class At {
 public:
  At(const char* object, const char* function);
  ~At();
  At(const At&) = delete;
  At& operator=(const At&) = delete;

  const char* object;
  const char* function;

 private:
  const At* outer_;
};

/// Whatever member the fault concerns: for what a library offers at all.
template <class... Faults>
bool is_one_of(Faults... candidates) {
  return ((fault() == candidates) || ...);
}

/// One of several.
template <class... Faults>
bool is_any(Faults... candidates) {
  return (is(candidates) || ...);
}

}  // namespace mutant
