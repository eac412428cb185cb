// --subject: which implementation is meant, and how it is loaded.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "subject/subject.h"

namespace discbench::cli {

struct SubjectChoice {
  std::string text;                                         ///< as it was asked for
  std::string library;                                      ///< the file that is loaded
  std::function<std::unique_ptr<subject::Subject>()> load;  ///< for child processes
};

/// Throws UsageError for what is neither builtin, library:PATH nor mutant:NAME; ConfigurationError where the file is
/// not a library that can be loaded.
SubjectChoice choose_subject(const std::string& text);

}  // namespace discbench::cli
