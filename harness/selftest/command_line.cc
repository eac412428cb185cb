#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>

#include "bundle/reader.h"
#include "selftest/attempts.h"
#include "selftest/meta_catalogue.h"
#include "selftest/process.h"
#include "selftest/program_result.h"

namespace discbench::selftest {

void filter_without_a_match(const Setting& setting, Findings& findings) {
  expect_result(findings, "a clause that there is not",
                run_program(program_run(setting, {"no-such.*", "--scenario", quick_scenario})), 4, "no-evidence");
  expect_result(findings, "a scenario that there is not",
                run_program(program_run(setting, {quick_clause, "--scenario", "no-such/*"})), 4, "no-evidence");
  // One that matches does not excuse one that does not: somebody meant both.
  expect_result(findings, "one filter of two that matches",
                run_program(program_run(setting, {quick_clause, "no-such.*", "--scenario", quick_scenario})), 4,
                "no-evidence");
}

void unknown_option(const Setting& setting, Findings& findings) {
  const Ended option = run_program(program_run(setting, {quick_clause, "--scenario", quick_scenario, "--no-such"}));
  expect_no_result(findings, "an unknown option", option, 2);
  findings.says("the message", option.err, "--no-such");
  expect_no_result(findings, "an unknown verb", run_program(program(setting, {"no-such"})), 2);
  expect_no_result(findings, "an option without its value",
                   run_program(program_run(setting, {quick_clause, "--scenario"})), 2);
}

namespace {

/// Why nothing ran; nothing where something did.
std::optional<std::string> refusal_of(const Setting& setting, const runner::SubjectSource& subject) {
  runner::Options options = meta_options();
  options.subject = subject;
  try {
    run_meta(setting, {"meta.a-passes"}, options);
    return std::nullopt;
  } catch (const runner::SubjectUnusable& unusable) {
    return unusable.what();
  }
}

}  // namespace

void unusable_subject(const Setting& setting, Findings& findings) {
  const std::optional<std::string> throws =
      refusal_of(setting, []() -> std::unique_ptr<subject::Subject> { throw std::runtime_error("no subject today"); });
  findings.says("a subject that does not load", throws.value_or("it ran"), "no subject today");
  const std::optional<std::string> leaves =
      refusal_of(setting, []() -> std::unique_ptr<subject::Subject> { leave_at_once(); });
  findings.says("a subject that calls exit(0) while it loads", leaves.value_or("it ran"), "exit status 0");
  const std::string library = setting.folder / "no-library.so";
  std::ofstream(library) << "This is no library.\n";
  const Ended ended = run_program(
      program_run(setting, {quick_clause, "--scenario", quick_scenario, "--subject", "library:" + library}));
  expect_no_result(findings, "a file that is no library", ended, 3);
  findings.says("the message", ended.err, library);
}

void empty_shard(const Setting& setting, Findings& findings) {
  constexpr unsigned parts = 16;
  const std::string id = std::string(quick_clause) + "@" + quick_scenario;
  const auto run_part = [&](unsigned index) {
    return run_program(program(setting, {"run", quick_clause, "--scenario", quick_scenario, "--shard",
                                         std::to_string(index) + "/" + std::to_string(parts)}));
  };
  unsigned own = 1;
  while (own < parts && !bundle::in_shard({own, parts}, id)) ++own;
  expect_result(findings, "the part that holds the case", run_part(own), 0, "conformant");
  expect_result(findings, "a part without a case", run_part(own == parts ? 1 : own + 1), 4, "no-evidence");
}

}  // namespace discbench::selftest
