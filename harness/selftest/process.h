// The program under trial, started as a shell would, and the system around it made to fail. What differs between
// systems lies in process_posix.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace discbench::selftest {

/// Where the standard output of a program goes.
enum class Output : std::uint8_t {
  kept,         ///< into a file, which is read at the end
  closed_pipe,  ///< into a pipe that nobody reads any more
  full_device,  ///< onto a device without room
};

struct Start {
  std::filesystem::path program;
  std::vector<std::string> words;  ///< after the program's name
  std::filesystem::path folder;    ///< for the files of its output
  Output output = Output::kept;
  std::uint64_t most_file_bytes = 0;  ///< no file of it grows beyond: a full disk. 0: no limit
};

/// How a program ended, and what it said.
struct Ended {
  int exit_code = -1;  ///< -1: a signal ended it, or we did
  std::string how;     ///< "exit 3", "SIGPIPE", "no end within 20000 ms"
  std::string out;
  std::string err;
};

/// A program that runs, as long as this lives at most: it is ended by force then, and dies with this program. Its
/// standard input is empty.
class Process {
 public:
  /// Throws std::system_error. A program that cannot be executed ends with 127.
  explicit Process(Start start);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// True once it has ended; waits for that at most so long.
  bool ends_within(std::chrono::milliseconds limit);
  /// SIGKILL, and waits for the end.
  void kill();
  /// Kills one that is still running.
  Ended ended();

 private:
  Start start_;
  int process_ = 0;
  bool reaped_ = false;
  int status_ = 0;
};

/// Starts it and waits for its end, 20 seconds at most.
Ended run_program(Start start);

/// A new folder below the system's temporary folder, removed with all that is in it when this goes.
class ScratchFolder {
 public:
  /// Throws std::runtime_error, one line with the path.
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void wait_a_moment();  ///< 2 ms

/// Ends this process with status 0 and without a farewell, as a subject could that calls exit().
[[noreturn]] void leave_at_once();

}  // namespace discbench::selftest
