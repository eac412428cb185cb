// What stands in a feature descriptor behind its four-byte header (GET CONFIGURATION). Byte numbers count from there.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

/// Feature codes. MMC-6, Features, "Feature list".
namespace feature {
inline constexpr std::uint16_t profile_list = 0x0000;
inline constexpr std::uint16_t core = 0x0001;
inline constexpr std::uint16_t morphing = 0x0002;
inline constexpr std::uint16_t removable_medium = 0x0003;
inline constexpr std::uint16_t random_readable = 0x0010;
inline constexpr std::uint16_t multi_read = 0x001d;
inline constexpr std::uint16_t cd_read = 0x001e;
inline constexpr std::uint16_t dvd_read = 0x001f;
inline constexpr std::uint16_t random_writable = 0x0020;
inline constexpr std::uint16_t incremental_streaming_writable = 0x0021;
inline constexpr std::uint16_t formattable = 0x0023;
inline constexpr std::uint16_t restricted_overwrite = 0x0026;
inline constexpr std::uint16_t dvd_plus_rw = 0x002a;
inline constexpr std::uint16_t dvd_plus_r = 0x002b;
inline constexpr std::uint16_t rigid_restricted_overwrite = 0x002c;
inline constexpr std::uint16_t cd_track_at_once = 0x002d;
inline constexpr std::uint16_t cd_mastering = 0x002e;
inline constexpr std::uint16_t dvd_r_rw_write = 0x002f;
inline constexpr std::uint16_t dvd_plus_r_dual_layer = 0x003b;
inline constexpr std::uint16_t bd_read = 0x0040;
inline constexpr std::uint16_t bd_write = 0x0041;
inline constexpr std::uint16_t power_management = 0x0100;
inline constexpr std::uint16_t timeout = 0x0105;
inline constexpr std::uint16_t real_time_streaming = 0x0107;
inline constexpr std::uint16_t logical_unit_serial_number = 0x0108;
inline constexpr std::uint16_t firmware_information = 0x010c;
}  // namespace feature

struct ProfileDescriptor {
  std::uint16_t profile_number = 0;
  bool current = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ProfileDescriptor;
    return bytes::layout<4>("Profile Descriptor", "MMC-6, Features, Profile List (0000h)",
                            field("Profile Number", u16(0), &T::profile_number),
                            field("CurrentP", bit(2, 0), &T::current));
  }
};

struct CoreFeature {
  std::uint32_t physical_interface_standard = 7;
  bool inq2 = false;
  bool dbe = true;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CoreFeature;
    return bytes::layout<8>("Core Feature", "MMC-6, Features, Core (0001h)",
                            field("Physical Interface Standard", u32(0), &T::physical_interface_standard),
                            field("INQ2", bit(4, 1), &T::inq2), field("DBE", bit(4, 0), &T::dbe));
  }
};

struct MorphingFeature {
  bool operational_change_event = false;
  bool asynchronous = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = MorphingFeature;
    return bytes::layout<4>("Morphing Feature", "MMC-6, Features, Morphing (0002h)",
                            field("OCEvent", bit(0, 1), &T::operational_change_event),
                            field("ASYNC", bit(0, 0), &T::asynchronous));
  }
};

struct RemovableMediumFeature {
  std::uint8_t loading_mechanism_type = 1;
  bool eject = true;
  bool prevent_jumper = false;
  bool lock = true;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = RemovableMediumFeature;
    return bytes::layout<4>("Removable Medium Feature", "MMC-6, Features, Removable Medium (0003h)",
                            field("Loading Mechanism Type", bits(0, 7, 5), &T::loading_mechanism_type),
                            field("Eject", bit(0, 3), &T::eject), field("Pvnt Jmpr", bit(0, 2), &T::prevent_jumper),
                            field("Lock", bit(0, 0), &T::lock));
  }
};

struct RandomReadableFeature {
  std::uint32_t logical_block_size = 2048;
  std::uint16_t blocking = 1;
  bool page_present = true;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = RandomReadableFeature;
    return bytes::layout<8>("Random Readable Feature", "MMC-6, Features, Random Readable (0010h)",
                            field("Logical Block Size", u32(0), &T::logical_block_size),
                            field("Blocking", u16(4), &T::blocking), field("PP", bit(6, 0), &T::page_present));
  }
};

