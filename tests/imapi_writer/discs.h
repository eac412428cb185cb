// Discs as their recorders tell of them: replies written by hand, for a scripted recorder.
#pragma once

#include "imapi_writer/scripted_recorder.h"

namespace discbench::imapi::discs {

// The numbers of blank_cd are those of a real CD-R of 80 minutes: lead-in at -11634, last possible lead-out at 359846,
// 359844 sectors free.
void blank_cd(ScriptedRecorder& recorder);
/// One session of 184 sectors: a track of 302 with its padding and run-out, the next one at 11702, 348142 free.
void cd_with_one_session(ScriptedRecorder& recorder);
/// One session of two tracks, at 0 and 452; the next one begins at 12354 with 347490 free.
void cd_with_two_tracks_in_one_session(ScriptedRecorder& recorder);
/// cd_with_one_session, and behind it a session of one track of 1000 sectors that was not closed.
void cd_with_an_open_session(ScriptedRecorder& recorder);
void finalised_cd(ScriptedRecorder& recorder);
/// 335564 recorded sectors and two of run-out, on a disc that nobody can write.
void pressed_cd(ScriptedRecorder& recorder);

void blank_dvd_plus_r(ScriptedRecorder& recorder);
/// A real DVD+R after one session of 192 sectors: the next one at 2240 with 2292864 free.
void dvd_plus_r_with_one_session(ScriptedRecorder& recorder);
/// A real DVD+R's 25 sessions, all closed; the last track from 36880 on, 20480 sectors.
void finalised_dvd_plus_r(ScriptedRecorder& recorder);

void blank_bd_r(ScriptedRecorder& recorder);
/// One session of 192 sectors; BD-R has no gap, so the next one begins at 192 with 12219200 free.
void bd_r_with_one_session(ScriptedRecorder& recorder);

/// A new DVD+RW of 2295104 sectors, not formatted.
void unformatted_dvd_plus_rw(ScriptedRecorder& recorder);
/// The same formatted, its background format stopped. No last recorded address; nothing but zeros to be read.
void formatted_dvd_plus_rw(ScriptedRecorder& recorder);

void no_medium(ScriptedRecorder& recorder);

/// READ TRACK INFORMATION for a track's number, or for 0xff.
std::string track_command(std::uint8_t number);

/// Lets SEND OPC INFORMATION, WRITE, SYNCHRONIZE CACHE, CLOSE TRACK/SESSION and the write parameters mode page pass,
/// and tells of one speed.
void let_write(ScriptedRecorder& recorder);

}  // namespace discbench::imapi::discs
