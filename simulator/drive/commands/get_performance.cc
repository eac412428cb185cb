#include "drive/commands/handlers.h"

#include <algorithm>
#include "mmc/commands/get_performance.h"

namespace discbench::drive {
namespace {

enum class Type : std::uint8_t { performance = 0x00, write_speed = 0x03 };

constexpr std::uint8_t constant_angular_velocity = 1;

std::uint32_t last_address(const disc::Disc& disc) { return disc.medium().capacity_sectors - 1; }

void append_nominal(DriveState& drive, bool write) {
  const std::uint32_t speed = write ? drive.current_write_speed() : drive.current_read_speed();
  drive.reply.append(mmc::NominalPerformanceDescriptor{
      .start_performance_kbps = speed, .end_lba = last_address(*drive.medium()), .end_performance_kbps = speed});
}

/// BD recorders spin at constant angular velocity at all speeds but the slowest.
void append_write_speeds(DriveState& drive, std::size_t count) {
  const SpeedList& speeds = drive.write_speeds();
  const bool is_bd = traits_of(drive.medium()->medium().technology).medium_class == MediumClass::bd;
  for (std::size_t i = 0; i < count; ++i) {
    const bool slowest = i + 1 == speeds.size();
    drive.reply.append(
        mmc::WriteSpeedDescriptor{.rotation_control = is_bd && !slowest ? constant_angular_velocity : std::uint8_t{0},
                                  .end_lba = last_address(*drive.medium()),
                                  .read_speed_kbps = drive.current_read_speed(),
                                  .write_speed_kbps = speeds[i]});
  }
}

}  // namespace

bool valid(const mmc::GetPerformance& cdb) {
  const auto type = static_cast<Type>(cdb.type);
  return type == Type::performance || type == Type::write_speed;
}

/// The length is that of all descriptors that there are, whatever number the host has room for.
Completion get_performance(Exchange& exchange, const mmc::GetPerformance& cdb) {
  DriveState& drive = exchange.drive;
  const bool speeds_asked = static_cast<Type>(cdb.type) == Type::write_speed;
  const bool exceptions_asked = !speeds_asked && cdb.except != 0;  // there are none
  std::size_t there = speeds_asked ? drive.write_speeds().size() : 1;
  if (drive.medium() == nullptr || exceptions_asked) there = 0;
  const std::size_t sent = std::min<std::size_t>(there, cdb.maximum_number_of_descriptors);
  constexpr std::size_t descriptor_size = 16;
  drive.reply.append(
      mmc::PerformanceHeader{.performance_data_length = static_cast<std::uint32_t>(4 + descriptor_size * there),
                             .write = !speeds_asked && cdb.write,
                             .except = exceptions_asked});
  if (sent == 0) return exchange.send_reply(Reply::capacity);
  if (speeds_asked) {
    append_write_speeds(drive, sent);
  } else {
    append_nominal(drive, cdb.write);
  }
  return exchange.send_reply(Reply::capacity);
}

}  // namespace discbench::drive
