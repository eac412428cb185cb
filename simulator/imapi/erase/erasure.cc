#include "imapi/erase/erasure.h"

#include <algorithm>
#include <array>
#include <limits>

#include "imapi/erase/blank.h"
#include "imapi/sense/sense_to_hresult.h"
#include "mmc/commands/format_unit.h"
#include "mmc/commands/read_format_capacities.h"
#include "mmc/commands/request_sense.h"
#include "mmc/commands/start_stop_unit.h"
#include "mmc/commands/test_unit_ready.h"
#include "mmc/mode_pages.h"
#include "mmc/profile_numbers.h"

namespace discbench::imapi {
namespace {

namespace number = mmc::profile_number;

constexpr auto erasable_types = std::to_array<IMAPI_MEDIA_PHYSICAL_TYPE>(
    {IMAPI_MEDIA_TYPE_CDRW, IMAPI_MEDIA_TYPE_DVDPLUSRW, IMAPI_MEDIA_TYPE_DVDDASHRW});

constexpr ULONG start_timeout = 60;  // seconds; drives take half of it to find out what a disc is

/// Minimal blanking and the lead-in of a format take drives 30 to 60 seconds.
constexpr LONG short_duration = 60;
constexpr LONG longest_duration = 3600;

/// A command that takes no time of its own costs a simulated recorder a millisecond, so this many polls are an hour.
constexpr int polls_in_an_hour = 3'600'000;
/// Whoever tells its progress does not need minutes from one 65536th to the next: it hangs.
constexpr int polls_without_progress = 200'000;

constexpr std::uint32_t whole_progress = 0x10000;

[[noreturn]] void fail(HRESULT code) { throw com::Failure{code}; }

/// A state that sense data has a code for is told by that code; anything else by the step that it came to.
template <typename Step>
void in_step(HRESULT code, Step step) {
  try {
    step();
  } catch (const DeviceFailure& failure) {
    if (failure.sense == mmc::sense::cannot_format_medium_incompatible_medium) {
      fail(E_IMAPI_ERASE_MEDIA_IS_NOT_ERASABLE);
    }
    if (failure.code == E_FAIL) fail(code);
    throw;
  }
}

bool is_long_operation(const mmc::FixedSenseData& sense) {
  // Not ready: becoming so, formatting, another operation, a long write. SPC-3, "Additional sense codes".
  constexpr std::array<std::uint8_t, 4> qualifiers{0x01, 0x04, 0x07, 0x08};
  return sense.sense_key == 0x2 && sense.additional_sense_code == 0x04 &&
         std::ranges::find(qualifiers, sense.additional_sense_code_qualifier) != qualifiers.end();
}

}  // namespace

EraseMethod erase_method_of(std::uint16_t profile) {
  switch (profile) {
    case number::cd_rw:
    case number::dvd_minus_rw_restricted_overwrite:
    case number::dvd_minus_rw_sequential:
      return EraseMethod::blank;
    case number::dvd_plus_rw:
      return EraseMethod::format_dvd_plus_rw;
    default:
      return EraseMethod::none;
  }
}

std::span<const IMAPI_MEDIA_PHYSICAL_TYPE> erasable_media_types() { return erasable_types; }

void Erasure::run() {
  with_settled_medium(device_, [this] { learn_medium(); });
  require_erasable();
  const bool goes_on_by_itself = full_ && method_ == EraseMethod::format_dvd_plus_rw;
  first_phase_ = full_ && method_ == EraseMethod::blank ? full_duration() : short_duration;
  second_phase_ = goes_on_by_itself ? full_duration() : 0;
  spin_up();
  tell(0);
  start();
  wait(&Erasure::ask_whether_ready, 0, first_phase_);
  if (goes_on_by_itself) wait(&Erasure::ask_for_background_format, first_phase_, second_phase_);
  tell(first_phase_ + second_phase_);
}

void Erasure::learn_medium() { method_ = erase_method_of(device_.configuration().current_profile); }

void Erasure::require_erasable() {
  if (method_ == EraseMethod::none) fail(E_IMAPI_ERASE_MEDIA_IS_NOT_SUPPORTED);
  try {
    if (!device_.disc_information().erasable) fail(E_IMAPI_ERASE_MEDIA_IS_NOT_ERASABLE);
  } catch (const DeviceFailure&) {
    throw;
  } catch (const com::Failure& failure) {
    if (failure.code == E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE) fail(E_IMAPI_ERASE_DISC_INFORMATION_TOO_SMALL);
    throw;
  }
}

LONG Erasure::full_duration() {
  constexpr std::size_t through_maximum_write_speed = 20;
  std::vector<std::uint8_t> page;
  try {
    page = device_.link().mode_page(mmc::CapabilitiesPage{}.page_code, through_maximum_write_speed);
  } catch (const DeviceFailure&) {
    throw;
  } catch (const com::Failure& failure) {
    if (failure.code == E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE) fail(E_IMAPI_ERASE_MODE_PAGE_2A_TOO_SMALL);
    throw;
  }
  const auto capabilities = decode_what_came<mmc::CapabilitiesPage>(page);
  const std::uint16_t kilobytes_per_second = capabilities.current_write_speed_kbps != 0
                                                 ? capabilities.current_write_speed_kbps
                                                 : capabilities.maximum_write_speed_kbps;

  constexpr std::size_t header_size = bytes::size_of<mmc::CapacityListHeader>;
  std::array<std::uint8_t, header_size + bytes::size_of<mmc::CurrentMaximumCapacityDescriptor>> reply{};
  const auto received = device_.link().receive(
      mmc::ReadFormatCapacities{.allocation_length = static_cast<std::uint16_t>(reply.size())}, std::span(reply));
  if (received.size() < reply.size() || kilobytes_per_second == 0) return longest_duration;
  const auto capacity = bytes::decode<mmc::CurrentMaximumCapacityDescriptor>(std::span(reply).subspan(header_size));
  const std::uint64_t kilobytes = std::uint64_t{capacity.number_of_blocks} * 2048 / 1000;
  return static_cast<LONG>(
      std::clamp<std::uint64_t>(kilobytes / kilobytes_per_second, short_duration, longest_duration));
}

void Erasure::spin_up() {
  in_step(E_IMAPI_ERASE_DRIVE_FAILED_SPINUP_COMMAND,
          [this] { device_.link().send(mmc::StartStopUnit{.start = true}, start_timeout); });
}

void Erasure::start() {
  in_step(E_IMAPI_ERASE_DRIVE_FAILED_ERASE_COMMAND, [this] {
    if (method_ == EraseMethod::blank) {
      device_.link().send(Blank{.immed = true, .blanking_type = full_ ? Blank::whole_disc : Blank::minimally});
    } else {
      auto list = bytes::encode(mmc::FormatParameterList{.immed = true,
                                                         .number_of_blocks = mmc::FormatParameterList::whole_medium,
                                                         .format_type = mmc::format_type::dvd_plus_rw_basic});
      device_.link().send(mmc::FormatUnit{.format_data = true, .format_code = 1}, list);
    }
  });
}

template <typename Ask>
void Erasure::wait(Ask ask, LONG before, LONG duration) {
  std::uint16_t last_progress = 0;
  int polls_since = 0;
  for (int polls = 0; polls < polls_in_an_hour; ++polls, ++polls_since) {
    if (last_progress != 0 && polls_since > polls_without_progress) break;
    const Poll poll = (this->*ask)();
    if (!poll.busy) return;
    // Some drives begin anew with a second pass: what was told is not taken back.
    if (poll.progress > last_progress) {
      last_progress = poll.progress;
      polls_since = 0;
      tell(before + static_cast<LONG>(std::int64_t{duration} * poll.progress / whole_progress));
    }
  }
  fail(E_IMAPI_ERASE_TOOK_LONGER_THAN_ONE_HOUR);
}

Erasure::Poll Erasure::ask_whether_ready() {
  auto cdb = bytes::encode(mmc::TestUnitReady{});
  mmc::FixedSense sense_bytes{};
  const HRESULT result = com::demand(device_.link().recorder().SendCommandNoData(
      cdb.data(), static_cast<ULONG>(cdb.size()), sense_bytes.data(), usual_timeout));
  if (result != S_IMAPI_COMMAND_HAS_SENSE_DATA) return {};
  const auto sense = bytes::decode<mmc::FixedSenseData>(sense_bytes);
  if (is_long_operation(sense))
    return {.busy = true, .progress = sense.sksv ? sense.sense_key_specific : std::uint16_t{0}};
  const mmc::Sense codes = mmc::decode_fixed(sense_bytes);
  const HRESULT meaning = sense_to_hresult(codes, mmc::TestUnitReady::opcode);
  if (SUCCEEDED(meaning)) return {};
  // Drives tell a host that the medium is another one now, which it is.
  if (codes.key == 0x6 && attentions_to_bear_-- > 0) return {.busy = true};
  fail(meaning == E_FAIL ? E_IMAPI_ERASE_UNEXPECTED_DRIVE_RESPONSE_DURING_ERASE : meaning);
}

/// The drive is ready by then; the sense data that it has for the asking still bears the progress.
Erasure::Poll Erasure::ask_for_background_format() {
  std::array<std::uint8_t, bytes::size_of<mmc::FixedSenseData>> reply{};
  Poll poll;
  in_step(E_IMAPI_ERASE_UNEXPECTED_DRIVE_RESPONSE_DURING_ERASE, [&] {
    const auto received = device_.link().receive(
        mmc::RequestSense{.allocation_length = static_cast<std::uint8_t>(reply.size())}, std::span(reply));
    const auto sense = decode_what_came<mmc::FixedSenseData>(received);
    poll = {.busy = sense.sksv, .progress = sense.sksv ? sense.sense_key_specific : std::uint16_t{0}};
  });
  return poll;
}

void Erasure::tell(LONG elapsed) {
  if (elapsed <= told_) return;
  told_ = elapsed;
  progress_(elapsed, first_phase_ + second_phase_);
}

}  // namespace discbench::imapi
