#include "cli/examination.h"

#include <array>
#include <exception>
#include <optional>

#include "result/digest.h"
#include "result/printable.h"
#include "runner/child_process.h"
#include "subject/loaded_library.h"

namespace discbench::cli {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = Finding::Kind;

constexpr std::array<std::string_view, 3> steps{"library", "mapped", "exports"};
constexpr char step_ok = 'k';
constexpr char step_failed = 'f';
constexpr char all_done = 'd';

/// In the child: each step sends a line; the first that does not hold throws.
void look(const SubjectChoice& subject, int pipe) {
  const auto ok = [pipe](const std::string& text) { runner::send_line(pipe, step_ok, result::printable(text)); };
  const subject::LoadedLibrary library = subject::look_into(subject.library);
  ok(subject.library + " loads");
  ok(library.mapped + ", SHA-256 " + result::sha256_of_file(library.mapped));
  if (!library.entry_from.empty() && library.entry_from != library.mapped) {
    throw std::runtime_error(std::string(subject::entry_point) + " is not the library's own: it is that of " +
                             library.entry_from + ", which it links to");
  }
  subject.load();
  ok(subject::entry_point);
}

[[noreturn]] void look_and_end(const SubjectChoice& subject, int pipe) {
  try {
    look(subject, pipe);
  } catch (const std::exception& error) {
    runner::send_line(pipe, step_failed, result::printable(error.what()));
  } catch (...) {
    runner::send_line(pipe, step_failed, "its loading threw an exception");
  }
  runner::send_line(pipe, all_done, "");
  runner::end_process();
}

class Record {
 public:
  Record() {
    for (const std::string_view step : steps) findings_.push_back({.step = step});
  }

  /// True after the last line.
  bool take(const std::string& line) {
    if (line.empty() || next_ == findings_.size()) return !line.empty() && line.front() == all_done;
    if (line.front() == all_done) return true;
    if (line.front() == step_ok) set(Kind::ok, line.substr(1));
    if (line.front() == step_failed) fail(line.substr(1));
    return false;
  }
  /// The step that is the next fails, and those behind it are not reached.
  void fail(std::string why) {
    if (next_ < findings_.size()) set(Kind::failed, std::move(why));
    next_ = findings_.size();
  }
  std::vector<Finding> findings() const { return findings_; }

 private:
  void set(Kind kind, std::string text) {
    findings_[next_].kind = kind;
    findings_[next_].text = std::move(text);
    ++next_;
  }

  std::vector<Finding> findings_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Finding> examine(const SubjectChoice& subject, std::chrono::milliseconds limit) {
  constexpr std::chrono::milliseconds nap{50};
  Record record;
  runner::ChildProcess child([&subject](int pipe) { look_and_end(subject, pipe); });
  const Clock::time_point begin = Clock::now();
  while (true) {
    // In this order: what a process wrote before its end is then read, whenever it ended.
    const std::optional<std::string> how = child.ended();
    for (const std::string& line : child.read_lines()) {
      if (record.take(line)) return record.findings();
    }
    if (how.has_value()) {
      record.fail("the process died while it loaded the subject: " + *how);
      return record.findings();
    }
    if (Clock::now() - begin > limit) {
      record.fail("the subject did not load within " + std::to_string(limit.count()) + " ms");
      return record.findings();
    }
    runner::wait_for_news({&child}, nap);
  }
}

}  // namespace discbench::cli
