#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "com/text.h"
#include "discbench/com.h"

namespace {

using discbench::com::from_utf8;
using discbench::com::String;
using discbench::com::text_of;
using discbench::com::to_utf8;

TEST(Bstr, CarriesItsLengthInBytesBeforeTheFirstUnit) {
  BSTR string = SysAllocString(u"blank");
  std::uint32_t before = 0;
  std::memcpy(&before, reinterpret_cast<const char*>(string) - 4, 4);
  EXPECT_EQ(before, 10u);
  EXPECT_EQ(SysStringLen(string), 5u);
  EXPECT_EQ(SysStringByteLen(string), 10u);
  EXPECT_EQ(string[5], 0);
  SysFreeString(string);
}

TEST(Bstr, NullIsTheEmptyString) {
  EXPECT_EQ(SysAllocString(nullptr), nullptr);
  EXPECT_EQ(SysStringLen(nullptr), 0u);
  EXPECT_EQ(SysStringByteLen(nullptr), 0u);
  SysFreeString(nullptr);
  EXPECT_EQ(text_of(nullptr), u"");
}

TEST(Bstr, MayHoldZerosAndAnOddNumberOfBytes) {
  BSTR zeros = SysAllocStringLen(u"a\0b", 3);
  EXPECT_EQ(text_of(zeros), std::u16string(u"a\0b", 3));
  BSTR odd = SysAllocStringByteLen("abc", 3);
  EXPECT_EQ(SysStringByteLen(odd), 3u);
  EXPECT_EQ(SysStringLen(odd), 1u);
  EXPECT_EQ(std::memcmp(odd, "abc\0\0", 5), 0);
  SysFreeString(zeros);
  SysFreeString(odd);
}

TEST(Bstr, WithoutATextThereIsRoomForOne) {
  BSTR room = SysAllocStringLen(nullptr, 4);
  ASSERT_NE(room, nullptr);
  EXPECT_EQ(SysStringLen(room), 4u);
  EXPECT_EQ(room[4], 0);
  SysFreeString(room);
}

TEST(Bstr, TooLongAStringIsNoMemory) {
  EXPECT_EQ(SysAllocStringLen(nullptr, 0xffffffffu), nullptr);
  EXPECT_EQ(SysAllocStringByteLen(nullptr, 0xffffffffu), nullptr);
}

TEST(Bstr, ReallocationMayTakeItsTextFromTheOldString) {
  BSTR string = SysAllocString(u"one-session");
  EXPECT_TRUE(SysReAllocString(&string, string + 4));
  EXPECT_EQ(text_of(string), u"session");
  EXPECT_TRUE(SysReAllocStringLen(&string, u"tracks", 5));
  EXPECT_EQ(text_of(string), u"track");
  EXPECT_TRUE(SysReAllocStringLen(&string, nullptr, 2));
  EXPECT_EQ(text_of(string), u"tr");
  SysFreeString(string);
}

TEST(Text, CrossesToUtf8AndBack) {
  const std::string utf8 = "cd-r/\xc3\xa4\xe2\x82\xac\xf0\x9f\x92\xbf";
  const std::u16string utf16 = u"cd-r/\u00e4\u20ac\U0001f4bf";
  EXPECT_EQ(from_utf8(utf8), utf16);
  EXPECT_EQ(to_utf8(utf16), utf8);
}

TEST(Text, WhatIsNotValidIsReplaced) {
  EXPECT_EQ(from_utf8("a\xff"
                      "b"),
            u"a\ufffdb");
  EXPECT_EQ(from_utf8("\xc0\x80"), u"\ufffd\ufffd");
  EXPECT_EQ(from_utf8("\xed\xa0\x80"), u"\ufffd");
  EXPECT_EQ(to_utf8(std::u16string(1, char16_t{0xd800})), "\xef\xbf\xbd");
}

TEST(TaskMemory, GrowsAndIsFreed) {
  void* empty = CoTaskMemAlloc(0);
  EXPECT_NE(empty, nullptr) << "a block of no bytes is a block";
  CoTaskMemFree(empty);
  auto* memory = static_cast<char*>(CoTaskMemAlloc(2));
  memory[0] = 'x';
  memory = static_cast<char*>(CoTaskMemRealloc(memory, 4096));
  EXPECT_EQ(memory[0], 'x');
  EXPECT_EQ(CoTaskMemRealloc(memory, 0), nullptr);
  CoTaskMemFree(nullptr);
}

}  // namespace
