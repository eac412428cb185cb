#include "cli/subject_choice.h"

#include <optional>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "mutant/mutants.h"
#include "result/glob.h"

namespace discbench::cli {
namespace {

std::optional<std::string> after(std::string_view prefix, const std::string& text) {
  if (text.rfind(prefix, 0) != 0 || text.size() == prefix.size()) return std::nullopt;
  return text.substr(prefix.size());
}

/// A name of the table, or one that the table has narrowed to members only, or either of them narrowed to another
/// member: the library knows them all.
std::string checked_mutant(const std::string& name) {
  const std::string fault = name.substr(0, name.find('/'));
  std::vector<std::string> names;
  for (const mutant::Mutant& one : mutant::mutants()) {
    if (one.name.substr(0, one.name.find('/')) == fault) return name;
    names.emplace_back(one.name);
  }
  throw UsageError("--subject mutant:" + name + ": there is no such mutant; did you mean " +
                   result::nearest(name, names, 1).front() + "?");
}

}  // namespace

SubjectChoice choose_subject(const std::string& text) {
  SubjectChoice choice{.text = text, .library = {}, .load = {}};
  try {
    if (text == "builtin") {
      choice.library = subject::builtin_library();
    } else if (const std::optional<std::string> path = after("library:", text)) {
      choice.library = *path;
    } else if (const std::optional<std::string> name = after("mutant:", text)) {
      choice.library = mutant::library();
      choice.load = [name = checked_mutant(*name)] { return mutant::load(name); };
    } else {
      throw UsageError("--subject " + text + ": expected builtin, library:PATH or mutant:NAME");
    }
    subject::inspect_library(choice.library);
  } catch (const UsageError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw ConfigurationError(error.what());
  }
  if (!choice.load) choice.load = [path = choice.library] { return subject::load_library(path); };
  return choice;
}

}  // namespace discbench::cli
