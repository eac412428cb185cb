#include "drive/commands/handlers.h"

#include <algorithm>
#include "mmc/commands/set_cd_speed.h"
#include "mmc/commands/set_streaming.h"

namespace discbench::drive {
namespace {

constexpr std::uint16_t fastest_of_all = 0xffff;

std::uint32_t kilobytes_per_second(std::uint32_t kilobytes, std::uint32_t milliseconds) {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(std::uint64_t{kilobytes} * 1000 / milliseconds, UINT32_MAX));
}

bool is_supported(const SpeedList& speeds, std::uint32_t speed) {
  return std::ranges::find(speeds, speed) != speeds.end();
}

}  // namespace

/// Never an error: the drive takes the next lower speed that it has.
Completion set_cd_speed(Exchange& exchange, const mmc::SetCdSpeed& cdb) {
  DriveState& drive = exchange.drive;
  drive.selected_read_speed_kbps = cdb.read_speed_kbps == fastest_of_all ? 0 : cdb.read_speed_kbps;
  drive.selected_write_speed_kbps = cdb.write_speed_kbps == fastest_of_all ? 0 : cdb.write_speed_kbps;
  return {};
}

bool valid(const mmc::SetStreaming& cdb) { return cdb.type == 0; }

Completion set_streaming(Exchange& exchange, const mmc::SetStreaming& cdb) {
  using Descriptor = mmc::StreamingPerformanceDescriptor;
  DriveState& drive = exchange.drive;
  if (cdb.parameter_list_length != bytes::size_of<Descriptor>)
    return check_condition(sense::parameter_list_length_error);
  if (exchange.request.data_out.size() < cdb.parameter_list_length) return check_condition(sense::aborted_command);
  const auto wanted = bytes::decode<Descriptor>(exchange.request.data_out);
  const Completion done{.data_out_length = cdb.parameter_list_length};
  if (wanted.restore_defaults) {
    drive.selected_read_speed_kbps = 0;
    drive.selected_write_speed_kbps = 0;
    return done;
  }
  if (wanted.read_time_ms == 0 || wanted.write_time_ms == 0 || wanted.end_lba < wanted.start_lba)
    return check_condition(sense::invalid_field_in_parameter_list);
  const std::uint32_t read_speed = kilobytes_per_second(wanted.read_size_kilobytes, wanted.read_time_ms);
  const std::uint32_t write_speed = kilobytes_per_second(wanted.write_size_kilobytes, wanted.write_time_ms);
  const bool exactly = is_supported(drive.read_speeds(), read_speed) && is_supported(drive.write_speeds(), write_speed);
  if (wanted.exact && !exactly) return check_condition(sense::invalid_field_in_parameter_list);
  drive.selected_read_speed_kbps = read_speed;
  drive.selected_write_speed_kbps = write_speed;
  return done;
}

}  // namespace discbench::drive
