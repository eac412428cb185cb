#pragma once

#include <filesystem>
#include <string>

namespace discbench {

struct Outcome {
  int exit_code = -1;
  std::string output;  // both streams, as they came
};

/// A copy of the scripts in a folder of its own, with a PATH that leads to stand-ins alone: nothing is installed, built
/// or fetched. Each stand-in writes its name and arguments to a log before it does what the test says.
class StagedTree {
 public:
  StagedTree();
  ~StagedTree();
  StagedTree(const StagedTree&) = delete;
  StagedTree& operator=(const StagedTree&) = delete;

  /// A program of that name on the PATH; `script` is what it does, in the words of the shell, `$top` being the tree.
  void stand_in(const std::string& name, const std::string& script);
  void remove(const std::string& name);
  void write(const std::string& path, const std::string& text);

  /// Runs e.g. "harness/quickstart --help" from another folder than the top.
  Outcome run(const std::string& command);

  /// What the stand-ins were called with since the last run began, one call a line.
  std::string calls() const;

  /// The copy's own folder.
  const std::filesystem::path& top() const { return top_; }

 private:
  std::filesystem::path folder_;
  std::filesystem::path top_;
};

}  // namespace discbench
