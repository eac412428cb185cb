#include "drive/mode_page_table.h"

#include <algorithm>

#include "drive/features.h"
#include "drive/technology.h"
#include "mmc/features.h"
#include "mmc/profile_numbers.h"

namespace discbench::drive {
namespace {

using mmc::PageControl;

// Which bits a host may change: the changeable values of MODE SENSE are these pages themselves.
constexpr mmc::ReadWriteErrorRecoveryPage changeable_error_recovery{.awre = true,
                                                                    .arre = true,
                                                                    .tb = true,
                                                                    .rc = true,
                                                                    .per = true,
                                                                    .dte = true,
                                                                    .dcr = true,
                                                                    .read_retry_count = 0xff,
                                                                    .emcdr = 0x3,
                                                                    .write_retry_count = 0xff};

constexpr mmc::WriteParametersPage all_write_parameters() {
  mmc::WriteParametersPage page{.bufe = true,
                                .ls_v = true,
                                .test_write = true,
                                .write_type = 0xf,
                                .multi_session = 0x3,
                                .fp = true,
                                .copy = true,
                                .track_mode = 0xf,
                                .data_block_type = 0xf,
                                .link_size = 0xff,
                                .host_application_code = 0x3f,
                                .session_format = 0xff,
                                .packet_size = 0xffffffff,
                                .audio_pause_length = 0xffff,
                                .sub_header = 0xffffffff};
  page.media_catalog_number.fill(0xff);
  page.international_standard_recording_code.fill(0xff);
  return page;
}

constexpr mmc::WriteParametersPage changeable_write_parameters = all_write_parameters();
constexpr mmc::PowerConditionPage changeable_power_condition{
    .idle = true, .standby = true, .idle_timer_100_ms = 0xffffffff, .standby_timer_100_ms = 0xffffffff};
constexpr mmc::FaultReportingPage changeable_fault_reporting{
    .perf = true, .dexcpt = true, .mrie = 0xf, .interval_timer = 0xffffffff, .report_count = 0xffffffff};
constexpr mmc::TimeoutAndProtectPage changeable_timeout_and_protect{.g3enable = true,
                                                                    .tmoe = true,
                                                                    .disp = true,
                                                                    .swpp = true,
                                                                    .group_1_minimum_s = 0xffff,
                                                                    .group_2_minimum_s = 0xffff};

/// Track At Once: data tracks with sectors of 2048 bytes.
bool acceptable_for_track_at_once(const mmc::WriteParametersPage& page) {
  constexpr std::uint8_t data_track = 0x4;  // bit 2 of CONTROL
  return page.data_block_type == mmc::WriteParametersPage::mode_1 && (page.track_mode & data_track) != 0;
}

/// Session At Once: the cue sheet says what the tracks are, and the page's own words for that mean nothing; burning
/// programs leave there the block type of data or of audio. Only where feature 002Eh is current.
bool acceptable_for_session_at_once(const DriveState& drive, const mmc::WriteParametersPage& page) {
  const bool known_block_type =
      page.data_block_type == mmc::WriteParametersPage::mode_1 || page.data_block_type == mmc::WriteParametersPage::raw;
  return known_block_type && has_current_feature(drive, mmc::feature::cd_mastering);
}

/// Write types and block types that this recorder has on CD. On other media the page means nothing, and real drives
/// take it as it comes.
bool acceptable_write_parameters(const DriveState& drive, const mmc::WriteParametersPage& page) {
  const disc::Disc* medium = drive.medium();
  if (medium != nullptr && traits_of(medium->medium().technology).medium_class != MediumClass::cd) return true;
  const bool reserved_multi_session = page.multi_session == 2;
  if (page.test_write || page.fp || reserved_multi_session) return false;
  switch (page.write_type) {
    case mmc::WriteParametersPage::track_at_once:
      return acceptable_for_track_at_once(page);
    case mmc::WriteParametersPage::session_at_once:
      return acceptable_for_session_at_once(drive, page);
    default:
      return false;
  }
}

template <typename Page>
bool anything_goes(const DriveState&, const Page&) {
  return true;
}

struct Row {
  std::uint8_t code;
  void (*append)(DriveState& drive, PageControl control);
  /// Null where nothing of the page can be set.
  bool (*acceptable)(const DriveState& drive, std::span<const std::uint8_t> page);
  void (*set)(DriveState& drive, std::span<const std::uint8_t> page);
};

/// A page that is a member of ModePages: its row is made of the member, the changeable bits and the check of values.
template <auto Member, const auto& Changeable, auto ValuesAcceptable>
constexpr Row settable(std::uint8_t code) {
  using Page = std::remove_cvref_t<decltype(ModePages{}.*Member)>;
  return Row{code,
             [](DriveState& drive, PageControl control) {
               const Page& current = drive.mode_pages.*Member;
               drive.reply.append(control == PageControl::changeable ? Changeable
                                  : control == PageControl::current  ? current
                                                                     : Page{});
             },
             [](const DriveState& drive, std::span<const std::uint8_t> page) {
               if (page.size() != bytes::size_of<Page>) return false;
               const auto now = bytes::encode(drive.mode_pages.*Member);
               const auto mask = bytes::encode(Changeable);
               for (std::size_t i = 2; i < page.size(); ++i)
                 if (((page[i] ^ now[i]) & ~mask[i]) != 0) return false;
               return ValuesAcceptable(drive, bytes::decode<Page>(page));
             },
             [](DriveState& drive, std::span<const std::uint8_t> page) {
               drive.mode_pages.*Member = bytes::decode<Page>(page);
               (drive.mode_pages.*Member).ps = false;  // reserved in MODE SELECT
             }};
}

std::uint16_t clipped(std::uint32_t kilobytes_per_second) {
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(kilobytes_per_second, 0xffff));
}

std::uint32_t fastest(const SpeedList& speeds) { return speeds.empty() ? 0 : speeds.front(); }

/// Legacy since MMC-4, and still what every burning program reads. Speeds are those of the medium that is in.
void append_capabilities(DriveState& drive, PageControl control) {
  const bool values = control != PageControl::changeable;
  if (!values) {
    drive.reply.append(mmc::CapabilitiesPage{
        .loading_mechanism_type = 0, .eject = false, .lock = false, .copy_management_revision_supported = 0});
    return;
  }
  const DriveSettings& settings = drive.settings;
  const auto reads = [&](std::uint16_t profile) { return settings.reads(profile); };
  const SpeedList& write_speeds = drive.write_speeds();
  const bool reads_cd = reads(mmc::profile_number::cd_rom) || reads(mmc::profile_number::cd_r);
  const bool writes_cd = settings.writes_technology(disc::Technology::cd_r);
  const auto count = static_cast<std::uint16_t>(write_speeds.size());
  drive.reply.append(mmc::CapabilitiesPage{.page_length = static_cast<std::uint8_t>(30 + 4 * count),
                                           .dvd_ram_read = reads(mmc::profile_number::dvd_ram),
                                           .dvd_r_read = reads(mmc::profile_number::dvd_minus_r),
                                           .dvd_rom_read = reads(mmc::profile_number::dvd_rom),
                                           .method_2 = true,
                                           .cd_rw_read = reads(mmc::profile_number::cd_rw),
                                           .cd_r_read = reads(mmc::profile_number::cd_r),
                                           .cd_r_write = writes_cd,
                                           .buf = true,
                                           .multi_session = true,
                                           .c2_pointers = reads_cd,
                                           .cd_da_accurate = reads_cd,
                                           .cd_da_commands = reads_cd,
                                           .lock_state = !drive.may_remove(),
                                           .maximum_read_speed_kbps = clipped(fastest(drive.read_speeds())),
                                           .buffer_kilobytes = clipped(settings.buffer_kilobytes),
                                           .current_read_speed_kbps = clipped(drive.current_read_speed()),
                                           .maximum_write_speed_kbps = clipped(fastest(write_speeds)),
                                           .current_write_speed_v1_kbps = clipped(drive.current_write_speed()),
                                           .current_write_speed_kbps = clipped(drive.current_write_speed()),
                                           .write_speed_count = count});
  for (const std::uint32_t speed : write_speeds)
    drive.reply.append(mmc::CapabilitiesWriteSpeed{.write_speed_kbps = clipped(speed)});
}

constexpr auto rows = std::to_array<Row>({
    settable<&ModePages::error_recovery, changeable_error_recovery, anything_goes<mmc::ReadWriteErrorRecoveryPage>>(
        0x01),
    settable<&ModePages::write_parameters, changeable_write_parameters, acceptable_write_parameters>(0x05),
    settable<&ModePages::power_condition, changeable_power_condition, anything_goes<mmc::PowerConditionPage>>(0x1a),
    settable<&ModePages::fault_reporting, changeable_fault_reporting, anything_goes<mmc::FaultReportingPage>>(0x1c),
    settable<&ModePages::timeout_and_protect, changeable_timeout_and_protect,
             anything_goes<mmc::TimeoutAndProtectPage>>(0x1d),
    Row{0x2a, append_capabilities, nullptr, nullptr},
});

const Row* row_of(std::uint8_t page_code) {
  const auto row = std::ranges::find(rows, page_code, &Row::code);
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace

bool append_mode_page(DriveState& drive, std::uint8_t page_code, mmc::PageControl control) {
  if (page_code == mmc::all_mode_pages) {
    for (const Row& row : rows) row.append(drive, control);
    return true;
  }
  const Row* row = row_of(page_code);
  if (row != nullptr) row->append(drive, control);
  return row != nullptr;
}

std::optional<mmc::Sense> check_mode_page(const DriveState& drive, std::span<const std::uint8_t> page) {
  const Row* row = row_of(page[0] & 0x3f);
  const bool acceptable = row != nullptr && row->acceptable != nullptr && row->acceptable(drive, page);
  if (acceptable) return std::nullopt;
  return mmc::sense::invalid_field_in_parameter_list;
}

void set_mode_page(DriveState& drive, std::span<const std::uint8_t> page) { row_of(page[0] & 0x3f)->set(drive, page); }

}  // namespace discbench::drive
