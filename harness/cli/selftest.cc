// The harness tried on the ways in which harnesses lie.
#include <algorithm>
#include <iomanip>
#include <iostream>

#include "cli/command_line.h"
#include "cli/selection.h"
#include "cli/terminal.h"
#include "result/glob.h"
#include "result/printable.h"
#include "selftest/process.h"
#include "selftest/trial.h"

namespace discbench::cli {

const std::string_view selftest_help = R"(usage: msconform selftest [TRIAL-GLOB...]

Tries to make this harness lie, and shows that it does not: no verdict without evidence.
It takes a few seconds, needs no subject of yours, and leaves nothing behind.

  V1 to V15    fifteen ways in which a harness shows green with nothing behind it: a skip
               that counts as a pass, a filter that matches nothing, a subject that calls
               exit(0), a waiver that nobody needs any more, an empty shard ...; each is
               tried with clauses made for it, by the runner and the program that run yours
  verdicts, console, json, junit
               every way for a case to end, and every report against a golden one
  kill-9, full-disk, cut-report, closed-pipe, read-only
               the program killed, out of disk, without a reader, without a place to write

  TRIAL-GLOB         only these trials; none selects every one
  -h [ --help ]      this text

A trial that does not hold is followed by what was compared, what was expected and what was
observed:

  ok      V4   a subject that cannot be set up is exit 3, and nothing is green
  FAILED  V5   exit(0) in a case is a crash, and the others run
    compared  meta.exit@none/empty
    expected  crashed
    observed  passed

The last line on stdout is for programs: msconform-selftest v1 trials=N failed=N exit=N

Exit codes:
  0  every trial held
  1  one did not: do not trust the verdicts of this build on this machine
  2  the command line is not understood
  3  no temporary folder can be made (TMPDIR names where)
  4  no trial has such a name
  7  interrupted

examples:
  msconform selftest
  msconform selftest V5 full-disk
)";

namespace {

namespace options = boost::program_options;

/// The file that this program was started from, for the trials that start it: the very same one, even if another has
/// its name by now.
constexpr char this_program[] = "/proc/self/exe";

std::vector<selftest::Trial> chosen_trials(const std::vector<std::string>& globs) {
  std::vector<std::string> names;
  for (const selftest::Trial& trial : selftest::trials()) names.emplace_back(trial.name);
  require_matches(globs, names, "trial");
  std::vector<selftest::Trial> chosen;
  for (const selftest::Trial& trial : selftest::trials()) {
    if (result::matches_any(globs, trial.name)) chosen.push_back(trial);
  }
  return chosen;
}

void print(const selftest::Trial& trial, const selftest::Findings& findings, std::size_t width) {
  std::cout << (findings.all().empty() ? "ok      " : "FAILED  ") << std::left << std::setw(static_cast<int>(width))
            << trial.name << "  " << trial.promise << '\n';
  for (const selftest::Finding& finding : findings.all()) {
    std::cout << "  compared  " << result::printable(finding.what) << "\n  expected  "
              << result::printable(finding.expected) << "\n  observed  " << result::printable(finding.observed) << '\n';
  }
  std::cout.flush();
}

std::unique_ptr<selftest::ScratchFolder> new_scratch_folder() {
  try {
    return std::make_unique<selftest::ScratchFolder>();
  } catch (const std::runtime_error& error) {
    throw ConfigurationError(error.what());
  }
}

}  // namespace

int selftest(const std::vector<std::string>& arguments) {
  options::options_description description;
  description.add_options()("help,h", "");
  const options::variables_map values = parse_arguments(arguments, description, "trial");
  if (values.count("help") > 0) {
    std::cout << selftest_help;
    return 0;
  }
  const std::vector<selftest::Trial> chosen = chosen_trials(values_of(values, "trial"));
  std::size_t width = 0;
  for (const selftest::Trial& trial : chosen) width = std::max(width, trial.name.size());
  const volatile std::sig_atomic_t* interrupted = catch_interruptions();
  const std::unique_ptr<selftest::ScratchFolder> folder = new_scratch_folder();
  std::size_t failed = 0;
  for (const selftest::Trial& trial : chosen) {
    const selftest::Findings findings = attempt(trial, {.program = this_program, .folder = folder->path()});
    if (*interrupted != 0) throw Interrupted();
    print(trial, findings, width);
    if (!findings.all().empty()) ++failed;
  }
  std::cout << "msconform-selftest v1 trials=" << chosen.size() << " failed=" << failed
            << " exit=" << (failed == 0 ? 0 : 1) << '\n';
  return failed == 0 ? 0 : 1;
}

}  // namespace discbench::cli
