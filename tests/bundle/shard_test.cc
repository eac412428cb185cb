#include <gtest/gtest.h>

#include <string>

#include "bundle/reader.h"

namespace discbench::bundle {
namespace {

std::string id(int number) { return "interface.member.aspect-" + std::to_string(number) + "@cd-r/blank"; }

TEST(InShard, EveryCaseIsInExactlyOne) {
  for (const unsigned total : {1u, 2u, 7u, 10000u}) {
    for (int number = 0; number < 200; ++number) {
      unsigned homes = 0;
      for (unsigned index = 1; index <= total; ++index) homes += in_shard({index, total}, id(number)) ? 1 : 0;
      EXPECT_EQ(homes, 1u) << id(number) << " of " << total;
    }
  }
}

TEST(InShard, PartsAreAboutEqual) {
  for (unsigned index = 1; index <= 7; ++index) {
    int cases = 0;
    for (int number = 0; number < 7000; ++number) cases += in_shard({index, 7}, id(number)) ? 1 : 0;
    EXPECT_GT(cases, 850);
    EXPECT_LT(cases, 1150);
  }
}

// Two machines, and two versions of this program, have to agree: these are CRC-32 (ISO 3309) of the id, modulo N.
TEST(InShard, StaysWhatItIs) {
  // The check value of that CRC: 0xCBF43926 of "123456789" (ITU-T V.42, 8.1.1.6.2, as catalogues of CRCs give it).
  EXPECT_TRUE(in_shard({0xcbf43926 % 7 + 1, 7}, "123456789"));
  EXPECT_TRUE(in_shard({0xcbf43926 % 1000 + 1, 1000}, "123456789"));
  EXPECT_FALSE(in_shard({1, 1000}, "123456789"));
}

}  // namespace
}  // namespace discbench::bundle
