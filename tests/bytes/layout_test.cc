#include "bytes/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bytes/description.h"
#include "bytes/hex.h"

namespace discbench::bytes {
namespace {

enum class Colour : std::uint8_t { red = 1, green = 2 };

struct Sample {
  Colour colour = Colour::red;
  bool flag = false;
  std::uint16_t split = 0;
  std::uint32_t wide = 0;
  Text<4> text{};
  std::array<std::uint8_t, 2> raw{};

  static consteval auto layout() {
    using T = Sample;
    return bytes::layout<16>("Sample", "made up", field("Colour", bits(0, 6, 4), &T::colour),
                             field("Flag", bit(0, 7), &T::flag), field("Split", split_u16(9, 1), &T::split),
                             field("Wide", u24(2), &T::wide), field("Text", bytes_at(5, 4), &T::text),
                             field("Raw", bytes_at(10, 2), &T::raw));
  }
};

TEST(Layout, PutsEveryFieldWhereItIsDeclared) {
  const Sample sample{
      .colour = Colour::green, .flag = true, .split = 0x1234, .wide = 0x56789a, .text = "ab", .raw = {7, 8}};
  EXPECT_EQ(to_hex(encode(sample)),
            "a0"
            "34"
            "56789a"
            "61622020"
            "12"
            "0708"
            "00000000");
}

TEST(Layout, EncodesWhileCompiling) {
  static_assert(encode(Sample{.wide = 0x010203})[4] == 3);
  static_assert(decode<Sample>(encode(Sample{.colour = Colour::green})).colour == Colour::green);
}

TEST(Layout, DecodesWhatItEncoded) {
  const Sample sample{
      .colour = Colour::green, .flag = true, .split = 0xfedc, .wide = 0xffffff, .text = "wxyz", .raw = {1, 2}};
  const Sample back = decode<Sample>(encode(sample));
  EXPECT_EQ(back.colour, Colour::green);
  EXPECT_TRUE(back.flag);
  EXPECT_EQ(back.split, 0xfedc);
  EXPECT_EQ(back.wide, 0xffffffU);
  EXPECT_EQ(back.text.view(), "wxyz");
  EXPECT_THAT(back.raw, testing::ElementsAre(1, 2));
}

TEST(Layout, AValueWiderThanItsFieldIsCutAndSpoilsNothing) {
  const auto bytes = encode(Sample{.wide = 0xff000001});
  EXPECT_EQ(to_hex(bytes),
            "10"
            "00"
            "000001"
            "20202020"
            "00"
            "0000"
            "00000000");
}

TEST(Layout, ReservedBitsAreWrittenAsZeroAndIgnored) {
  std::array<std::uint8_t, 16> bytes{};
  bytes.fill(0xff);
  const auto again = encode(decode<Sample>(bytes));
  EXPECT_EQ(again[0], 0xf0);
  EXPECT_EQ(again[12], 0x00);
}

TEST(Layout, AShortInputCountsAsZeros) {
  const Sample sample = decode<Sample>(std::array<std::uint8_t, 3>{0x90, 0x11, 0x22});
  EXPECT_TRUE(sample.flag);
  EXPECT_EQ(sample.split, 0x11);
  EXPECT_EQ(sample.wide, 0x220000U);
}

TEST(Describe, ListsFieldsInOrderAndLeavesOutWhatIsCutOff) {
  const auto whole = encode(Sample{.split = 0x1234, .text = "ab"});
  const Structure all = describe<Sample>(whole);
  ASSERT_EQ(all.size(), 6U);
  EXPECT_EQ(all[4].name, "Text");
  EXPECT_EQ(std::get<std::string>(all[4].value), "ab");
  const Structure cut = describe<Sample>(std::span(whole).first(6));
  ASSERT_EQ(cut.size(), 3U);  // colour, flag, wide: the split number's high byte is gone, and the text
  EXPECT_EQ(cut[2].name, "Wide");
}

TEST(Describe, ControlCharactersInTextDoNotReachTheTerminal) {
  auto bytes = encode(Sample{});
  bytes[5] = 0x1b;
  EXPECT_EQ(std::get<std::string>(describe<Sample>(bytes)[4].value), ".");
}

TEST(Hex, ReadsPairsWithOrWithoutBlanks) {
  EXPECT_THAT(*from_hex("2A00 ff\t0b"), testing::ElementsAre(0x2a, 0x00, 0xff, 0x0b));
  EXPECT_THAT(*from_hex(""), testing::IsEmpty());
}

TEST(Hex, RefusesHalfBytesAndOtherCharacters) {
  EXPECT_FALSE(from_hex("2"));
  EXPECT_FALSE(from_hex("2 a"));
  EXPECT_FALSE(from_hex("0x2a"));
  EXPECT_FALSE(from_hex("2g"));
}

}  // namespace
}  // namespace discbench::bytes
