#include "imapi/writer/write_speed.h"

#include <algorithm>
#include <array>
#include <limits>

#include "mmc/commands/get_performance.h"
#include "mmc/commands/set_cd_speed.h"
#include "mmc/commands/set_streaming.h"

namespace discbench::imapi {
namespace {

constexpr std::uint8_t rotation_pure_cav = 1;  // WRC of GET PERFORMANCE, Rotation Control of mode page 2Ah

enum class PerformanceType : std::uint8_t { nominal = 0x00, write_speed = 0x03 };

/// A medium's 1x in both units. The kB/s are in tenths.
struct SingleSpeed {
  std::int64_t sectors_per_second = 0;
  std::int64_t tenths_of_kilobytes_per_second = 1;
};

SingleSpeed single_speed_of(MediaFamily family) {
  switch (family) {
    case MediaFamily::none:
      break;
    case MediaFamily::cd:
      return {75, 1764};
    case MediaFamily::dvd:
      return {680, 13850};
    case MediaFamily::bd:
      return {2195, 44955};
  }
  return {};
}

/// The descriptors of a GET PERFORMANCE reply, each `Descriptor` of 16 bytes.
template <typename Descriptor>
std::vector<Descriptor> ask_performance(MmcDevice& device, PerformanceType type) {
  constexpr std::size_t header_size = bytes::size_of<mmc::PerformanceHeader>;
  constexpr std::size_t descriptor_size = bytes::size_of<Descriptor>;
  constexpr std::uint16_t most = 200;  // as many as Windows asks for
  std::vector<std::uint8_t> reply(header_size + descriptor_size * most);
  // Tolerance and Write belong to the nominal performance alone. MMC-6, GET PERFORMANCE command.
  const bool nominal = type == PerformanceType::nominal;
  const auto received =
      device.link().receive(mmc::GetPerformance{.tolerance = static_cast<std::uint8_t>(nominal ? 2 : 0),
                                                .write = nominal,
                                                .maximum_number_of_descriptors = most,
                                                .type = static_cast<std::uint8_t>(type)},
                            reply);
  const auto header = bytes::decode<mmc::PerformanceHeader>(reply);
  const auto whole = measured(received, std::size_t{header.performance_data_length} + 4, reply.size(), header_size);
  auto rest = whole.subspan(header_size);
  if (rest.size() % descriptor_size != 0 || header.except) invalid_response();
  std::vector<Descriptor> descriptors;
  for (; !rest.empty(); rest = rest.subspan(descriptor_size)) descriptors.push_back(bytes::decode<Descriptor>(rest));
  return descriptors;
}

/// The same, empty for a recorder that does not know the command or the type.
template <typename Descriptor>
std::vector<Descriptor> performance(MmcDevice& device, PerformanceType type) {
  try {
    return ask_performance<Descriptor>(device, type);
  } catch (const DeviceFailure& failure) {
    if (failure.is_illegal_request()) return {};
    throw;
  }
}

/// Mode page 2Ah: what recorders said of their speeds before GET PERFORMANCE.
struct Capabilities {
  mmc::CapabilitiesPage page;
  std::vector<WriteSpeed> speeds;
};

Capabilities capabilities(MmcDevice& device) {
  constexpr std::size_t through_current_write_speed = 22;
  const auto bytes = device.link().mode_page(mmc::CapabilitiesPage{}.page_code, through_current_write_speed);
  Capabilities found{.page = decode_what_came<mmc::CapabilitiesPage>(bytes), .speeds = {}};
  constexpr std::size_t descriptor_size = bytes::size_of<mmc::CapabilitiesWriteSpeed>;
  std::span<const std::uint8_t> rest(bytes);
  rest = rest.subspan(std::min(rest.size(), bytes::size_of<mmc::CapabilitiesPage>));
  if (rest.size() < descriptor_size * found.page.write_speed_count) invalid_response();
  for (std::uint16_t i = 0; i < found.page.write_speed_count; ++i, rest = rest.subspan(descriptor_size)) {
    const auto each = bytes::decode<mmc::CapabilitiesWriteSpeed>(rest);
    found.speeds.push_back(
        {.write_speed_kbps = each.write_speed_kbps, .pure_cav = each.rotation_control == rotation_pure_cav});
  }
  // Pages of before MMC-3 have no list.
  if (found.speeds.empty()) found.speeds.push_back({.write_speed_kbps = found.page.maximum_write_speed_kbps});
  return found;
}

/// A recorder may list one speed for several areas of the medium, or with several read speeds; and some list a zero.
std::vector<WriteSpeed> distinct(const std::vector<WriteSpeed>& speeds) {
  std::vector<WriteSpeed> result;
  for (const WriteSpeed& speed : speeds) {
    const bool known = std::any_of(result.begin(), result.end(), [&](const WriteSpeed& other) {
      return other.write_speed_kbps == speed.write_speed_kbps && other.pure_cav == speed.pure_cav;
    });
    if (speed.write_speed_kbps != 0 && !known) result.push_back(speed);
  }
  return result;
}

std::uint16_t clipped(std::uint32_t kilobytes_per_second) {
  return static_cast<std::uint16_t>(
      std::min<std::uint32_t>(kilobytes_per_second, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

LONG sectors_per_second(const MediaKind& kind, std::uint32_t kilobytes_per_second) {
  const SingleSpeed single = single_speed_of(kind.family());
  const std::int64_t whole = single.tenths_of_kilobytes_per_second;
  const std::int64_t sectors =
      (std::int64_t{kilobytes_per_second} * 10 * single.sectors_per_second + whole / 2) / whole;
  return static_cast<LONG>(std::min<std::int64_t>(sectors, std::numeric_limits<LONG>::max()));
}

LONG single_speed(const MediaKind& kind) {
  return static_cast<LONG>(single_speed_of(kind.family()).sectors_per_second);
}

const WriteSpeed& nearest_speed(const MediaKind& kind, const std::vector<WriteSpeed>& speeds,
                                const RequestedSpeed& requested) {
  const auto fits = [&](const WriteSpeed& speed) {
    return requested.sectors_per_second == fastest_speed ||
           sectors_per_second(kind, speed.write_speed_kbps) <= requested.sectors_per_second;
  };
  const auto better = [&](const WriteSpeed& left, const WriteSpeed& right) {
    if (fits(left) != fits(right)) return fits(left);
    if (left.write_speed_kbps != right.write_speed_kbps) {
      return fits(left) == (left.write_speed_kbps > right.write_speed_kbps);
    }
    return left.pure_cav == requested.pure_cav && right.pure_cav != requested.pure_cav;
  };
  return *std::min_element(speeds.begin(), speeds.end(), better);
}

SpeedControl::SpeedControl(MmcDevice& device)
    : device_(device), kind_(media_kind_of(device.configuration().current_profile)) {
  if (kind_.family() == MediaFamily::none || kind_.read_only) {
    throw com::Failure{E_IMAPI_RECORDER_MEDIA_INCOMPATIBLE};
  }
}

SpeedControl::Listed SpeedControl::list() {
  std::vector<WriteSpeed> performances;
  for (const auto& each : performance<mmc::WriteSpeedDescriptor>(device_, PerformanceType::write_speed)) {
    performances.push_back({.write_speed_kbps = each.write_speed_kbps,
                            .pure_cav = each.rotation_control == rotation_pure_cav,
                            .read_speed_kbps = each.read_speed_kbps,
                            .end_lba = each.end_lba});
  }
  if (!performances.empty()) return {.speeds = distinct(performances), .from_performance = true};
  return {.speeds = distinct(capabilities(device_).speeds)};
}

WriteSpeed SpeedControl::current() {
  WriteSpeed now;
  for (const auto& each : performance<mmc::NominalPerformanceDescriptor>(device_, PerformanceType::nominal)) {
    // With constant angular velocity it is the outermost area that has the speed by which a write is called.
    now.write_speed_kbps = std::max({now.write_speed_kbps, each.start_performance_kbps, each.end_performance_kbps});
  }
  const std::vector<WriteSpeed> speeds = supported();
  const auto with_rotation = [&](bool pure_cav) {
    return std::any_of(speeds.begin(), speeds.end(), [&](const WriteSpeed& speed) {
      return speed.write_speed_kbps == now.write_speed_kbps && speed.pure_cav == pure_cav;
    });
  };
  if (now.write_speed_kbps != 0 && with_rotation(true) != with_rotation(false)) {
    now.pure_cav = with_rotation(true);
    return now;
  }
  // No such speed in the list, or one with both rotations: the mode page has the last word.
  const mmc::CapabilitiesPage page = capabilities(device_).page;
  now.pure_cav = page.rotation_control_selected == rotation_pure_cav;
  if (now.write_speed_kbps == 0) {
    now.write_speed_kbps =
        page.current_write_speed_kbps != 0 ? page.current_write_speed_kbps : page.current_write_speed_v1_kbps;
  }
  return now;
}

void SpeedControl::tell(const WriteSpeed& speed, bool streaming) {
  if (!streaming) {
    return device_.link().send(
        mmc::SetCdSpeed{.rotational_control = static_cast<std::uint8_t>(speed.pure_cav ? rotation_pure_cav : 0),
                        .write_speed_kbps = clipped(speed.write_speed_kbps)});
  }
  constexpr std::uint32_t one_second_ms = 1000;
  auto descriptor = bytes::encode(mmc::StreamingPerformanceDescriptor{
      .rotation_control = static_cast<std::uint8_t>(speed.pure_cav ? rotation_pure_cav : 0),
      .end_lba = speed.end_lba,
      .read_size_kilobytes = speed.read_speed_kbps,
      .read_time_ms = one_second_ms,
      .write_size_kilobytes = speed.write_speed_kbps,
      .write_time_ms = one_second_ms});
  device_.link().send(mmc::SetStreaming{.parameter_list_length = static_cast<std::uint16_t>(descriptor.size())},
                      descriptor);
}

HRESULT SpeedControl::select(const RequestedSpeed& requested) {
  const Listed listed = list();
  if (listed.speeds.empty()) invalid_response();
  const WriteSpeed& chosen = nearest_speed(kind_, listed.speeds, requested);
  // SET STREAMING is for all media but CD, whose speeds have a command of their own.
  tell(chosen, listed.from_performance && kind_.family() != MediaFamily::cd);

  const WriteSpeed now = current();
  const bool as_fast = requested.sectors_per_second == fastest_speed
                           ? now.write_speed_kbps >= chosen.write_speed_kbps
                           : sectors_per_second(now) == requested.sectors_per_second;
  const bool turns_as_asked = now.pure_cav == requested.pure_cav;
  if (as_fast) return turns_as_asked ? S_OK : S_IMAPI_ROTATIONADJUSTED;
  return turns_as_asked ? S_IMAPI_SPEEDADJUSTED : S_IMAPI_BOTHADJUSTED;
}

}  // namespace discbench::imapi
