#include "cli/report_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/command_line.h"

namespace discbench::cli {
namespace {

std::string format_names() {
  std::string names;
  for (const report::Format& format : report::formats())
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

[[noreturn]] void cannot_write(const std::string& path) {
  throw ConfigurationError("the report " + path + " cannot be written: " + std::strerror(errno));
}

}  // namespace

ReportFiles::ReportFiles(const std::vector<std::string>& wanted) {
  for (const std::string& text : wanted) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size()) {
      throw UsageError("--report " + text + ": expected FORMAT=FILE, FORMAT one of " + format_names());
    }
    const std::string name = text.substr(0, equals);
    const std::string path = text.substr(equals + 1);
    const report::Format* format = report::find_format(name);
    if (format == nullptr) {
      throw UsageError("--report " + text + ": there is no format '" + name + "'; expected one of " + format_names());
    }
    if (std::any_of(files_.begin(), files_.end(), [&](const File& file) { return file.path == path; })) {
      throw UsageError("--report " + text + ": another report goes to the same file");
    }
    files_.push_back({format, path});
  }
}

void ReportFiles::open() {
  for (File& file : files_) {
    errno = 0;
    file.stream.open(file.path, std::ios::binary | std::ios::trunc);
    if (!file.stream) cannot_write(file.path);
  }
}

void ReportFiles::write(const report::Document& document) {
  for (File& file : files_) {
    errno = 0;
    file.format->write(document, file.stream);
    file.stream.close();
    if (!file.stream) cannot_write(file.path);
  }
}

}  // namespace discbench::cli
