#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace discbench {
namespace {

using testing::HasSubstr;

TEST(Coverage, EveryEligibleClauseIsLookedAtWithTheBuiltinSubject) {
  const Ended ended = msconform({"coverage"});
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_EQ(value_in(last_line(ended.out), "errors"), "0");
  EXPECT_EQ(value_in(last_line(ended.out), "eligible"), value_in(last_line(ended.out), "covered"));
  EXPECT_THAT(ended.out, HasSubstr("needs an IFileSystemImage")) << "ineligible clauses come with the reason";
}

// Without a claim nobody knows whether it was left out on purpose.
TEST(Coverage, WhatTheSubjectDoesNotOfferIsNotCovered) {
  const Ended ended = msconform({"coverage", "--subject", "mutant:none"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.out, HasSubstr("NOT COVERED"));
  EXPECT_THAT(ended.out, HasSubstr("the subject does not offer MsftDiscMaster2"));
}

TEST(Coverage, WhatIsClaimedToBeLeftOutIsTestedAndExcused) {
  const TemporaryFolder folder;
  ASSERT_EQ(msconform({"doctor", "--subject", "mutant:none", "--draft", folder.file("claims.yaml")}).exit_code, 0);
  const Ended ended = msconform({"coverage", "--subject", "mutant:none", "--capabilities", folder.file("claims.yaml")});
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_NE(value_in(last_line(ended.out), "not_offered"), "0");
}

TEST(Coverage, OfTheOlderGenerationIsAboutItsClauses) {
  const Ended ended = msconform({"coverage", "--generation", "xp-vista"});
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_NE(value_in(last_line(ended.out), "eligible"), value_in(last_line(msconform({"coverage"}).out), "eligible"));
}

TEST(Coverage, IsAboutTheWholeContract) {
  EXPECT_EQ(msconform({"coverage", "multisession.*"}).exit_code, 2);
  EXPECT_EQ(msconform({"coverage", "--scenario", "cd-r/blank"}).exit_code, 2);
  EXPECT_EQ(msconform({"coverage", "--shard", "1/2"}).exit_code, 2);
}

}  // namespace
}  // namespace discbench
