// The mode pages that the recorder has.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReadWriteErrorRecoveryPage {
  bool ps = false;
  std::uint8_t page_code = 0x01;
  std::uint8_t page_length = 0x0a;
  bool awre = true;
  bool arre = true;
  bool tb = false;
  bool rc = false;
  bool per = false;
  bool dte = false;
  bool dcr = false;
  std::uint8_t read_retry_count = 0x20;
  std::uint8_t emcdr = 0;
  std::uint8_t write_retry_count = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadWriteErrorRecoveryPage;
    return bytes::layout<12>(
        "Read/Write Error Recovery Mode Page", "MMC-6, Mode Parameters, Read/Write Error Recovery Mode Page",
        field("PS", bit(0, 7), &T::ps), field("Page Code", bits(0, 5, 0), &T::page_code),
        field("Page Length", u8(1), &T::page_length), field("AWRE", bit(2, 7), &T::awre),
        field("ARRE", bit(2, 6), &T::arre), field("TB", bit(2, 5), &T::tb), field("RC", bit(2, 4), &T::rc),
        field("PER", bit(2, 2), &T::per), field("DTE", bit(2, 1), &T::dte), field("DCR", bit(2, 0), &T::dcr),
        field("Read Retry Count", u8(3), &T::read_retry_count), field("EMCDR", bits(7, 1, 0), &T::emcdr),
        field("Write Retry Count", u8(8), &T::write_retry_count));
  }
};

struct WriteParametersPage {
  bool ps = false;
  std::uint8_t page_code = 0x05;
  std::uint8_t page_length = 0x32;
  bool bufe = false;
  bool ls_v = false;
  bool test_write = false;
  std::uint8_t write_type = 1;
  std::uint8_t multi_session = 0;
  bool fp = false;
  bool copy = false;
  std::uint8_t track_mode = 4;
  std::uint8_t data_block_type = 8;
  std::uint8_t link_size = 0;
  std::uint8_t host_application_code = 0;
  std::uint8_t session_format = 0;
  std::uint32_t packet_size = 0;
  std::uint16_t audio_pause_length = 150;
  std::array<std::uint8_t, 16> media_catalog_number{};
  std::array<std::uint8_t, 16> international_standard_recording_code{};
  std::uint32_t sub_header = 0;

  static constexpr std::uint8_t packet = 0;                ///< Write Type
  static constexpr std::uint8_t track_at_once = 1;         ///< Write Type
  static constexpr std::uint8_t session_at_once = 2;       ///< Write Type
  static constexpr std::uint8_t next_session_allowed = 3;  ///< Multi-session
  static constexpr std::uint8_t raw = 0;                   ///< Data Block Type: 2352 bytes
  static constexpr std::uint8_t mode_1 = 8;                ///< Data Block Type: 2048 bytes

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = WriteParametersPage;
    return bytes::layout<52>(
        "Write Parameters Mode Page", "MMC-6, Mode Parameters, Write Parameters Mode Page",
        field("PS", bit(0, 7), &T::ps), field("Page Code", bits(0, 5, 0), &T::page_code),
        field("Page Length", u8(1), &T::page_length), field("BUFE", bit(2, 6), &T::bufe),
        field("LS_V", bit(2, 5), &T::ls_v), field("Test Write", bit(2, 4), &T::test_write),
        field("Write Type", bits(2, 3, 0), &T::write_type), field("Multi-session", bits(3, 7, 6), &T::multi_session),
        field("FP", bit(3, 5), &T::fp), field("Copy", bit(3, 4), &T::copy),
        field("Track Mode", bits(3, 3, 0), &T::track_mode),
        field("Data Block Type", bits(4, 3, 0), &T::data_block_type), field("Link Size", u8(5), &T::link_size),
        field("Host Application Code", bits(7, 5, 0), &T::host_application_code),
        field("Session Format", u8(8), &T::session_format), field("Packet Size", u32(10), &T::packet_size),
        field("Audio Pause Length", u16(14), &T::audio_pause_length),
        field("Media Catalog Number", bytes_at(16, 16), &T::media_catalog_number),
        field("International Standard Recording Code", bytes_at(32, 16), &T::international_standard_recording_code),
        field("Sub-header", u32(48), &T::sub_header));
  }
};

