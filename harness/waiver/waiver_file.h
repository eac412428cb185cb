// --waivers FILE: failures that somebody knows of and has accepted, each with its owner and its end. Read strictly.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "result/case_result.h"
#include "waiver/date.h"

namespace discbench::waiver {

/// One entry of the file.
struct Entry {
  result::Waiver waiver;               ///< as the reports show it
  std::vector<std::string> clauses;    ///< globs, at least one: `*` crosses '.' and '/'
  std::vector<std::string> scenarios;  ///< the same
  /// What a case has to have ended with: failed, crashed, timed_out, blocked (by the subject). Nothing else is waived.
  result::Verdict verdict = result::Verdict::failed;
  std::string expected;  ///< glob on each failure's `expected`; empty for crashed and timed_out, which expect nothing
  std::string observed;  ///< glob on each failure's `observed`; of crashed and timed_out: on the reason
  Date expires{};        ///< the last day that it holds
  std::string place;     ///< "acme.yaml:12", for messages
};

/// The entries in the file's order, at least one. Throws profile::ProfileError, a line "file:line:column: key 'x': what
/// is wrong, what was expected" for each problem.
std::vector<Entry> read_waivers(const std::filesystem::path& file);

}  // namespace discbench::waiver
