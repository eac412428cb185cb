#include "discsim/run.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <filesystem>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "profile/scratch.h"

namespace discbench {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// In the child: never returns.
[[noreturn]] void become(const std::vector<std::string>& words, const std::string& out, const std::string& err) {
  const int out_file = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err_file = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(out_file, STDOUT_FILENO);
  ::dup2(err_file, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

Ran discsim(const std::vector<std::string>& arguments) {
  const Scratch scratch;
  const std::string out = scratch.path() / "out";
  const std::string err = scratch.path() / "err";
  std::vector<std::string> words{DISCBENCH_BINARY_DIR "/bin/discsim"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  ::setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
  const ::pid_t child = ::fork();
  if (child == 0) become(words, out, err);
  int status = -1;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> our_profile_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(DISCBENCH_SOURCE_DIR "/profiles"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  return files;
}

}  // namespace discbench
