#include "runner/plan.h"

#include <gtest/gtest.h>

#include <array>

#include "runner/fake_catalogue.h"

namespace discbench::runner {
namespace {

TEST(Plan, IsEveryClauseInEveryScenarioInTheCataloguesOrder) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  const Plan plan = make_plan(fake_catalogue(), {"fake.z*", "fake.a-*"}, scenarios);
  ASSERT_EQ(plan.cases.size(), 4u);
  EXPECT_EQ(plan.cases[0].entry->clause.id, "fake.a-passes");
  EXPECT_EQ(plan.cases[0].scenario->id, "none/one");
  EXPECT_EQ(plan.cases[1].scenario->id, "none/two");
  EXPECT_EQ(plan.cases[3].entry->clause.id, "fake.z-passes");
}

TEST(Plan, IneligibleClausesAreCountedAndAreNoCases) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  const Plan plan = make_plan(fake_catalogue(), {"fake.ineligible"}, scenarios);
  EXPECT_EQ(plan.ineligible, 1u);
  EXPECT_TRUE(plan.cases.empty());
}

TEST(Plan, ACaseThatDoesNotApplyKnowsWhy) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  const Plan plan = make_plan(fake_catalogue(), {"fake.only-in-one"}, scenarios);
  ASSERT_EQ(plan.cases.size(), 2u);
  EXPECT_EQ(plan.cases[0].inapplicable, "");
  EXPECT_EQ(plan.cases[1].inapplicable, "only the first scenario will do");
}

TEST(Plan, WhatCameWithALaterGenerationDoesNotApplyInAnEarlierOne) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  const std::array later{check::Entry{
      {.id = "fake.later.clause", .page = "a-page", .statement = "A statement.", .since = contract::Generation::win7},
      nullptr,
      [](check::Stage&) {}}};
  const Plan old_one = make_plan(later, {}, scenarios, contract::Generation::xp_vista);
  ASSERT_EQ(old_one.cases.size(), 2u);
  EXPECT_EQ(old_one.cases[0].inapplicable, "came with Windows 7; this run is of the generation xp-vista");
  const Plan new_one = make_plan(later, {}, scenarios, contract::Generation::win7);
  EXPECT_EQ(new_one.cases[0].inapplicable, "");
  EXPECT_EQ(new_one.cases[0].generation, contract::Generation::win7);
}

}  // namespace
}  // namespace discbench::runner
