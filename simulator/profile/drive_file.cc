#include <algorithm>

#include "profile/files.h"
#include "profile/mapping.h"
#include "profile/words.h"

namespace discbench::profile {
namespace {

/// Physical Interface Standard of the Core feature: MMC-6, 5.3.2, "Core (0001h)".
constexpr std::array interface_words{
    Word<std::uint32_t>{"atapi", 2},
    Word<std::uint32_t>{"sata", 7},
    Word<std::uint32_t>{"usb", 8},
};

std::uint16_t profile_of(disc::Technology technology) {
  switch (technology) {
    case disc::Technology::cd_r:
      return mmc::profile_number::cd_r;
    case disc::Technology::dvd_plus_r:
      return mmc::profile_number::dvd_plus_r;
    case disc::Technology::bd_r_srm:
      return mmc::profile_number::bd_r_srm;
    case disc::Technology::dvd_plus_rw:
      return mmc::profile_number::dvd_plus_rw;
    case disc::Technology::pressed_cd:
      return mmc::profile_number::cd_rom;
    case disc::Technology::pressed_dvd:
      return mmc::profile_number::dvd_rom;
    case disc::Technology::pressed_bd:
      return mmc::profile_number::bd_rom;
  }
  return mmc::profile_number::none;
}

/// A list of words, none of them twice.
template <typename T>
std::vector<T> read_words(const Mapping& mapping, std::string_view key, std::span<const Word<T>> words,
                          Problems& problems) {
  std::vector<T> out;
  const YamlNode* node = mapping.find(key);
  if (node == nullptr) return out;
  if (node->kind != YamlNode::Kind::list || node->items.empty()) {
    problems.add(node->place, key, kind_in_words(*node) + " does not fit, expected a list of one or more names");
    return out;
  }
  for (const YamlNode& item : node->items) {
    const std::optional<T> value = read_word(item, key, words, problems);
    if (!value) continue;
    if (std::find(out.begin(), out.end(), *value) != out.end())
      problems.add(item.place, key, "'" + item.text + "' is here a second time, expected once");
    out.push_back(*value);
  }
  return out;
}

/// MODE SENSE page 2Ah and GET PERFORMANCE list the fastest speed first, and some drives repeat one.
drive::SpeedList read_speeds(const YamlNode& node, std::string_view key, Problems& problems) {
  drive::SpeedList speeds;
  if (node.kind != YamlNode::Kind::list || node.items.empty() || node.items.size() > 32) {
    problems.add(node.place, key, kind_in_words(node) + " does not fit, expected a list of 1 to 32 speeds in kB/s");
    return speeds;
  }
  for (const YamlNode& item : node.items) {
    const auto speed = read_integer(item, key, {1, 1000000}, problems);
    if (!speed) continue;
    if (!speeds.empty() && *speed > speeds.back())
      problems.add(
          item.place, key,
          std::to_string(*speed) + " follows " + std::to_string(speeds.back()) + ", expected the fastest speed first");
    speeds.push_back(static_cast<std::uint32_t>(*speed));
  }
  return speeds;
}

std::map<disc::Technology, drive::SpeedList> read_speed_table(const Mapping& mapping, std::string_view key,
                                                              Problems& problems) {
  std::map<disc::Technology, drive::SpeedList> table;
  const YamlNode* node = mapping.find(key);
  if (node == nullptr) return table;
  if (node->kind != YamlNode::Kind::mapping) {
    problems.add(node->place, key, kind_in_words(*node) + " is no mapping, expected technologies with lists of speeds");
    return table;
  }
  for (const YamlNode& entry : node->items) {
    const YamlNode name{.kind = YamlNode::Kind::scalar, .place = entry.key_place, .text = entry.key};
    const auto technology = read_word(name, key, std::span<const Word<disc::Technology>>(technology_words), problems);
    if (!technology) continue;
    if (!table.emplace(*technology, read_speeds(entry, entry.key, problems)).second)
      problems.add(entry.key_place, entry.key, "is here a second time, expected once");
  }
  return table;
}

bool is_date_and_time(const std::string& text) {
  if (text.size() != 14 || text.find_first_not_of("0123456789") != std::string::npos) return false;
  const auto number = [&text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return number(4) >= 1 && number(4) <= 12 && number(6) >= 1 && number(6) <= 31 && number(8) <= 23 &&
         number(10) <= 59 && number(12) <= 59;
}

void read_quirks(const Mapping& mapping, drive::DriveSettings& settings, Problems& problems) {
  const YamlNode* node = mapping.find("quirks");
  if (node == nullptr) return;
  const Mapping quirks(*node, "quirks", schema::quirks, problems);
  quirks.integer("inquiry-version", {0, 255}, settings.inquiry_version);
  quirks.boolean("blank-cd-next-writable-is-minus-150", settings.blank_cd_next_writable_is_minus_150);
  quirks.boolean("appendable-cd-refuses-session-at-once", settings.appendable_cd_refuses_session_at_once);
  quirks.integer("bd-session-gap-sectors", {0, 65536, 32}, settings.bd_session_gap_sectors);
  quirks.boolean("dvd-plus-rw-fixed-packets", settings.dvd_plus_rw_fixed_packets);
  quirks.boolean("dvd-plus-rw-last-recorded-address", settings.dvd_plus_rw_last_recorded_address);
}

/// What must fit together: a drive writes only what its profiles have, and every speed that a host asks for is there.
void check_consistency(const Mapping& mapping, const drive::DriveSettings& settings, Problems& problems) {
  const auto has_profile = [&settings](disc::Technology technology) {
    return std::find(settings.profiles.begin(), settings.profiles.end(), profile_of(technology)) !=
           settings.profiles.end();
  };
  const auto place = [&mapping](std::string_view key) { return mapping.find(key)->place; };
  const bool whole = mapping.find("profiles") != nullptr && mapping.find("writes") != nullptr &&
                     mapping.find("write-speeds-kbps") != nullptr && mapping.find("read-speeds-kbps") != nullptr;
  if (!whole || !problems.empty()) return;
  for (const disc::Technology technology : settings.writes) {
    const std::string name(name_of(technology));
    if (is_pressed(technology))
      problems.add(place("writes"), "writes", "'" + name + "' cannot be written, expected recordable technologies");
    else if (!has_profile(technology))
      problems.add(place("writes"), "writes", "'" + name + "' is not among 'profiles', expected its profile there");
    else if (!settings.write_speeds_kbps.contains(technology))
      problems.add(place("write-speeds-kbps"), "write-speeds-kbps", "has no '" + name + "', expected its speeds");
  }
  for (const auto& [name, technology] : technology_words) {
    if (has_profile(technology) && !settings.read_speeds_kbps.contains(technology))
      problems.add(place("read-speeds-kbps"), "read-speeds-kbps",
                   "has no '" + std::string(name) + "', expected its speeds");
  }
}

}  // namespace

std::string_view name_of(disc::Technology technology) {
  for (const auto& [text, value] : technology_words)
    if (value == technology) return text;
  return {};
}

drive::DriveSettings parse_drive(const YamlNode& root, Problems& problems) {
  const Mapping mapping(root, {}, schema::drive, problems);
  drive::DriveSettings settings;
  std::string description;
  mapping.text("description", description);
  mapping.ascii("vendor", 8, settings.vendor);
  mapping.ascii("product", 16, settings.product);
  mapping.ascii("revision", 4, settings.revision);
  mapping.ascii("serial-number", 32, settings.serial_number);
  mapping.ascii("firmware-date", 14, settings.firmware_date);
  if (!settings.firmware_date.empty() && !is_date_and_time(settings.firmware_date))
    problems.add(mapping.find("firmware-date")->place, "firmware-date",
                 "'" + settings.firmware_date + "' is no date, expected 14 digits YYYYMMDDhhmmss");
  mapping.word("interface", std::span<const Word<std::uint32_t>>(interface_words), settings.interface_standard);
  settings.profiles = read_words(mapping, "profiles", std::span<const Word<std::uint16_t>>(profile_words), problems);
  settings.writes = read_words(mapping, "writes", std::span<const Word<disc::Technology>>(technology_words), problems);
  mapping.integer("buffer-kilobytes", {64, 65535}, settings.buffer_kilobytes);
  settings.read_speeds_kbps = read_speed_table(mapping, "read-speeds-kbps", problems);
  settings.write_speeds_kbps = read_speed_table(mapping, "write-speeds-kbps", problems);
  mapping.integer("command-time-ms", {0, 60000}, settings.command_time_ms);
  mapping.integer("spin-up-time-ms", {0, 60000}, settings.spin_up_time_ms);
  if (settings.spin_up_time_ms != 0 && settings.command_time_ms == 0)
    problems.add(mapping.find("spin-up-time-ms")->place, "spin-up-time-ms",
                 "never ends where 'command-time-ms' is 0, expected 0");
  read_quirks(mapping, settings, problems);
  check_consistency(mapping, settings, problems);
  return settings;
}

}  // namespace discbench::profile
