#include "imapi/writer/blank_heuristic.h"

#include <algorithm>
#include <vector>

namespace discbench::imapi {
namespace {

constexpr std::uint32_t sectors_per_read = 32;
constexpr std::uint32_t looked_at_sectors = 2 * 1024 * 1024 / sector_size_bytes;  // of either end

bool is_zero(MmcDevice& device, std::uint32_t first, std::uint32_t sectors) {
  std::vector<std::uint8_t> buffer(std::size_t{sectors_per_read} * sector_size_bytes);
  for (std::uint32_t done = 0; done < sectors;) {
    const std::uint32_t count = std::min(sectors_per_read, sectors - done);
    const auto data = std::span(buffer).first(std::size_t{count} * sector_size_bytes);
    try {
      device.read(first + done, data);
    } catch (const DeviceFailure& failure) {
      if (!failure.is_blank_check()) throw;
      std::ranges::fill(data, std::uint8_t{0});
    }
    if (std::ranges::any_of(data, [](std::uint8_t byte) { return byte != 0; })) return false;
    done += count;
  }
  return true;
}

}  // namespace

bool zero_at_both_ends(MmcDevice& device) {
  const std::uint32_t readable = device.readable_sectors();
  const std::uint32_t either_end = std::min(readable, looked_at_sectors);
  return is_zero(device, 0, either_end) && is_zero(device, readable - either_end, either_end);
}

}  // namespace discbench::imapi
