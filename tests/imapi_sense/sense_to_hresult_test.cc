#include "imapi/sense/sense_to_hresult.h"

#include <gtest/gtest.h>

namespace discbench::imapi {
namespace {

constexpr std::uint8_t write_10 = 0x2a;

HRESULT of(std::uint8_t key, std::uint8_t asc, std::uint8_t ascq, std::uint8_t operation_code = write_10) {
  return sense_to_hresult(mmc::Sense{key, asc, ascq}, operation_code);
}
HRESULT code(std::uint32_t value) { return static_cast<HRESULT>(value); }

TEST(SenseToHresult, NoSenseIsSuccess) { EXPECT_EQ(of(0, 0, 0), S_OK); }

TEST(SenseToHresult, AnEmptyDriveIsNoMediumWithAnOpenAndAClosedTray) {
  EXPECT_EQ(of(2, 0x3a, 0x00), code(0xC0AA0202));
  EXPECT_EQ(of(2, 0x3a, 0x01), code(0xC0AA0202));
  EXPECT_EQ(of(2, 0x3a, 0x02), code(0xC0AA0202));
}

TEST(SenseToHresult, NotReadyIsToldApartByItsReason) {
  EXPECT_EQ(of(2, 0x04, 0x00), code(0xC0AA0205));
  EXPECT_EQ(of(2, 0x04, 0x01), code(0xC0AA0205));
  EXPECT_EQ(of(2, 0x04, 0x03), code(0xC0AA0202));
  EXPECT_EQ(of(2, 0x04, 0x04), code(0xC0AA0206));
  EXPECT_EQ(of(2, 0x04, 0x07), code(0xC0AA0207));
  EXPECT_EQ(of(2, 0x04, 0x08), code(0xC0AA0207));
}

TEST(SenseToHresult, AChangedMediumIsBecomingReadyAndAResetIsNot) {
  EXPECT_EQ(of(6, 0x28, 0x00), code(0xC0AA0205));
  EXPECT_EQ(of(6, 0x29, 0x00), E_FAIL);
}

TEST(SenseToHresult, AnUnderrunIsForgivenBySynchronizeCacheAlone) {
  EXPECT_EQ(of(3, 0x0c, 0x09, 0x35), S_OK);
  EXPECT_EQ(of(3, 0x0c, 0x09, write_10), code(0xC0AA0300));
}

TEST(SenseToHresult, AnInvalidFieldMeansWhatTheCommandAskedFor) {
  EXPECT_EQ(of(5, 0x24, 0x00, 0xad), code(0xC0AA020E));
  EXPECT_EQ(of(5, 0x24, 0x00, 0x5a), code(0xC0AA0201));
  EXPECT_EQ(of(5, 0x24, 0x00, 0x52), E_FAIL);
  EXPECT_EQ(of(5, 0x26, 0x02, 0x55), code(0xC0AA0208));
  EXPECT_EQ(of(5, 0x26, 0x02, 0x5d), E_FAIL);
}

TEST(SenseToHresult, AMissingStructureIsNoIncompatibleMedium) {
  EXPECT_EQ(of(5, 0x30, 0x02, 0xad), code(0xC0AA020E));
  EXPECT_EQ(of(2, 0x30, 0x00, 0xad), code(0xC0AA020E));
  EXPECT_EQ(of(5, 0x20, 0x00, 0xad), code(0xC0AA020E));
  EXPECT_EQ(of(5, 0x30, 0x02, write_10), code(0xC0AA0203));
  EXPECT_EQ(of(5, 0x30, 0x05, write_10), code(0xC0AA0203));
}

TEST(SenseToHresult, TheOtherRowsOfTheTable) {
  EXPECT_EQ(of(2, 0x02, 0x06), code(0xC0AA0204));
  EXPECT_EQ(of(4, 0x09, 0x01), code(0xC0AA0204));
  EXPECT_EQ(of(4, 0x09, 0x02), code(0xC0AA0203));
  EXPECT_EQ(of(7, 0x27, 0x00), code(0xC0AA0209));
  EXPECT_EQ(of(3, 0x73, 0x03), code(0xC0AA020F));
}

TEST(SenseToHresult, WhatNoRowKnowsFails) {
  EXPECT_EQ(of(5, 0x21, 0x02), E_FAIL);
  EXPECT_EQ(of(3, 0x0c, 0x00), E_FAIL);
}

}  // namespace
}  // namespace discbench::imapi
