#include "check/device_configuration.h"

#include <algorithm>

namespace discbench::check {
namespace {

constexpr std::size_t header_size = 8;
constexpr std::size_t descriptor_size = 4;  // of a feature, and of a profile in the list of them

std::int64_t number_at(const std::vector<std::uint8_t>& bytes, std::size_t place) {
  return bytes[place] << 8 | bytes[place + 1];
}
bool is_current(const std::vector<std::uint8_t>& bytes, std::size_t descriptor) {
  return (bytes[descriptor + 2] & 1) != 0;
}

}  // namespace

CurrentConfiguration current_configuration(Stage& stage, const OwnRecorder& own) {
  constexpr ULONG longest = 0xFFFF;
  const auto device = step_commands(stage, own);
  const Bytes reply = send_for_data(device.get(), {0x46, 1, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0}, longest);
  if (reply.hr != S_OK) stage.checker.not_applicable("the device does not answer GET CONFIGURATION");
  const std::vector<std::uint8_t>& bytes = reply.bytes;
  CurrentConfiguration current;
  for (std::size_t at = header_size; at + descriptor_size <= bytes.size(); at += descriptor_size + bytes[at + 3]) {
    if (!is_current(bytes, at)) continue;
    current.features.push_back(number_at(bytes, at));
    if (current.features.back() != IMAPI_FEATURE_PAGE_TYPE_PROFILE_LIST) continue;
    const std::size_t end = std::min(at + descriptor_size + bytes[at + 3], bytes.size());
    for (std::size_t one = at + descriptor_size; one + descriptor_size <= end; one += descriptor_size) {
      if (is_current(bytes, one)) current.profiles.push_back(number_at(bytes, one));
    }
  }
  return current;
}

}  // namespace discbench::check