struct CdReadFeature {
  bool dap = false;
  bool c2_flags = false;
  bool cd_text = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CdReadFeature;
    return bytes::layout<4>("CD Read Feature", "MMC-6, Features, CD Read (001Eh)", field("DAP", bit(0, 7), &T::dap),
                            field("C2 Flags", bit(0, 1), &T::c2_flags), field("CD-Text", bit(0, 0), &T::cd_text));
  }
};

struct DvdReadFeature {
  bool multi110 = true;
  bool dual_rw = false;
  bool dual_r = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = DvdReadFeature;
    return bytes::layout<4>("DVD Read Feature", "MMC-6, Features, DVD Read (001Fh)",
                            field("MULTI110", bit(0, 0), &T::multi110), field("Dual-RW", bit(2, 1), &T::dual_rw),
                            field("Dual-R", bit(2, 0), &T::dual_r));
  }
};

struct RandomWritableFeature {
  std::uint32_t last_lba = 0;
  std::uint32_t logical_block_size = 2048;
  std::uint16_t blocking = 1;
  bool page_present = true;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = RandomWritableFeature;
    return bytes::layout<12>("Random Writable Feature", "MMC-6, Features, Random Writable (0020h)",
                             field("Last LBA", u32(0), &T::last_lba),
                             field("Logical Block Size", u32(4), &T::logical_block_size),
                             field("Blocking", u16(8), &T::blocking), field("PP", bit(10, 0), &T::page_present));
  }
};

/// One byte for each link size follows, and padding to a multiple of four.
struct IncrementalStreamingWritableFeature {
  std::uint16_t data_block_types = 0;
  bool trio = false;
  bool arsv = false;
  bool buf = false;
  std::uint8_t number_of_link_sizes = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = IncrementalStreamingWritableFeature;
    return bytes::layout<4>(
        "Incremental Streaming Writable Feature", "MMC-6, Features, Incremental Streaming Writable (0021h)",
        field("Data Type Supported", u16(0), &T::data_block_types), field("TRIO", bit(2, 2), &T::trio),
        field("ARSV", bit(2, 1), &T::arsv), field("BUF", bit(2, 0), &T::buf),
        field("Number of Link Sizes", u8(3), &T::number_of_link_sizes));
  }
};

/// What of formatting a BD the recorder can do; DVD+RW has no bits here.
struct FormattableFeature {
  bool renosa = false;
  bool expand = false;
  bool qcert = false;
  bool cert = false;
  bool rrm = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = FormattableFeature;
    return bytes::layout<8>("Formattable Feature", "MMC-6, Features, Formattable (0023h)",
                            field("RENoSA", bit(0, 3), &T::renosa), field("Expand", bit(0, 2), &T::expand),
                            field("QCert", bit(0, 1), &T::qcert), field("Cert", bit(0, 0), &T::cert),
                            field("RRM", bit(4, 0), &T::rrm));
  }
};

struct DvdPlusRwFeature {
  bool write = false;
  bool quick_start = false;
  bool close_only = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = DvdPlusRwFeature;
    return bytes::layout<4>("DVD+RW Feature", "MMC-6, Features, DVD+RW (002Ah)", field("Write", bit(0, 0), &T::write),
                            field("Quick Start", bit(1, 1), &T::quick_start),
                            field("Close Only", bit(1, 0), &T::close_only));
  }
};

struct DvdPlusRFeature {
  bool write = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = DvdPlusRFeature;
    return bytes::layout<4>("DVD+R Feature", "MMC-6, Features, DVD+R (002Bh)", field("Write", bit(0, 0), &T::write));
  }
};

