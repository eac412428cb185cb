// profiles/README.md is the documentation of every key: it names all that the loader knows, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "expectation/property.h"
#include "profile/keys.h"
#include "profile/load_scratch.h"
#include "profile/words.h"

namespace discbench::profile {
namespace {

std::string readme() {
  std::ifstream file(DISCBENCH_SOURCE_DIR "/profiles/README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// By heading, with a small first letter: the keys in the first column of its table, and whether they are needed.
std::map<std::string, std::map<std::string, bool>> documented_keys() {
  std::map<std::string, std::map<std::string, bool>> sections;
  std::istringstream text(readme());
  std::string heading;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("## ")) {
      heading = line.substr(3);
      heading[0] = static_cast<char>(std::tolower(heading[0]));
    }
    if (!line.starts_with("| `") || heading.empty()) continue;
    const std::size_t end = line.find('`', 3);
    sections[heading][line.substr(3, end - 3)] = line.substr(end).starts_with("` | yes |");
  }
  return sections;
}

TEST(Readme, HasATableOfEveryMappingWithItsKeys) {
  const auto documented = documented_keys();
  std::map<std::string, std::map<std::string, bool>> known;
  for (const Schema& schema : schema::all)
    for (const Key& key : schema.keys)
      known[std::string(schema.what)][std::string(key.name)] = key.presence == Presence::required;
  std::vector<std::string> headings;
  for (const auto& [heading, rows] : documented) headings.push_back(heading);
  std::vector<std::string> schemas;
  for (const auto& [what, rows] : known) schemas.push_back(what);
  EXPECT_EQ(headings, schemas);
  for (const auto& [what, rows] : known) {
    if (!documented.contains(what)) continue;
    for (const auto& [key, required] : rows) {
      ASSERT_TRUE(documented.at(what).contains(key)) << what << ": the README does not explain '" << key << "'";
      EXPECT_EQ(documented.at(what).at(key), required) << what << ": '" << key << "'";
    }
    for (const auto& [key, required] : documented.at(what))
      EXPECT_TRUE(rows.contains(key)) << what << ": the loader does not know '" << key << "'";
  }
}

TEST(Readme, NamesEveryPropertyAndMarksTheTruthValues) {
  const std::string text = readme();
  for (const expectation::Property& property : expectation::properties) {
    const std::string name(property.name.substr(property.name.find('.') + 1));
    const bool marked = text.find("`" + name + "` T") != std::string::npos;
    EXPECT_NE(text.find("`" + name + "`"), std::string::npos) << property.name;
    EXPECT_EQ(marked, property.kind == expectation::PropertyKind::boolean) << property.name;
  }
}

TEST(Readme, NamesEveryProfileAndTechnology) {
  const std::string text = readme();
  for (const auto& word : profile_words)
    EXPECT_NE(text.find("`" + std::string(word.text) + "`"), std::string::npos) << word.text;
  for (const auto& word : technology_words)
    EXPECT_NE(text.find("`" + std::string(word.text) + "`"), std::string::npos) << word.text;
}

TEST(Readme, ItsExampleIsAGoodScenario) {
  const std::string text = readme();
  const std::size_t begin = text.find("```yaml\n");
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = text.find("```\n", begin + 8);
  ASSERT_NE(end, std::string::npos);
  EXPECT_THAT(problems_of(text.substr(begin + 8, end - begin - 8)), testing::ElementsAre());
}

}  // namespace
}  // namespace discbench::profile
