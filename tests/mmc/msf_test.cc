// Times of a CD and its addresses.
#include "mmc/msf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::mmc {
namespace {

TEST(Msf, TimesOfRealDiscsAreTheirAddresses) {
  EXPECT_EQ(to_lba({0, 0, 0}), -150);
  EXPECT_EQ(to_lba({0, 2, 0}), 0);
  EXPECT_EQ(to_lba({79, 59, 71}), 359846);
  EXPECT_EQ(to_lba({97, 26, 66}), -11634) << "in the lead-in minutes count down from 99";
}

TEST(Msf, EveryAddressComesBackFromItsTime) {
  for (std::int32_t lba = -45150; lba <= 404849; ++lba) ASSERT_EQ(to_lba(to_msf(lba)), lba);
}

TEST(Msf, WhatIsNoTimeIsNoAddress) {
  EXPECT_EQ(to_lba({0, 60, 0}), std::nullopt);
  EXPECT_EQ(to_lba({0, 0, 75}), std::nullopt);
  EXPECT_EQ(to_lba({100, 0, 0}), std::nullopt);
  EXPECT_EQ(to_lba(no_msf), std::nullopt);
}

TEST(Bcd, HasADecimalDigitInEachHalfOfTheByte) {
  EXPECT_EQ(to_bcd(0), 0x00);
  EXPECT_EQ(to_bcd(59), 0x59);
  EXPECT_EQ(to_bcd(99), 0x99);
}

}  // namespace
}  // namespace discbench::mmc
