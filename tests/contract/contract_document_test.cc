// docs/contract.md is made from the catalogue: this test fails when the two differ, and rewrites the page where
// UPDATE_GOLDEN=1 stands in the environment.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "contract/contract_page.h"
#include "profile/catalogue.h"
#include "profile/load.h"

namespace discbench::contract {
namespace {

constexpr const char* page = DISCBENCH_SOURCE_DIR "/docs/contract.md";

std::vector<profile::Scenario> our_scenarios() {
  const profile::Catalogue catalogue({DISCBENCH_SOURCE_DIR "/profiles"});
  std::vector<profile::Scenario> scenarios;
  for (const std::string& id : catalogue.ids(profile::Kind::scenario)) {
    scenarios.push_back(profile::load_scenario(catalogue, id));
  }
  return scenarios;
}

TEST(ContractDocument, IsMadeFromTheCatalogue) {
  const std::string rendered = contract_page(check::catalogue(), our_scenarios());
  if (const char* update = std::getenv("UPDATE_GOLDEN"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(page) << rendered;
  std::ifstream file(page);
  ASSERT_TRUE(file) << page << " is missing: run contract_test with UPDATE_GOLDEN=1";
  std::ostringstream stored;
  stored << file.rdbuf();
  EXPECT_TRUE(stored.str() == rendered) << "run contract_test with UPDATE_GOLDEN=1 and look at the difference";
}

TEST(ContractDocument, TellsEveryClauseWithItsPage) {
  const std::string rendered = contract_page(check::catalogue(), our_scenarios());
  for (const check::Entry& entry : check::catalogue()) {
    EXPECT_THAT(rendered, testing::HasSubstr("| `" + std::string(entry.clause.id) + "` | "));
    EXPECT_THAT(rendered, testing::HasSubstr("](" + address_of_page(entry.clause.page) + ")"));
  }
}

TEST(ContractDocument, TellsWhyAClauseIsNotChecked) {
  const std::array entries{check::Entry{{.id = "multisession.a.b",
                                         .page = "nn-imapi2-imultisession",
                                         .statement = "A statement.",
                                         .ineligible = "nobody can see it"}}};
  const std::string rendered = contract_page(entries, {});
  EXPECT_THAT(rendered, testing::HasSubstr("not checked: nobody can see it"));
  EXPECT_THAT(rendered, testing::HasSubstr("| [IMultisession](#multisession) | 1 | 0 | 0 | 0 | 1 |"));
}

TEST(ContractDocument, NamesTheScenariosOfAClauseThatDoesNotApplyEverywhere) {
  profile::Scenario one;
  one.id = "cd-r/one";
  one.expect["data.free-sectors-on-media"] = {};
  profile::Scenario two;
  two.id = "cd-r/two";
  const std::array scenarios{one, two};
  const std::array entries{check::Entry{{.id = "data.a.b", .page = "nn-imapi2-imultisession", .statement = "One."},
                                        [](const expectation::Expectations& expectations) {
                                          return std::string(expectations.empty() ? "nothing is known" : "");
                                        }}};
  const std::string rendered = contract_page(entries, scenarios);
  EXPECT_THAT(rendered, testing::HasSubstr("[set 1](#set-1)"));
  EXPECT_THAT(rendered, testing::HasSubstr("* `cd-r`: one\n\nNot elsewhere: nothing is known.\n"));
}

}  // namespace
}  // namespace discbench::contract
