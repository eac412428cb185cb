#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace discbench {
namespace {

struct Package {
  std::string name;
  std::string script;
  std::string reason;
};

std::vector<Package> listed_packages() {
  std::ifstream file(DISCBENCH_SOURCE_DIR "/cmake/packages.txt");
  std::vector<Package> packages;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    std::istringstream words(line);
    Package package;
    words >> package.name >> package.script >> std::ws;
    std::getline(words, package.reason);
    packages.push_back(package);
  }
  return packages;
}

TEST(PackageList, EachPackageIsListedOnceWithItsScriptAndItsReason) {
  std::set<std::string> names;
  for (const auto& package : listed_packages()) {
    EXPECT_TRUE(names.insert(package.name).second) << package.name << " is listed twice";
    EXPECT_THAT(package.script, testing::AnyOf("quickstart", "tests")) << package.name;
    EXPECT_FALSE(package.reason.empty()) << package.name << " has no reason";
  }
  EXPECT_TRUE(names.contains("g++")) << "the list was not read";
}

#ifdef DISCBENCH_HAS_APT
// Apt's own word, from what it holds on this machine: nothing is fetched, nothing is installed.
TEST(PackageList, AptKnowsEveryPackageAndCanInstallThemTogether) {
  std::string command = "apt-get --simulate install --no-install-recommends";
  for (const auto& package : listed_packages()) {
    command += " '" + package.name + "'";
  }
  EXPECT_EQ(std::system((command + " >/dev/null 2>&1").c_str()), 0) << "to see why: " << command;
}
#endif

}  // namespace
}  // namespace discbench
