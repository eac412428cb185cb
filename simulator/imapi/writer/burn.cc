#include "imapi/writer/burn.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "mmc/commands/close_track_session.h"

namespace discbench::imapi {
namespace {

constexpr std::uint32_t sectors_per_write = 32;  // 64 KiB: a multiple of every medium's write unit

/// Does one step of leaving a disc behind in order. What fails here is no news: a failure is on its way already.
template <typename Step>
void attempt(Step&& step) {
  try {
    step();
  } catch (...) {
  }
}

template <typename Piece>
std::uint64_t sectors_in(const std::vector<Piece>& pieces) {
  return std::accumulate(pieces.begin(), pieces.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const Piece& piece) { return sum + piece.sectors; });
}

std::vector<std::uint8_t> burn_buffer() {
  return std::vector<std::uint8_t>(std::size_t{sectors_per_write} * sector_size_bytes);
}

}  // namespace

Burn::Burn(MmcDevice& device, StreamReader& stream, const WriteSettings& settings, const std::atomic<bool>& cancelled,
           ProgressObserver observer)
    : device_(device), stream_(stream), settings_(settings), cancelled_(cancelled), progress_(std::move(observer)) {}

HRESULT Burn::run() {
  enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_VALIDATING_MEDIA);
  plan_ = with_settled_medium(device_, [this] { return plan_burn(device_, stream_, settings_); });
  if (plan_.format != FormatNeeded::none) format();
  enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_INITIALIZING_HARDWARE);
  const HRESULT adjusted = initialise_hardware();
  enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_CALIBRATING_POWER);
  device_.calibrate_power();
  record();
  if (settings_.verification != IMAPI_BURN_VERIFICATION_NONE) verify();
  progress_.enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_COMPLETED);
  return adjusted;
}

void Burn::enter(IMAPI_FORMAT2_DATA_WRITE_ACTION action) {
  progress_.enter(action);
  throw_if_cancelled();
}

void Burn::format() {
  enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_FORMATTING_MEDIA);
  const bool restart = plan_.format == FormatNeeded::restart;
  try {
    device_.format_dvd_plus_rw(restart);
  } catch (const DeviceFailure& failure) {
    // A recorder that has nothing to go on with goes on when it is written to.
    if (!restart || !failure.is_illegal_request()) throw;
  }
}

HRESULT Burn::initialise_hardware() {
  HRESULT adjusted = S_OK;
  if (settings_.speed_was_requested) adjusted = SpeedControl(device_).select(settings_.speed);
  if (plan_.kind->is_cd()) {
    select_write_parameters(plan_.closing);
    // Where a session begins may depend on the write type.
    plan_.extents.front().first_sector =
        static_cast<std::uint32_t>(LoadedMedium(device_).next_track().next_writable_address);
  }
  const std::uint64_t to_write = sectors_in(plan_.extents);
  const bool all_again = settings_.verification == IMAPI_BURN_VERIFICATION_FULL;
  progress_.expect(all_again ? to_write * 2 : to_write, current_speed());
  return adjusted;
}

/// Only what is told of the remaining time depends on it, so a recorder that does not know its speed writes no less.
LONG Burn::current_speed() {
  try {
    SpeedControl speed(device_);
    return speed.sectors_per_second(speed.current());
  } catch (const DeviceFailure& failure) {
    if (failure.is_not_ready() || failure.is_unit_attention()) throw;
  } catch (const com::Failure& failure) {
    if (failure.code != E_IMAPI_RECORDER_INVALID_RESPONSE_FROM_DEVICE) throw;
  }
  return single_speed(*plan_.kind);
}

/// Mode page 05h means something on CD alone, of the media that are written here: recorders of DVD+R, DVD+RW and BD-R
/// link without loss unasked, so BufferUnderrunFreeDisabled has no effect there.
void Burn::select_write_parameters(Closing closing) {
  constexpr std::uint8_t no_next_session = 0;
  mmc::WriteParametersPage page = device_.write_parameters();
  page.bufe = !settings_.buffer_underrun_free_disabled;
  page.test_write = false;
  page.write_type = mmc::WriteParametersPage::track_at_once;
  page.multi_session = closing == Closing::session ? mmc::WriteParametersPage::next_session_allowed : no_next_session;
  page.fp = false;
  page.copy = false;
  page.track_mode = 4;  // data, recorded without interruption
  page.data_block_type = mmc::WriteParametersPage::mode_1;
  page.session_format = 0;
  device_.set_write_parameters(page);
}

