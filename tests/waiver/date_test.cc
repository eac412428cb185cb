#include "waiver/date.h"

#include <gtest/gtest.h>

namespace discbench::waiver {
namespace {

TEST(Date, IsReadAndWrittenAlike) {
  for (const char* text : {"2000-01-01", "2027-03-31", "2028-02-29", "2099-12-31"}) {
    const auto date = date_of(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(text_of(*date), text);
  }
}

TEST(Date, ThatIsNoneIsRefused) {
  for (const char* text : {"", "2027", "2027-3-1", "27-03-01", "2027-02-29", "2027-04-31", "2027-13-01", "2027-00-10",
                           "2027-01-00", "1999-12-31", "2100-01-01", "2027-03-31 ", " 2027-03-31", "2027/03/31",
                           "-027-03-31", "2027-03-3a", "2027-03-311"}) {
    EXPECT_FALSE(date_of(text).has_value()) << text;
  }
}

TEST(Date, IsBeforeALaterOne) {
  EXPECT_LT(*date_of("2027-03-31"), *date_of("2027-04-01"));
  EXPECT_LT(*date_of("2026-12-31"), *date_of("2027-01-01"));
}

}  // namespace
}  // namespace discbench::waiver