struct PowerConditionPage {
  bool ps = false;
  std::uint8_t page_code = 0x1a;
  std::uint8_t page_length = 0x0a;
  bool idle = false;
  bool standby = false;
  std::uint32_t idle_timer_100_ms = 0;
  std::uint32_t standby_timer_100_ms = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = PowerConditionPage;
    return bytes::layout<12>("Power Condition Mode Page", "MMC-6, Mode Parameters, Power Condition Mode Page",
                             field("PS", bit(0, 7), &T::ps), field("Page Code", bits(0, 5, 0), &T::page_code),
                             field("Page Length", u8(1), &T::page_length), field("Idle", bit(3, 1), &T::idle),
                             field("Standby", bit(3, 0), &T::standby),
                             field("Idle Timer", u32(4), &T::idle_timer_100_ms),
                             field("Standby Timer", u32(8), &T::standby_timer_100_ms));
  }
};

struct FaultReportingPage {
  bool ps = false;
  std::uint8_t page_code = 0x1c;
  std::uint8_t page_length = 0x0a;
  bool perf = false;
  bool dexcpt = false;
  std::uint8_t mrie = 0;
  std::uint32_t interval_timer = 0;
  std::uint32_t report_count = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FaultReportingPage;
    return bytes::layout<12>(
        "Informational Exceptions Control Mode Page", "SPC-3, Informational Exceptions Control mode page",
        field("PS", bit(0, 7), &T::ps), field("Page Code", bits(0, 5, 0), &T::page_code),
        field("Page Length", u8(1), &T::page_length), field("PERF", bit(2, 7), &T::perf),
        field("DEXCPT", bit(2, 3), &T::dexcpt), field("MRIE", bits(3, 3, 0), &T::mrie),
        field("Interval Timer", u32(4), &T::interval_timer), field("Report Count", u32(8), &T::report_count));
  }
};

struct TimeoutAndProtectPage {
  bool ps = false;
  std::uint8_t page_code = 0x1d;
  std::uint8_t page_length = 0x08;
  bool g3enable = false;
  bool tmoe = false;
  bool disp = false;
  bool swpp = false;
  std::uint16_t group_1_minimum_s = 0;
  std::uint16_t group_2_minimum_s = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TimeoutAndProtectPage;
    return bytes::layout<10>("Timeout and Protect Mode Page", "MMC-6, Mode Parameters, Timeout and Protect Mode Page",
                             field("PS", bit(0, 7), &T::ps), field("Page Code", bits(0, 5, 0), &T::page_code),
                             field("Page Length", u8(1), &T::page_length), field("G3Enable", bit(4, 3), &T::g3enable),
                             field("TMOE", bit(4, 2), &T::tmoe), field("DISP", bit(4, 1), &T::disp),
                             field("SWPP", bit(4, 0), &T::swpp),
                             field("Group 1 Minimum Time-out", u16(6), &T::group_1_minimum_s),
                             field("Group 2 Minimum Time-out", u16(8), &T::group_2_minimum_s));
  }
};

