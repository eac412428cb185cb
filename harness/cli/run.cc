#include <iostream>

#include "cli/command_line.h"
#include "cli/session.h"

namespace discbench::cli {

const std::string_view run_help = R"(usage: msconform run [CLAUSE-GLOB...] [options]

Checks a subject against the contract, clause by clause, on a simulated recorder with
every medium and state ('msconform list --scenarios'), and gives a verdict. '*' in a glob
also stands for '.' and '/'; several globs are a union; none selects everything.

  --scenario GLOB           only these scenarios; may be repeated. A path that ends in
                            .yaml is read as a scenario of your own
  --subject builtin         the implementation that comes with this program (default)
  --subject library:PATH    a shared library that exports DllGetClassObject
  --subject mutant:NAME     one of the lawful or wrong ones that the harness itself is tried on
                            ('msconform mutants --list')
  --generation win7         what the subject is held to: the contract since Windows 7 (default),
  --generation xp-vista     or that of Windows XP and Vista, which knows fewer interfaces
  --report FORMAT=FILE      also write a report; may be repeated. FORMAT: json, junit,
                            console
  --out DIR                 keep the run in a new folder, case by case as they end; 'report',
                            'rerun', 'diff' and 'merge' read it
  --capabilities FILE       what the subject claims to offer; each claim is tested, whatever
                            else is selected ('msconform doctor --draft FILE' writes one)
  --waivers FILE            failures that somebody has accepted: they count as waived, and stay
                            visible. docs/waivers-and-capabilities.md explains both files
  --today YYYY-MM-DD        the day on which the waivers have to hold (default: today, UTC)
  --profiles DIR            add your own tree of profiles
  --jobs N                  processes at a time (default: processors, at most 4)
  --isolate batch           a process runs case after case until it dies (default)
  --isolate case            every case has a process of its own
  --timeout-case S          seconds after which a case is ended (default: 30)
  --timeout-run S           seconds after which the rest is left out (default: no limit)
  --repeat N                every case N times (default: 1)
  --seed N                  for subjects that draw lots (default: 0)
  --shard I/N               part I of N only. GTEST_TOTAL_SHARDS and GTEST_SHARD_INDEX, Bazel's
                            TEST_ variables and Slurm's job arrays say so by themselves; 1/1 is
                            the whole run in spite of them
  --shard auto/N            the part that JOB_COMPLETION_INDEX (Kubernetes) or one of those names
  -h [ --help ]             this text

The last line on stdout is for programs: msconform-result v1 verdict=... exit=N

Exit codes:
  0  conformant: something passed, and nothing failed, crashed, timed out or was blocked
  1  not conformant, or blocked by the subject, or its process leaked memory or died
  2  the command line is not understood
  3  a file, the subject's library or the rig is at fault: no verdict
  4  nothing ran, or nothing passed
  7  interrupted, or out of time: what was done is reported
  70 internal error

examples:
  msconform run
  msconform run --subject library:./libacme.so --report junit=acme.xml
  msconform run --subject library:./libold.so --generation xp-vista
  msconform run --subject library:./libacme.so --waivers acme-waivers.yaml
  msconform run 'multisession.in-use.*' --scenario 'cd-r/*' --scenario 'bd-r/*'
  msconform run sequential.next-writable-address.value --scenario ./mine.yaml
  msconform run --subject library:./libacme.so --out acme-run
)";

int run(const std::vector<std::string>& arguments) {
  const boost::program_options::variables_map values = parse_arguments(arguments, run_options(), "clause");
  if (values.count("help") > 0) {
    std::cout << run_help;
    return 0;
  }
  return carry_out(request_of(values));
}

}  // namespace discbench::cli
