// A sector in mode 1 against the definitions of ECMA-130, worked out here in another way than in the code: check words
// by long division, parity by its check equations.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "bytes/hex.h"
#include "disc/media.h"
#include "disc/pattern.h"
#include "drive/cd_sector.h"
#include "drive/cd_sub_channel.h"

namespace discbench::drive {
namespace {

using Sector = std::array<std::uint8_t, raw_sector_size>;

Sector sector_at(disc::Lba lba, std::uint64_t seed) {
  Sector sector{};
  disc::fill_pattern({seed}, lba, std::span(sector).subspan(16, 2048));
  complete_mode_1_sector(lba, sector);
  return sector;
}

std::span<const std::uint8_t> bytes_of_text(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The polynomial as ECMA-130 gives it: the product of its two factors.
std::uint64_t edc_polynomial() {
  const std::uint64_t a = (1U << 16) | (1U << 15) | (1U << 2) | 1U;
  const std::uint64_t b = (1U << 16) | (1U << 2) | (1U << 1) | 1U;
  std::uint64_t product = 0;
  for (int bit = 0; bit <= 16; ++bit)
    if (((b >> bit) & 1) != 0) product ^= a << bit;
  return product;
}

/// Remainder of the bytes, each with its least significant bit first, by the polynomial, one bit after the other.
std::uint64_t remainder_of(std::span<const std::uint8_t> bytes) {
  std::uint64_t remainder = 0;
  for (const std::uint8_t byte : bytes) {
    for (int bit = 0; bit < 8; ++bit) {
      remainder = (remainder << 1) | ((byte >> bit) & 1U);
      if ((remainder >> 32) != 0) remainder ^= edc_polynomial();
    }
  }
  return remainder;
}

/// Multiplication in GF(2^8) by x^8 + x^4 + x^3 + x^2 + 1.
std::uint8_t product_of(unsigned a, unsigned b) {
  unsigned product = 0;
  for (; b != 0; b >>= 1) {
    if ((b & 1) != 0) product ^= a;
    a = (a & 0x80) != 0 ? (a << 1) ^ 0x11d : a << 1;
  }
  return static_cast<std::uint8_t>(product);
}

/// Both check equations of one code word: the rows (1 ... 1) and (alpha^(n-1) ... alpha 1) of the parity check matrix.
void expect_code_word(std::span<const std::uint8_t> word) {
  std::uint8_t sum = 0;
  std::uint8_t weighted = 0;
  std::uint8_t weight = 1;
  for (auto symbol = word.rbegin(); symbol != word.rend(); ++symbol) {
    sum ^= *symbol;
    weighted ^= product_of(*symbol, weight);
    weight = product_of(weight, 2);
  }
  EXPECT_EQ(sum, 0);
  EXPECT_EQ(weighted, 0);
}

TEST(CdSector, BeginsWithSynchronisationAndItsAddressInBcd) {
  const Sector sector = sector_at(disc::Lba{1234}, 1);  // 1234 + 150 frames are 00:18:34
  EXPECT_EQ(bytes::to_hex(std::span(sector).first(16)), "00ffffffffffffffffffff0000183401");
  EXPECT_EQ(bytes::to_hex(std::span<const std::uint8_t>(sector_at(disc::Lba{359845}, 1)).subspan(12, 4)), "79597001");
  EXPECT_EQ(bytes::to_hex(std::span<const std::uint8_t>(sector_at(disc::Lba{-150}, 1)).subspan(12, 4)), "00000001");
}

TEST(CdSector, KeepsTheUserDataAndHasEightZerosBehindTheEdc) {
  std::array<std::uint8_t, 2048> user{};
  disc::fill_pattern({9}, disc::Lba{77}, user);
  const Sector sector = sector_at(disc::Lba{77}, 9);
  EXPECT_TRUE(std::ranges::equal(std::span(sector).subspan(16, 2048), user));
  EXPECT_THAT(std::span(sector).subspan(2068, 8), testing::Each(0));
}

TEST(CdSector, TheErrorDetectionCodeIsTheKnownOne) {
  // Catalogue of CRC algorithms, CRC-32/CD-ROM-EDC: the check value of "123456789".
  EXPECT_EQ(error_detection_code(bytes_of_text("123456789")), 0x6ec2edc4U);
}

TEST(CdSector, DividedByThePolynomialTheSectorUpToItsEdcLeavesNothing) {
  EXPECT_EQ(edc_polynomial(), 0x18001801bU);
  for (const std::int32_t lba : {0, 16, 5000, 300000})
    EXPECT_EQ(remainder_of(std::span<const std::uint8_t>(sector_at(disc::Lba{lba}, 3)).first(2068)), 0U) << lba;
}

TEST(CdSector, All86PWordsSatisfyTheirCheckEquations) {
  const Sector sector = sector_at(disc::Lba{4711}, 5);
  for (std::size_t plane = 0; plane < 2; ++plane) {
    for (std::size_t n = 0; n < 43; ++n) {
      std::array<std::uint8_t, 26> word{};
      for (std::size_t m = 0; m < 26; ++m) word[m] = sector[12 + 2 * (43 * m + n) + plane];
      expect_code_word(word);
    }
  }
}

TEST(CdSector, All52QWordsSatisfyTheirCheckEquations) {
  const Sector sector = sector_at(disc::Lba{4711}, 5);
  for (std::size_t plane = 0; plane < 2; ++plane) {
    for (std::size_t n = 0; n < 26; ++n) {
      std::array<std::uint8_t, 45> word{};
      for (std::size_t m = 0; m < 43; ++m) word[m] = sector[12 + 2 * ((44 * m + 43 * n) % 1118) + plane];
      word[43] = sector[12 + 2 * (43 * 26 + n) + plane];
      word[44] = sector[12 + 2 * (44 * 26 + n) + plane];
      expect_code_word(word);
    }
  }
}

TEST(CdSector, OneWrongBitBreaksCheckWordAndParity) {
  Sector sector = sector_at(disc::Lba{0}, 5);
  sector[1000] ^= 0x10;
  EXPECT_NE(remainder_of(std::span(sector).first(2068)), 0U);
}

TEST(CdSubChannel, CountsFromTheTrackAndFromTheDisc) {
  disc::Disc disc = disc::blank(disc::cd_r_80());
  ASSERT_EQ(disc::burn_session(disc, 5000), std::nullopt);
  ASSERT_EQ(disc::burn_session(disc, 5000), std::nullopt);
  // Track 2 begins at 16402; 75 sectors on are a second of it, and 00:03:41:52 of the disc in decimal digits.
  const disc::Lba lba{16402 + 76};
  const auto position = position_of(disc, lba);
  ASSERT_TRUE(position.has_value());
  EXPECT_EQ(bytes::to_hex(std::span<const std::uint8_t>(bytes::encode(formatted_q(*position, lba))).first(10)),
            "41020100010100034153");
}

TEST(CdSubChannel, InAPreGapTheIndexIsZeroAndTimeRunsDown) {
  disc::Disc disc = disc::blank(disc::cd_r_80());
  ASSERT_EQ(disc::append(disc, 1000), std::nullopt);
  ASSERT_EQ(disc.synchronise(), std::nullopt);
  ASSERT_EQ(disc::burn_session(disc, 1000), std::nullopt);
  const auto first = position_of(disc, disc::Lba{-150});
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->index, 0);
  EXPECT_EQ(first->relative_sectors, 149U);
  EXPECT_TRUE(formatted_q(*first, disc::Lba{-150}).p_sub_channel);
  EXPECT_EQ(position_of(disc, disc::Lba{-151}), std::nullopt);
  const auto between_tracks = position_of(disc, disc::Lba{1151});
  ASSERT_TRUE(between_tracks.has_value());
  EXPECT_EQ(between_tracks->track, 2);
  EXPECT_EQ(between_tracks->relative_sectors, 0U);
  EXPECT_EQ(position_of(disc, disc::Lba{1152 + 1002}), std::nullopt) << "the lead-out is no track";
  EXPECT_EQ(position_of(disc, disc::Lba{13554}), std::nullopt) << "and the next one is still empty";
}

TEST(CdSubChannel, ACheckWordIsTheRemainderInverted) {
  // CRC-16 of x^16 + x^12 + x^5 + 1 from 0: what is divided, then its check word, leaves nothing. Bit by bit here.
  const mmc::FormattedQ q = formatted_q({.track = 12, .control = 4, .relative_sectors = 4711}, disc::Lba{99999});
  auto bytes = bytes::encode(q);
  bytes[10] ^= 0xff;
  bytes[11] ^= 0xff;
  unsigned remainder = 0;
  for (std::size_t i = 0; i < 12 * 8; ++i) {
    remainder = (remainder << 1) | ((bytes[i / 8] >> (7 - i % 8)) & 1U);
    if ((remainder & 0x10000) != 0) remainder ^= 0x11021;
  }
  EXPECT_EQ(remainder, 0U);
}

TEST(CdSubChannel, RawIsPInBit7AndQInBit6) {
  const mmc::FormattedQ q{.control_nibble = 4, .tno = 2, .p_sub_channel = true};
  const auto raw = raw_sub_channel(q);
  EXPECT_EQ(raw[0], 0x80);
  EXPECT_EQ(raw[1], 0xc0) << "the second bit of 41h";
  EXPECT_EQ(raw[7], 0xc0);
  EXPECT_EQ(raw[14], 0xc0);
  EXPECT_EQ(raw[15], 0x80);
}

}  // namespace
}  // namespace discbench::drive
