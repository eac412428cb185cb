#include "cli/options.h"

#include <algorithm>

#include "profile/nearest.h"

namespace discbench::cli {
namespace {

namespace style = program_options::command_line_style;
// No abbreviations: a script that used one would break with the next option.
constexpr int strict_style = style::unix_style & ~style::allow_guessing;

std::string first_line(std::string text) { return text.substr(0, text.find('\n')); }

[[noreturn]] void refuse_unknown(const std::string& name, const program_options::options_description& options) {
  std::vector<std::string> known;
  for (const auto& option : options.options()) known.push_back("--" + option->long_name());
  throw UsageError("there is no option '" + name + "', " + profile::expected_word(name, known));
}

}  // namespace

bool Options::has(std::string_view name) const {
  return std::any_of(given.begin(), given.end(), [name](const auto& option) { return option.string_key == name; });
}

std::optional<std::string> Options::value(std::string_view name) const {
  std::optional<std::string> found;
  for (const auto& option : given) {
    if (option.string_key != name) continue;
    if (found) throw UsageError("--" + std::string(name) + " is here a second time, expected once");
    found = option.value.front();
  }
  return found;
}

Options parse(const Words& words, program_options::options_description options, const std::string& positional) {
  options.add_options()("help", "")("profiles", program_options::value<std::string>(), "");
  program_options::options_description all = options;
  program_options::positional_options_description places;
  if (!positional.empty()) {
    all.add_options()(positional.c_str(), program_options::value<std::vector<std::string>>(), "");
    places.add(positional.c_str(), -1);
  }
  try {
    auto parsed = program_options::command_line_parser(words).options(all).positional(places).style(strict_style).run();
    // An option of the positional words' own name would be one that no help names.
    for (const auto& option : parsed.options)
      if (option.string_key == positional && option.position_key < 0) refuse_unknown("--" + positional, options);
    return {std::move(parsed.options)};
  } catch (const program_options::unknown_option& error) {
    refuse_unknown(error.get_option_name(), options);
  } catch (const program_options::too_many_positional_options_error&) {
    throw UsageError("there are words that belong to no option, expected options only");
  } catch (const program_options::error& error) {
    throw UsageError(first_line(error.what()));
  }
}

profile::Catalogue catalogue_of(const Options& options) {
  const std::optional<std::string> tree = options.value("profiles");
  return profile::Catalogue::find(tree ? std::optional<std::filesystem::path>(*tree) : std::nullopt);
}

void add_subject_options(program_options::options_description& options) {
  options.add_options()("scenario", program_options::value<std::string>(), "");
  options.add_options()("disc", program_options::value<std::string>(), "");
}

std::string scenario_of(const Options& options) {
  if (options.has("disc"))
    throw UsageError("--disc: discs in folders are not available in this version, expected --scenario ID");
  const std::optional<std::string> scenario = options.value("scenario");
  if (!scenario) throw UsageError("no disc is named, expected --scenario ID (discsim list names them)");
  return *scenario;
}

}  // namespace discbench::cli
