#include "profile/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "profile/load_scratch.h"

namespace discbench::profile {
namespace {

using testing::Contains;
using testing::ElementsAre;

TEST(Catalogue, IdsArePathsBelowTheirFolderInOrderAndFilesAreNotRead) {
  const Scratch scratch;
  scratch.write("scenarios/cd-r/b.yaml", "not: read");
  scratch.write("scenarios/cd-r/a.yaml", "\xff");
  scratch.write("scenarios/cd-r/a.txt", "");
  scratch.write("drives/d.yaml", "");
  const Catalogue catalogue({scratch.path()});
  EXPECT_THAT(catalogue.ids(Kind::scenario), ElementsAre("cd-r/a", "cd-r/b"));
  EXPECT_THAT(catalogue.ids(Kind::drive), ElementsAre("d"));
  EXPECT_TRUE(catalogue.ids(Kind::medium).empty());
}

TEST(Catalogue, AUsersTreeAddsToOursAndShadowsIt) {
  const Scratch user;
  const Scratch own;
  const auto shadow = user.write("media/both.yaml", "");
  user.write("media/mine.yaml", "");
  own.write("media/both.yaml", "");
  const auto ours = own.write("media/ours.yaml", "");
  const Catalogue catalogue({user.path(), own.path()});
  EXPECT_THAT(catalogue.ids(Kind::medium), ElementsAre("both", "mine", "ours"));
  EXPECT_EQ(catalogue.locate(Kind::medium, "both").file, shadow);
  EXPECT_EQ(catalogue.locate(Kind::medium, "ours").file, ours);
}

TEST(Catalogue, APathIntoATreeHasItsId) {
  const Scratch tree;
  const auto file = tree.write("scenarios/cd-r/a.yaml", "");
  const Catalogue catalogue({tree.path()});
  EXPECT_EQ(catalogue.locate(Kind::scenario, file.string()).id, "cd-r/a");
  EXPECT_EQ(catalogue.locate(Kind::scenario, "/elsewhere/a.yaml").id, "/elsewhere/a.yaml");
}

TEST(Catalogue, AnUnknownIdNamesTheNearest) {
  const Scratch tree;
  tree.write("scenarios/cd-r/blank.yaml", "");
  tree.write("scenarios/bd-r/blank.yaml", "");
  try {
    Catalogue({tree.path()}).locate(Kind::scenario, "cd-r/blnk");
    FAIL() << "there is no such scenario";
  } catch (const ProfileError& error) {
    EXPECT_STREQ(error.what(), "there is no scenario 'cd-r/blnk', expected 'cd-r/blank' or a path that ends in .yaml");
  }
}

TEST(Catalogue, AnIdDoesNotLeadOutOfTheTree) {
  const Scratch tree;
  tree.write("drives/d.yaml", "");
  tree.write("outside.yaml", "");
  EXPECT_THROW(Catalogue({tree.path()}).locate(Kind::drive, "../outside"), ProfileError);
}

TEST(Catalogue, AFolderWithoutProfilesIsNoTree) {
  const Scratch empty;
  try {
    Catalogue catalogue({empty.path()});
    FAIL() << "there are no profiles";
  } catch (const ProfileError& error) {
    EXPECT_EQ(error.what(),
              empty.path().string() +
                  ":1:1: is no tree of profiles, expected a folder that holds drives, media or scenarios");
  }
}

TEST(Catalogue, OurTreeIsFoundFromTheProgramUpwards) {
  ::unsetenv("DISCBENCH_PROFILES");
  const Scratch empty;
  ASSERT_FALSE(own_folders().empty());
  // This program lies in the build folder: only a build below the sources has profiles above it.
  const bool below = own_folders().front().string().starts_with(DISCBENCH_SOURCE_DIR "/");
  try {
    EXPECT_THAT(Catalogue::find().ids(Kind::scenario), Contains("cd-r/blank"));
    EXPECT_TRUE(below);
  } catch (const ProfileError& error) {
    EXPECT_FALSE(below) << error.what();
    EXPECT_THAT(error.what(), testing::HasSubstr("--profiles DIR, or DISCBENCH_PROFILES=DIR"));
  }
}

TEST(Catalogue, TheEnvironmentNamesOurTreeAndTheUsersComesFirst) {
  const Scratch own;
  own.write("drives/a.yaml", "");
  own.write("drives/b.yaml", "");
  const Scratch user;
  const auto shadow = user.write("drives/a.yaml", "");
  ::setenv("DISCBENCH_PROFILES", own.path().c_str(), 1);
  const Catalogue catalogue = Catalogue::find(user.path());
  ::unsetenv("DISCBENCH_PROFILES");
  EXPECT_THAT(catalogue.ids(Kind::drive), ElementsAre("a", "b"));
  EXPECT_EQ(catalogue.locate(Kind::drive, "a").file, shadow);
}

TEST(Catalogue, AScenariosFamilyIsWhatStandsBeforeItsState) {
  Scenario scenario;
  scenario.id = "cd-r/blank";
  EXPECT_EQ(scenario.family(), "cd-r");
  scenario.id = "/somewhere/mine/blank.yaml";
  EXPECT_EQ(scenario.family(), "mine");
}

}  // namespace
}  // namespace discbench::profile
