// What the trials of the self-test are themselves tried with.
#pragma once

#include <string>
#include <string_view>

#include "selftest/process.h"
#include "selftest/trial.h"

namespace discbench::selftest {

/// The program that was built, with the profiles of the source tree.
std::string built_program();

/// A script below the folder: a program that does that.
std::string script(const ScratchFolder& folder, const std::string& commands);

/// Throws std::out_of_range.
const Trial& trial_named(std::string_view name);

/// The findings, one a line, for messages.
std::string text_of(const Findings& findings);

}  // namespace discbench::selftest
