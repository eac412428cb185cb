#pragma once

#include <boost/program_options.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cli/verbs.h"
#include "profile/catalogue.h"

namespace discbench::cli {

namespace program_options = boost::program_options;

/// A verb's command line, in its order.
struct Options {
  std::vector<program_options::option> given;

  bool has(std::string_view name) const;
  /// The value of an option that may be given once. Throws UsageError where it is there twice.
  std::optional<std::string> value(std::string_view name) const;
};

/// Reads the words of a verb. `positional` names the words without an option in front; empty: there are none. Every
/// verb knows --profiles DIR and --help besides. Throws UsageError; an unknown option's names the nearest known one.
Options parse(const Words& words, program_options::options_description options, const std::string& positional);

/// What there is, the folder of --profiles included.
profile::Catalogue catalogue_of(const Options& options);

/// --scenario ID, which must be there. Says that --disc is not available where it is asked for.
std::string scenario_of(const Options& options);
/// The options that scenario_of() reads.
void add_subject_options(program_options::options_description& options);

}  // namespace discbench::cli
