// Processes, as the runner needs them. What differs between systems lies in child_process_posix.cc.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace discbench::runner {

/// A process that runs one function in a copy of this one, in a process group of its own, without core dumps, with its
/// standard output on standard error and nothing on its standard input, and with 1 GiB of memory at most. It dies with
/// its parent.
class ChildProcess {
 public:
  /// `body` gets the writing end of a pipe, and must not return. Throws std::system_error.
  explicit ChildProcess(const std::function<void(int pipe)>& body);
  /// Kills what is left of the group.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  int pipe() const { return pipe_; }
  /// Nothing can come through it any more: the end of the process is near, or it closed what was not its own.
  bool pipe_closed() const { return pipe_closed_; }

  /// What has come through the pipe since the last call: whole lines, in order.
  std::vector<std::string> read_lines();

  /// Once the process has ended: how, e.g. "SIGSEGV", "exit status 0". Never blocks.
  std::optional<std::string> ended();

  /// SIGKILL to the whole group, and waits for the end.
  void kill();

 private:
  void reap();

  int process_ = 0;
  int pipe_ = -1;
  bool pipe_closed_ = false;
  bool reaped_ = false;
  std::string unfinished_line_;
  std::string ending_;
};

/// Waits until one of the pipes has something to say or is closed, at most for `limit`; only for a moment where one
/// has been closed already.
void wait_for_news(const std::vector<ChildProcess*>& processes, std::chrono::milliseconds limit);

/// In the child: one line through the pipe. Ends the process where nobody listens any more.
void send_line(int pipe, char letter, std::string_view text);

/// In the child: ends this process where it is not the one that the supervisor started, but a copy that the subject
/// made of it in the middle of a case. `self` is what own_process() answered at first.
void end_if_copied(int self);
int own_process();

/// In the child: asks the leak detector that this program was built with; false where there is none.
bool memory_leaked();

/// In the child: ends it, without destructors and exit handlers (they may be the subject's).
[[noreturn]] void end_process();

}  // namespace discbench::runner
