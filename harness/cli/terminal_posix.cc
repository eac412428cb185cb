#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "cli/terminal.h"

namespace discbench::cli {
namespace {

using Clock = std::chrono::steady_clock;

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) { interrupted = 1; }

}  // namespace

report::Colour colour_of_stdout() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = no_colour != nullptr && *no_colour != '\0';
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return isatty(STDOUT_FILENO) != 0 && !refused && !dumb ? report::Colour::on : report::Colour::off;
}

const volatile std::sig_atomic_t* catch_interruptions() {
  struct sigaction action {};
  action.sa_handler = interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return &interrupted;
}

void hold_standard_files() {
  // The lowest number that is free is given out: nothing below is free when one of these comes out above.
  while (true) {
    const int file = open("/dev/null", O_RDONLY);
    if (file < 0) return;
    if (file <= STDERR_FILENO) continue;
    close(file);
    return;
  }
}

void catch_errors_of_writing() {
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
}

Progress::Progress(std::string_view what)
    : next_(Clock::now() + std::chrono::seconds(1)), terminal_(isatty(STDERR_FILENO) != 0), what_(what) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::show(std::size_t ended, std::size_t cases) {
  if (!terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  shown_ = true;
  std::cerr << "\r" << ended << " of " << cases << " " << what_ << "\x1b[K" << std::flush;
}

}  // namespace discbench::cli
