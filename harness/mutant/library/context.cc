#include "context.h"

#include <poll.h>
#include <unistd.h>

#include "fault.h"
#include "random_medium.h"

namespace mutant {
namespace {

/// Windows SDK, imapi2error.h: S_IMAPI_SPEEDADJUSTED. Any success code would do.
constexpr HRESULT another_success = 0x00AA0004;
constexpr LONG run_out = 2;

/// READ DISC INFORMATION as the device answers it; 0 for a byte that it does not have.
struct DiscInformation {
  ULONG status = 0;  // 1: appendable
  ULONG first_track_of_last_session = 0;
};

bool read_disc_information(IDiscRecorder2Ex* device, DiscInformation& information) {
  BYTE* disc = nullptr;
  ULONG size = 0;
  if (FAILED(device->GetDiscInformation(&disc, &size))) return false;
  information.status = size > 2 ? disc[2] & 3u : 0u;
  information.first_track_of_last_session = size > 5 ? disc[5] : 0u;
  CoTaskMemFree(disc);
  return true;
}

bool start_of_track(IDiscRecorder2Ex* device, ULONG number, LONG* value) {
  BYTE* track = nullptr;
  ULONG size = 0;
  if (FAILED(device->GetTrackInformation(number, IMAPI_READ_TRACK_ADDRESS_TYPE_TRACK, &track, &size))) return false;
  ULONG start = 0;
  for (ULONG index = 8; index < 12 && index < size; ++index) start = (start << 8) | track[index];
  *value = static_cast<LONG>(start);
  CoTaskMemFree(track);
  return true;
}

/// What a hasty reader of READ DISC INFORMATION takes for the start of the previous session. MMC-6, READ DISC
/// INFORMATION and READ TRACK INFORMATION.
void mistake_the_session(const Context& context, LONG* value) {
  if (!context.recorder) return;
  Held<IDiscRecorder2Ex> device;
  DiscInformation disc;
  if (FAILED(context.recorder->QueryInterface(IID_PPV_ARGS(device.put())))) return;
  if (!read_disc_information(device.get(), disc)) return;
  // Be that session open or not.
  if (is(Fault::open_session_as_previous)) start_of_track(device.get(), disc.first_track_of_last_session, value);
  // The track before the open session's first: the previous session's last one, and not its first.
  const bool another_before = disc.status == 1 && disc.first_track_of_last_session > 1;
  if (is(Fault::last_track_as_session) && another_before) {
    start_of_track(device.get(), disc.first_track_of_last_session - 1, value);
  }
}

/// True where the answer does not come from the device at all.
bool answered_by_heart(Context& context, Side side, Member member, LONG* value) {
  if (is(Fault::untouched_values) && side == Side::element) return true;
  const bool remembers = is(Fault::stale_after_change) && context.remembered.count(member) != 0;
  if (remembers) *value = context.remembered[member];
  const bool frozen = is(Fault::stale_after_write) && context.written && context.last_good.count(member) != 0;
  if (frozen) *value = context.last_good[member];
  return remembers || frozen;
}

bool is_unit(Member member) { return member == unit_size || member == random_unit; }

void bend(Context& context, Side side, Member member, LONG* value) {
  if (is(Fault::next_plus_one) && member == next_writable) ++*value;
  if (is(Fault::differs_from_writer) && side == Side::writer) ++*value;
  if (is(Fault::free_plus_one) && member == free_sectors) ++*value;
  if (is(Fault::free_beyond_the_end) && member == free_sectors) *value += 12000;
  if (is(Fault::less_free) && member == free_sectors && *value >= run_out && !is_random_write_medium(context))
    *value -= run_out;
  if (is(Fault::blank_starts_at_zero) && member == start_address && *value == -1) *value = 0;
  if (is(Fault::blank_next_at_lead_in) && member == next_writable && *value == 0) *value = -150;
  const bool mistaken = is_any(Fault::open_session_as_previous, Fault::last_track_as_session);
  if (mistaken && member == start_address) mistake_the_session(context, value);
  if (is(Fault::unstable)) *value += context.asked++;
  if (is(Fault::third_call) && side == Side::element && ++context.numbers % 3 == 0) ++*value;
  if (is(Fault::one_in_a_hundred) && side == Side::element && falls(100)) ++*value;
  if (is(Fault::free_negative) && member == free_sectors) *value = -1;
  if (is(Fault::unit_zero) && is_unit(member)) *value = 0;
  if (is(Fault::unit_in_bytes) && is_unit(member)) *value *= 2048;
  if (is(Fault::random_plus_one) && member >= random_unit) ++*value;
  if (is(Fault::last_behind_next) && member == last_written) context.real->get_NextWritableAddress(value);
  if (is(Fault::last_behind_the_end) && member == random_last) total_of_medium(&context, value);
}

}  // namespace

HRESULT success(HRESULT hr) {
  if (is(Fault::s_false)) return S_FALSE;
  if (is(Fault::other_success)) return another_success;
  return hr;
}

void take_time() {
  constexpr int millisecond = 1;
  static int calls = 0;
  if (is(Fault::slow) && ++calls % 64 == 0) poll(nullptr, 0, millisecond);
  while (is(Fault::hangs)) pause();
}

HRESULT answer_by_crashing() {
  volatile LONG* volatile nowhere = nullptr;
  *nowhere = 0;
  return E_POINTER;
}

HRESULT answer_null() {
  if (is(Fault::null_succeeds)) return S_OK;
  if (is(Fault::invalid_argument)) return E_INVALIDARG;
  return is(Fault::null_crashes) ? answer_by_crashing() : E_POINTER;
}

HRESULT bent_number(Context& context, Side side, Member member, RealGetter ask, void* object, LONG* value) {
  if (value == nullptr) return answer_null();
  take_time();
  if (answered_by_heart(context, side, member, value)) return S_OK;
  if (is(Fault::unit_refused) && is_unit(member)) return E_FAIL;
  if (is(Fault::last_refused) && (member == last_written || member == random_last)) return E_FAIL;
  if (is(Fault::no_last_written) && (member == last_written || member == random_last)) return E_NOTIMPL;
  if (is(Fault::mute_without_writer) && context.writer_gone) return E_UNEXPECTED;
  if (is(Fault::second_call_fails) && side == Side::element && ++context.numbers % 2 == 0) return E_FAIL;
  const HRESULT hr = ask(object, value);
  if (FAILED(hr)) {
    if (is(Fault::says_pointer) && hr == E_IMAPI_RECORDER_REQUIRED) return E_POINTER;
    if (!is(Fault::success_after_failure)) return hr;
    *value = context.last_good[member];
    return S_OK;
  }
  bend(context, side, member, value);
  context.remembered.emplace(member, *value);
  context.last_good[member] = *value;
  return side == Side::element ? success(hr) : hr;
}

}  // namespace mutant
