// The self-test: one trial for each way in which a harness could lie, each an attempt to make this one do it.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "report/report.h"
#include "runner/run.h"
#include "selftest/findings.h"

namespace discbench::selftest {

/// What is tried. Whoever tests the trials themselves puts in something that lies.
struct Setting {
  std::filesystem::path program;  ///< msconform
  std::filesystem::path folder;   ///< there, and the trial's own: whoever starts the trial removes it
  std::function<result::RunResult(const runner::Plan&, const runner::Options&)> run = runner::run;
  std::span<const report::Format> formats = report::formats();
};

struct Trial {
  std::string_view name;     ///< "V5", "full-disk"
  std::string_view promise;  ///< one line: what has to be so
  void (*attempt)(const Setting& setting, Findings& findings);
};

/// In the order in which they are tried and shown: V1 to V15, the reports, the processes. Every wait in them is
/// bounded, and no process of theirs outlives them.
std::span<const Trial> trials();

/// Tries it in a folder of its own below `setting.folder`. An attempt that throws did not come to its end, and one that
/// compared nothing shows nothing: both are findings.
Findings attempt(const Trial& trial, Setting setting);

}  // namespace discbench::selftest
