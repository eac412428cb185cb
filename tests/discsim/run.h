// Runs the program itself, as a user would.
#pragma once

#include <string>
#include <vector>

namespace discbench {

struct Ran {
  int exit = -1;  ///< -1: ended by a signal
  std::string out;
  std::string err;
};

/// discsim with our profiles. No shell is between.
Ran discsim(const std::vector<std::string>& arguments);

/// The lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

/// The files of our own profiles.
std::vector<std::string> our_profile_files();

}  // namespace discbench
