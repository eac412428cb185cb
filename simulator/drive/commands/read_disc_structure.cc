#include "drive/commands/handlers.h"

#include "drive/disc_view.h"
#include "mmc/commands/read_disc_structure.h"

namespace discbench::drive {
namespace {

enum class MediaType : std::uint8_t { dvd = 0, bd = 1 };

using mmc::PhysicalFormatInformation;

/// A blank disc answers an empty book type, as real drives do. A finalised DVD+R ends where its recording ends; a
/// DVD+RW has all of its data area, however much of it is formatted.
void append_physical_format(Reply& reply, const disc::Disc& disc) {
  const disc::Medium& medium = disc.medium();
  const disc::DiscState& state = disc.state();
  const bool blank = state.status == disc::DiscStatus::blank;
  const bool finalised = state.status == disc::DiscStatus::complete;
  const bool rewritable = medium.technology == disc::Technology::dvd_plus_rw;
  const std::uint32_t sectors = finalised && !rewritable ? readable_sectors(disc) : medium.capacity_sectors;
  constexpr std::uint8_t book_dvd_plus_r = 0xa;
  constexpr std::uint8_t book_dvd_plus_rw = 0x9;
  constexpr std::uint8_t recordable_layer = 2;
  constexpr std::uint8_t rewritable_layer = 4;
  const std::uint8_t book = rewritable ? book_dvd_plus_rw : book_dvd_plus_r;
  const std::uint8_t part_version = rewritable ? 2 : 1;
  reply.append(PhysicalFormatInformation{
      .disc_category = blank ? std::uint8_t{0} : book,
      .part_version = blank ? std::uint8_t{0} : part_version,
      .layer_type = rewritable ? rewritable_layer : recordable_layer,
      .last_physical_sector = PhysicalFormatInformation::physical_sector_of_lba_0 + sectors - 1,
      .manufacturer_id = medium.manufacturer_id,
      .media_type_id = medium.media_type_id,
      .product_revision_number = medium.revision});
}

/// Address units are 8 sectors, the first of the data zone is 131072 and the last one that of the last cluster: 1658494
/// on a disc of 12219392 sectors.
void append_bd_disc_information(Reply& reply, const disc::Disc& disc) {
  constexpr std::size_t disc_information_size = 4096;
  constexpr std::uint32_t first_unit = 131072;
  const disc::Medium& medium = disc.medium();
  const std::size_t start = reply.length();
  reply.append(mmc::BdDiscInformationUnit{.disc_type_identifier = "BDR",
                                          .first_address_unit = first_unit,
                                          .last_address_unit = first_unit + medium.capacity_sectors / 8 - 2,
                                          .disc_manufacturer_id = medium.manufacturer_id,
                                          .media_type_id = medium.media_type_id,
                                          .product_revision_number = medium.revision});
  reply.append_zeros(start + disc_information_size - reply.length());
}

void append_copyright(Reply& reply, const disc::Disc&) { reply.append(mmc::CopyrightInformation{}); }
void append_write_protection(Reply& reply, const disc::Disc&) { reply.append(mmc::WriteProtectionStatus{}); }

struct Structure {
  MediumClass medium_class;
  std::uint8_t format_code;
  std::uint16_t length;  ///< data length, as the list of structures gives it
  void (*append)(Reply& reply, const disc::Disc& disc);
};

constexpr std::uint8_t list_of_structures = 0xff;

constexpr auto structures = std::to_array<Structure>({
    {MediumClass::dvd, 0x00, 2050, append_physical_format},
    {MediumClass::dvd, 0x01, 6, append_copyright},
    {MediumClass::dvd, 0xc0, 6, append_write_protection},
    {MediumClass::bd, 0x00, 4098, append_bd_disc_information},
    {MediumClass::bd, 0xc0, 6, append_write_protection},
});

void append_list(Reply& reply, MediumClass medium_class) {
  for (const Structure& structure : structures)
    if (structure.medium_class == medium_class)
      reply.append(mmc::StructureListEntry{.format_code = structure.format_code, .structure_length = structure.length});
}

bool append_structure(Reply& reply, const disc::Disc& disc, MediumClass medium_class, std::uint8_t format_code) {
  for (const Structure& structure : structures) {
    if (structure.medium_class != medium_class || structure.format_code != format_code) continue;
    structure.append(reply, disc);
    return true;
  }
  return false;
}

}  // namespace

Completion read_disc_structure(Exchange& exchange, const mmc::ReadDiscStructure& cdb) {
  const disc::Disc& disc = exchange.medium();
  const MediumClass medium_class = traits_of(disc.medium().technology).medium_class;
  const MediaType expected = medium_class == MediumClass::bd ? MediaType::bd : MediaType::dvd;
  const bool generic = cdb.format_code == list_of_structures || cdb.format_code == 0xc0;
  if (medium_class == MediumClass::cd || (!generic && static_cast<MediaType>(cdb.media_type) != expected))
    return check_condition(sense::cannot_read_medium_incompatible_format);
  if (cdb.layer_number != 0) return check_condition(sense::invalid_field_in_cdb);
  Reply& reply = exchange.drive.reply;
  reply.leave_room_for<mmc::DiscStructureHeader>();
  if (cdb.format_code == list_of_structures) {
    append_list(reply, medium_class);
  } else if (!append_structure(reply, disc, medium_class, cdb.format_code)) {
    return check_condition(sense::invalid_field_in_cdb);
  }
  constexpr std::size_t length_field = 2;
  reply.put(0, mmc::DiscStructureHeader{.data_length = static_cast<std::uint16_t>(reply.length() - length_field)});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
