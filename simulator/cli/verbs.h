// The verbs of discsim. Each takes the words behind it on the command line and answers with the exit code.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::cli {

/// A command line that cannot be understood: exit code 2. what() is one line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

namespace exit_code {
inline constexpr int success = 0;
inline constexpr int failed = 1;  ///< what was asked for did not come about
inline constexpr int usage = 2;
inline constexpr int configuration = 3;  ///< a profile or another file is bad or missing
}  // namespace exit_code

using Words = std::vector<std::string>;

int list(const Words& words);
int show(const Words& words);
int cdb(const Words& words);
int validate(const Words& words);

}  // namespace discbench::cli
