#pragma once

#include <cstdint>
#include <string_view>

namespace discbench::disc {

/// Why a disc will not do what it was asked. The disc is then exactly as it was. The drive has the table to sense
/// codes.
enum class Refusal : std::uint8_t {
  not_recordable,        ///< a pressed disc
  wrong_address,         ///< a write that begins at no track's next writable address
  end_of_medium,         ///< a write that would run past the end of its track or of the medium; or a full medium
  disc_is_closed,        ///< finalised
  track_is_closed,       ///< a write into a track that is complete, on a disc that is not
  track_is_open,         ///< a reservation while the track before it is still being written
  track_is_damaged,      ///< a write behind a track that was cut off: it has to be closed first
  write_protected,       ///< the medium itself says so
  reservation_not_full,  ///< a session with an empty or partially written reserved track cannot be closed
  no_more_reservations,  ///< the medium's number of reservations is used up
  no_such_track,
  reservation_too_large,  ///< more than the room there is, or nothing at all
  plan_is_impossible,     ///< a session at once with too short a track or pre-gap, or too long for the disc
  forms_are_mixed,        ///< a write across the border of an audio and a data track, or into what the recorder makes
  session_is_not_written_whole,  ///< a session at once that is closed before its end
  function_not_of_this_medium,   ///< e.g. finalising a CD by a close function of DVD+R
  not_formatted,                 ///< a write to a medium that has to be formatted first
  not_formattable,               ///< a medium of a kind that is not formatted
  format_size_not_offered,       ///< a size that the medium cannot be formatted to
  format_in_progress,            ///< the lead-in is being written: nothing else can be done meanwhile
  no_format_to_restart,          ///< none that was stopped before its end
};

/// In words, for messages: "the write does not begin at a next writable address".
std::string_view describe(Refusal refusal);

}  // namespace discbench::disc
