// --report FORMAT=FILE: opened before the run, written after it.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "report/report.h"

namespace discbench::cli {

class ReportFiles {
 public:
  /// Throws UsageError for what is not FORMAT=FILE, for a format that does not exist and for a file named twice.
  explicit ReportFiles(const std::vector<std::string>& wanted);

  /// Throws ConfigurationError where a file cannot be written. An older report is gone from here on: it would be taken
  /// for this run's.
  void open();
  /// Throws ConfigurationError where not everything could be written.
  void write(const report::Document& document);

 private:
  struct File {
    const report::Format* format;
    std::string path;
    std::ofstream stream{};
  };
  std::vector<File> files_;
};

}  // namespace discbench::cli