void Burn::record() {
  try {
    enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_WRITING_DATA);
    write_all();
    enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_FINALIZATION);
    device_.synchronize_cache();
    close(plan_.closing);
  } catch (const DeviceFailure& failure) {
    // With the disc gone, or another one in its place, there is nothing to put in order.
    if (!failure.is_unit_attention() && !failure.is_not_ready()) abandon();
    throw;
  } catch (...) {
    abandon();
    throw;
  }
}

void Burn::write_all() {
  std::vector<std::uint8_t> buffer = burn_buffer();
  for (const Extent& extent : plan_.extents) {
    progress_.begin(extent, static_cast<std::uint32_t>(buffer.size()));
    write(extent, buffer);
  }
}

void Burn::write(const Extent& extent, std::span<std::uint8_t> buffer) {
  for (std::uint32_t done = 0; done < extent.sectors;) {
    const std::uint32_t count = std::min(sectors_per_write, extent.sectors - done);
    const auto data = buffer.first(std::size_t{count} * sector_size_bytes);
    fetch(std::uint64_t{extent.stream_sector} + done, data);
    progress_.read(count);
    send(extent.first_sector + done, data);
    done += count;
    progress_.wrote(count);
  }
}

void Burn::fetch(std::uint64_t first_sector, std::span<std::uint8_t> data) {
  const std::uint64_t left = stream_.size_sectors() - std::min(stream_.size_sectors(), first_sector);
  const auto from_stream = static_cast<std::size_t>(std::min<std::uint64_t>(left, data.size() / sector_size_bytes));
  const auto head = data.first(from_stream * sector_size_bytes);
  throw_if_cancelled();
  try {
    stream_.read(first_sector, head);
  } catch (const com::Failure&) {
    throw_if_cancelled();  // a stream that fails because it was told to stop
    throw;
  }
  throw_if_cancelled();
  std::ranges::fill(data.subspan(head.size()), std::uint8_t{0});
}

void Burn::send(std::uint32_t first_sector, std::span<std::uint8_t> data) {
  try {
    device_.write(first_sector, data);
  } catch (const DeviceFailure& failure) {
    if (!failure.is_illegal_request()) anything_written_ = true;  // how much of it, nobody knows
    throw;
  }
  anything_written_ = true;
  if (settings_.verification == IMAPI_BURN_VERIFICATION_NONE) return;
  written_.push_back({.first_sector = first_sector,
                      .sectors = static_cast<std::uint32_t>(data.size() / sector_size_bytes),
                      .checksum = checksum(data)});
}

void Burn::close(Closing closing) {
  namespace function = mmc::close_function;
  if (plan_.kind->is_cd()) return device_.close(function::session, 0);  // for good or not: mode page 05h says it
  if (plan_.kind->random_write()) {
    if (closing != Closing::session) device_.close(function::session, 0);
    return;
  }
  device_.close(function::track, plan_.track_number);
  switch (closing) {
    case Closing::session:
      return device_.close(function::session, 0);
    case Closing::disc:
      return device_.close(function::finalise, 0);
    case Closing::disc_compatible:
      return device_.close(function::finalise_minimal_radius, 0);
  }
}

void Burn::abandon() {
  if (!anything_written_) return;
  namespace function = mmc::close_function;
  // The session is worth nothing, but the rest of the disc is: it stays open for the next one.
  attempt([this] { device_.synchronize_cache(); });
  if (plan_.kind->random_write()) return;
  if (plan_.kind->is_cd()) {
    attempt([this] { select_write_parameters(Closing::session); });
  } else {
    attempt([this] { device_.close(function::track, plan_.track_number); });
  }
  attempt([this] { device_.close(function::session, 0); });
}

void Burn::verify() {
  enter(IMAPI_FORMAT2_DATA_WRITE_ACTION_VERIFYING);
  std::vector<std::uint8_t> buffer = burn_buffer();
  // Closing may have left a unit attention: the medium is the same, it only looks different now.
  with_settled_medium(device_, [] {});
  for (const WrittenPiece& piece : pieces_to_verify(written_, settings_.verification)) {
    throw_if_cancelled();
    verify_piece(device_, piece, buffer);
    progress_.verified(piece.sectors);
  }
}

void Burn::throw_if_cancelled() const {
  if (cancelled_) throw com::Failure{E_IMAPI_REQUEST_CANCELLED};
}

}  // namespace discbench::imapi
