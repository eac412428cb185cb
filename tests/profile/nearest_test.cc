#include "profile/nearest.h"

#include <gtest/gtest.h>

namespace discbench::profile {
namespace {

TEST(Nearest, FindsWhatWasMeant) {
  EXPECT_EQ(nearest("blnak", {"blank", "full"}), "blank");
  EXPECT_EQ(nearest("cd-r/blank", {"cd-r/blank", "bd-r/blank"}), "cd-r/blank");
  EXPECT_EQ(nearest("bd-r/blnk", {"cd-r/blank", "bd-r/blank"}), "bd-r/blank");
}

TEST(Nearest, FindsNothingWhereNothingIsClose) {
  EXPECT_EQ(nearest("xyzzy", {"blank", "full"}), "");
  EXPECT_EQ(nearest(std::string(100000, 'a'), {"blank"}), "");
}

TEST(Nearest, NamesAllWhereNothingIsClose) {
  EXPECT_EQ(expected_word("xyzzy", {"blank", "full"}), "expected one of blank, full");
  EXPECT_EQ(expected_word("ful", {"blank", "full"}), "expected 'full'");
  EXPECT_EQ(expected_word("x", {}), "expected none: there are none");
}

}  // namespace
}  // namespace discbench::profile
