// The program as a shell would start it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "profile/scratch.h"

namespace discbench {

struct Ended {
  int exit_code = -1;  ///< -1: by a signal
  std::string out;
  std::string err;
};

/// Runs msconform with these arguments and waits for it. `meanwhile` is called with its process number.
Ended msconform(const std::vector<std::string>& arguments, const std::function<void(int process)>& meanwhile = {});

/// Runs a shell's command line in a folder, and waits for it; "$msconform" in it is the program. Whatever this process
/// itself is a part of, neither way hands down that it is.
Ended shell(const std::string& script, const std::string& folder = ".");

/// A folder of its own; its files by their names.
class TemporaryFolder : public Scratch {
 public:
  std::string file(const std::string& name) const { return (path() / name).string(); }
};

std::string text_of(const std::string& path);
std::string last_line(const std::string& text);
/// The value of a key in the result line; empty where there is none.
std::string value_in(const std::string& result_line, const std::string& key);

}  // namespace discbench