struct CdTrackAtOnceFeature {
  bool buf = false;
  bool r_w_raw = false;
  bool r_w_pack = false;
  bool test_write = false;
  bool cd_rw = false;
  bool r_w_sub_code = false;
  std::uint16_t data_block_types = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CdTrackAtOnceFeature;
    return bytes::layout<4>("CD Track at Once Feature", "MMC-6, Features, CD Track at Once (002Dh)",
                            field("BUF", bit(0, 6), &T::buf), field("R-W Raw", bit(0, 4), &T::r_w_raw),
                            field("R-W Pack", bit(0, 3), &T::r_w_pack), field("Test Write", bit(0, 2), &T::test_write),
                            field("CD-RW", bit(0, 1), &T::cd_rw), field("R-W Sub-code", bit(0, 0), &T::r_w_sub_code),
                            field("Data Type Supported", u16(2), &T::data_block_types));
  }
};

struct BdReadFeature {
  std::uint16_t class_0_bitmap_for_bd_re_read_support = 0;
  std::uint16_t class_1_bitmap_for_bd_re_read_support = 0;
  std::uint16_t class_0_bitmap_for_bd_r_read_support = 0;
  std::uint16_t class_1_bitmap_for_bd_r_read_support = 0;
  std::uint16_t class_0_bitmap_for_bd_rom_read_support = 0;
  std::uint16_t class_1_bitmap_for_bd_rom_read_support = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = BdReadFeature;
    return bytes::layout<28>(
        "BD Read Feature", "MMC-6, Features, BD Read (0040h)",
        field("Class 0 Bitmap for BD-RE Read Support", u16(4), &T::class_0_bitmap_for_bd_re_read_support),
        field("Class 1 Bitmap for BD-RE Read Support", u16(6), &T::class_1_bitmap_for_bd_re_read_support),
        field("Class 0 Bitmap for BD-R Read Support", u16(12), &T::class_0_bitmap_for_bd_r_read_support),
        field("Class 1 Bitmap for BD-R Read Support", u16(14), &T::class_1_bitmap_for_bd_r_read_support),
        field("Class 0 Bitmap for BD-ROM Read Support", u16(20), &T::class_0_bitmap_for_bd_rom_read_support),
        field("Class 1 Bitmap for BD-ROM Read Support", u16(22), &T::class_1_bitmap_for_bd_rom_read_support));
  }
};

struct BdWriteFeature {
  bool svnr = false;
  std::uint16_t class_0_bitmap_for_bd_re_write_support = 0;
  std::uint16_t class_1_bitmap_for_bd_re_write_support = 0;
  std::uint16_t class_0_bitmap_for_bd_r_write_support = 0;
  std::uint16_t class_1_bitmap_for_bd_r_write_support = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = BdWriteFeature;
    return bytes::layout<24>(
        "BD Write Feature", "MMC-6, Features, BD Write (0041h)", field("SVNR", bit(0, 0), &T::svnr),
        field("Class 0 Bitmap for BD-RE Write Support", u16(4), &T::class_0_bitmap_for_bd_re_write_support),
        field("Class 1 Bitmap for BD-RE Write Support", u16(6), &T::class_1_bitmap_for_bd_re_write_support),
        field("Class 0 Bitmap for BD-R Write Support", u16(12), &T::class_0_bitmap_for_bd_r_write_support),
        field("Class 1 Bitmap for BD-R Write Support", u16(14), &T::class_1_bitmap_for_bd_r_write_support));
  }
};

struct TimeoutFeature {
  bool group3 = false;
  std::uint16_t unit_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = TimeoutFeature;
    return bytes::layout<4>("Time-out Feature", "MMC-6, Features, Time-out (0105h)",
                            field("Group3", bit(0, 0), &T::group3), field("Unit Length", u16(2), &T::unit_length));
  }
};

struct RealTimeStreamingFeature {
  bool rbcb = false;
  bool scs = false;
  bool mp2a = false;
  bool wspd = false;
  bool sw = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = RealTimeStreamingFeature;
    return bytes::layout<4>("Real Time Streaming Feature", "MMC-6, Features, Real Time Streaming (0107h)",
                            field("RBCB", bit(0, 4), &T::rbcb), field("SCS", bit(0, 3), &T::scs),
                            field("MP2A", bit(0, 2), &T::mp2a), field("WSPD", bit(0, 1), &T::wspd),
                            field("SW", bit(0, 0), &T::sw));
  }
};

}  // namespace discbench::mmc
