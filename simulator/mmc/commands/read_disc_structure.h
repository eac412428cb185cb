// READ DISC STRUCTURE: what the lead-in of a DVD or BD holds.
#pragma once

#include <array>
#include <cstdint>

#include "bytes/layout.h"

namespace discbench::mmc {

struct ReadDiscStructure {
  static constexpr std::uint8_t opcode = 0xad;
  std::uint8_t operation_code = opcode;
  std::uint8_t media_type = 0;
  std::uint32_t address = 0;
  std::uint8_t layer_number = 0;
  std::uint8_t format_code = 0;
  std::uint16_t allocation_length = 0;
  std::uint8_t agid = 0;
  std::uint8_t control = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = ReadDiscStructure;
    return bytes::layout<12>(
        "READ DISC STRUCTURE", "MMC-6, READ DISC STRUCTURE command", field("Operation Code", u8(0), &T::operation_code),
        field("Media Type", bits(1, 3, 0), &T::media_type), field("Address", u32(2), &T::address),
        field("Layer Number", u8(6), &T::layer_number), field("Format Code", u8(7), &T::format_code),
        field("Allocation Length", u16(8), &T::allocation_length), field("AGID", bits(10, 7, 6), &T::agid),
        field("Control", u8(11), &T::control));
  }
};

struct DiscStructureHeader {
  std::uint16_t data_length = 0;  ///< bytes that follow this field

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = DiscStructureHeader;
    return bytes::layout<4>("Disc Structure Header", "MMC-6, READ DISC STRUCTURE command",
                            field("Disc Structure Data Length", u16(0), &T::data_length));
  }
};

struct PhysicalFormatInformation {
  std::uint8_t disc_category = 0;
  std::uint8_t part_version = 0;
  std::uint8_t disc_size = 0;
  std::uint8_t maximum_rate = 0xf;
  std::uint8_t number_of_layers = 0;
  bool track_path = false;
  std::uint8_t layer_type = 2;
  std::uint8_t linear_density = 0;
  std::uint8_t track_density = 0;
  std::uint32_t first_physical_sector = 0x30000;
  std::uint32_t last_physical_sector = 0;
  std::uint32_t last_physical_sector_layer_0 = 0;
  bool bca = false;
  bytes::Text<8> manufacturer_id{};
  bytes::Text<3> media_type_id{};
  std::uint8_t product_revision_number = 0;

  /// Physical sector number of LBA 0.
  static constexpr std::uint32_t physical_sector_of_lba_0 = 0x30000;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = PhysicalFormatInformation;
    return bytes::layout<2048>(
        "Physical Format Information", "MMC-6, READ DISC STRUCTURE command, Format Code 00h (DVD)",
        field("Disc Category", bits(0, 7, 4), &T::disc_category),
        field("Part Version", bits(0, 3, 0), &T::part_version), field("Disc Size", bits(1, 7, 4), &T::disc_size),
        field("Maximum Rate", bits(1, 3, 0), &T::maximum_rate),
        field("Number of Layers", bits(2, 6, 5), &T::number_of_layers), field("Track Path", bit(2, 4), &T::track_path),
        field("Layer Type", bits(2, 3, 0), &T::layer_type), field("Linear Density", bits(3, 7, 4), &T::linear_density),
        field("Track Density", bits(3, 3, 0), &T::track_density),
        field("Starting Physical Sector Number of Data Area", u24(5), &T::first_physical_sector),
        field("End Physical Sector Number of Data Area", u24(9), &T::last_physical_sector),
        field("End Physical Sector Number in Layer 0", u24(13), &T::last_physical_sector_layer_0),
        field("BCA", bit(16, 7), &T::bca), field("Manufacturer ID", bytes_at(19, 8), &T::manufacturer_id),
        field("Media Type ID", bytes_at(27, 3), &T::media_type_id),
        field("Product Revision Number", u8(30), &T::product_revision_number));
  }
};

struct CopyrightInformation {
  std::uint8_t copyright_protection_system_type = 0;
  std::uint8_t region_management_information = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = CopyrightInformation;
    return bytes::layout<4>("DVD Copyright Information", "MMC-6, READ DISC STRUCTURE command, Format Code 01h (DVD)",
                            field("Copyright Protection System Type", u8(0), &T::copyright_protection_system_type),
                            field("Region Management Information", u8(1), &T::region_management_information));
  }
};

