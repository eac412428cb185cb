#include "result/glob.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace discbench::result {
namespace {

TEST(Glob, WithoutAStarItIsTheWholeId) {
  EXPECT_TRUE(matches("com.identity", "com.identity"));
  EXPECT_FALSE(matches("com.identity", "com.identity.symmetric"));
  EXPECT_FALSE(matches("identity", "com.identity"));
}

TEST(Glob, AStarCrossesDotsAndSlashes) {
  EXPECT_TRUE(matches("multisession.*", "multisession.in-use.round-trip"));
  EXPECT_TRUE(matches("cd*", "cd-r/blank"));
  EXPECT_TRUE(matches("*/blank", "dvd-plus-r/blank"));
  EXPECT_TRUE(matches("*use*trip", "multisession.in-use.round-trip"));
}

TEST(Glob, AStarMayStandForNothing) {
  EXPECT_TRUE(matches("cd-r/blank*", "cd-r/blank"));
  EXPECT_TRUE(matches("*", ""));
}

TEST(Glob, AnEarlierStarGivesBackWhatALaterPieceNeeds) {
  EXPECT_TRUE(matches("*ab", "aab"));
  EXPECT_TRUE(matches("a*b*c", "abbbcbc"));
  EXPECT_FALSE(matches("a*b*c", "abbbcb"));
}

TEST(Glob, AQuestionMarkIsOneCharacter) {
  EXPECT_TRUE(matches("bd-?", "bd-r"));
  EXPECT_FALSE(matches("bd-?", "bd-re"));
}

TEST(Globs, SeveralAreAUnionAndNoneIsEverything) {
  EXPECT_TRUE(matches_any({"a", "b"}, "b"));
  EXPECT_FALSE(matches_any({"a", "b"}, "c"));
  EXPECT_TRUE(matches_any({}, "c"));
}

TEST(Nearest, TheSmallestNumberOfChangedLettersComesFirst) {
  const std::vector<std::string> ids{"com.identity", "multisession.in-use.round-trip", "multisession.in-use.null"};
  EXPECT_THAT(nearest("multisession.inuse.null", ids, 2),
              testing::ElementsAre("multisession.in-use.null", "multisession.in-use.round-trip"));
  EXPECT_THAT(nearest("COM.IDENTITY", ids, 1), testing::ElementsAre("com.identity"));
}

}  // namespace
}  // namespace discbench::result