/// The fixed part; write_speed_count descriptors follow (CapabilitiesWriteSpeed).
struct CapabilitiesPage {
  bool ps = false;
  std::uint8_t page_code = 0x2a;
  std::uint8_t page_length = 30;
  bool dvd_ram_read = false;
  bool dvd_r_read = false;
  bool dvd_rom_read = false;
  bool method_2 = false;
  bool cd_rw_read = false;
  bool cd_r_read = false;
  bool dvd_ram_write = false;
  bool dvd_r_write = false;
  bool test_write = false;
  bool cd_rw_write = false;
  bool cd_r_write = false;
  bool buf = false;
  bool multi_session = false;
  bool mode_2_form_2 = false;
  bool mode_2_form_1 = false;
  bool audio_play = false;
  bool c2_pointers = false;
  bool cd_da_accurate = false;
  bool cd_da_commands = false;
  std::uint8_t loading_mechanism_type = 1;
  bool eject = true;
  bool lock_state = false;
  bool lock = true;
  std::uint16_t maximum_read_speed_kbps = 0;
  std::uint16_t number_of_volume_levels_supported = 0;
  std::uint16_t buffer_kilobytes = 0;
  std::uint16_t current_read_speed_kbps = 0;
  std::uint16_t maximum_write_speed_kbps = 0;
  std::uint16_t current_write_speed_v1_kbps = 0;
  std::uint16_t copy_management_revision_supported = 1;
  std::uint8_t rotation_control_selected = 0;
  std::uint16_t current_write_speed_kbps = 0;
  std::uint16_t write_speed_count = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CapabilitiesPage;
    return bytes::layout<32>(
        "C/DVD Capabilities and Mechanical Status Mode Page", "MMC-3, MM Capabilities and Mechanical Status Mode Page",
        field("PS", bit(0, 7), &T::ps), field("Page Code", bits(0, 5, 0), &T::page_code),
        field("Page Length", u8(1), &T::page_length), field("DVD-RAM Read", bit(2, 5), &T::dvd_ram_read),
        field("DVD-R Read", bit(2, 4), &T::dvd_r_read), field("DVD-ROM Read", bit(2, 3), &T::dvd_rom_read),
        field("Method 2", bit(2, 2), &T::method_2), field("CD-RW Read", bit(2, 1), &T::cd_rw_read),
        field("CD-R Read", bit(2, 0), &T::cd_r_read), field("DVD-RAM Write", bit(3, 5), &T::dvd_ram_write),
        field("DVD-R Write", bit(3, 4), &T::dvd_r_write), field("Test Write", bit(3, 2), &T::test_write),
        field("CD-RW Write", bit(3, 1), &T::cd_rw_write), field("CD-R Write", bit(3, 0), &T::cd_r_write),
        field("BUF", bit(4, 7), &T::buf), field("Multi Session", bit(4, 6), &T::multi_session),
        field("Mode 2 Form 2", bit(4, 5), &T::mode_2_form_2), field("Mode 2 Form 1", bit(4, 4), &T::mode_2_form_1),
        field("Audio Play", bit(4, 0), &T::audio_play), field("C2 Pointers are Supported", bit(5, 4), &T::c2_pointers),
        field("CD-DA Stream is Accurate", bit(5, 1), &T::cd_da_accurate),
        field("CD-DA Commands Supported", bit(5, 0), &T::cd_da_commands),
        field("Loading Mechanism Type", bits(6, 7, 5), &T::loading_mechanism_type),
        field("Eject", bit(6, 3), &T::eject), field("Lock State", bit(6, 1), &T::lock_state),
        field("Lock", bit(6, 0), &T::lock), field("Maximum Read Speed", u16(8), &T::maximum_read_speed_kbps),
        field("Number of Volume Levels Supported", u16(10), &T::number_of_volume_levels_supported),
        field("Buffer Size Supported", u16(12), &T::buffer_kilobytes),
        field("Current Read Speed", u16(14), &T::current_read_speed_kbps),
        field("Maximum Write Speed", u16(18), &T::maximum_write_speed_kbps),
        field("Current Write Speed (obsolete)", u16(20), &T::current_write_speed_v1_kbps),
        field("Copy Management Revision Supported", u16(22), &T::copy_management_revision_supported),
        field("Rotation Control Selected", bits(27, 1, 0), &T::rotation_control_selected),
        field("Current Write Speed Selected", u16(28), &T::current_write_speed_kbps),
        field("Number of Write Speed Performance Descriptors", u16(30), &T::write_speed_count));
  }
};

struct CapabilitiesWriteSpeed {
  std::uint8_t rotation_control = 0;
  std::uint16_t write_speed_kbps = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CapabilitiesWriteSpeed;
    return bytes::layout<4>("Logical Unit Write Speed Performance Descriptor",
                            "MMC-3, MM Capabilities and Mechanical Status Mode Page",
                            field("Rotation Control", bits(1, 2, 0), &T::rotation_control),
                            field("Write Speed Supported", u16(2), &T::write_speed_kbps));
  }
};

}  // namespace discbench::mmc
