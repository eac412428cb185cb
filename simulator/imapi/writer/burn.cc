#include "imapi/writer/burn.h"

#include <algorithm>
#include <vector>

#include "mmc/commands/close_track_session.h"

namespace discbench::imapi {
namespace {

constexpr std::uint32_t sectors_per_write = 32;  // 64 KiB: a multiple of every medium's write unit

std::uint64_t rounded_up(std::uint64_t sectors, std::uint64_t unit) { return (sectors + unit - 1) / unit * unit; }

/// Does one step of leaving a disc behind in order. What fails here is no news: a failure is on its way already.
template <typename Step>
void attempt(Step&& step) {
  try {
    step();
  } catch (...) {
  }
}

}  // namespace

Closing closing_of(const MediaKind& kind, const WriteSettings& settings, LONG free_after, LONG total) {
  // On DVD+R the default closes the disc, whatever ForceMediaToBeClosed says. IDiscFormat2Data,
  // put_DisableConsumerDvdCompatibilityMode.
  if (kind.recording == Recording::dvd_plus && !settings.disable_consumer_dvd_compatibility) {
    return Closing::disc_compatible;
  }
  // The write closes the disc where 2 % or less would be left. IDiscFormat2Data, put_ForceMediaToBeClosed.
  const bool nearly_full = std::int64_t{free_after} * 100 <= std::int64_t{total} * 2;
  return settings.force_media_to_be_closed || nearly_full ? Closing::disc : Closing::session;
}

Burn::Burn(MmcDevice& device, StreamReader& stream, const WriteSettings& settings, const std::atomic<bool>& cancelled)
    : device_(device), stream_(stream), settings_(settings), cancelled_(cancelled) {
  plan_ = with_settled_medium(device_, [this] { return plan(); });
}

Burn::Plan Burn::plan() {
  LoadedMedium medium(device_);
  const MediaKind& kind = medium.kind();
  if (!kind.writable()) throw com::Failure{E_IMAPI_DF2DATA_MEDIA_IS_NOT_SUPPORTED};
  if (medium.write_protection() != 0) throw com::Failure{E_IMAPI_RECORDER_MEDIA_WRITE_PROTECTED};
  if (medium.supports_sequential_sessions() != VARIANT_TRUE) throw com::Failure{E_IMAPI_DF2DATA_INVALID_MEDIA_STATE};

  const LONG free = medium.free_sectors();
  const std::uint64_t padded = rounded_up(stream_.size_sectors(), static_cast<std::uint64_t>(kind.write_unit_sectors));
  if (padded > static_cast<std::uint64_t>(free)) {
    throw com::Failure{E_IMAPI_DF2DATA_STREAM_TOO_LARGE_FOR_CURRENT_MEDIA};
  }
  const auto padded_sectors = static_cast<std::uint32_t>(padded);
  const LONG free_after = free - static_cast<LONG>(padded_sectors);
  Plan result{.kind = &kind,
              .track = {},
              .closing = closing_of(kind, settings_, free_after, medium.total_sectors()),
              .padded_sectors = padded_sectors};
  // Before the address is asked for: it depends on the write type.
  if (kind.is_cd()) select_write_parameters(result.closing);
  result.track = medium.next_track();
  return result;
}

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

void Burn::run() {
  try {
    write_all();
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
  std::vector<std::uint8_t> buffer(std::size_t{sectors_per_write} * sector_size_bytes);
  std::uint64_t unread = stream_.size_sectors();
  for (std::uint32_t written = 0; written < plan_.padded_sectors;) {
    const std::uint32_t count = std::min(sectors_per_write, plan_.padded_sectors - written);
    const auto from_stream = static_cast<std::uint32_t>(std::min<std::uint64_t>(unread, count));
    const auto data = std::span(buffer).first(std::size_t{count} * sector_size_bytes);
    const auto head = data.first(std::size_t{from_stream} * sector_size_bytes);
    throw_if_cancelled();
    try {
      stream_.read(head);
    } catch (const com::Failure&) {
      throw_if_cancelled();  // a stream that fails because it was told to stop
      throw;
    }
    throw_if_cancelled();
    std::fill(data.begin() + static_cast<std::ptrdiff_t>(head.size()), data.end(), std::uint8_t{0});
    write(static_cast<std::uint32_t>(plan_.track.next_writable_address) + written, data);
    written += count;
    unread -= from_stream;
  }
}

void Burn::write(std::uint32_t first_sector, std::span<std::uint8_t> data) {
  try {
    device_.write(first_sector, data);
  } catch (const DeviceFailure& failure) {
    if (!failure.is_illegal_request()) anything_written_ = true;  // how much of it, nobody knows
    throw;
  }
  anything_written_ = true;
}

void Burn::close(Closing closing) {
  namespace function = mmc::close_function;
  if (plan_.kind->is_cd()) return device_.close(function::session, 0);  // for good or not: mode page 05h says it
  device_.close(function::track, plan_.track.number);
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
  if (plan_.kind->is_cd()) {
    attempt([this] { select_write_parameters(Closing::session); });
  } else {
    attempt([this] { device_.close(function::track, plan_.track.number); });
  }
  attempt([this] { device_.close(function::session, 0); });
}

void Burn::throw_if_cancelled() const {
  if (cancelled_) throw com::Failure{E_IMAPI_REQUEST_CANCELLED};
}

}  // namespace discbench::imapi
