#include "contract/silences.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

#include "check/catalogue.h"

namespace discbench::contract {
namespace {

bool settles(std::string_view patterns, std::string_view clause) {
  Silence silence{};
  silence.clauses = patterns;
  return silence.settles(clause);
}

TEST(Silences, HaveIdsOfTheirOwnAndWholeSentences) {
  std::set<std::string_view> seen;
  for (const Silence& silence : silences()) {
    EXPECT_TRUE(seen.insert(silence.id).second) << silence.id;
    EXPECT_TRUE(silence.question.ends_with('?')) << silence.id;
    EXPECT_TRUE(silence.documented.ends_with('.')) << silence.id;
    EXPECT_TRUE(silence.treatment.ends_with('.')) << silence.id;
  }
}

TEST(Silences, NameClausesThatThereAre) {
  for (const Silence& silence : silences()) {
    std::istringstream patterns{std::string(silence.clauses)};
    std::size_t count = 0;
    for (std::string pattern; patterns >> pattern; ++count) {
      bool found = false;
      for (const check::Entry& entry : check::catalogue()) found = found || settles(pattern, entry.clause.id);
      EXPECT_TRUE(found) << silence.id << ": " << pattern;
    }
    EXPECT_GT(count, 0u) << silence.id << " settles nothing";
  }
}

TEST(Silences, SettleAClauseByItsIdOrItsBeginning) {
  constexpr std::string_view patterns = "data.write.null com.invoke.*";
  EXPECT_TRUE(settles(patterns, "data.write.null"));
  EXPECT_FALSE(settles(patterns, "data.write.null-stream"));
  EXPECT_FALSE(settles(patterns, "data.write"));
  EXPECT_TRUE(settles(patterns, "com.invoke.sequential"));
  EXPECT_FALSE(settles(patterns, "com.invoke"));
}

}  // namespace
}  // namespace discbench::contract
