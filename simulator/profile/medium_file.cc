#include "profile/files.h"
#include "profile/mapping.h"
#include "profile/words.h"

namespace discbench::profile {
namespace {

using disc::Medium;
using disc::Technology;

const Schema& schema_of(Technology technology) {
  switch (technology) {
    case Technology::cd_r:
      return schema::cd_r;
    case Technology::dvd_plus_r:
      return schema::dvd_plus_r;
    case Technology::bd_r_srm:
      return schema::bd_r_srm;
    case Technology::pressed_cd:
      return schema::pressed_cd;
    case Technology::dvd_plus_rw:
      return schema::dvd_plus_rw;
  }
  return schema::cd_r;
}

void read_cd_r(const Mapping& mapping, Medium& medium) {
  // Minutes of 90 and more count downwards from the lead-in: MMC-6, table "LBA to MSF translation".
  mapping.integer("lead-in-start-lba", {-45150, -151}, medium.lead_in_start.value);
  mapping.integer("last-possible-lead-out-lba", {302, 404849}, medium.last_possible_lead_out.value);
  mapping.integer("indicative-write-power", {0, 7}, medium.indicative_write_power);
  mapping.integer("disc-sub-type", {0, 7}, medium.disc_sub_type);
  // A blank CD-R reports two sectors less than its last possible lead-out: they are the run-out of the last track.
  medium.capacity_sectors = static_cast<std::uint32_t>(std::max(0, medium.last_possible_lead_out.value - 2));
}

void read_dvd_plus_r(const Mapping& mapping, Medium& medium) {
  mapping.integer("capacity-sectors", {16, 2295104, 16}, medium.capacity_sectors);
  mapping.integer("read-compatibility-lba", {0, 2295104}, medium.read_compatibility_lba);
  mapping.ascii("manufacturer-id", 8, medium.manufacturer_id);
  mapping.ascii("media-type-id", 3, medium.media_type_id);
  mapping.integer("revision", {0, 255}, medium.revision);
}

void read_dvd_plus_rw(const Mapping& mapping, Medium& medium) {
  mapping.integer("capacity-sectors", {16, 2295104, 16}, medium.capacity_sectors);
  mapping.ascii("manufacturer-id", 8, medium.manufacturer_id);
  mapping.ascii("media-type-id", 3, medium.media_type_id);
  mapping.integer("revision", {0, 255}, medium.revision);
}

void read_bd_r(const Mapping& mapping, Medium& medium) {
  mapping.integer("capacity-sectors", {32, 62500864, 32}, medium.capacity_sectors);
  mapping.ascii("manufacturer-id", 6, medium.manufacturer_id);
  mapping.ascii("media-type-id", 3, medium.media_type_id);
  mapping.integer("revision", {0, 255}, medium.revision);
}

/// Which of the technologies' schemas the file is to follow; nullopt after a problem.
std::optional<Technology> read_technology(const YamlNode& root, Problems& problems) {
  if (root.kind != YamlNode::Kind::mapping) {
    problems.add(root.place, {}, kind_in_words(root) + " is no mapping, expected the keys of a medium");
    return std::nullopt;
  }
  for (const YamlNode& entry : root.items) {
    if (entry.key == "technology")
      return read_word(entry, entry.key, std::span<const Word<Technology>>(technology_words), problems);
  }
  problems.add(root.place, "technology",
               "is missing, expected one of cd-r, dvd-plus-r, bd-r-srm, pressed-cd, dvd-plus-rw");
  return std::nullopt;
}

}  // namespace

Medium parse_medium(const YamlNode& root, Problems& problems) {
  Medium medium;
  const std::optional<Technology> technology = read_technology(root, problems);
  if (!technology) return medium;
  medium.technology = *technology;
  const Mapping mapping(root, {}, schema_of(*technology), problems);
  std::string description;
  mapping.text("description", description);
  mapping.boolean("unrestricted-use", medium.unrestricted_use);
  switch (*technology) {
    case Technology::cd_r:
      read_cd_r(mapping, medium);
      break;
    case Technology::dvd_plus_r:
      read_dvd_plus_r(mapping, medium);
      break;
    case Technology::bd_r_srm:
      read_bd_r(mapping, medium);
      break;
    case Technology::pressed_cd:
      mapping.integer("capacity-sectors", {300, 404849}, medium.capacity_sectors);
      break;
    case Technology::dvd_plus_rw:
      read_dvd_plus_rw(mapping, medium);
      break;
  }
  return medium;
}

}  // namespace discbench::profile
