#include "mmc/sense.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bytes/hex.h"
#include "mmc/msf.h"
#include "mmc/profile_numbers.h"

namespace discbench::mmc {
namespace {

TEST(FixedSense, IsTheEighteenBytesThatADriveAnsweredWithoutADisc) {
  // TEST UNIT READY with no disc in it, byte for byte.
  EXPECT_EQ(bytes::to_hex(encode_fixed({2, 0x3a, 0x00})),
            "70000200000000"
            "0a"
            "00000000"
            "3a00"
            "00000000");
}

TEST(FixedSense, TheBlockThatItSpeaksOfMakesItValid) {
  const FixedSense encoded = encode_fixed(sense::unreadable_sector, 0x1234);
  EXPECT_EQ(encoded[0], 0xf0);
  EXPECT_EQ(encoded[5], 0x12);
  EXPECT_EQ(encoded[6], 0x34);
}

TEST(FixedSense, ProgressIsSenseKeySpecific) {
  const FixedSense encoded = encode_fixed(sense::format_in_progress, std::nullopt, 0x4321);
  EXPECT_EQ(bytes::to_hex(encoded),
            "70000200000000"
            "0a"
            "00000000"
            "0404"
            "0080"
            "4321");
}

TEST(FixedSense, CurrentAndDeferredErrorsDecodeAndNothingElseDoes) {
  FixedSense bytes = encode_fixed(sense::write_protected);
  EXPECT_EQ(decode_fixed(bytes), sense::write_protected);
  bytes[0] = 0x71;
  EXPECT_EQ(decode_fixed(bytes), sense::write_protected);
  bytes[0] = 0x72;
  EXPECT_EQ(decode_fixed(bytes), sense::none);
}

TEST(SenseName, IsTheStandardsOrTheNumbers) {
  EXPECT_EQ(name_of(sense::invalid_address_for_write), "INVALID ADDRESS FOR WRITE");
  EXPECT_EQ(name_of({4, 0x44, 0x01}), "key 4, 44/01");
}

TEST(Msf, LeadInAddressesCountBelowMinuteNinety) {
  // The ATIP of real discs: -11634 is 97:26:66, -11834 is 97:24:16, 359846 is 79:59:71.
  EXPECT_EQ(to_msf(-11634), (Msf{97, 26, 66}));
  EXPECT_EQ(to_msf(-11834), (Msf{97, 24, 16}));
  EXPECT_EQ(to_msf(359846), (Msf{79, 59, 71}));
  EXPECT_EQ(to_msf(0), (Msf{0, 2, 0}));
  EXPECT_EQ(to_msf(-150), (Msf{0, 0, 0}));
}

TEST(ProfileName, KnowsTheMediaThatWeWrite) {
  EXPECT_EQ(profile_name(0x09), "CD-R");
  EXPECT_EQ(profile_name(0x1b), "DVD+R");
  EXPECT_EQ(profile_name(0x41), "BD-R SRM");
  EXPECT_EQ(profile_name(0x7777), "unknown profile");
}

}  // namespace
}  // namespace discbench::mmc
