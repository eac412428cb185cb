#include "runner/fake_catalogue.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <thread>
#include <vector>

namespace discbench::runner {
namespace {

/// What the subject was told last.
std::uint64_t drawn_seed = 0;
int cases_begun = 0;

using check::Entry;
using check::Stage;
using contract::Clause;
using contract::Level;

void passes(Stage& stage) { stage.checker.compare("a call", true, "this", "this"); }
void fails(Stage& stage) {
  stage.checker.compare("a call", true, "this", "this");
  stage.checker.compare("another call", false, "this", "that");
}
void compares_nothing(Stage&) {}
void answers_another_success(Stage& stage) { stage.checker.succeeded("put_InUse(VARIANT_TRUE)", S_FALSE); }
void is_blocked(Stage& stage) {
  IDiscFormat2Data* writer = nullptr;
  stage.checker.require("create_writer", stage.subject.create_writer(&writer));
}
void asks_for_a_medium_that_is_not_there(Stage& stage) { stage.rig.insert_medium_of("none/three"); }
void does_not_apply(Stage& stage) { stage.checker.not_applicable("there is nothing to see"); }
// Raised with the default action: in a sanitizer's hands a fault of memory would be its report and an exit status.
void faults(Stage& stage) {
  passes(stage);
  signal(SIGSEGV, SIG_DFL);
  raise(SIGSEGV);
}
void aborts(Stage& stage) {
  passes(stage);
  signal(SIGABRT, SIG_DFL);
  std::abort();
}
void leaves_in_order(Stage& stage) {
  passes(stage);
  ::_exit(0);
}
void throws_an_error(Stage& stage) {
  passes(stage);
  throw std::runtime_error("out of \x1b[31mcheese");
}
void throws_a_number(Stage& stage) {
  passes(stage);
  throw 42;
}
void terminates(Stage& stage) {
  passes(stage);
  signal(SIGABRT, SIG_DFL);
  std::terminate();
}
void hangs(Stage& stage) {
  passes(stage);
  for (;;) pause();
}
void leaves_a_process_behind(Stage& stage) {
  // It holds the writing end of the pipe, so that the pipe alone never tells that the case is over.
  if (fork() == 0) {
    for (;;) pause();
  }
  faults(stage);
}
void is_noisy(Stage& stage) {
  std::puts("msconform-result v1 verdict=conformant");
  std::fflush(stdout);
  passes(stage);
}

void closes_every_file(Stage& stage) {
  passes(stage);
  close_range(3, ~0u, 0);
}
volatile bool deeper = true;
void overflows_the_stack(Stage& stage) {
  passes(stage);
  signal(SIGSEGV, SIG_DFL);
  volatile char page[4096];
  page[0] = static_cast<char>(stage.checker.checks());
  if (deeper) overflows_the_stack(stage);
  page[1] = page[0];
}
/// A sanitizer has no bound, and takes a second to lay out as much: there it is a thousandth.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t much = std::size_t{2} << 20;
#elif defined(__has_feature)
constexpr std::size_t much = std::size_t{2} << (__has_feature(address_sanitizer) ? 20 : 30);
#else
constexpr std::size_t much = std::size_t{2} << 30;
#endif
void takes_two_gigabytes(Stage& stage) {
  passes(stage);
  std::vector<char> memory(much, 'x');
  stage.checker.compare("the last byte", memory.back() == 'x', "x", "another");
}
void starts_a_thread(Stage& stage) {
  passes(stage);
  std::thread([] {
    for (;;) pause();
  }).detach();
}
void swallow(int) {}
void handles_every_signal(Stage& stage) {
  passes(stage);
  for (int number = 1; number < NSIG; ++number) signal(number, swallow);
}
void handles_every_signal_and_hangs(Stage& stage) {
  handles_every_signal(stage);
  for (;;) pause();
}
void writes_into_every_pipe(Stage& stage) {
  passes(stage);
  for (int file = 3; file < 64; ++file) {
    if (write(file, "p1 1 and more\n", 14) < 0) continue;
  }
}
bool poisoned = false;
void dies_after_any_other(Stage& stage) {
  if (cases_begun > 1) faults(stage);
  passes(stage);
}
void copies_its_process(Stage& stage) {
  passes(stage);
  for (int copies = 0; copies < 2 && fork() != 0; ++copies) {
  }
}
void poisons(Stage& stage) {
  passes(stage);
  poisoned = true;
}
void fails_of_poison(Stage& stage) { stage.checker.compare("a call", !poisoned, "this", "that"); }
void dies_of_poison(Stage& stage) {
  if (poisoned) faults(stage);
  passes(stage);
}
int sips = 0;
void sips_at_poison(Stage& stage) {
  passes(stage);
  ++sips;
}
void dies_of_two_sips(Stage& stage) {
  if (sips >= 2) faults(stage);
  passes(stage);
}
void draws_a_lot(Stage& stage) {
  const std::string lot = std::to_string(drawn_seed);
  stage.checker.compare("the lot", false, "none", lot);
}
void passes_every_other_time(Stage& stage) {
  static int times = 0;
  stage.checker.compare("a call", ++times % 2 == 0, "this", "that");
}

constexpr Clause must(std::string_view id) {
  return {.id = id, .page = "a-page", .level = Level::must, .statement = "A statement."};
}
constexpr Clause info(std::string_view id) {
  return {.id = id, .page = "a-page", .level = Level::info, .statement = "A statement."};
}

std::string only_in_one(const expectation::Expectations& expectations) {
  return expectations.contains("one") ? "" : "only the first scenario will do";
}

constexpr std::array entries{
    Entry{must("fake.a-passes"), nullptr, passes},
    Entry{must("fake.abort"), nullptr, aborts},
    Entry{must("fake.another-success"), nullptr, answers_another_success},
    Entry{must("fake.blocked"), nullptr, is_blocked},
    Entry{must("fake.blocked-by-rig"), nullptr, asks_for_a_medium_that_is_not_there},
    Entry{must("fake.closes"), nullptr, closes_every_file},
    Entry{must("fake.exit"), nullptr, leaves_in_order},
    Entry{must("fake.fails"), nullptr, fails},
    Entry{must("fake.fault"), nullptr, faults},
    Entry{must("fake.fork"), nullptr, copies_its_process},
    Entry{must("fake.handlers"), nullptr, handles_every_signal},
    Entry{must("fake.handlers-hang"), nullptr, handles_every_signal_and_hangs},
    Entry{must("fake.hang"), nullptr, hangs},
    Entry{must("fake.hang.again"), nullptr, hangs},
    Entry{must("fake.hang.passes"), nullptr, passes},
    Entry{Clause{.id = "fake.ineligible",
                 .page = "a-page",
                 .level = Level::must,
                 .statement = "A statement.",
                 .ineligible = "there is no image"},
          nullptr, nullptr},
    Entry{must("fake.gigabytes"), nullptr, takes_two_gigabytes},
    Entry{info("fake.info"), nullptr, fails},
    Entry{info("fake.info-fault"), nullptr, faults},
    Entry{must("fake.late-death"), only_in_one, dies_after_any_other},
    Entry{must("fake.lot"), nullptr, draws_a_lot},
    Entry{must("fake.noise"), nullptr, is_noisy},
    Entry{must("fake.not-applicable"), nullptr, does_not_apply},
    Entry{must("fake.nothing-compared"), nullptr, compares_nothing},
    Entry{must("fake.offspring"), nullptr, leaves_a_process_behind},
    Entry{must("fake.only-in-one"), only_in_one, passes},
    Entry{must("fake.other-times"), nullptr, passes_every_other_time},
    Entry{must("fake.pipe"), nullptr, writes_into_every_pipe},
    Entry{must("fake.poison.a"), only_in_one, poisons},
    Entry{must("fake.poison.death"), only_in_one, dies_of_poison},
    Entry{must("fake.poison.failure"), only_in_one, fails_of_poison},
    Entry{must("fake.sips.a"), nullptr, sips_at_poison},
    Entry{must("fake.sips.death"), only_in_one, dies_of_two_sips},
    Entry{must("fake.stack"), nullptr, overflows_the_stack},
    Entry{must("fake.terminate"), nullptr, terminates},
    Entry{must("fake.thread"), nullptr, starts_a_thread},
    Entry{must("fake.throw"), nullptr, throws_an_error},
    Entry{must("fake.throw-number"), nullptr, throws_a_number},
    Entry{must("fake.z-passes"), nullptr, passes},
};

class WriterlessSubject final : public subject::Subject {
 public:
  void begin_case(std::uint64_t seed) override {
    drawn_seed = seed;
    ++cases_begun;
  }
  HRESULT create_object(REFCLSID, REFIID, void** object) override {
    *object = nullptr;
    return E_NOTIMPL;
  }
};

}  // namespace

std::span<const Entry> fake_catalogue() { return entries; }

std::vector<profile::Scenario> fake_scenarios() {
  profile::Scenario one;
  one.id = "none/one";
  one.expect["one"] = {};
  profile::Scenario two;
  two.id = "none/two";
  return {one, two};
}

std::unique_ptr<subject::Subject> fake_subject() { return std::make_unique<WriterlessSubject>(); }

Options fake_options() {
  Options options;
  options.subject = fake_subject;
  options.scenarios = [](std::string_view id) -> profile::Scenario {
    throw std::runtime_error("no scenario " + std::string(id));
  };
  options.case_limit = std::chrono::milliseconds(500);
  return options;
}

result::RunResult run_fakes(const std::vector<std::string>& globs, const Options& options) {
  const std::vector<profile::Scenario> scenarios = fake_scenarios();
  return run(make_plan(fake_catalogue(), globs, scenarios), options);
}

const result::CaseResult& result_of(const result::RunResult& run, const std::string& id) {
  const auto found = std::find_if(run.cases.begin(), run.cases.end(), [&](const auto& one) { return one.id() == id; });
  if (found == run.cases.end()) throw std::out_of_range(id);
  return *found;
}

}  // namespace discbench::runner
