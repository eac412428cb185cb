// The tree as it is keeps the rules of tests/tidy/ and the layers of docs/architecture.md.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tidy/layers.h"
#include "tidy/rules.h"

namespace discbench::tidy {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

Layers layers_of_this_build() { return Layers(text_of(DISCBENCH_BINARY_DIR "/layers.txt")); }

TEST(Tidy, EveryFileKeepsTheRules) {
  const auto tree = read_tree(DISCBENCH_SOURCE_DIR);
  ASSERT_TRUE(tree.contains("tests/tidy_test.cc")) << "the tree was not read from " DISCBENCH_SOURCE_DIR;
  std::string report;
  for (const auto& finding : findings_in(tree, layers_of_this_build())) {
    report += to_string(finding) + "\n";
  }
  EXPECT_TRUE(report.empty()) << report;
}

TEST(ArchitecturePage, ShowsTheLinksAsTheBuildHasThem) {
  const auto layers = layers_of_this_build();
  auto rows = rows_of_page(text_of(DISCBENCH_SOURCE_DIR "/docs/architecture.md"));
  for (const auto& folder : layers.folders()) {
    std::set<std::string> built;
    for (const auto& linked : layers.linked_from(folder)) {
      if (linked != folder) {
        built.insert(short_name(linked));
      }
    }
    ASSERT_TRUE(rows.contains(folder)) << "docs/architecture.md has no row for " << folder;
    EXPECT_EQ(rows[folder], built) << "the row of " << folder << " in docs/architecture.md (first) is not what its "
                                   << "CMakeLists.txt says (second)";
    rows.erase(folder);
  }
  EXPECT_THAT(rows, testing::IsEmpty()) << "rows in docs/architecture.md for folders that are not built";
}

struct Wall {
  std::string folder;
  std::string must_not_reach;
  std::string because;
};

class Walls : public testing::TestWithParam<Wall> {};

TEST_P(Walls, TheLinkListsDoNotLeadAcross) {
  const auto layers = layers_of_this_build();
  const auto folders = layers.folders();
  ASSERT_THAT(folders, testing::Contains(GetParam().folder)) << "a wall around a folder that is not there";
  ASSERT_THAT(folders, testing::Contains(GetParam().must_not_reach)) << "a wall against a folder that is not there";
  EXPECT_FALSE(layers.reachable_from(GetParam().folder).contains(GetParam().must_not_reach)) << GetParam().because;
}

INSTANTIATE_TEST_SUITE_P(
    Architecture, Walls,
    testing::Values(
        Wall{"simulator/imapi/writer", "simulator/transport", "the writer knows the recorder's interfaces only"},
        Wall{"simulator/imapi/writer", "simulator/drive", "the writer knows the recorder's interfaces only"},
        Wall{"simulator/imapi/writer", "simulator/disc", "the writer knows the recorder's interfaces only"},
        Wall{"simulator/imapi/recorder", "simulator/drive", "any transport may carry the recorder object"},
        Wall{"simulator/imapi/recorder", "simulator/disc", "the objects learn of the disc through bytes only"},
        Wall{"simulator/transport", "simulator/drive", "a transport may lead to a real drive"},
        Wall{"simulator/disc", "simulator/mmc", "the rule book knows no commands"},
        Wall{"simulator/disc", "simulator/bytes", "the rule book knows no bytes"},
        Wall{"simulator/com", "simulator/mmc", "COM knows nothing of discs"},
        Wall{"simulator/com", "simulator/disc", "COM knows nothing of discs"},
        Wall{"simulator/drive", "simulator/expectation", "what is expected is not known to what is tested"},
        Wall{"simulator/drive", "simulator/profile", "a drive is given its settings, it reads none"},
        Wall{"harness/check", "simulator/drive", "a check sees what a host could see"},
        Wall{"harness/check", "simulator/disc", "a check sees what a host could see"},
        Wall{"harness/check", "simulator/profile", "a check gets the half of the scenario that is its own"},
        Wall{"harness/report", "harness/check", "reports need results only"},
        Wall{"harness/report", "harness/runner", "reports need results only"}),
    [](const testing::TestParamInfo<Wall>& wall) {
      std::string name = wall.param.folder + "_does_not_reach_" + wall.param.must_not_reach;
      std::replace(name.begin(), name.end(), '/', '_');
      return name;
    });

}  // namespace
}  // namespace discbench::tidy
