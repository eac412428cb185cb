#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "disc/memory_store.h"
#include "disc/pattern.h"
#include "media.h"

namespace discbench::disc {
namespace {

using Sector = std::array<std::uint8_t, sector_size>;

std::vector<std::uint8_t> filled(std::uint32_t sectors, std::uint8_t value) {
  return std::vector<std::uint8_t>(std::size_t{sectors} * sector_size, value);
}

std::uint8_t first_byte(const MemoryStore& store, std::int32_t lba) {
  Sector sector{};
  EXPECT_TRUE(store.read(Lba{lba}, sector)) << lba;
  return sector[0];
}

TEST(MemoryStore, GivesBackWhatWasWritten) {
  MemoryStore store;
  std::vector<std::uint8_t> data(3 * sector_size);
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
  store.write(Lba{100}, data);
  for (int i = 0; i < 3; ++i) {
    Sector sector{};
    ASSERT_TRUE(store.read(Lba{100 + i}, sector));
    EXPECT_TRUE(std::equal(sector.begin(), sector.end(), data.begin() + i * std::int64_t{sector_size}));
  }
}

TEST(MemoryStore, HasNothingWhereNothingWasWritten) {
  MemoryStore store;
  store.write_zeros(Lba{10}, 5);
  Sector sector{};
  sector[0] = 0x5a;
  EXPECT_FALSE(store.read(Lba{9}, sector));
  EXPECT_FALSE(store.read(Lba{15}, sector));
  EXPECT_EQ(sector[0], 0x5a) << "a sector that was not found is left as it was";
}

TEST(MemoryStore, ASequentialWriteGrowsOneExtentPerSlab) {
  MemoryStore store;
  for (int i = 0; i < 64; ++i) store.write(Lba{i * 2}, filled(2, 1));
  EXPECT_EQ(store.extent_count(), 1U);
}

TEST(MemoryStore, ZerosAndPatternsCostNoMemory) {
  MemoryStore store;
  store.write_zeros(Lba{0}, 6000000);
  store.write_pattern(Lba{6000000}, 6219392, Pattern{1});
  store.write(Lba{100}, filled(32, 0));
  EXPECT_LT(store.memory_bytes(), 1000U);
  EXPECT_EQ(first_byte(store, 100), 0);
}

TEST(MemoryStore, ABlankTwentyFiveGigabyteDiscIsUnderOneMegabyte) {
  const Disc disc = blank(bd_r_25());
  EXPECT_LT(disc.store().memory_bytes(), std::size_t{1} << 20);
}

TEST(MemoryStore, LaterDataLiesOverEarlierDataAndCutsItAnywhere) {
  MemoryStore store;
  store.write(Lba{0}, filled(10, 1));
  store.write(Lba{3}, filled(2, 2));
  store.write_pattern(Lba{8}, 4, Pattern{9});
  store.write_zeros(Lba{0}, 1);
  EXPECT_EQ(first_byte(store, 0), 0);
  EXPECT_EQ(first_byte(store, 2), 1);
  EXPECT_EQ(first_byte(store, 3), 2);
  EXPECT_EQ(first_byte(store, 4), 2);
  EXPECT_EQ(first_byte(store, 5), 1);
  EXPECT_EQ(first_byte(store, 7), 1);
  Sector expected{};
  fill_pattern(Pattern{9}, Lba{11}, expected);
  EXPECT_EQ(first_byte(store, 11), expected[0]);
  EXPECT_TRUE(store.holds(Lba{0}, 12));
  EXPECT_FALSE(store.holds(Lba{0}, 13));
}

// A plain map of sectors is the oracle: every kind of write, at every place, over every other.
TEST(MemoryStore, AgreesWithAPlainMapUnderManyOverwrites) {
  MemoryStore store;
  std::map<int, int> oracle;
  std::uint64_t state = 42;
  for (int step = 0; step < 2000; ++step) {
    state = mix(state);
    const int first = static_cast<int>(state % 200);
    const int sectors = static_cast<int>(state / 256 % 20) + 1;
    const auto value = static_cast<std::uint8_t>(state / 65536 % 5);
    store.write(Lba{first}, filled(static_cast<std::uint32_t>(sectors), value));
    for (int i = 0; i < sectors; ++i) oracle[first + i] = value;
  }
  for (int lba = 0; lba < 230; ++lba) {
    Sector sector{};
    const auto found = oracle.find(lba);
    ASSERT_EQ(store.read(Lba{lba}, sector), found != oracle.end()) << lba;
    ASSERT_EQ(sector[2047], found == oracle.end() ? 0 : found->second) << lba;
  }
}

TEST(Pattern, IsTheDocumentedFormula) {
  Sector sector{};
  fill_pattern(Pattern{3}, Lba{1000}, sector);
  for (const unsigned i : {0U, 1U, 255U}) {
    const std::uint64_t word = mix(mix(3) + std::uint64_t{1000} * 256 + i);
    for (unsigned byte = 0; byte < 8; ++byte)
      EXPECT_EQ(sector[i * 8 + byte], static_cast<std::uint8_t>(word >> (8 * byte)));
  }
  // The published first output of splitmix64 for a seed of 0.
  EXPECT_EQ(mix(0), 0xe220a8397b1dcdafU);
}

}  // namespace
}  // namespace discbench::disc