struct WriteProtectionStatus {
  bool mswi = false;
  bool cwp = false;
  bool pwp = false;
  bool swpp = false;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = WriteProtectionStatus;
    return bytes::layout<4>("Write Protection Status", "MMC-6, READ DISC STRUCTURE command, Format Code C0h",
                            field("MSWI", bit(0, 3), &T::mswi), field("CWP", bit(0, 2), &T::cwp),
                            field("PWP", bit(0, 1), &T::pwp), field("SWPP", bit(0, 0), &T::swpp));
  }
};

struct StructureListEntry {
  std::uint8_t format_code = 0;
  bool sendable = false;
  bool readable = true;
  std::uint16_t structure_length = 0;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = StructureListEntry;
    return bytes::layout<4>("Structure List Entry", "MMC-6, READ DISC STRUCTURE command, Format Code FFh",
                            field("Format Code", u8(0), &T::format_code), field("SDS", bit(1, 7), &T::sendable),
                            field("RDS", bit(1, 6), &T::readable),
                            field("Structure Length", u16(2), &T::structure_length));
  }
};

/// The numbers of its fields, and the values that this recorder answers, are those of two real discs: first and last
/// address unit 131072 and 1658494 on a 25 GB disc; identifiers "BDR" at 8, manufacturer at 100, media type at 106,
/// revision at 111.
struct BdDiscInformationUnit {
  bytes::Text<2> disc_information_identifier = bytes::Text<2>("DI");
  std::uint8_t disc_information_format_number = 1;
  std::uint8_t number_of_di_units = 1;
  std::uint8_t sequence_number = 0;
  std::uint8_t di_bytes_in_use = 0x63;
  bytes::Text<3> disc_type_identifier{};
  std::uint8_t disc_size_and_class_and_version = 0x12;
  std::uint8_t number_of_layers = 1;
  std::uint8_t layer_type = 2;
  std::uint8_t channel_bit_length = 1;
  std::uint8_t bca_descriptor = 0;
  std::uint32_t first_address_unit = 0x20000;
  std::uint32_t last_address_unit = 0;
  bytes::Text<6> disc_manufacturer_id{};
  bytes::Text<3> media_type_id{};
  std::uint16_t time_stamp = 0;
  std::uint8_t product_revision_number = 1;

  static consteval auto layout() {
    using namespace bytes;  // NOLINT: the words of layouts
    using T = BdDiscInformationUnit;
    return bytes::layout<112>(
        "BD Disc Information Unit", "MMC-6, READ DISC STRUCTURE command, Format Code 00h (BD)",
        field("Disc Information Identifier", bytes_at(0, 2), &T::disc_information_identifier),
        field("Disc Information Format Number", u8(2), &T::disc_information_format_number),
        field("Number of DI Units", bits(3, 4, 0), &T::number_of_di_units),
        field("Sequence Number", u8(5), &T::sequence_number), field("DI Bytes in Use", u8(6), &T::di_bytes_in_use),
        field("Disc Type Identifier", bytes_at(8, 3), &T::disc_type_identifier),
        field("Disc Size and Class and Version", u8(11), &T::disc_size_and_class_and_version),
        field("Number of Layers", bits(12, 7, 4), &T::number_of_layers),
        field("Layer Type", bits(12, 3, 0), &T::layer_type),
        field("Channel Bit Length", bits(13, 3, 0), &T::channel_bit_length),
        field("BCA Descriptor", bits(15, 3, 0), &T::bca_descriptor),
        field("First AUN of Data Zone", u32(19), &T::first_address_unit),
        field("Last AUN of Data Zone", u32(23), &T::last_address_unit),
        field("Disc Manufacturer ID", bytes_at(100, 6), &T::disc_manufacturer_id),
        field("Media Type ID", bytes_at(106, 3), &T::media_type_id), field("Time Stamp", u16(109), &T::time_stamp),
        field("Product Revision Number", u8(111), &T::product_revision_number));
  }
};

}  // namespace discbench::mmc
