// What depends on the terminal that a run is started from.
#pragma once

#include <chrono>
#include <csignal>
#include <cstddef>
#include <string_view>

#include "report/report.h"

namespace discbench::cli {

/// On where stdout is a terminal that is not "dumb", and NO_COLOR is not set (https://no-color.org).
report::Colour colour_of_stdout();

/// From here on SIGINT and SIGTERM set the flag instead of ending the process.
const volatile std::sig_atomic_t* catch_interruptions();

/// Opens what this process was started without of stdin, stdout and stderr, so that no other file takes its place: what
/// is printed would stand in it. Writing there is an error all the same. To be called before any file is opened.
void hold_standard_files();

/// From here on a limit on the size of files, and a pipe that nobody reads any more, are errors of the write that meets
/// them, not the end of the process: what else there is to write is written.
void catch_errors_of_writing();

/// "214 of 1323 cases", or of something else, on stderr, where that is a terminal and the run takes longer than a
/// second.
class Progress {
 public:
  explicit Progress(std::string_view what = "cases");
  ~Progress();  ///< wipes it away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(std::size_t ended, std::size_t cases);

 private:
  std::chrono::steady_clock::time_point next_;
  bool terminal_;
  bool shown_ = false;
  std::string_view what_;
};

}  // namespace discbench::cli
