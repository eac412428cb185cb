#include "set_up/staged_tree.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace discbench {
namespace {

namespace fs = std::filesystem;

constexpr std::array scripts = {"harness/quickstart", "tests/all", "cmake/set-up.sh", "cmake/packages.txt"};

/// The system's own tools that the scripts may rely on: all from packages that Debian marks essential.
constexpr std::array tools = {"bash", "sh",    "cat",   "dirname", "env",  "find", "grep",
                              "head", "mkdir", "nproc", "rm",      "tail", "tee",  "xargs"};

fs::path found_on_path(const std::string& name) {
  for (const fs::path folder : {"/usr/bin", "/bin"}) {
    if (fs::exists(folder / name)) {
      return folder / name;
    }
  }
  throw std::runtime_error("this test needs the program '" + name + "', which every Debian has");
}

}  // namespace

StagedTree::StagedTree() {
  std::string pattern = (fs::temp_directory_path() / "discbench-set-up-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder can be made: " + pattern);
  }
  folder_ = pattern;
  top_ = folder_ / "a tree";
  for (const fs::path script : scripts) {
    fs::create_directories((top_ / script).parent_path());
    fs::copy_file(fs::path(DISCBENCH_SOURCE_DIR) / script, top_ / script);
  }
  fs::create_directories(folder_ / "bin");
  for (const std::string tool : tools) {
    fs::create_symlink(found_on_path(tool), folder_ / "bin" / tool);
  }
}

StagedTree::~StagedTree() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void StagedTree::stand_in(const std::string& name, const std::string& script) {
  remove(name);
  const auto program = folder_ / "bin" / name;
  std::ofstream(program) << "#!/bin/bash\ntop='" << top_.string() << "'\nprintf '%s\\n' \"" << name << " $*\" >>'"
                         << (folder_ / "calls").string() << "'\n"
                         << script << "\n";
  fs::permissions(program, fs::perms::owner_all);
}

void StagedTree::remove(const std::string& name) { fs::remove(folder_ / "bin" / name); }

void StagedTree::write(const std::string& path, const std::string& text) {
  fs::create_directories((top_ / path).parent_path());
  std::ofstream(top_ / path) << text;
}

Outcome StagedTree::run(const std::string& command) {
  fs::remove(folder_ / "calls");
  const auto line = "cd '" + folder_.string() + "' && PATH='" + (folder_ / "bin").string() + "' '" + top_.string() +
                    "'/" + command + " 2>&1 </dev/null";
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) {
    throw std::runtime_error("cannot run: " + line);
  }
  Outcome outcome;
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    outcome.output.append(buffer.data(), count);
  }
  const int status = pclose(pipe);
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

std::string StagedTree::calls() const {
  std::ifstream file(folder_ / "calls");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace discbench
