#include "selftest/rig.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace discbench::selftest {

std::string built_program() {
  // A build folder may lie anywhere.
  setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
  return DISCBENCH_MSCONFORM;
}

std::string script(const ScratchFolder& folder, const std::string& commands) {
  const std::filesystem::path path = folder.path() / "program";
  std::ofstream(path) << "#!/bin/sh\n" << commands << '\n';
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

const Trial& trial_named(std::string_view name) {
  const auto found = std::ranges::find(trials(), name, &Trial::name);
  if (found == trials().end()) throw std::out_of_range(std::string(name));
  return *found;
}

std::string text_of(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.all()) {
    text += finding.what + ": expected " + finding.expected + ", observed " + finding.observed + "\n";
  }
  return text;
}

}  // namespace discbench::selftest
