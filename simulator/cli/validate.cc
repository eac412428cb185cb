#include <iostream>

#include "bench/bench.h"
#include "cli/options.h"
#include "profile/load.h"

namespace discbench::cli {
namespace {

/// The lines of one file's problems: none, and it is good.
std::vector<std::string> problems_of(profile::Checked checked) {
  if (!checked.scenario || !checked.problems.empty()) return std::move(checked.problems);
  try {
    bench::bring_up(*checked.scenario);
  } catch (const bench::StepRefused& error) {
    return {error.what()};
  }
  return {};
}

}  // namespace

int validate(const Words& words) {
  const Options options = parse(words, {}, "file");
  std::vector<std::string> files;
  for (const auto& option : options.given)
    if (option.string_key == "file") files.insert(files.end(), option.value.begin(), option.value.end());
  if (files.empty()) throw UsageError("no file is named, expected one or more profile files");
  const profile::Catalogue catalogue = catalogue_of(options);
  int code = exit_code::success;
  for (const std::string& file : files) {
    profile::Checked checked = check_file(catalogue, file);
    const profile::Kind kind = checked.kind;
    const std::vector<std::string> problems = problems_of(std::move(checked));
    for (const std::string& line : problems) std::cerr << line << '\n';
    if (problems.empty()) std::cout << file << ": good, a " << name_of(kind) << '\n';
    if (!problems.empty()) code = exit_code::configuration;
  }
  return code;
}

}  // namespace discbench::cli
