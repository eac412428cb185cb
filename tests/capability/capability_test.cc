// Every capability, asked of subjects that have it and of subjects that do not.
#include "capability/capability.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "capability/clauses.h"
#include "check/catalogue.h"
#include "contract/interfaces.h"
#include "mutant/mutants.h"
#include "profile/catalogue.h"
#include "profile/load.h"
#include "runner/run.h"

namespace discbench::capability {
namespace {

using result::Verdict;
using testing::HasSubstr;

const profile::Catalogue& our_profiles() {
  static const profile::Catalogue catalogue({DISCBENCH_SOURCE_DIR "/profiles"});
  return catalogue;
}

/// A subject that refuses every class, with one code.
class Refusing final : public subject::Subject {
 public:
  explicit Refusing(HRESULT code) : code_(code) {}
  HRESULT create_object(REFCLSID, REFIID, void** object) override {
    *object = nullptr;
    return code_;
  }

 private:
  HRESULT code_;
};

result::CaseResult run_in(std::string_view place, const check::Entry& entry, const runner::SubjectSource& who) {
  const profile::Scenario scenario = profile::load_scenario(our_profiles(), std::string(place));
  runner::Plan plan;
  plan.cases.push_back({.entry = &entry, .scenario = &scenario});
  runner::Options options;
  options.subject = who;
  options.scenarios = [](std::string_view id) { return profile::load_scenario(our_profiles(), id); };
  return runner::run(plan, options).cases.at(0);
}

result::CaseResult run_one(const check::Entry& entry, const Capability& capability, const runner::SubjectSource& who) {
  return run_in(capability.scenario, entry, who);
}

runner::SubjectSource mutant_named(const std::string& name) {
  return [name] { return mutant::load(name); };
}
runner::SubjectSource refusing(HRESULT code) {
  return [code] { return std::make_unique<Refusing>(code); };
}

Verdict verdict_on(const std::string& name, Claim claim, const runner::SubjectSource& who) {
  const Capability& capability = *find(name);
  return run_one(entry_of({.capability = &capability, .claim = claim}), capability, who).verdict;
}

/// For each capability a subject without it; mutant:offers-all has them all.
const std::map<std::string, std::string>& those_without() {
  static const std::map<std::string, std::string> mutants{{"sequential2", "without-sequential2"},
                                                          {"last-written-address", "no-last-written"},
                                                          {"write", "no-burning"},
                                                          {"burn-verification", "none"},
                                                          {"events", "none"},
                                                          {"erase", "none"},
                                                          {"recorder", "none"},
                                                          {"recorder-ex", "none"},
                                                          {"master", "none"}};
  return mutants;
}

TEST(Capability, ClaimedAndThereHoldsAndNotClaimedFails) {
  for (const Capability& capability : capabilities()) {
    const std::string name(capability.name);
    EXPECT_EQ(verdict_on(name, Claim::yes, mutant_named("offers-all")), Verdict::passed) << name;
    EXPECT_EQ(verdict_on(name, Claim::no, mutant_named("offers-all")), Verdict::failed) << name;
  }
}

TEST(Capability, ClaimedAndNotThereFailsAndNotClaimedHolds) {
  for (const auto& [name, mutant] : those_without()) {
    EXPECT_EQ(verdict_on(name, Claim::yes, mutant_named(mutant)), Verdict::failed) << name;
    EXPECT_EQ(verdict_on(name, Claim::no, mutant_named(mutant)), Verdict::passed) << name;
  }
}

TEST(Capability, IsNotThereWhereNoElementOfTheListAnswersIt) {
  // On a medium of sessions the list has no element for random writing, whoever made it.
  const Capability& capability = *find("random-write");
  const auto verdict_of = [&](Claim claim) {
    return run_in("cd-r/one-session", entry_of({.capability = &capability, .claim = claim}), mutant_named("none"))
        .verdict;
  };
  EXPECT_EQ(verdict_of(Claim::yes), Verdict::failed);
  EXPECT_EQ(verdict_of(Claim::no), Verdict::passed);
}

TEST(Capability, RefusedOtherwiseThanDocumentedFailsWhateverIsClaimed) {
  for (const std::string name : {"erase", "recorder", "recorder-ex", "master"}) {
    for (const Claim claim : {Claim::yes, Claim::no}) {
      EXPECT_EQ(verdict_on(name, claim, refusing(E_FAIL)), Verdict::failed) << name;
    }
    EXPECT_EQ(verdict_on(name, Claim::no, refusing(CLASS_E_CLASSNOTAVAILABLE)), Verdict::passed) << name;
    EXPECT_EQ(verdict_on(name, Claim::no, refusing(E_NOTIMPL)), Verdict::passed) << name;
  }
  EXPECT_EQ(verdict_on("last-written-address", Claim::no, mutant_named("last-refused")), Verdict::failed);
}

TEST(Capability, ThatCannotBeAskedIsBlocked) {
  EXPECT_EQ(verdict_on("write", Claim::no, refusing(E_FAIL)), Verdict::blocked);
}

TEST(Capability, AFailureShowsTheClaimAndTheAnswer) {
  const Capability& capability = *find("erase");
  const result::CaseResult result =
      run_one(entry_of({.capability = &capability, .claim = Claim::yes}), capability, mutant_named("none"));
  ASSERT_EQ(result.failures.size(), 1u);
  EXPECT_EQ(result.id(), "capability.erase@cd-r/blank");
  EXPECT_EQ(result.failures.front().call, "the class MsftDiscFormat2Erase, claimed: yes");
  EXPECT_THAT(result.failures.front().observed, HasSubstr("CLASS_E_CLASSNOTAVAILABLE"));
}

TEST(Capability, IsAskedForADraftWithoutBeingJudged) {
  const auto answer = [](const std::string& name, const runner::SubjectSource& who) {
    return read_answer(run_one(asking_entry_of(*find(name)), *find(name), who));
  };
  ASSERT_TRUE(answer("erase", mutant_named("offers-all")).has_value());
  EXPECT_EQ(answer("erase", mutant_named("offers-all"))->kind, Offer::Kind::offered);
  EXPECT_EQ(answer("erase", mutant_named("none"))->kind, Offer::Kind::absent);
  EXPECT_EQ(answer("erase", refusing(E_FAIL))->kind, Offer::Kind::otherwise);
  EXPECT_EQ(answer("erase", refusing(E_FAIL))->text, "E_FAIL (0x80004005)");
  EXPECT_FALSE(answer("write", refusing(E_FAIL)).has_value());
}

TEST(Capability, EachIsOneOfAKindAndNoClauseOfTheContract) {
  std::set<std::string_view> names;
  for (const Capability& capability : capabilities()) {
    EXPECT_TRUE(names.insert(capability.name).second) << capability.name;
    EXPECT_EQ(capability.clause, "capability." + std::string(capability.name));
    EXPECT_EQ(check::find(capability.clause), nullptr);
    EXPECT_EQ(find(capability.name), &capability);
    EXPECT_EQ(entry_of({.capability = &capability}).clause.id, capability.clause);
    EXPECT_EQ(asking_entry_of(capability).clause.id, capability.clause);
  }
  EXPECT_EQ(find("burning"), nullptr);
  EXPECT_EQ(contract::interface_of_clause("capability.write"), nullptr);
}

}  // namespace
}  // namespace discbench::capability
