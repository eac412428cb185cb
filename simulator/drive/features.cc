#include "drive/features.h"

#include <algorithm>

#include "drive/cue_sheet.h"
#include "mmc/commands/get_configuration.h"
#include "mmc/features.h"
#include "mmc/profile_numbers.h"

namespace discbench::drive {
namespace {

namespace feature = mmc::feature;
using disc::Technology;

bool always(const DriveState&) { return true; }

bool has_profile_from(const DriveState& drive, std::uint16_t first, std::uint16_t last) {
  return std::ranges::any_of(drive.settings.profiles, [=](auto p) { return p >= first && p <= last; });
}
bool knows_cd(const DriveState& drive) {
  return has_profile_from(drive, mmc::profile_number::cd_rom, mmc::profile_number::cd_rw);
}
bool knows_dvd(const DriveState& drive) {
  return has_profile_from(drive, mmc::profile_number::dvd_rom, mmc::profile_number::dvd_plus_r_dl);
}
bool knows_bd(const DriveState& drive) {
  return has_profile_from(drive, mmc::profile_number::bd_rom, mmc::profile_number::bd_re);
}
bool writes_cd(const DriveState& drive) { return drive.settings.writes_technology(Technology::cd_r); }
bool writes_dvd_plus_r(const DriveState& drive) { return drive.settings.writes_technology(Technology::dvd_plus_r); }
bool writes_dvd_plus_rw(const DriveState& drive) { return drive.settings.writes_technology(Technology::dvd_plus_rw); }
bool writes_bd_r(const DriveState& drive) { return drive.settings.writes_technology(Technology::bd_r_srm); }
bool writes_incrementally(const DriveState& drive) { return writes_cd(drive) || writes_bd_r(drive); }

bool writes_anything(const DriveState& drive) { return !drive.settings.writes.empty(); }

bool medium_in(const DriveState& drive) { return drive.medium() != nullptr; }
bool medium_is(const DriveState& drive, MediumClass medium_class) {
  return medium_in(drive) && traits_of(drive.medium()->medium().technology).medium_class == medium_class;
}
bool medium_is(const DriveState& drive, Technology technology) {
  return medium_in(drive) && drive.medium()->medium().technology == technology;
}
bool cd_in(const DriveState& drive) { return medium_is(drive, MediumClass::cd); }
bool dvd_in(const DriveState& drive) { return medium_is(drive, MediumClass::dvd); }
bool bd_in(const DriveState& drive) { return medium_is(drive, MediumClass::bd); }
bool dvd_plus_rw_in(const DriveState& drive) { return medium_is(drive, Technology::dvd_plus_rw); }
bool dvd_plus_r_in(const DriveState& drive) { return medium_is(drive, Technology::dvd_plus_r); }
// Writing features are not current on a finalised disc; its profile stays.
bool cd_r_to_write(const DriveState& drive) {
  return medium_is(drive, Technology::cd_r) && drive.medium_takes_recording();
}
bool cd_r_to_master(const DriveState& drive) {
  if (!cd_r_to_write(drive)) return false;
  const bool first_session = drive.medium()->state().sessions.size() == 1;
  return first_session || !drive.settings.appendable_cd_refuses_session_at_once;
}
bool bd_r_to_write(const DriveState& drive) {
  return medium_is(drive, Technology::bd_r_srm) && drive.medium_takes_recording();
}
bool incremental_to_write(const DriveState& drive) { return cd_r_to_write(drive) || bd_r_to_write(drive); }

bool recordable_in(const DriveState& drive) {
  return medium_in(drive) && drive.settings.writes_technology(drive.medium()->medium().technology);
}

void nothing(DriveState&) {}

void profile_list(DriveState& drive) {
  const std::uint16_t current = drive.current_profile();
  for (const std::uint16_t profile : drive.settings.profiles)
    drive.reply.append(mmc::ProfileDescriptor{.profile_number = profile, .current = profile == current});
}

void core(DriveState& drive) {
  drive.reply.append(mmc::CoreFeature{.physical_interface_standard = drive.settings.interface_standard});
}

void random_readable(DriveState& drive) {
  const disc::Disc* medium = drive.medium();
  const std::uint16_t blocking = medium == nullptr ? std::uint16_t{1} : traits_of(medium->medium().technology).blocking;
  drive.reply.append(mmc::RandomReadableFeature{.blocking = blocking});
}

/// The whole medium, formatted or not: what is not formatted yet is about to be.
void random_writable(DriveState& drive) {
  mmc::RandomWritableFeature payload{};
  if (dvd_plus_rw_in(drive)) {
    const disc::Medium& medium = drive.medium()->medium();
    payload.last_lba = medium.capacity_sectors - 1;
    payload.blocking = traits_of(medium.technology).blocking;
  }
  drive.reply.append(payload);
}

/// Close Only is of drives that format no further than the host writes; Quick Start of a format without a lead-in.
void dvd_plus_rw(DriveState& drive) { drive.reply.append(mmc::DvdPlusRwFeature{.write = writes_dvd_plus_rw(drive)}); }

/// Block types: bit n is type n of mode page 05h. On CD this recorder writes no packets, and says so by claiming none;
/// the feature itself is mandatory with the profile. On BD sectors of 2048 bytes are type 8. No link sizes.
void incremental_streaming(DriveState& drive) {
  const std::uint16_t mode_1 = 1U << mmc::WriteParametersPage::mode_1;
  const std::uint16_t types = bd_in(drive) ? mode_1 : std::uint16_t{0};
  drive.reply.append(
      mmc::IncrementalStreamingWritableFeature{.data_block_types = types, .arsv = bd_in(drive), .buf = true});
}

void dvd_plus_r(DriveState& drive) {
  const bool closed = dvd_plus_r_in(drive) && !drive.medium_takes_recording();
  drive.reply.append(mmc::DvdPlusRFeature{.write = writes_dvd_plus_r(drive) && !closed});
}

void track_at_once(DriveState& drive) {
  drive.reply.append(
      mmc::CdTrackAtOnceFeature{.buf = true, .data_block_types = 1U << mmc::WriteParametersPage::mode_1});
}

/// C2: a CD that is read here has no errors, and the drive says so on demand.
void cd_read(DriveState& drive) { drive.reply.append(mmc::CdReadFeature{.c2_flags = true}); }

void cd_mastering(DriveState& drive) {
  drive.reply.append(
      mmc::CdMasteringFeature{.buf = true, .sao = true, .maximum_cue_sheet_length = maximum_cue_sheet_bytes});
}

/// Bit n of a bitmap is version n of the disc's class.
void bd_read(DriveState& drive) {
  drive.reply.append(mmc::BdReadFeature{.class_0_bitmap_for_bd_re_read_support = 1U << 2,
                                        .class_1_bitmap_for_bd_re_read_support = 1U << 1,
                                        .class_0_bitmap_for_bd_r_read_support = 1U << 1,
                                        .class_0_bitmap_for_bd_rom_read_support = 1U << 1});
}

void bd_write(DriveState& drive) {
  drive.reply.append(mmc::BdWriteFeature{.class_0_bitmap_for_bd_r_write_support = 1U << 1});
}

void real_time_streaming(DriveState& drive) {
  drive.reply.append(mmc::RealTimeStreamingFeature{.rbcb = true, .scs = true, .mp2a = true, .wspd = true, .sw = true});
}

void padded_text(Reply& reply, std::string_view text) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(text.data());
  reply.append_bytes({first, text.size()});
  reply.append_zeros((4 - text.size() % 4) % 4);
}

void serial_number(DriveState& drive) { padded_text(drive.reply, drive.settings.serial_number); }
void firmware_information(DriveState& drive) { padded_text(drive.reply, drive.settings.firmware_date); }

template <typename Payload>
void fixed(DriveState& drive) {
  drive.reply.append(Payload{});
}

struct Row {
  std::uint16_t code;
  std::uint8_t version;
  bool persistent;
  bool (*supported)(const DriveState&);
  bool (*current)(const DriveState&);
  void (*append_payload)(DriveState&);
};

// Versions and payloads: MMC-6, Features. Which are current with which profile: MMC-6, Profiles.
constexpr auto rows = std::to_array<Row>({
    {feature::profile_list, 0, true, always, always, profile_list},
    {feature::core, 2, true, always, always, core},
    {feature::morphing, 1, true, always, always, fixed<mmc::MorphingFeature>},
    {feature::removable_medium, 1, true, always, always, fixed<mmc::RemovableMediumFeature>},
    {feature::write_protect, 2, false, writes_anything, recordable_in, fixed<mmc::WriteProtectFeature>},
    {feature::random_readable, 0, false, always, medium_in, random_readable},
    {feature::multi_read, 0, false, knows_cd, cd_in, nothing},
    {feature::cd_read, 2, false, knows_cd, cd_in, cd_read},
    {feature::dvd_read, 1, false, knows_dvd, dvd_in, fixed<mmc::DvdReadFeature>},
    {feature::random_writable, 1, false, writes_dvd_plus_rw, dvd_plus_rw_in, random_writable},
    {feature::incremental_streaming_writable, 3, false, writes_incrementally, incremental_to_write,
     incremental_streaming},
    {feature::formattable, 1, false, writes_dvd_plus_rw, dvd_plus_rw_in, fixed<mmc::FormattableFeature>},
    {feature::dvd_plus_rw, 1, false, knows_dvd, dvd_plus_rw_in, dvd_plus_rw},
    {feature::dvd_plus_r, 0, false, knows_dvd, dvd_plus_r_in, dvd_plus_r},
    {feature::cd_track_at_once, 2, false, writes_cd, cd_r_to_write, track_at_once},
    {feature::cd_mastering, 1, false, writes_cd, cd_r_to_master, cd_mastering},
    {feature::bd_read, 0, false, knows_bd, bd_in, bd_read},
    {feature::bd_write, 0, false, writes_bd_r, bd_r_to_write, bd_write},
    {feature::power_management, 0, true, always, always, nothing},
    {feature::timeout, 1, true, always, always, fixed<mmc::TimeoutFeature>},
    {feature::real_time_streaming, 3, false, always, medium_in, real_time_streaming},
    {feature::logical_unit_serial_number, 0, true, always, always, serial_number},
    {feature::firmware_information, 0, true, always, always, firmware_information},
});
static_assert(std::ranges::is_sorted(rows, {}, &Row::code), "descriptors are returned in ascending order");

void append(DriveState& drive, const Row& row, bool current) {
  mmc::FeatureDescriptorHeader header{
      .feature_code = row.code, .version = row.version, .persistent = row.persistent, .current = current};
  const std::size_t start = drive.reply.length();
  drive.reply.append(header);
  row.append_payload(drive);
  const std::size_t payload = drive.reply.length() - start - bytes::size_of<mmc::FeatureDescriptorHeader>;
  header.additional_length = static_cast<std::uint8_t>(payload);
  drive.reply.put(start, header);
}

}  // namespace

void append_features(DriveState& drive, RequestedFeatures requested, std::uint16_t first) {
  for (const Row& row : rows) {
    const bool wanted = requested == RequestedFeatures::one ? row.code == first : row.code >= first;
    if (!wanted || !row.supported(drive)) continue;
    const bool current = row.current(drive);
    if (requested == RequestedFeatures::current && !current) continue;
    append(drive, row, current);
  }
}

bool has_current_feature(const DriveState& drive, std::uint16_t code) {
  const auto row = std::ranges::find(rows, code, &Row::code);
  return row != rows.end() && row->supported(drive) && row->current(drive);
}

}  // namespace discbench::drive
