#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "discsim/run.h"
#include "profile/scratch.h"

namespace discbench {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Validate, EveryProfileOfOursIsGood) {
  std::vector<std::string> arguments{"validate"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(DISCBENCH_SOURCE_DIR "/profiles"))
    if (entry.path().extension() == ".yaml") arguments.push_back(entry.path().string());
  const Ran ran = discsim(arguments);
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(lines_of(ran.out).size(), 2U + 5U + 27U);
}

TEST(Validate, LooksAtEveryFileAndTellsEveryProblem) {
  const Scratch scratch;
  const auto drive = scratch.write("drive.yaml", "vendor: TOOLONGTOBEONE\nproduct: P\n");
  const auto medium = scratch.write("medium.yaml", "technology: pressed-cd\ncapacity-sectors: 0400\n");
  const auto good = scratch.write("good.yaml", "technology: pressed-cd\ncapacity-sectors: 400\n");
  const Ran ran = discsim({"validate", drive.string(), medium.string(), good.string(), "/nowhere.yaml"});
  EXPECT_EQ(ran.exit, 3);
  const auto lines = lines_of(ran.err);
  EXPECT_THAT(lines, testing::Contains(drive.string() +
                                       ":1:9: key 'vendor': 'TOOLONGTOBEONE' does not fit, expected 1 to 8 printable "
                                       "ASCII characters"));
  EXPECT_THAT(lines, testing::Contains(HasSubstr("drive.yaml:1:1: key 'writes': is missing")));
  EXPECT_THAT(lines, testing::Contains(HasSubstr("medium.yaml:2:19: key 'capacity-sectors': '0400' is no integer")));
  EXPECT_THAT(lines, testing::Contains(HasSubstr("/nowhere.yaml:1:1: cannot be read")));
  EXPECT_THAT(lines_of(ran.out), ElementsAre(good.string() + ": good, a medium"));
}

TEST(Validate, DoesAScenariosSteps) {
  const Scratch scratch;
  const auto file = scratch.write("full.yaml",
                                  "description: too much\ndrive: cd-writer\nmedium: cd-r-80\nsteps:\n"
                                  "  - write: {sectors: 359845, pattern: 1}\nexpect: {}\n");
  const Ran ran = discsim({"validate", file.string()});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_THAT(lines_of(ran.err),
              ElementsAre(file.string() + ":5:5: key 'write': this step cannot be done: there is not so much room "
                                          "left, expected a step that the disc allows in this state"));
}

}  // namespace
}  // namespace discbench
