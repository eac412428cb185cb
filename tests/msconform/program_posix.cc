#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "msconform/program.h"

namespace discbench {
namespace {

void to_file(const std::string& path, int descriptor) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(file, descriptor);
  close(file);
}

}  // namespace

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

namespace {

/// The variables by which a run learns that it is a part of a split one.
void forget_the_shard() {
  for (const char* prefix : {"GTEST_", "TEST_"}) {
    for (const char* name : {"TOTAL_SHARDS", "SHARD_INDEX", "SHARD_STATUS_FILE"}) {
      unsetenv((std::string(prefix) + name).c_str());
    }
  }
  for (const char* name : {"ID", "MIN", "MAX", "STEP", "COUNT"}) {
    unsetenv((std::string("SLURM_ARRAY_TASK_") + name).c_str());
  }
  unsetenv("JOB_COMPLETION_INDEX");
}

Ended run_in(const std::string& folder, std::vector<std::string> words, const std::function<void(int)>& meanwhile) {
  const TemporaryFolder outputs;
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const std::string out = outputs.file("out");
  const std::string err = outputs.file("err");
  const pid_t process = fork();
  if (process == 0) {
    to_file(out, STDOUT_FILENO);
    to_file(err, STDERR_FILENO);
    forget_the_shard();
    // A build folder may lie anywhere.
    setenv("DISCBENCH_PROFILES", DISCBENCH_SOURCE_DIR "/profiles", 1);
    setenv("msconform", DISCBENCH_MSCONFORM, 1);
    if (chdir(folder.c_str()) == 0) execv(pointers.front(), pointers.data());
    _exit(127);
  }
  if (meanwhile) meanwhile(process);
  int status = 0;
  waitpid(process, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
}

}  // namespace

Ended msconform(const std::vector<std::string>& arguments, const std::function<void(int process)>& meanwhile) {
  std::vector<std::string> words{DISCBENCH_MSCONFORM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_in(".", std::move(words), meanwhile);
}

Ended shell(const std::string& script, const std::string& folder) {
  return run_in(folder, {"/bin/sh", "-c", script}, {});
}

}  // namespace discbench
