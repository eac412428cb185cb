// WRITE AND VERIFY (10): of media that take writes at any address.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drive/host.h"

namespace discbench::drive {
namespace {

Answer write_and_verify(Host& host, std::uint32_t lba, std::uint16_t sectors, std::size_t bytes) {
  return host.send_cdb(mmc::WriteAndVerify10{.logical_block_address = lba, .transfer_length_sectors = sectors},
                       std::vector<std::uint8_t>(bytes, 0x5a));
}
Answer write_and_verify(Host& host, std::uint32_t lba, std::uint16_t sectors) {
  return write_and_verify(host, lba, sectors, std::size_t{sectors} * disc::sector_size);
}

class FormattedHost : public Host {
 public:
  FormattedHost() : Host(disc::dvd_plus_rw()) {
    EXPECT_TRUE(format().good());
    drive.pass_time(std::uint64_t{3'600'000});
    drive.clear_attentions();
  }
};

TEST(WriteAndVerify, WritesDvdPlusRwAtAnyAddress) {
  FormattedHost host;
  const Answer written = write_and_verify(host, 0x1000, 3);
  ASSERT_TRUE(written.good());
  EXPECT_EQ(written.completion.data_out_length, 3U * 2048);
  EXPECT_EQ(host.send("28 00 00001002 00 0001 00").data, std::vector<std::uint8_t>(2048, 0x5a));
  EXPECT_TRUE(write_and_verify(host, 0x1001, 1).good()) << "over what is there";
  EXPECT_TRUE(write_and_verify(host, 0x1001, 0).good());
}

TEST(WriteAndVerify, IsRefusedAsWriteIs) {
  FormattedHost host;
  EXPECT_EQ(write_and_verify(host, 2295104, 1).sense(), mmc::sense::logical_block_address_out_of_range);
  EXPECT_EQ(write_and_verify(host, 0, 2, 2048).sense(), mmc::sense::aborted_command) << "a sector too few";
  host.drive.set_software_write_protect();
  EXPECT_EQ(write_and_verify(host, 0, 1).sense(), mmc::sense::write_protected);
  Host unformatted(disc::dvd_plus_rw());
  EXPECT_EQ(write_and_verify(unformatted, 0, 1).sense(), unformatted.write(0, 1).sense());
  EXPECT_FALSE(write_and_verify(unformatted, 0, 1).good());
}

TEST(WriteAndVerify, IsThereWithRandomWritableOnly) {
  for (const auto& medium : {disc::cd_r_80(), disc::dvd_plus_r(), disc::bd_r_25()}) {
    Host host(medium);
    EXPECT_EQ(write_and_verify(host, 0, 32).sense(), mmc::sense::invalid_command_operation_code);
    EXPECT_EQ(host.disc_information().disc_status, 0);
  }
  DriveSettings reader = bd_writer();
  reader.writes = {};
  Host only_read(disc::dvd_plus_rw(), reader);
  EXPECT_EQ(write_and_verify(only_read, 0, 16).sense(), mmc::sense::invalid_command_operation_code);
}

}  // namespace
}  // namespace discbench::drive
