// What is wrong with a profile file, where, and what would be right: one line for each.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::profile {

/// A place in a file, both counted from 1. {1, 1} where the whole file is meant.
struct Place {
  int line = 1;
  int column = 1;
};

/// A profile cannot be used. what() is exactly one line: "file:line:column: key 'x': what is wrong, what was expected".
/// The key is left out where none is meant (a file that cannot be read), the place where the error is not a file's (an
/// id on a command line that does not exist).
class ProfileError : public std::runtime_error {
 public:
  /// An error that is not a profile file's: the line names no place.
  explicit ProfileError(const std::string& line) : std::runtime_error(line), lines_{line} {}
  /// Of a file, each line with its place. `lines` must not be empty; what() is the first.
  explicit ProfileError(std::vector<std::string> lines)
      : std::runtime_error(lines.front()), lines_(std::move(lines)), has_place_(true) {}

  /// All that was found, in the order of the file; at most max_problems.
  const std::vector<std::string>& lines() const { return lines_; }
  /// The lines begin with "file:line:column:".
  bool has_place() const { return has_place_; }

 private:
  std::vector<std::string> lines_;
  bool has_place_ = false;
};

/// Text from a file, fit to stand in a message: one line, at most 60 characters, nothing that a terminal would act
/// upon.
std::string quotable(std::string_view text);

/// Gathers the problems of one file.
class Problems {
 public:
  static constexpr std::size_t max_problems = 50;  ///< more are not kept: a file that bad is not a profile

  explicit Problems(std::string file) : file_(std::move(file)) {}

  /// `key` may be empty.
  void add(Place place, std::string_view key, std::string_view what);
  bool empty() const { return found_.empty(); }
  bool full() const { return found_.size() == max_problems; }
  /// In the order of the file.
  std::vector<std::string> lines() const;
  /// Throws ProfileError where there is anything to tell.
  void throw_if_any() const;

 private:
  struct Found {
    Place place;
    std::string line;
  };
  std::string file_;
  std::vector<Found> found_;
};

}  // namespace discbench::profile
