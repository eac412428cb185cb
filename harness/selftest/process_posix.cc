#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "selftest/process.h"

namespace discbench::selftest {
namespace {

using std::chrono::milliseconds;

constexpr int cannot_execute = 127;
constexpr milliseconds moment{2};
constexpr milliseconds patience{20000};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void become(int descriptor, const char* path, int flags) {
  const int file = open(path, flags | O_CLOEXEC, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(cannot_execute);
}

/// The reading end is gone before the program begins.
void become_a_closed_pipe(int descriptor) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0 || dup2(ends[1], descriptor) < 0) _exit(cannot_execute);
  close(ends[0]);
}

struct Paths {
  std::string out;
  std::string err;
};

/// In the child, up to the program's first instruction.
[[noreturn]] void become_the_program(const Start& start, const Paths& paths, char* const* words, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(cannot_execute);  // it died before the line above
  constexpr int for_writing = O_WRONLY | O_CREAT | O_TRUNC;
  become(STDIN_FILENO, "/dev/null", O_RDONLY);
  if (start.output == Output::kept) become(STDOUT_FILENO, paths.out.c_str(), for_writing);
  if (start.output == Output::closed_pipe) become_a_closed_pipe(STDOUT_FILENO);
  if (start.output == Output::full_device) become(STDOUT_FILENO, "/dev/full", O_WRONLY);
  become(STDERR_FILENO, paths.err.c_str(), for_writing);
  // As a shell hands them down, whatever was ignored here.
  for (const int number : {SIGPIPE, SIGXFSZ}) signal(number, SIG_DFL);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  if (start.most_file_bytes > 0) {
    const rlimit small{start.most_file_bytes, start.most_file_bytes};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  execv(words[0], words);
  _exit(cannot_execute);
}

std::string ending_of(int status) {
  if (WIFEXITED(status)) return "exit " + std::to_string(WEXITSTATUS(status));
  const char* name = sigabbrev_np(WTERMSIG(status));
  return name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(WTERMSIG(status));
}

}  // namespace

Process::Process(Start start) : start_(std::move(start)) {
  std::vector<std::string> words{start_.program.string()};
  words.insert(words.end(), start_.words.begin(), start_.words.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const Paths paths{(start_.folder / "stdout").string(), (start_.folder / "stderr").string()};
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (process_ == 0) become_the_program(start_, paths, pointers.data(), parent);
}

Process::~Process() { kill(); }

bool Process::ends_within(milliseconds limit) {
  for (;;) {
    if (reaped_) return true;
    const pid_t ended = waitpid(process_, &status_, WNOHANG);
    if (ended < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
    reaped_ = ended == process_;
    if (reaped_ || limit.count() <= 0) return reaped_;
    wait_a_moment();
    limit -= moment;
  }
}

void Process::kill() {
  if (reaped_) return;
  ::kill(process_, SIGKILL);
  while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
}

Ended Process::ended() {
  kill();
  return {.exit_code = WIFEXITED(status_) ? WEXITSTATUS(status_) : -1,
          .how = ending_of(status_),
          .out = start_.output == Output::kept ? text_of(start_.folder / "stdout") : "",
          .err = text_of(start_.folder / "stderr")};
}

Ended run_program(Start start) {
  Process process(std::move(start));
  const bool in_time = process.ends_within(patience);
  Ended ended = process.ended();
  if (!in_time) ended.how = "no end within " + std::to_string(patience.count()) + " ms";
  return ended;
}

ScratchFolder::ScratchFolder() {
  std::error_code error;
  const std::filesystem::path temporary = std::filesystem::temp_directory_path(error);
  if (error) throw std::runtime_error("there is no temporary folder (TMPDIR): " + error.message());
  std::string pattern = (temporary / "msconform-selftest-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no folder can be made in " + temporary.string() + ": " + std::strerror(errno));
  }
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void wait_a_moment() { poll(nullptr, 0, static_cast<int>(moment.count())); }

void leave_at_once() { _exit(0); }

}  // namespace discbench::selftest
