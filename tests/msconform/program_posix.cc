#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "msconform/program.h"

namespace discbench {
namespace {

void to_file(const std::string& path, int descriptor) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(file, descriptor);
  close(file);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "discbench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder: " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string last_line(const std::string& text) {
  if (text.empty() || text.back() != '\n') return text;
  const std::string body = text.substr(0, text.size() - 1);
  return body.substr(body.rfind('\n') + 1);
}

std::string value_in(const std::string& result_line, const std::string& key) {
  const std::size_t at = result_line.find(" " + key + "=");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + key.size() + 2;
  return result_line.substr(begin, result_line.find(' ', begin) - begin);
}

Ended msconform(const std::vector<std::string>& arguments, const std::function<void(int process)>& meanwhile) {
  const TemporaryFolder folder;
  std::vector<std::string> words{DISCBENCH_MSCONFORM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const std::string out = folder.file("out");
  const std::string err = folder.file("err");
  const pid_t process = fork();
  if (process == 0) {
    to_file(out, STDOUT_FILENO);
    to_file(err, STDERR_FILENO);
    // A build folder may lie anywhere.
    setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
    execv(pointers.front(), pointers.data());
    _exit(127);
  }
  if (meanwhile) meanwhile(process);
  int status = 0;
  waitpid(process, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
}

}  // namespace discbench
