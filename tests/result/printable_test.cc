#include "result/printable.h"

#include <gtest/gtest.h>

namespace discbench::result {
namespace {

TEST(Printable, OrdinaryTextStaysAsItIs) {
  EXPECT_EQ(printable("put_InUse(VARIANT_TRUE) answered S_FALSE"), "put_InUse(VARIANT_TRUE) answered S_FALSE");
  EXPECT_EQ(printable("Gr\xc3\xb6\xc3\x9f"
                      "e \xe2\x82\xac \xf0\x9f\x92\xbf"),
            "Gr\xc3\xb6\xc3\x9f"
            "e \xe2\x82\xac \xf0\x9f\x92\xbf");
}

TEST(Printable, ControlCharactersAreShownByTheirNumber) {
  EXPECT_EQ(printable("a\x1b[31mb\r\n\t"), "a\\x1B[31mb\\x0D\\x0A\\x09");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\\x00");
  EXPECT_EQ(printable("\x7f"), "\\x7F");
  EXPECT_EQ(printable("\xc2\x9b"
                      "31m"),
            "\\x9B31m");  // CSI as one character of C1
}

TEST(Printable, BytesThatAreNoUtf8AreShownByTheirNumber) {
  EXPECT_EQ(printable("\xff"), "\\xFF");
  EXPECT_EQ(printable("\xc0\xaf"), "\\xC0\\xAF");                    // overlong
  EXPECT_EQ(printable("\xe0\x80\xaf"), "\\xE0\\x80\\xAF");           // overlong
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xED\\xA0\\x80");           // a surrogate
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80");  // past the last code point
  EXPECT_EQ(printable("\xe2\x82"), "\\xE2\\x82");                    // cut off
}

TEST(Printable, WhatTurnsTheDirectionOfWritingOrHidesIsShownByItsNumber) {
  EXPECT_EQ(printable("\xe2\x80\xae"
                      "drow"),
            "\\u{202E}drow");
  EXPECT_EQ(printable("a\xe2\x80\xa8"
                      "b"),
            "a\\u{2028}b");
  EXPECT_EQ(printable("\xef\xbb\xbf"), "\\u{FEFF}");
  EXPECT_EQ(printable("\xef\xbf\xbf"), "\\u{FFFF}");  // no character, and no character of XML
  EXPECT_EQ(printable("\xf3\xa0\x80\x81"), "\\u{0E0001}");
}

TEST(Printable, DoingItTwiceChangesNothing) {
  const std::string once = printable("a\x1b\xff\xe2\x80\xae");
  EXPECT_EQ(printable(once), once);
}

}  // namespace
}  // namespace discbench::result
