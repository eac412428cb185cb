// A host for tests: a drive with a disc in it, commands as hexadecimal text, replies as bytes and decoded.
#pragma once

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "bytes/hex.h"
#include "bytes/layout.h"
#include "disc/media.h"
#include "drive/drive.h"
#include "mmc/structures.h"

namespace discbench::drive {

inline DriveSettings bd_writer() {
  using disc::Technology;
  return {.id = "bd-writer",
          .vendor = "DISCBNCH",
          .product = "BD-R WRITER",
          .revision = "1.00",
          .serial_number = "SN0001",
          .firmware_date = "20150306120000",
          .profiles = {0x43, 0x42, 0x41, 0x40, 0x2b, 0x1b, 0x1a, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11, 0x10, 0x0a, 0x09,
                       0x08, 0x02},
          .writes = {Technology::cd_r, Technology::dvd_plus_r, Technology::bd_r_srm, Technology::dvd_plus_rw},
          .read_speeds_kbps = {{Technology::cd_r, {8467}},
                               {Technology::dvd_plus_r, {22160}},
                               {Technology::bd_r_srm, {53952}},
                               {Technology::dvd_plus_rw, {11080}}},
          .write_speeds_kbps = {{Technology::cd_r, {8467, 7056}},
                                {Technology::dvd_plus_r, {11080, 8310, 5540, 4155}},
                                {Technology::bd_r_srm, {53952, 44960, 35968, 26976, 17984}},
                                {Technology::dvd_plus_rw, {5540, 3324}}}};
}

inline DriveSettings cd_writer() {
  using disc::Technology;
  DriveSettings settings = bd_writer();
  settings.id = "cd-writer";
  settings.profiles = {0x0a, 0x09, 0x08, 0x02};
  settings.writes = {Technology::cd_r};
  return settings;
}

struct Answer {
  mmc::Completion completion;
  std::vector<std::uint8_t> data;

  bool good() const { return completion.good(); }
  mmc::Sense sense() const { return completion.sense; }
  std::string hex() const { return bytes::to_hex(data); }
  template <typename Structure>
  Structure as(std::size_t offset = 0) const {
    return bytes::decode<Structure>(std::span(data).subspan(std::min(offset, data.size())));
  }
};

class Host {
 public:
  explicit Host(disc::Medium medium, DriveSettings settings = bd_writer()) : drive(std::move(settings)) {
    drive.insert(disc::blank(std::move(medium)));
    drive.clear_attentions();
  }
  explicit Host(DriveSettings settings) : drive(std::move(settings)) {}

  Answer send(std::string_view cdb, std::vector<std::uint8_t> data_out = {},
              mmc::Initiator initiator = mmc::Initiator{1}) {
    const auto bytes = bytes::from_hex(cdb);
    EXPECT_TRUE(bytes.has_value()) << cdb;
    Answer answer;
    answer.data.assign(1 << 20, 0xee);
    answer.completion =
        drive.execute({.cdb = *bytes, .data_out = data_out, .data_in = answer.data, .initiator = initiator});
    answer.data.resize(answer.completion.data_in_length);
    return answer;
  }
  template <typename Cdb>
  Answer send_cdb(const Cdb& cdb, std::vector<std::uint8_t> data_out = {}) {
    return send(bytes::to_hex(bytes::encode(cdb)), std::move(data_out));
  }

  Answer write(std::uint32_t lba, std::uint16_t sectors, std::uint8_t fill = 0x42) {
    return send_cdb(mmc::Write10{.logical_block_address = lba, .transfer_length_sectors = sectors},
                    std::vector<std::uint8_t>(std::size_t{sectors} * disc::sector_size, fill));
  }
  Answer track(std::uint32_t number, mmc::TrackAddressType type = mmc::TrackAddressType::track) {
    return send_cdb(mmc::ReadTrackInformation{.address_type = type, .address = number, .allocation_length = 48});
  }
  mmc::TrackInformation track_information(std::uint32_t number) { return track(number).as<mmc::TrackInformation>(); }
  mmc::StandardDiscInformation disc_information() {
    return send("51 00 000000 00 00 0022 00").as<mmc::StandardDiscInformation>();
  }
  std::uint32_t last_readable_address() {
    return send("25 00 00000000 0000 00 00").as<mmc::ReadCapacityData>().last_logical_block_address;
  }
  Answer toc(unsigned format, bool msf = false, std::uint8_t number = 0) {
    return send_cdb(mmc::ReadTocPmaAtip{.msf = msf,
                                        .format = static_cast<std::uint8_t>(format),
                                        .track_session_number = number,
                                        .allocation_length = 4096});
  }
  Answer close(std::uint8_t function, std::uint16_t track = 0) {
    return send_cdb(mmc::CloseTrackSession{.close_function = function, .track_number = track});
  }
  /// FORMAT UNIT of a DVD+RW: 26h, the whole medium, with Immed.
  Answer format() { return format({.immed = true}); }
  Answer format(mmc::FormatParameterList list) {
    if (list.number_of_blocks == 0) list.number_of_blocks = mmc::FormatParameterList::whole_medium;
    if (list.format_type == 0) list.format_type = mmc::format_type::dvd_plus_rw_basic;
    const auto encoded = bytes::encode(list);
    return send("04 11 00 00 00 00", {encoded.begin(), encoded.end()});
  }
  /// The same, and waits until the background format is through.
  void format_to_the_end() {
    ASSERT_TRUE(format().good());
    constexpr std::uint64_t more_than_it_takes_ms = 3'600'000;
    drive.pass_time(more_than_it_takes_ms);
  }
  Answer synchronise() { return send("35 00 00000000 00 0000 00"); }

  /// MODE SELECT of the write parameters that the drive has, changed by `change`.
  template <typename Change>
  Answer select_write_parameters(Change&& change) {
    mmc::WriteParametersPage page;
    change(page);
    const auto header = bytes::encode(mmc::ModeParameterHeader10{});
    const auto encoded = bytes::encode(page);
    std::vector<std::uint8_t> list(header.begin(), header.end());
    list.insert(list.end(), encoded.begin(), encoded.end());
    return send_cdb(
        mmc::ModeSelect10{.page_format = true, .parameter_list_length = static_cast<std::uint16_t>(list.size())}, list);
  }
  void allow_next_session() {
    ASSERT_TRUE(select_write_parameters([](auto& page) { page.multi_session = 3; }).good());
  }
  /// A session of pattern sectors, put on the disc directly: long ones take no time.
  void record_session(std::uint32_t sectors, disc::NextSession next = disc::NextSession::allowed) {
    ASSERT_EQ(disc::append(*drive.disc(), sectors), std::nullopt);
    ASSERT_EQ(drive.disc()->close_session(next), std::nullopt);
  }

  Drive drive;
};

}  // namespace discbench::drive
