#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "runner/child_process.h"

// Present in programs that are built with AddressSanitizer (sanitizer/lsan_interface.h), null in others.
extern "C" int __lsan_do_recoverable_leak_check() __attribute__((weak));

namespace discbench::runner {
namespace {

constexpr int no_one_listens = 70;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_is_bounded = false;  // a sanitizer's own tables are larger than any bound
#elif defined(__has_feature)
constexpr bool memory_is_bounded = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool memory_is_bounded = true;
#endif

/// So that a subject that asks for more and more is refused, before the system ends other processes to serve it.
constexpr rlim_t most_memory = rlim_t{1} << 30;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// Reports, other children's pipes and whatever was handed down to this program: none of the subject's business.
void close_all_but(int pipe) {
  const auto kept = static_cast<unsigned>(pipe);
  constexpr unsigned first = STDERR_FILENO + 1;
  if (kept > first) close_range(first, kept - 1, 0);
  close_range(kept + 1, ~0u, 0);
}

/// What a new child does before anything of the subject is near.
void set_up_child(pid_t parent, int pipe) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(no_one_listens);  // it died before the line above
  setpgid(0, 0);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const rlimit memory{most_memory, most_memory};
  if (memory_is_bounded) setrlimit(RLIMIT_DATA, &memory);
  close_all_but(pipe);
  for (const int signal_number : {SIGINT, SIGTERM, SIGPIPE, SIGCHLD, SIGXFSZ}) signal(signal_number, SIG_DFL);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing >= 0) {
    dup2(nothing, STDIN_FILENO);
    close(nothing);
  }
}

std::string signal_text(int number) {
  const char* name = sigabbrev_np(number);
  return name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(number);
}

std::string ending_of(const siginfo_t& information) {
  if (information.si_code == CLD_EXITED) return "exit status " + std::to_string(information.si_status);
  return signal_text(information.si_status);
}

}  // namespace

ChildProcess::ChildProcess(const std::function<void(int pipe)>& body) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  // What is in the buffers now would be written by both processes.
  std::fflush(nullptr);
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ < 0) {
    const int why = errno;
    close(ends[0]);
    close(ends[1]);
    errno = why;
    fail("fork");
  }
  if (process_ == 0) {
    set_up_child(parent, ends[1]);
    body(ends[1]);
    _exit(no_one_listens);
  }
  close(ends[1]);
  pipe_ = ends[0];
  setpgid(process_, process_);  // here as well: whichever of the two comes first
  fcntl(pipe_, F_SETFL, O_NONBLOCK);
}

ChildProcess::~ChildProcess() {
  kill();
  close(pipe_);
}

std::vector<std::string> ChildProcess::read_lines() {
  std::vector<std::string> lines;
  std::array<char, 16384> buffer;
  for (;;) {
    const ssize_t count = read(pipe_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) pipe_closed_ = true;
    if (count <= 0) return lines;
    unfinished_line_.append(buffer.data(), static_cast<std::size_t>(count));
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = unfinished_line_.find('\n', begin)) != std::string::npos; begin = end + 1) {
      lines.push_back(unfinished_line_.substr(begin, end - begin));
    }
    unfinished_line_.erase(0, begin);
  }
}

std::optional<std::string> ChildProcess::ended() {
  if (reaped_) return ending_;
  siginfo_t information{};
  // Looked at and left there: as long as it has not been waited for, nobody else can get the number of its group.
  if (waitid(P_PID, static_cast<id_t>(process_), &information, WEXITED | WNOHANG | WNOWAIT) != 0) fail("waitid");
  if (information.si_pid == 0) return std::nullopt;
  ending_ = ending_of(information);
  reap();
  return ending_;
}

void ChildProcess::kill() {
  if (!reaped_) reap();
}

void ChildProcess::reap() {
  ::kill(-process_, SIGKILL);
  ::kill(process_, SIGKILL);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
}

void wait_for_news(const std::vector<ChildProcess*>& processes, std::chrono::milliseconds limit) {
  std::vector<pollfd> descriptors;
  for (const ChildProcess* process : processes) {
    if (process->pipe_closed()) limit = std::chrono::milliseconds(1);
    // poll() passes over negative descriptors.
    descriptors.push_back({process->pipe_closed() ? -1 : process->pipe(), POLLIN, 0});
  }
  poll(descriptors.data(), descriptors.size(), static_cast<int>(limit.count()));
}

void send_line(int pipe, char letter, std::string_view text) {
  std::string line;
  line.reserve(text.size() + 2);
  line += letter;
  line += text;
  line += '\n';
  for (std::size_t sent = 0; sent < line.size();) {
    const ssize_t count = write(pipe, line.data() + sent, line.size() - sent);
    if (count < 0 && errno != EINTR) _exit(no_one_listens);
    if (count > 0) sent += static_cast<std::size_t>(count);
  }
}

int own_process() { return getpid(); }

void end_if_copied(int self) {
  if (getpid() != self) _exit(0);
}

bool memory_leaked() { return &__lsan_do_recoverable_leak_check != nullptr && __lsan_do_recoverable_leak_check() != 0; }

void end_process() { _exit(0); }

}  // namespace discbench::runner
