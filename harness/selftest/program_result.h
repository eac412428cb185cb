// What a run of the program has to answer: its exit code, its last line, its messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "selftest/process.h"
#include "selftest/trial.h"

namespace discbench::selftest {

/// One quick case of the contract, and one that mutant:next-plus-one fails.
inline constexpr char quick_clause[] = "multisession.in-use.round-trip";
inline constexpr char quick_scenario[] = "cd-r/blank";
inline constexpr char wrong_clause[] = "sequential.next-writable-address.value";
inline constexpr char wrong_scenario[] = "cd-r/one-session";

/// "msconform WORDS...". The files of its output lie in the trial's folder.
Start program(const Setting& setting, std::vector<std::string> words);
/// "msconform run WORDS...", the whole of it: not the part that a build server's environment may name.
Start program_run(const Setting& setting, std::vector<std::string> words);

/// The value of a key in the result line, if the last line of `out` is one; else empty.
std::string value_in_result(std::string_view out, std::string_view key);

void expect_exit(Findings& findings, std::string_view what, const Ended& ended, int exit_code);
/// Exit code, and the same and the verdict in the result line.
void expect_result(Findings& findings, std::string_view what, const Ended& ended, int exit_code,
                   std::string_view verdict);
/// Exit code, and no result line: nobody may read a verdict there.
void expect_no_result(Findings& findings, std::string_view what, const Ended& ended, int exit_code);

}  // namespace discbench::selftest
