#include "selftest/meta_catalogue.h"

#include <signal.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "selftest/process.h"

namespace discbench::selftest {
namespace {

using check::Entry;
using check::Stage;
using contract::Clause;
using contract::Level;

void passes(Stage& stage) { stage.checker.compare("a call", true, "this", "this"); }
void fails(Stage& stage) {
  passes(stage);
  stage.checker.compare("another call", false, "this", "that");
}
void compares_nothing(Stage&) {}
void does_not_apply(Stage& stage) { stage.checker.not_applicable("there is nothing to see"); }

void aborts(Stage& stage) {
  passes(stage);
  signal(SIGABRT, SIG_DFL);  // a sanitizer's handler would turn it into an exit status
  std::abort();
}
void leaves_in_order(Stage& stage) {
  passes(stage);
  leave_at_once();
}
void hangs(Stage& stage) {
  passes(stage);
  for (;;) wait_a_moment();
}
void throws(Stage& stage) {
  passes(stage);
  throw std::runtime_error("out of cheese");
}

/// Without a writer there is nothing that could refuse: the refusal that comes after it would be green for another
/// reason than the clause's.
void expects_a_refusal_of_what_is_not_there(Stage& stage) {
  IDiscFormat2Data* writer = nullptr;
  const HRESULT made = stage.subject.create_writer(&writer);
  stage.checker.require("create_writer", made);
  stage.checker.failed("put_Recorder(NULL)", made);
}
/// The same, where a comparison held before the step that did not.
void is_blocked_after_a_comparison(Stage& stage) {
  passes(stage);
  expects_a_refusal_of_what_is_not_there(stage);
}
void asks_for_a_medium_that_is_not_there(Stage& stage) {
  passes(stage);
  stage.rig.insert_medium_of("none/other");
}

// These live as long as the process that runs a batch.
int alternations = 0;
void alternates(Stage& stage) { stage.checker.compare("a call", ++alternations % 2 == 0, "this", "that"); }
bool poisoned = false;
void poisons(Stage& stage) {
  passes(stage);
  poisoned = true;
}
void dies_of_poison(Stage& stage) {
  if (poisoned) aborts(stage);
  passes(stage);
}

constexpr Clause clause(std::string_view id, Level level = Level::must) {
  return {.id = id, .page = "none", .level = level, .statement = "The harness is honest."};
}

constexpr std::array entries{
    Entry{clause("meta.a-passes"), nullptr, passes},
    Entry{clause("meta.abort"), nullptr, aborts},
    Entry{clause("meta.alternates"), nullptr, alternates},
    Entry{clause("meta.blocked"), nullptr, expects_a_refusal_of_what_is_not_there},
    Entry{clause("meta.blocked-after"), nullptr, is_blocked_after_a_comparison},
    Entry{clause("meta.blocked-by-rig"), nullptr, asks_for_a_medium_that_is_not_there},
    Entry{clause("meta.exit"), nullptr, leaves_in_order},
    Entry{clause("meta.fails"), nullptr, fails},
    Entry{clause("meta.hang"), nullptr, hangs},
    Entry{clause("meta.info", Level::info), nullptr, fails},
    Entry{clause("meta.not-applicable"), nullptr, does_not_apply},
    Entry{clause("meta.nothing-compared"), nullptr, compares_nothing},
    Entry{clause("meta.poison.a"), nullptr, poisons},
    Entry{clause("meta.poison.death"), nullptr, dies_of_poison},
    Entry{clause("meta.throws"), nullptr, throws},
    Entry{clause("meta.z-passes"), nullptr, passes},
};

class ObjectlessSubject final : public subject::Subject {
 public:
  HRESULT create_object(REFCLSID, REFIID, void** object) override {
    *object = nullptr;
    return E_NOTIMPL;
  }
};

}  // namespace

std::span<const Entry> meta_catalogue() { return entries; }

std::vector<Clause> meta_clauses() {
  std::vector<Clause> clauses;
  for (const Entry& entry : entries) clauses.push_back(entry.clause);
  return clauses;
}

runner::Options meta_options() {
  runner::Options options;
  options.subject = [] { return std::make_unique<ObjectlessSubject>(); };
  options.scenarios = [](std::string_view id) -> profile::Scenario {
    throw std::runtime_error("there is no scenario " + std::string(id));
  };
  options.case_limit = std::chrono::seconds(10);
  return options;
}

result::RunResult run_meta(const Setting& setting, const std::vector<std::string>& globs,
                           const runner::Options& options) {
  std::array<profile::Scenario, 1> scenarios;
  scenarios.front().id = "none/empty";
  result::RunResult run = setting.run(runner::make_plan(meta_catalogue(), globs, scenarios), options);
  run.seconds = 0;
  return run;
}

std::string meta_case(const std::string& clause) { return clause + "@none/empty"; }

}  // namespace discbench::selftest
